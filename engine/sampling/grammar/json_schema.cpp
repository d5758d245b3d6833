#include "engine/sampling/grammar/json_schema.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/sampling/grammar/grammar.h"

namespace eddy {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDeepest = 100;

constexpr std::string_view kBasics = R"(
space ::= | " " | "\n" [ \t]{0,20}
character ::= [^"\\\x00-\x1F] | "\\" (["\\/bfnrt] | "u" ([0-9a-cA-CefEF] hex | [dD] [0-7]) hex hex)
hex ::= [0-9a-fA-F]
string ::= "\"" character* "\""
integer ::= "-"? ("0" | [1-9] [0-9]{0,14})
number ::= integer ("." [0-9]{1,15})? ([eE] [-+]? [0-9]{1,2})?
boolean ::= "true" | "false"
null ::= "null"
value ::= object | array | string | number | boolean | null
object ::= "{" space (member ("," space member)*)? "}"
member ::= string space ":" space value space
array ::= "[" space (value space ("," space value space)*)? "]"
)";

constexpr std::array kAnnotations = {"title", "description", "default", "examples", "$schema", "$id", "$comment", "$defs",
                                     "definitions", "deprecated", "readOnly", "writeOnly"};

struct Refusal {
  std::string where, what;
};

std::string literal_of(std::string_view text) {
  std::string literal = "\"";
  constexpr char kHex[] = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') literal += {'\\', c};
    else if (byte < 0x20) literal += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
    else literal += c;
  }
  return literal + '"';
}

class Writer {
 public:
  explicit Writer(const Json& schema) : schema_(schema) {}

  std::string write() {
    const auto root = reference("#", "#");
    std::string grammar = "root ::= " + root + "\n";
    for (const auto& [name, body] : rules_) grammar += name + " ::= " + body + "\n";
    return grammar + std::string(kBasics);
  }

 private:
  [[noreturn]] static void refuse(const std::string& where, const std::string& what) { throw Refusal{where, what}; }

  std::string add(const std::string& body) {
    auto name = "rule-" + std::to_string(++last_rule_);
    rules_.emplace_back(name, body);
    return name;
  }

  /// The name of the rule for a part of the schema that is referred to.
  std::string reference(const std::string& target, const std::string& where) {
    const auto [known, added] = references_.try_emplace(target, "part-" + std::to_string(references_.size()));
    if (!added) return known->second;
    const auto name = known->second;
    if (target != "#" && !target.starts_with("#/")) refuse(where, "'$ref' may only point into the schema itself (#/$defs/…)");
    const Json* part = nullptr;
    try {
      part = &schema_.at(Json::json_pointer(target.substr(1)));
    } catch (const Json::exception&) {
      refuse(where, "'$ref': there is no " + target);
    }
    auto body = schema(*part, target, 0);
    rules_.emplace_back(name, std::move(body));
    return name;
  }

  /// An expression that can stand anywhere.
  std::string schema(const Json& s, const std::string& where, int depth) {
    if (depth > kDeepest) refuse(where, "it is nested too deep");
    if (s.is_boolean() && s.get<bool>()) return "value";
    if (s.is_boolean()) refuse(where, "'false' allows no text at all");
    if (!s.is_object()) refuse(where, "a schema is an object, or true");
    if (s.contains("$ref")) {
      only(s, where, {"$ref"});
      if (!s["$ref"].is_string()) refuse(where, "'$ref' must be a string");
      return reference(s["$ref"].get<std::string>(), where);
    }
    for (const char* word : {"anyOf", "oneOf"}) {
      if (!s.contains(word)) continue;
      only(s, where, {word});
      return alternatives(s[word], where + "/" + word, depth);
    }
    if (s.contains("const")) {
      only(s, where, {"const", "type"});
      return literal_of(s["const"].dump());
    }
    if (s.contains("enum")) {
      only(s, where, {"enum", "type"});
      return values(s["enum"], where);
    }
    return typed(s, where, depth);
  }

  std::string alternatives(const Json& list, const std::string& where, int depth) {
    if (!list.is_array() || list.empty()) refuse(where, "it must be a list of schemas");
    std::string body;
    for (std::size_t i = 0; i < list.size(); ++i) {
      body += (i > 0 ? " | " : "") + schema(list[i], where + "/" + std::to_string(i), depth + 1);
    }
    return add(body);
  }

