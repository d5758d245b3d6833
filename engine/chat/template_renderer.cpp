// The cage is QuickJS with the core language alone: no files, no network, no processes; memory, stack and time are bounded
// by its runtime. In it runs @huggingface/jinja, whose dialect is the one that chat templates are written in.
#include "engine/chat/template_renderer.h"

#include <quickjs.h>

#include <chrono>
#include <ctime>
#include <memory>
#include <nlohmann/json.hpp>

#include "engine/chat/template_sources.h"

namespace eddy {
namespace {

using Json = nlohmann::json;
using SteadyClock = std::chrono::steady_clock;

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define EDDY_LARGE_FRAMES
#endif
#endif
#if defined(EDDY_LARGE_FRAMES) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kStack = 2u << 20;  // frames are several times larger there
#else
constexpr std::size_t kStack = 320u << 10;  // fits the smallest default thread, 512 KB on macOS
#endif

Error failed(const std::string& what, std::string detail = {}) {
  return {ErrorCode::UnsupportedFormat, "[chat template] " + what, std::move(detail)};
}

/// One JavaScript world with its limits. Values are freed before it.
class Cage {
 public:
  Cage(double seconds, std::size_t memory)
      : runtime_(JS_NewRuntime()),
        deadline_(SteadyClock::now() + std::chrono::duration_cast<SteadyClock::duration>(std::chrono::duration<double>(seconds))) {
    if (runtime_ == nullptr) return;
    JS_SetMemoryLimit(runtime_, memory);
    JS_SetMaxStackSize(runtime_, kStack);
    JS_SetInterruptHandler(runtime_, [](JSRuntime*, void* cage) { return static_cast<Cage*>(cage)->is_late() ? 1 : 0; }, this);
    context_ = JS_NewContext(runtime_);
  }
  ~Cage() {
    if (context_ != nullptr) JS_FreeContext(context_);
    if (runtime_ != nullptr) JS_FreeRuntime(runtime_);
  }
  Cage(const Cage&) = delete;
  Cage& operator=(const Cage&) = delete;

  Result<std::string> run(const std::string& request) {
    if (context_ == nullptr) return Error{ErrorCode::OutOfMemory, "[chat template] not enough memory to start its interpreter", {}};
    static const std::string jinja = Cage(10, 64u << 20).compiled(jinja_source(), "jinja.js");
    static const std::string render = Cage(10, 64u << 20).compiled(render_template_source(), "render_template.js");
    JSValue library = evaluate(jinja);
    JSValue glue = evaluate(render);
    JSValue make = call(glue, library);
    JSValue input = JS_NewStringLen(context_, request.data(), request.size());
    JSValue output = call(make, input);
    Result<std::string> text = text_of(output);
    for (JSValue value : {output, input, make, glue, library}) JS_FreeValue(context_, value);
    return text;
  }

 private:
  bool is_late() {
    late_ = late_ || SteadyClock::now() > deadline_;
    return late_;
  }

  /// Our own sources as byte code, made once in a process: reading it is ten times as quick as parsing them.
  std::string compiled(std::string_view source, const char* name) {
    if (context_ == nullptr) return {};
    JSValue program = JS_Eval(context_, source.data(), source.size(), name, JS_EVAL_TYPE_GLOBAL | JS_EVAL_FLAG_COMPILE_ONLY);
    std::size_t size = 0;
    std::uint8_t* bytes = JS_WriteObject(context_, &size, program, JS_WRITE_OBJ_BYTECODE);
    std::string code = bytes != nullptr ? std::string(reinterpret_cast<const char*>(bytes), size) : std::string();
    js_free(context_, bytes);
    JS_FreeValue(context_, program);
    return code;
  }

  JSValue evaluate(const std::string& code) {
    JSValue program = JS_ReadObject(context_, reinterpret_cast<const std::uint8_t*>(code.data()), code.size(), JS_READ_OBJ_BYTECODE);
    return JS_IsException(program) ? program : JS_EvalFunction(context_, program);
  }

  /// An exception stays pending and goes through the calls that follow.
  JSValue call(JSValue function, JSValue argument) {
    if (JS_IsException(function) || JS_IsException(argument)) return JS_EXCEPTION;
    return JS_Call(context_, function, JS_UNDEFINED, 1, &argument);
  }

