#include "engine/backends/vulkan/shaders.h"

namespace eddy {
namespace {

// shader_words.inc: for each shader `constexpr std::uint32_t k_<name>[] = { its SPIR-V };`
#include "shader_words.inc"

struct Entry {
  std::string_view name;
  std::span<const std::uint32_t> code;
};

const Entry kShaders[] = {
#define EDDY_SHADER(name) {#name, k_##name},
#include "shader_list.inc"
#undef EDDY_SHADER
};

}  // namespace

std::span<const std::uint32_t> shader_code(Shader shader) {
  return kShaders[static_cast<std::size_t>(shader)].code;
}

std::string_view shader_name(Shader shader) {
  return kShaders[static_cast<std::size_t>(shader)].name;
}

std::uint64_t shaders_hash() {
  static const std::uint64_t hash = [] {
    std::uint64_t all = 0;
    for (const auto& shader : kShaders) {
      for (const std::uint32_t word : shader.code) all = (all ^ word) * 0x9e3779b97f4a7c15u + (all >> 29);
    }
    return all;
  }();
  return hash;
}

}  // namespace eddy