  std::string values(const Json& list, const std::string& where) {
    if (!list.is_array() || list.empty()) refuse(where, "'enum' must be a list of values");
    std::string body;
    for (const auto& value : list) body += (body.empty() ? "" : " | ") + literal_of(value.dump());
    return add(body);
  }

  std::string typed(const Json& s, const std::string& where, int depth) {
    const auto type = s.find("type");
    if (type != s.end() && type->is_array()) {
      only(s, where, {"type", "items", "minItems", "maxItems", "minLength", "maxLength", "properties", "required", "additionalProperties"});
      std::string body;
      for (const auto& one : *type) {
        Json single = s;
        single["type"] = one;
        body += (body.empty() ? "" : " | ") + typed_once(single, one, where, depth, true);
      }
      if (body.empty()) refuse(where, "'type' is an empty list");
      return add(body);
    }
    if (type != s.end()) return typed_once(s, *type, where, depth, false);
    if (s.contains("properties") || s.contains("required")) return object(s, where, depth);
    if (s.contains("items")) return array(s, where, depth);
    only(s, where, {});
    return "value";
  }

  std::string typed_once(const Json& s, const Json& type, const std::string& where, int depth, bool one_of_many) {
    const auto name = type.is_string() ? type.get<std::string>() : std::string();
    if (name == "object") return object(s, where, depth, one_of_many);
    if (name == "array") return array(s, where, depth, one_of_many);
    if (name == "string") return text(s, where, one_of_many);
    if (name == "number" || name == "integer" || name == "boolean" || name == "null") {
      if (!one_of_many) only(s, where, {"type"});
      return name;
    }
    refuse(where, "'type' " + type.dump() + " is unknown");
  }

  std::string text(const Json& s, const std::string& where, bool one_of_many) {
    if (!one_of_many) only(s, where, {"type", "minLength", "maxLength"});
    const auto [least, most] = bounds(s, "minLength", "maxLength", where);
    if (least == 0 && most < 0) return "string";
    return add("\"\\\"\" character" + repetition(least, most) + " \"\\\"\"");
  }

  std::string array(const Json& s, const std::string& where, int depth, bool one_of_many = false) {
    if (!one_of_many) only(s, where, {"type", "items", "minItems", "maxItems"});
    const auto [least, most] = bounds(s, "minItems", "maxItems", where);
    const auto item = s.contains("items") ? schema(s["items"], where + "/items", depth + 1) : "value";
    if (most == 0) return add("\"[\" space \"]\"");
    const auto rest = item + " space (\",\" space " + item + " space)" + repetition(std::max(least - 1, 0), most < 0 ? -1 : most - 1);
    return add("\"[\" space " + (least > 0 ? rest : "(" + rest + ")?") + " \"]\"");
  }

  std::string object(const Json& s, const std::string& where, int depth, bool one_of_many = false) {
    if (!one_of_many) only(s, where, {"type", "properties", "required", "additionalProperties"});
    std::set<std::string> required;
    if (const auto names = s.find("required"); names != s.end()) {
      if (!names->is_array()) refuse(where, "'required' must be a list of names");
      for (const auto& name : *names) {
        if (!name.is_string()) refuse(where, "'required' must be a list of names");
        required.insert(name.get<std::string>());
      }
    }
    const auto more = s.find("additionalProperties");
    const bool open = more != s.end() && !(more->is_boolean() && !more->get<bool>());
    const auto properties = s.find("properties");
    const bool named = properties != s.end() && properties->is_object() && !properties->empty();
    if (properties != s.end() && !properties->is_object()) refuse(where, "'properties' must be an object");
    if (!named && !required.empty()) refuse(where, "'required' names a member that 'properties' does not describe");
    if (named && open) refuse(where, "'additionalProperties' beside 'properties' is not supported: name every member");
    if (!named) return open_object(more == s.end() ? Json(true) : *more, where, depth);
    return closed_object(*properties, required, where, depth);
  }

  std::string open_object(const Json& member, const std::string& where, int depth) {
    if (member.is_boolean()) return member.get<bool>() ? "object" : add("\"{\" space \"}\"");
    const auto pair = add("string space \":\" space " + schema(member, where + "/additionalProperties", depth + 1) + " space");
    return add("\"{\" space (" + pair + " (\",\" space " + pair + ")*)? \"}\"");
  }

