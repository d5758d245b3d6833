#include "engine/layers/network_ends.h"

#include <algorithm>

#include "engine/ops/elementwise.h"
#include "engine/ops/embedding.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/scale.h"

namespace eddy {

std::string block_name(std::int64_t layer) {
  return "blk." + std::to_string(layer) + ".";
}

bool is_called(const ModelFile& file, std::initializer_list<std::string_view> model_types,
               std::initializer_list<std::string_view> gguf) {
  const auto says = [&](const char* key, std::initializer_list<std::string_view> names) {
    const auto* value = file.metadata(key);
    const auto* text = value ? std::get_if<std::string>(value) : nullptr;
    return text && std::find(names.begin(), names.end(), *text) != names.end();
  };
  return says("model_type", model_types) || says("general.architecture", gguf);
}

std::string gguf_key_prefix(const ModelFile& file) {
  const auto* value = file.metadata("general.architecture");
  const auto* name = value ? std::get_if<std::string>(value) : nullptr;
  return (name ? *name : "gguf") + ".";
}

void read_network_ends(const ModelFile& file, ConfigReader& reader, NetworkEnds& ends) {
  const auto table = matrix_size(file, ends.embeddings);
  if (!table) {
    const bool gguf = file.file_format() == "gguf";
    return reader.fail("tensor '" + (gguf ? ends.embeddings.back() : ends.embeddings.front()) +
                       "' is missing or not a matrix");
  }
  ends.vocabulary = table->first;
  ends.width = table->second;
  const std::string width = gguf_key_prefix(file) + "embedding_length";
  expect_size(reader, {"hidden_size", "d_model", width}, ends.width);
}

std::int64_t count_layers(const ModelFile& file, ConfigReader& reader,
                          const std::function<FileNames(std::int64_t)>& names) {
  std::int64_t layers = 0;
  while (find_first(file, names(layers))) ++layers;
  if (layers == 0) reader.fail("tensor '" + names(0).front() + "' is missing");
  const std::string count = gguf_key_prefix(file) + "block_count";
  if (layers > 0) expect_size(reader, {"num_hidden_layers", "n_layer", count}, layers);
  return layers;
}

void expect_size(ConfigReader& reader, ConfigReader::Keys keys, std::int64_t in_tensors) {
  for (const std::string_view key : keys) {
    if (!reader.has({key}) || reader.integer({key}, 0, ConfigReader::kLargestSize) == in_tensors) continue;
    reader.fail("key '" + std::string(key) + "' of its config does not agree with the " + std::to_string(in_tensors) +
                " of its tensors");
  }
}

bool read_tied(const ModelFile& file, ConfigReader& reader, bool otherwise) {
  return reader.flag({"tie_word_embeddings", "tie_embeddings"}, otherwise || file.file_format() == "gguf");
}

void add_network_ends(TensorTable& table, const NetworkEnds& ends) {
  table.rules.push_back(named_matrix("embeddings", ends.vocabulary, ends.width, ends.embeddings));
  table.rules.push_back(named_vector("norm", {ends.width}, ends.norm));
  FileNames head = ends.head;
  if (ends.tied) head.insert(head.end(), ends.embeddings.begin(), ends.embeddings.end());
  table.rules.push_back(named_matrix("head", ends.vocabulary, ends.width, head));
}

Value network_input(Graph& g, const NetworkEnds& ends) {
  const Value x = embedding(g, g.weight("embeddings"));
  return ends.input_scale == 1 ? x : scale(g, x, ends.input_scale);
}

void network_output(Graph& g, const NetworkEnds& ends, Value x) {
  if (g.shape().logits == LogitRows::None) return;
  if (g.shape().logits == LogitRows::Last) x = last_tokens(g, x);
  x = rms_norm(g, x, g.weight("norm"), ends.norm_epsilon);
  if (ends.output_scale != 1) x = scale(g, x, ends.output_scale);
  g.set_logits(linear(g, g.weight("head"), x));
}

}  // namespace eddy
