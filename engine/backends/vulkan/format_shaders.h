// The shaders that are made once for each weight format.
#pragma once

#include <optional>

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

/// Formats whose codes are bytes (BYTE_CODES in shaders/quant): products of few rows with integer dot products.
inline std::optional<Shader> integers_shader(WeightFormat format) {
  switch (format) {
#define EDDY_BYTE_CODES(id) \
  case WeightFormat::id:    \
    return Shader::linear_gemv_integers_##id;
    EDDY_BYTE_CODES(Q4_0)
    EDDY_BYTE_CODES(Q4_1)
    EDDY_BYTE_CODES(Q5_0)
    EDDY_BYTE_CODES(Q5_1)
    EDDY_BYTE_CODES(Q8_0)
    EDDY_BYTE_CODES(Q2_K)
    EDDY_BYTE_CODES(Q3_K)
    EDDY_BYTE_CODES(Q4_K)
    EDDY_BYTE_CODES(Q5_K)
    EDDY_BYTE_CODES(Q6_K)
#undef EDDY_BYTE_CODES
    default:
      return std::nullopt;
  }
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