  /// From the last member to the first: what may follow when none was written yet, and when some was.
  std::string closed_object(const Json& properties, std::set<std::string> required, const std::string& where, int depth) {
    std::vector<std::pair<std::string, bool>> members;  // rule, required
    for (const auto& [name, value] : properties.items()) {
      const auto pair = literal_of(Json(name).dump()) + " space \":\" space " + schema(value, where + "/properties/" + name, depth + 1) + " space";
      members.emplace_back(add(pair), required.erase(name) > 0);
    }
    if (!required.empty()) refuse(where, "'required' names '" + *required.begin() + "', which 'properties' does not describe");
    std::string first = "\"\"", later = "\"\"";
    for (auto member = members.rbegin(); member != members.rend(); ++member) {
      const auto& [pair, needed] = *member;
      const auto now_first = pair + " " + later + (needed ? "" : " | " + first);
      const auto now_later = needed ? "\",\" space " + pair + " " + later : "(\",\" space " + pair + ")? " + later;
      first = add(now_first);
      later = add(now_later);
    }
    return add("\"{\" space " + first + " \"}\"");
  }

  std::pair<int, int> bounds(const Json& s, const char* low, const char* high, const std::string& where) const {
    const auto number = [&](const char* word, int otherwise) {
      const auto found = s.find(word);
      if (found == s.end()) return otherwise;
      if (!found->is_number_integer() || *found < 0 || *found > 100'000) refuse(where, std::string("'") + word + "' must be a number from 0 to 100000");
      return found->get<int>();
    };
    const int least = number(low, 0), most = number(high, -1);
    if (most >= 0 && most < least) refuse(where, std::string("'") + high + "' is less than '" + low + "'");
    return {least, most};
  }

  static std::string repetition(int least, int most) {
    return "{" + std::to_string(least) + "," + (most < 0 ? std::string() : std::to_string(most)) + "}";
  }

  static void only(const Json& s, const std::string& where, std::initializer_list<std::string_view> known) {
    for (const auto& [word, value] : s.items()) {
      const bool annotation = std::ranges::find(kAnnotations, word) != kAnnotations.end();
      if (!annotation && std::ranges::find(known, std::string_view(word)) == known.end()) refuse(where, "'" + word + "' is not supported here");
    }
  }

  const Json& schema_;
  std::map<std::string, std::string> references_;
  std::vector<std::pair<std::string, std::string>> rules_;
  int last_rule_ = 0;
};

Error no_json(std::string_view text, std::size_t byte) {
  const auto before = text.substr(0, byte > 0 ? byte - 1 : 0);
  const auto line = 1 + std::ranges::count(before, '\n');
  const auto column = before.size() - (before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1) + 1;
  return {ErrorCode::InvalidArgument, "[json schema] line " + std::to_string(line) + ", column " + std::to_string(column) + ": this is no JSON"};
}

Error refused(const Refusal& refusal) {
  return {ErrorCode::InvalidArgument, "[json schema] at " + refusal.where + ": " + refusal.what};
}

}  // namespace

Result<std::string> grammar_of_json_schema(std::string_view text) {
  Json schema;
  try {
    schema = Json::parse(text, [](int depth, Json::parse_event_t, Json&) {
      if (depth > kDeepest) throw Refusal{"#", "it is nested too deep"};
      return true;
    });
  } catch (const Refusal& refusal) {
    return refused(refusal);
  } catch (const Json::parse_error& error) {
    return no_json(text, error.byte);
  } catch (const Json::exception& error) {
    return Error{ErrorCode::InvalidArgument, "[json schema] this is no JSON", error.what()};
  }
  try {
    auto grammar = Writer(schema).write();
    if (auto parsed = parse_grammar(grammar); !parsed) {
      return Error{ErrorCode::InvalidArgument, "[json schema] it refers to itself without end, or is too large", parsed.error().message};
    }
    return grammar;
  } catch (const Refusal& refusal) {
    return refused(refusal);
  } catch (const Json::exception& error) {  // text that is not UTF-8
    return Error{ErrorCode::InvalidArgument, "[json schema] it holds text that is not UTF-8", error.what()};
  }
}

}  // namespace eddy
