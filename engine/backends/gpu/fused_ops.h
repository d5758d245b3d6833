// Ops that only GPU backends know: what fusion.h makes of several ops of a plan.
#pragma once

#include <cstdint>

#include "engine/graph/op.h"
#include "engine/ops/activation.h"

namespace eddy {

/// layer_norm, then token_shift. Inputs: x, weight, bias, mixes, shift. Outputs: those of token_shift.
extern const OpKind kNormShift;

struct NormShiftParams {
  float epsilon = 0;
};

/// rwkv7_key, wkv7 and rwkv7_readout of one token, with the mixing of the first layer's values before them.
/// Inputs: r, w, k, v, a, g, state, k_k, k_a, r_k, norm_weight, norm_bias, [v_first, share]. Outputs: out.
extern const OpKind kRwkv7Step;

struct Rwkv7StepParams {
  std::int64_t heads = 1;
  float epsilon = 0;
  bool mixes_values = false;
};

inline constexpr std::int64_t kRwkv7StepHeadSize = 64;

/// The same for many tokens, of which a plan has at least kFewestRwkv7Steps: on an H100 as fast as one after the other.
extern const OpKind kRwkv7Steps;
inline constexpr std::int64_t kFewestRwkv7Steps = 128;

/// What follows stands for one token of at most this many sequences: more rows are multiplied by other kernels.
inline constexpr std::int64_t kMostFusedSequences = 4;

/// rms_norm, then linear. Inputs: W, x, norm_weight [K], [bias], [residual]. Outputs: y.
extern const OpKind kNormLinear;

struct NormLinearParams {
  Activation activation = Activation::None;
  bool has_bias = false;
  bool has_residual = false;
  float epsilon = 0;
  std::int32_t groups = 1;
};

/// rms_norm, linear, and causal_conv of outputs `first` on. Inputs: W, x, norm_weight [K], conv_weight [kernel, C],
/// conv_state, [conv_bias]. Outputs: all outputs of linear, those that were convolved.
extern const OpKind kNormLinearConv;

struct NormLinearConvParams {
  std::int64_t first = 0;
  Activation activation = Activation::None;
  float epsilon = 0;
  bool has_bias = false;  ///< of the convolution
};

/// What Mamba does with what it projects from its channels (`inputs` [B, 1, W], with dt [R], b [N] and c [N] in it): linear of
/// dt, then selective_scan. Inputs: W [E, R], inputs, bias [E], x, a, d, z, state, [dt_norm [R], b_norm [N], c_norm [N]: then
/// these go through rms_norm]. Outputs: y.
extern const OpKind kLinearScan;

struct LinearScanParams {
  std::int32_t dt_first = 0, b_first = 0, c_first = 0, z_first = 0;
  bool has_norms = false;
  float epsilon = 0;
};

}  // namespace eddy
