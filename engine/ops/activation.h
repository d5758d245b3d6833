// Elementwise functions that a linear op can apply to its result.
#pragma once

#include <cmath>
#include <cstdint>

namespace eddy {

enum class Activation : std::int32_t {
  None,
  Tanh,
  Sigmoid,
  ReluSquared,   ///< max(x, 0)^2
  Rwkv7Decay,    ///< exp(-e^-0.5 * sigmoid(x)), in (0.545, 1)
  Silu,          ///< x * sigmoid(x)
  Rwkv6Decay,    ///< exp(-exp(x)), in (0, 1)
  GeluTanh,      ///< x/2 * (1 + tanh(sqrt(2/pi) * (x + 0.044715 x^3)))
  Gelu,          ///< x/2 * (1 + erf(x / sqrt(2)))
};

/// e^-0.5, the steepest log-decay per token of RWKV-7.
inline constexpr float kRwkv7DecayScale = 0.6065306597126334f;

inline constexpr float kGeluScale = 0.7978845608028654f, kGeluCubic = 0.044715f;

inline float activate(Activation activation, float x) {
  switch (activation) {
    case Activation::None: return x;
    case Activation::Tanh: return std::tanh(x);
    case Activation::Sigmoid: return 1.0f / (1.0f + std::exp(-x));
    case Activation::ReluSquared: return x > 0 ? x * x : 0.0f;
    case Activation::Rwkv7Decay: return std::exp(-kRwkv7DecayScale / (1.0f + std::exp(-x)));
    case Activation::Silu: return x / (1.0f + std::exp(-x));
    case Activation::Rwkv6Decay: return std::exp(-std::exp(x));
    case Activation::GeluTanh: return 0.5f * x * (1 + std::tanh(kGeluScale * (x + kGeluCubic * x * x * x)));
    case Activation::Gelu: return 0.5f * x * (1 + std::erf(x * 0.7071067811865476f));
  }
  return x;
}

}  // namespace eddy
