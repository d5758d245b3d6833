#include "engine/layers/transformer_body.h"

#include "engine/layers/experts.h"
#include "engine/layers/rewrites.h"
#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

std::string root_of(const ModelFile& file) {
  for (const char* root : {"model.language_model.", "language_model.model."}) {
    if (file.find(std::string(root) + "embed_tokens.weight")) return root;
  }
  return "model.";
}

void centre(const TransformerBody& body, TensorRule& norm) {
  if (body.zero_centred) norm.sources.front().rewrite = &rewrite_each<one_plus>;
}

}  // namespace

std::string body_layer(std::int64_t layer) {
  return "layers." + std::to_string(layer) + ".";
}

FileNames body_names(const TransformerBody& body, std::int64_t layer, const std::string& hf, const std::string& gguf) {
  FileNames names{body.root + body_layer(layer) + hf};
  if (!gguf.empty()) names.push_back(block_name(layer) + gguf);
  return names;
}

TransformerBody read_transformer_body(const ModelFile& file, ConfigReader& reader, const std::string& hf,
                                      const std::string& gguf) {
  TransformerBody body{.root = root_of(file)};
  const std::string prefix = gguf_key_prefix(file), epsilon = prefix + "attention.layer_norm_rms_epsilon",
                    count = prefix + "block_count";
  body.ends = {.embeddings = {body.root + "embed_tokens.weight", "token_embd.weight"},
               .norm = {body.root + "norm.weight", "output_norm.weight"},
               .head = {"lm_head.weight", "output.weight"},
               .norm_epsilon = reader.epsilon({"rms_norm_eps", epsilon}, 1e-6),
               .tied = read_tied(file, reader, false)};
  read_network_ends(file, reader, body.ends);
  body.layers = count_layers(file, reader, [&](std::int64_t layer) { return body_names(body, layer, hf, gguf); });
  if (body.layers > 0) expect_size(reader, {"num_hidden_layers", count}, body.layers);
  if (const auto up = matrix_size(file, body_names(body, 0, "mlp.up_proj.weight", "ffn_up.weight")))
    body.feed_forward = up->first;
  return body;
}

void ignore_parts(TransformerBody& body, const ModelFile& file, std::initializer_list<std::string> beginnings) {
  for (const auto& tensor : file.tensors()) {
    for (const auto& beginning : beginnings) {
      if (tensor.name.starts_with(beginning)) body.ignored.push_back(tensor.name);
    }
  }
}

void add_body_ends(TensorTable& table, const TransformerBody& body) {
  add_network_ends(table, body.ends);
  for (auto& rule : table.rules) {
    if (rule.name == "norm") centre(body, rule);
  }
  table.ignored.insert(table.ignored.end(), body.ignored.begin(), body.ignored.end());
}

void add_body_norm(TensorTable& table, const TransformerBody& body, std::int64_t layer, const std::string& hf,
                   const std::string& gguf, std::int64_t n) {
  table.rules.push_back(named_vector(body_layer(layer) + hf, {n}, body_names(body, layer, hf, gguf)));
  centre(body, table.rules.back());
}

void add_body_matrix(TensorTable& table, const TransformerBody& body, std::int64_t layer, const std::string& hf,
                     const std::string& gguf, std::int64_t out, std::int64_t in) {
  table.rules.push_back(named_matrix(body_layer(layer) + hf, out, in, body_names(body, layer, hf, gguf)));
}

void add_body_network(TensorTable& table, const TransformerBody& body, std::int64_t layer) {
  const std::int64_t inner = body.feed_forward;
  add_body_matrix(table, body, layer, "mlp.gate_proj.weight", "ffn_gate.weight", inner, body.width());
  add_body_matrix(table, body, layer, "mlp.up_proj.weight", "ffn_up.weight", inner, body.width());
  add_body_matrix(table, body, layer, "mlp.down_proj.weight", "ffn_down.weight", body.width(), inner);
}

Value body_norm(Graph& g, const TransformerBody& body, std::int64_t layer, const char* hf, Value x) {
  return rms_norm(g, x, g.weight(body_layer(layer) + hf), body.ends.norm_epsilon);
}

Value body_network(Graph& g, std::int64_t layer, Value normed, std::optional<Value> residual) {
  const auto w = [&](const char* name) { return g.weight(body_layer(layer) + "mlp." + name + "_proj.weight"); };
  return feed_forward(g, {.gate = w("gate"), .up = w("up"), .down = w("down")}, normed, residual);
}

}  // namespace eddy
