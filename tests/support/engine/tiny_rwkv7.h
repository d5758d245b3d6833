// A whole RWKV-7 model of a few hundred kilobytes: made-up weights that never change, a tokenizer of bytes.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace eddy::test {

struct TinyRwkv7 {
  int layers = 2;
  int width = 64;
  int head_size = 32;
  int feed_forward = 96;
  int rank = 8;
  int vocabulary = 257;  ///< <|endoftext|> and the bytes
  std::uint64_t seed = 1;
  bool ends = true;  ///< false: greedy text never comes to <|endoftext|>
};

/// Collects float32 tensors and writes them as a safetensors file.
class TinyFile {
 public:
  explicit TinyFile(std::uint64_t seed) : random_(seed) {}

  /// Uniform in [middle - spread, middle + spread].
  void add(const std::string& name, std::vector<int> shape, float spread, float middle = 0) {
    std::size_t count = 1;
    std::string dims;
    for (int n : shape) {
      count *= static_cast<std::size_t>(n);
      if (!dims.empty()) dims += ',';
      dims += std::to_string(n);
    }
    const std::size_t begin = data_.size() * sizeof(float);
    for (std::size_t i = 0; i < count; ++i) data_.push_back(middle + spread * next());
    header_ += header_.empty() ? "{\"" : ",\"";
    header_ += name;
    header_ += "\":{\"dtype\":\"F32\",\"shape\":[" + dims + "],\"data_offsets\":[" + std::to_string(begin) + "," +
               std::to_string(data_.size() * sizeof(float)) + "]}";
    last_ = begin / sizeof(float);
  }

  /// The first `count` numbers of the tensor added last become 0.
  void clear(int count) { std::fill_n(data_.begin() + static_cast<std::ptrdiff_t>(last_), count, 0.0f); }

  void write(const std::filesystem::path& file) const {
    std::string header = header_ + "}";
    header.resize((header.size() + 7) / 8 * 8, ' ');
    const std::uint64_t size = header.size();
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(&size), sizeof(size));
    out.write(header.data(), static_cast<std::streamsize>(header.size()));
    out.write(reinterpret_cast<const char*>(data_.data()), static_cast<std::streamsize>(data_.size() * sizeof(float)));
  }

 private:
  float next() {
    random_ = random_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<float>(static_cast<std::int32_t>(random_ >> 32)) / 2147483648.0f;
  }

  std::uint64_t random_;
  std::string header_;
  std::vector<float> data_;
  std::size_t last_ = 0;
};

inline void add_norm(TinyFile& file, const std::string& name, int width) {
  file.add(name + ".weight", {width}, 0.2f, 1);
  file.add(name + ".bias", {width}, 0.1f);
}

inline void add_layer(TinyFile& file, const TinyRwkv7& m, int layer) {
  const std::string block = "blocks." + std::to_string(layer) + ".";
  const std::string att = block + "att.";
  const float scale = 1.5f / std::sqrt(static_cast<float>(m.width));
  if (layer == 0) add_norm(file, block + "ln0", m.width);
  add_norm(file, block + "ln1", m.width);
  add_norm(file, block + "ln2", m.width);
  for (const char* mix : {"x_r", "x_w", "x_k", "x_v", "x_a", "x_g"}) file.add(att + mix, {1, 1, m.width}, 0.5f, 0.5f);
  for (const char* low : {"w", "a", "v"}) {
    file.add(att + low + "0", {1, 1, m.width}, 0.5f);
    file.add(att + low + "1", {m.width, m.rank}, scale);
    file.add(att + low + "2", {m.rank, m.width}, scale);
  }
  file.add(att + "g1", {m.width, m.rank}, scale);
  file.add(att + "g2", {m.rank, m.width}, 1);
  file.add(att + "k_k", {1, 1, m.width}, 0.2f, 0.9f);
  file.add(att + "k_a", {1, 1, m.width}, 0.2f, 1);
  file.add(att + "r_k", {m.width / m.head_size, m.head_size}, 0.3f);
  for (const char* name : {"receptance", "key", "value", "output"})
    file.add(att + name + ".weight", {m.width, m.width}, scale);
  add_norm(file, att + "ln_x", m.width);
  file.add(block + "ffn.x_k", {1, 1, m.width}, 0.5f, 0.5f);
  file.add(block + "ffn.key.weight", {m.feed_forward, m.width}, scale);
  file.add(block + "ffn.value.weight", {m.width, m.feed_forward}, scale);
}

inline void write_tiny_rwkv7(const std::filesystem::path& path, const TinyRwkv7& m = {}) {
  TinyFile file(m.seed);
  file.add("emb.weight", {m.vocabulary, m.width}, 1);
  for (int layer = 0; layer < m.layers; ++layer) add_layer(file, m, layer);
  add_norm(file, "ln_out", m.width);
  file.add("head.weight", {m.vocabulary, m.width}, 0.6f);
  if (!m.ends) file.clear(m.width);  // a logit of 0, and some of the other 256 are above it
  file.write(path);
}

/// How byte-level tokenizers write a byte: printable ones as they are, the others from U+0100 on.
inline std::string written_byte(int byte) {
  int code = byte;
  if (!((byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174)) {
    code = 256;
    for (int other = 0; other < byte; ++other) {
      code += !((other >= 33 && other <= 126) || (other >= 161 && other <= 172) || other >= 174);
    }
  }
  if (code == '"' || code == '\\') return std::string("\\") + static_cast<char>(code);
  if (code < 128) return std::string(1, static_cast<char>(code));
  return {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 63))};
}

/// tokenizer.json: id 0 <|endoftext|>, then the 256 bytes, no merges.
inline void write_byte_tokenizer(const std::filesystem::path& path) {
  std::string vocabulary = "\"<|endoftext|>\":0";
  for (int byte = 0; byte < 256; ++byte) vocabulary += ",\"" + written_byte(byte) + "\":" + std::to_string(byte + 1);
  std::ofstream(path, std::ios::binary)
      << R"({"version":"1.0","added_tokens":[{"id":0,"content":"<|endoftext|>","single_word":false,"lstrip":false,)"
      << R"("rstrip":false,"normalized":false,"special":true}],"normalizer":null,)"
      << R"("pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true},)"
      << R"("post_processor":null,"decoder":{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true},)"
      << R"("model":{"type":"BPE","dropout":null,"unk_token":null,"continuing_subword_prefix":null,)"
      << R"("end_of_word_suffix":null,"fuse_unk":false,"byte_fallback":false,"vocab":{)" << vocabulary
      << R"(},"merges":[]}})";
}

/// A folder that can be loaded: model.safetensors and tokenizer.json.
inline void write_tiny_model(const std::filesystem::path& folder, const TinyRwkv7& m = {}) {
  std::filesystem::create_directories(folder);
  write_tiny_rwkv7(folder / "model.safetensors", m);
  write_byte_tokenizer(folder / "tokenizer.json");
}

}  // namespace eddy::test
