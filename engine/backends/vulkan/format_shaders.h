// The shaders that are made once for each weight format.
#pragma once

#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {

inline Shader gemv_shader(WeightFormat format) {
  static constexpr Shader kShaders[] = {
#define EDDY_WEIGHT_FORMAT(id, ...) Shader::linear_gemv_##id,
#include "engine/quant/weight_formats.def"
#undef EDDY_WEIGHT_FORMAT
  };
  return kShaders[static_cast<std::size_t>(format)];
}

inline Shader gemm_shader(WeightFormat format) {
  static constexpr Shader kShaders[] = {
#define EDDY_WEIGHT_FORMAT(id, ...) Shader::linear_gemm_##id,
#include "engine/quant/weight_formats.def"
#undef EDDY_WEIGHT_FORMAT
  };
  return kShaders[static_cast<std::size_t>(format)];
}

inline Shader halves_shader(WeightFormat format) {
  static constexpr Shader kShaders[] = {
#define EDDY_WEIGHT_FORMAT(id, ...) Shader::matrix_to_halves_##id,
#include "engine/quant/weight_formats.def"
#undef EDDY_WEIGHT_FORMAT
  };
  return kShaders[static_cast<std::size_t>(format)];
}

inline Shader grouped_shader(WeightFormat format) {
  static constexpr Shader kShaders[] = {
#define EDDY_WEIGHT_FORMAT(id, ...) Shader::grouped_gemv_##id,
#include "engine/quant/weight_formats.def"
#undef EDDY_WEIGHT_FORMAT
  };
  return kShaders[static_cast<std::size_t>(format)];
}

inline Shader scan_shader(WeightFormat format) {
  static constexpr Shader kShaders[] = {
#define EDDY_WEIGHT_FORMAT(id, ...) Shader::linear_scan_##id,
#include "engine/quant/weight_formats.def"
#undef EDDY_WEIGHT_FORMAT
  };
  return kShaders[static_cast<std::size_t>(format)];
}

inline Shader embedding_shader(WeightFormat format) {
  static constexpr Shader kShaders[] = {
#define EDDY_WEIGHT_FORMAT(id, ...) Shader::embedding_##id,
#include "engine/quant/weight_formats.def"
#undef EDDY_WEIGHT_FORMAT
  };
  return kShaders[static_cast<std::size_t>(format)];
}

}  // namespace eddy
