#include <algorithm>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

#include "engine/chat/marked_text_format.h"

namespace eddy {
namespace {

using Json = nlohmann::json;

constexpr const char* kFields[] = {"name", "about", "separator", "system", "user", "answer_opening", "answer",
                                   "special_marks", "user_blank_lines", "answer_blank_lines", "stop_strings", "stop_tokens", "stop_specials"};

Error invalid(const std::string& what) { return {ErrorCode::InvalidArgument, "[chat format] " + what}; }

bool strings(const Json& value, std::vector<std::string>& out) {
  if (!value.is_array()) return false;
  for (const Json& item : value) {
    if (!item.is_string() || item.get_ref<const std::string&>().empty()) return false;
    out.push_back(item.get<std::string>());
  }
  return true;
}

bool tokens(const Json& value, std::vector<TokenId>& out) {
  if (!value.is_array()) return false;
  for (const Json& item : value) {
    if (!item.is_number_unsigned() || item.get<std::uint64_t>() > std::numeric_limits<TokenId>::max()) return false;
    out.push_back(item.get<TokenId>());
  }
  return true;
}

Result<void> read(const Json& root, ChatMarks& marks) {
  if (!root.is_object()) return invalid("the file is not a JSON object");
  for (const auto& item : root.items()) {
    if (std::find(std::begin(kFields), std::end(kFields), item.key()) == std::end(kFields)) {
      return invalid("unknown field '" + item.key() + "'");
    }
  }
  for (const char* name : kFields) {
    if (!root.contains(name)) return invalid(std::string("field '") + name + "' is missing");
  }
  const std::pair<const char*, std::string*> texts[] = {{"name", &marks.name}, {"separator", &marks.separator},
      {"system", &marks.system}, {"user", &marks.user}, {"answer_opening", &marks.answer_opening}, {"answer", &marks.answer}};
  for (const auto& [name, text] : texts) {
    if (!root[name].is_string()) return invalid(std::string("field '") + name + "' is not a string");
    *text = root[name].get<std::string>();
  }
  for (const char* name : {"system", "user", "answer"}) {
    const auto& mark = root[name].get_ref<const std::string&>();
    if (mark.find("{text}") == std::string::npos) return invalid(std::string("field '") + name + "' has no {text}");
  }
  const std::pair<const char*, BlankLines*> rules[] = {{"user_blank_lines", &marks.user_blank_lines},
                                                       {"answer_blank_lines", &marks.answer_blank_lines}};
  for (const auto& [name, rule] : rules) {
    if (root[name] != "keep" && root[name] != "collapse") {
      return invalid(std::string("field '") + name + "' is neither \"keep\" nor \"collapse\"");
    }
    *rule = root[name] == "keep" ? BlankLines::Keep : BlankLines::Collapse;
  }
  if (!root["special_marks"].is_boolean()) return invalid("field 'special_marks' is not true or false");
  marks.special_marks = root["special_marks"].get<bool>();
  if (!strings(root["stop_strings"], marks.stop_strings)) return invalid("field 'stop_strings' is not a list of texts");
  if (!strings(root["stop_specials"], marks.stop_specials)) return invalid("field 'stop_specials' is not a list of texts");
  if (!tokens(root["stop_tokens"], marks.stop_tokens)) return invalid("field 'stop_tokens' is not a list of token ids");
  if (marks.name.empty()) return invalid("field 'name' is empty");
  return {};
}

}  // namespace

Result<ChatMarks> parse_chat_marks(std::string_view json) {
  const Json root = Json::parse(json.begin(), json.end(), nullptr, false);
  if (root.is_discarded()) return invalid("the file is not valid JSON");
  ChatMarks marks;
  if (auto r = read(root, marks); !r) return r.error();
  return marks;
}

}  // namespace eddy
