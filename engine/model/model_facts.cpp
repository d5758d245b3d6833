#include "engine/model/model_facts.h"

#include <algorithm>
#include <initializer_list>
#include <map>

#include "engine/chat/chat_formats.h"
#include "engine/model/memory_needs.h"
#include "engine/model/missing_tokenizer.h"

namespace eddy {
namespace {

std::string metadata_text(const ModelFile& file, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const auto* value = file.metadata(key);
    if (value == nullptr) continue;
    if (const auto* text = std::get_if<std::string>(value); text && !text->empty()) return *text;
    if (const auto* list = std::get_if<std::vector<std::string>>(value); list && !list->empty()) return list->front();
  }
  return "";
}

// Files in folders of their own are often all called "model": the folder says more then.
std::string file_name(const ModelFile& file) {
  const auto stem = file.path().filename().empty() ? file.path().parent_path().filename() : file.path().stem();
  return stem == "model" ? file.folder().filename().string() : stem.string();
}

std::vector<std::pair<std::string, std::int64_t>> bytes_per_format(const ModelFile& file) {
  std::map<std::string, std::int64_t> bytes;
  for (const auto& tensor : file.tensors()) {
    bytes[std::string(traits(tensor.format).name)] += static_cast<std::int64_t>(tensor.bytes.size());
  }
  std::vector<std::pair<std::string, std::int64_t>> sorted(bytes.begin(), bytes.end());
  std::ranges::sort(sorted, std::ranges::greater(), &std::pair<std::string, std::int64_t>::second);
  return sorted;
}

std::int64_t stored_parameters(const ModelFile& file) {
  std::int64_t sum = 0;
  for (const auto& tensor : file.tensors()) {
    std::int64_t elements = 1;
    for (auto dim : tensor.shape) elements *= dim;
    sum += elements;
  }
  return sum;
}

// What any file tells about itself, also one that cannot run.
ModelInfo describe_file(const ModelFile& file) {
  ModelInfo info;
  info.path = file.path().string();
  info.name = metadata_text(file, {"general.name", "__metadata__.name", "__metadata__.eddy.name", "_name_or_path"});
  if (info.name.empty()) info.name = file_name(file);
  info.description = metadata_text(file, {"general.description", "__metadata__.description"});
  info.file_format = file.container();
  info.architecture = metadata_text(file, {"general.architecture", "model_type", "architectures"});
  info.parameters = stored_parameters(file);
  info.file_bytes = file.file_bytes();
  info.weight_formats = bytes_per_format(file);
  return info;
}

void describe_network(ModelInfo& info, const Result<NetworkFacts>& network) {
  info.runnable = network.has_value();
  if (!network) {
    info.why_not = network.error().message;
    return;
  }
  info.architecture = network->architecture;
  info.parameters = network->parameters;
  info.vocabulary = network->vocabulary;
  info.layers = network->layers;
  info.width = network->width;
  info.state_bytes = network->state_layout.fixed_bytes();
  info.kv_bytes_per_token = network->state_layout.bytes_per_token();
  info.memory = memory_needs(*network);
}

}  // namespace

Result<OpenedModel> look_at_model(const std::filesystem::path& path, const LoadOptions& options) {
  auto file = open_model_file(path);
  if (!file) return std::move(file).error();
  OpenedModel model{.file = *file, .network = network_facts(**file, options), .info = describe_file(**file)};
  describe_network(model.info, model.network);

  auto tokenizer = load_tokenizer(*model.file);
  if (tokenizer) {
    model.tokenizer = *std::move(tokenizer);
    model.info.tokenizer = model.tokenizer->kind();
    model.info.memory.tables = model.tokenizer->memory_bytes();
  } else {
    model.tokenizer = std::make_shared<MissingTokenizer>();
    model.has_text = std::move(tokenizer).error();
  }
  auto chosen = choose_chat_format(*model.file, model.info.architecture, *model.tokenizer);
  model.chat_format = std::move(chosen.format);
  model.info.chat_format = model.chat_format->name();
  model.info.chat_format_source = std::move(chosen.source);
  model.info.chat_format_notes = std::move(chosen.notes);
  if (model.network) model.info.memory_bytes = model.info.memory.total(kTokensPerBlock);
  return model;
}

}  // namespace eddy