  Result<std::string> text_of(JSValue value) {
    std::size_t size = 0;
    const char* text = JS_IsException(value) ? nullptr : JS_ToCStringLen(context_, &size, value);
    if (text == nullptr) return what_failed();
    std::string copy(text, size);
    JS_FreeCString(context_, text);
    return copy;
  }

  Error what_failed() {
    JSValue exception = JS_GetException(context_);
    std::string message;
    if (const char* text = JS_ToCString(context_, exception)) {
      message = text;
      JS_FreeCString(context_, text);
    }
    JS_FreeValue(context_, exception);
    if (late_) return failed("it takes too long", message);
    return failed("it needs more than it may have", message);
  }

  JSRuntime* runtime_ = nullptr;
  JSContext* context_ = nullptr;
  SteadyClock::time_point deadline_;
  bool late_ = false;
};

Json json_of(const TemplateConversation& conversation) {
  Json messages = Json::array();
  for (const TemplateMessage& m : conversation.messages) messages.push_back({{"role", m.role}, {"content", m.content}});
  Json made = {{"messages", messages}, {"add_generation_prompt", conversation.add_generation_prompt}};
  for (const auto& [name, value] : conversation.switches) made[name] = value;
  return made;
}

Json json_of(const TemplateClock& c) {
  return {{"year", c.year}, {"month", c.month}, {"day", c.day}, {"hour", c.hour}, {"minute", c.minute},
          {"second", c.second}, {"weekday", c.weekday}, {"yearday", c.yearday}};
}

Result<std::vector<Result<std::string>>> read_reply(const std::string& reply) {
  const Json root = Json::parse(reply, nullptr, false);
  if (root.is_object() && root.contains("error") && root["error"].is_string()) return failed(root["error"].get<std::string>());
  if (!root.is_object() || !root.contains("results") || !root["results"].is_array()) return failed("it gives no text");
  std::vector<Result<std::string>> texts;
  for (const Json& item : root["results"]) {
    if (item.contains("text") && item["text"].is_string()) {
      texts.emplace_back(item["text"].get<std::string>());
    } else {
      texts.emplace_back(failed(item.contains("error") && item["error"].is_string() ? item["error"].get<std::string>()
                                                                                     : "it gives no text"));
    }
  }
  return texts;
}

}  // namespace

TemplateClock TemplateClock::now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm local{};
#ifdef _WIN32
  localtime_s(&local, &seconds);
#else
  localtime_r(&seconds, &local);
#endif
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday, local.tm_hour, local.tm_min, local.tm_sec, local.tm_wday,
          local.tm_yday + 1};
}

Result<std::vector<Result<std::string>>> render_template(const ChatTemplate& chat_template,
                                                         const std::vector<TemplateConversation>& conversations,
                                                         const TemplateClock& clock, const TemplateLimits& limits) {
  if (chat_template.text.size() > limits.longest_template) return failed("it is too large to be one");
  try {
    Json values = Json::object();
    for (const auto& [name, text] : chat_template.values) values[name] = text;
    Json list = Json::array();
    std::size_t given = chat_template.text.size();
    for (const TemplateConversation& c : conversations) {
      list.push_back(json_of(c));
      for (const TemplateMessage& m : c.messages) given += m.content.size();
    }
    constexpr std::size_t kRoom = 1u << 20;  // characters a template may add
    const Json request = {{"template", chat_template.text}, {"values", values}, {"conversations", list},
                          {"now", json_of(clock)}, {"longest", kRoom + 4 * given}};
    // Bytes that are no UTF-8 become U+FFFD: a template works on characters.
    const std::string text = request.dump(-1, ' ', false, Json::error_handler_t::replace);
    Cage cage(limits.seconds, limits.memory + 32 * given);
    auto reply = cage.run(text);
    if (!reply) return std::move(reply).error();
    return read_reply(*reply);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "[chat template] not enough memory to render it"};
  } catch (const Json::exception& e) {
    return failed("it gives no readable text", e.what());
  }
}

}  // namespace eddy
