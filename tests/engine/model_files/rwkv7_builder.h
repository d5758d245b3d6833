// A small RWKV-7 with its original names and random weights, sound or with one fault.
#pragma once

#include <random>

#include "file_builders.h"

namespace eddy::test {

inline constexpr std::int64_t kWidth = 64, kFeedForward = 256, kVocabulary = 40, kLayers = 2;

struct Source {
  std::string header, data;
  std::mt19937 random{4};

  void add(const std::string& name, std::vector<std::int64_t> shape, float scale = 0.1f) {
    std::normal_distribution<float> normal(0, scale);
    const std::size_t begin = data.size();
    std::int64_t n = 1;
    std::string sizes;
    for (const std::int64_t s : shape) {
      n *= s;
      if (!sizes.empty()) sizes += ',';
      sizes += std::to_string(s);
    }
    for (std::int64_t i = 0; i < n; ++i) data += raw(normal(random));
    header.append(header.empty() ? "{\"" : ",\"")
        .append(name)
        .append("\":{\"dtype\":\"F32\",\"shape\":[")
        .append(sizes);
    header.append("],\"data_offsets\":[")
        .append(std::to_string(begin))
        .append(",")
        .append(std::to_string(data.size()))
        .append("]}");
  }
  std::string bytes() const { return safetensors(header + "}", data); }
};

/// A small RWKV-7 with its original names. `wrong` is left out, `wider` gets one more number per row.
inline std::string rwkv7(const std::string& wrong = "", const std::string& wider = "", const std::string& extra = "",
                         float scale = 0.1f) {
  Source s;
  const auto add = [&](const std::string& name, std::vector<std::int64_t> shape) {
    if (name == wrong) return;
    if (name == wider) shape.back() += 1;
    s.add(name, std::move(shape), scale);
  };
  add("emb.weight", {kVocabulary, kWidth});
  for (const char* name : {"blocks.0.ln0.weight", "blocks.0.ln0.bias", "ln_out.weight", "ln_out.bias"})
    add(name, {kWidth});
  for (std::int64_t i = 0; i < kLayers; ++i) {
    const std::string b = "blocks." + std::to_string(i) + ".";
    for (const char* name : {"ln1.weight", "ln1.bias", "ln2.weight", "ln2.bias", "att.ln_x.weight", "att.ln_x.bias"})
      add(b + name, {kWidth});
    for (const char* name : {"att.x_r", "att.x_w", "att.x_k", "att.x_v", "att.x_a", "att.x_g", "att.w0", "att.a0",
                             "att.k_k", "att.k_a", "ffn.x_k"}) {
      add(b + name, {1, 1, kWidth});
    }
    for (const char* name : {"w", "a", "g"}) {
      add(b + "att." + name + "1", {kWidth, 32});
      add(b + "att." + name + "2", {32, kWidth});
    }
    if (i > 0) {
      add(b + "att.v0", {1, 1, kWidth});
      add(b + "att.v1", {kWidth, 32});
      add(b + "att.v2", {32, kWidth});
    }
    add(b + "att.r_k", {2, kWidth / 2});
    for (const char* name : {"att.receptance.weight", "att.key.weight", "att.value.weight", "att.output.weight"})
      add(b + name, {kWidth, kWidth});
    add(b + "ffn.key.weight", {kFeedForward, kWidth});
    add(b + "ffn.value.weight", {kWidth, kFeedForward});
  }
  add("head.weight", {kVocabulary, kWidth});
  if (!extra.empty()) add(extra, {3});
  return s.bytes();
}

}  // namespace eddy::test
