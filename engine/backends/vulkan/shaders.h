// The shaders that this module carries: one id for each file in shaders/, made at build time from CMakeLists.txt.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace eddy {

enum class Shader : std::uint16_t {
#define EDDY_SHADER(name) name,
#include "shader_list.inc"
#undef EDDY_SHADER
};

std::span<const std::uint32_t> shader_code(Shader shader);  ///< SPIR-V
std::string_view shader_name(Shader shader);
/// Changes whenever any shader does.
std::uint64_t shaders_hash();

}  // namespace eddy
