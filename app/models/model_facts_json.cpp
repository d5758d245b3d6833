#include "app/models/model_facts_json.h"

#include <nlohmann/json.hpp>

namespace eddy {
namespace {

using Json = nlohmann::json;

Json memoryJson(const MemoryNeeds& needs) {
  Json rows = Json::array();
  for (const auto& row : needs.rows) rows.push_back({row.bytes_per_token, row.window});
  return {{"weights", needs.weights}, {"state", needs.state}, {"rows", rows},
          {"work", needs.work},       {"plans", needs.plans}, {"tables", needs.tables}};
}

MemoryNeeds memoryFrom(const Json& json) {
  MemoryNeeds needs{.weights = json.at("weights"), .state = json.at("state"), .rows = {}, .work = json.at("work"),
                    .plans = json.at("plans"), .tables = json.at("tables")};
  for (const auto& row : json.at("rows")) needs.rows.push_back({row.at(0), row.at(1)});
  return needs;
}

ModelFacts read(const Json& json) {
  ModelFacts facts{.info = {}, .looked = true, .code = static_cast<ErrorCode>(json.at("code").get<int>()),
                   .program = json.at("program")};
  auto& info = facts.info;
  info.name = json.at("name");
  info.description = json.at("description");
  info.file_format = json.at("file_format");
  info.architecture = json.at("architecture");
  info.parameters = json.at("parameters");
  info.file_bytes = json.at("file_bytes");
  info.weight_formats = json.at("weight_formats");
  info.chat_format = json.at("chat_format");
  info.layers = json.at("layers");
  info.width = json.at("width");
  info.state_bytes = json.at("state_bytes");
  info.kv_bytes_per_token = json.at("kv_bytes_per_token");
  info.memory = memoryFrom(json.at("memory"));
  info.memory_bytes = json.at("memory_bytes");
  info.runnable = json.at("runnable");
  info.why_not = json.at("why_not");
  return facts;
}

}  // namespace

std::string toJson(const ModelFacts& facts) {
  const auto& info = facts.info;
  const Json json{{"program", facts.program},
                  {"code", static_cast<int>(facts.code)},
                  {"name", info.name},
                  {"description", info.description},
                  {"file_format", info.file_format},
                  {"architecture", info.architecture},
                  {"parameters", info.parameters},
                  {"file_bytes", info.file_bytes},
                  {"weight_formats", info.weight_formats},
                  {"chat_format", info.chat_format},
                  {"layers", info.layers},
                  {"width", info.width},
                  {"state_bytes", info.state_bytes},
                  {"kv_bytes_per_token", info.kv_bytes_per_token},
                  {"memory", memoryJson(info.memory)},
                  {"memory_bytes", info.memory_bytes},
                  {"runnable", info.runnable},
                  {"why_not", info.why_not}};
  // Metadata of a file may hold anything.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ModelFacts factsFromJson(const std::string& text) {
  try {
    return read(Json::parse(text));
  } catch (const Json::exception&) {
    return {};
  }
}

}  // namespace eddy
