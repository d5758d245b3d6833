#include "engine/model_files/json_walker.h"

#include <nlohmann/json.hpp>
#include <unordered_set>

namespace eddy {
namespace {

using Json = nlohmann::json;

// Receives nlohmann's events. Its text parser keeps its own stack, so depth costs memory, not call stack.
class Walker {
 public:
  Walker(const JsonLimits& limits, JsonVisitor& visitor) : limits_(limits), visitor_(visitor) {}

  bool null() { return scalar({}); }
  bool boolean(bool v) { return scalar(v); }
  bool number_integer(Json::number_integer_t v) { return scalar(std::int64_t(v)); }
  bool number_unsigned(Json::number_unsigned_t v) {
    return v <= std::uint64_t(INT64_MAX) ? scalar(std::int64_t(v)) : scalar(std::uint64_t(v));
  }
  bool number_float(Json::number_float_t v, const Json::string_t&) { return scalar(v); }
  bool string(Json::string_t& v) { return scalar(std::move(v)); }
  bool binary(Json::binary_t&) { return fail("holds binary data"); }

  bool start_object(std::size_t) {
    if (!enter_element() || !check_depth()) return false;
    open_.push_back({.is_array = false});
    return report(visitor_.begin_object(path_));
  }

  bool key(Json::string_t& name) {
    Level& level = open_.back();
    if (!level.keys.insert(name).second) return fail("key '" + name + "' appears twice");
    if (level.named) path_.pop_back();
    path_.push_back(std::move(name));
    level.named = true;
    return true;
  }

  bool end_object() {
    close();
    return true;
  }

  bool start_array(std::size_t) {
    if (open_.empty()) return fail("does not start with '{'");
    if (!enter_element() || !check_depth()) return false;
    open_.push_back({.is_array = true});
    return report(visitor_.begin_array(path_));
  }

  bool end_array() {
    close();
    return report(visitor_.end_array(path_));
  }

  bool parse_error(std::size_t position, const std::string&, const Json::exception& e) {
    detail = e.what();
    return fail("is not valid JSON at byte " + std::to_string(position));
  }

  std::string problem;
  std::string detail;

 private:
  struct Level {
    bool is_array = false;
    bool named = false;  ///< the path's last part names an element of this level
    std::int64_t next_index = 0;
    std::unordered_set<std::string> keys;
  };

  bool fail(std::string what) {
    problem = std::move(what);
    return false;
  }

  bool report(std::string what) { return what.empty() || fail(std::move(what)); }

  bool check_depth() { return open_.size() < limits_.depth || fail("is nested too deeply"); }

  // Inside an array the path's last part counts the elements.
  bool enter_element() {
    if (open_.empty() || !open_.back().is_array) return true;
    Level& level = open_.back();
    if (level.named) path_.pop_back();
    path_.push_back(std::to_string(level.next_index++));
    level.named = true;
    return true;
  }

  void close() {
    if (open_.back().named) path_.pop_back();
    open_.pop_back();
  }

  bool scalar(JsonScalar v) {
    if (open_.empty()) return fail("does not start with '{'");
    enter_element();
    return report(visitor_.value(path_, std::move(v)));
  }

  const JsonLimits& limits_;
  JsonVisitor& visitor_;
  std::vector<Level> open_;
  std::vector<std::string> path_;
};

Error corrupt(const std::string& where, const std::string& problem, std::string detail = {}) {
  return {ErrorCode::FileCorrupt, where + ": " + problem + ". Download or copy the file again.", std::move(detail)};
}

}  // namespace

Result<void> walk_json(std::string_view text, const std::string& where, const JsonLimits& limits,
                       JsonVisitor& visitor) {
  if (text.size() > limits.bytes) {
    return corrupt(where, "the JSON has " + std::to_string(text.size()) + " bytes, more than the " +
                              std::to_string(limits.bytes) + " accepted");
  }
  Walker walker(limits, visitor);
  try {
    if (!Json::sax_parse(text.begin(), text.end(), &walker))
      return corrupt(where, "the JSON " + walker.problem, walker.detail);
  } catch (const std::exception& e) {  // the library also throws for what it did not foresee, such as out of memory
    return corrupt(where, "the JSON cannot be read", e.what());
  }
  return {};
}

}  // namespace eddy
