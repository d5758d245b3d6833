// The activations of engine/ops/activation.h on the device.
#pragma once

#include "engine/backends/cuda/launch.cuh"
#include "engine/ops/activation.h"

namespace eddy {

/// Whether device_activate has it: the list in engine/ops may have grown.
constexpr bool has_device_activation(Activation activation) {
  return activation <= Activation::Gelu;
}

/// Without overflow on either side.
__device__ __forceinline__ float device_softplus(float x) {
  return fmaxf(x, 0.0f) + log1pf(expf(-fabsf(x)));
}

__device__ __forceinline__ float device_activate(Activation activation, float x) {
  switch (activation) {
    case Activation::None:
      return x;
    case Activation::Tanh:
      return tanhf(x);
    case Activation::Sigmoid:
      return sigmoid(x);
    case Activation::ReluSquared:
      return x > 0 ? x * x : 0.0f;
    case Activation::Rwkv7Decay:
      return expf(-kRwkv7DecayScale / (1.0f + expf(-x)));
    case Activation::Silu:
      return x / (1.0f + expf(-x));
    case Activation::Rwkv6Decay:
      return expf(-expf(x));
    case Activation::GeluTanh:
      return 0.5f * x * (1.0f + tanhf(kGeluScale * (x + kGeluCubic * x * x * x)));
    case Activation::Gelu:
      return 0.5f * x * (1.0f + erff(x * 0.7071067811865476f));
  }
  return x;
}

}  // namespace eddy
