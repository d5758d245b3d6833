// The ops that networks are made of, each with operands as networks have them: sizes that no vector width divides, numbers
// of the usual size.
#include <algorithm>

#include "engine/devices/op_trial.h"
#include "engine/ops/attention.h"
#include "engine/ops/causal_conv.h"
#include "engine/ops/columns.h"
#include "engine/ops/ddlerp.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/embedding.h"
#include "engine/ops/experts.h"
#include "engine/ops/gate.h"
#include "engine/ops/gated_delta.h"
#include "engine/ops/head_bonus.h"
#include "engine/ops/l2_norm.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/linear_attention.h"
#include "engine/ops/multiply_add.h"
#include "engine/ops/repeat_heads.h"
#include "engine/ops/rg_lru.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/rotary.h"
#include "engine/ops/rwkv7_key.h"
#include "engine/ops/rwkv7_readout.h"
#include "engine/ops/scale.h"
#include "engine/ops/selective_scan.h"
#include "engine/ops/sigmoid_decay.h"
#include "engine/ops/soft_cap.h"
#include "engine/ops/softplus_decay.h"
#include "engine/ops/ssd.h"
#include "engine/ops/token_shift.h"
#include "engine/ops/wkv4.h"
#include "engine/ops/wkv7.h"

namespace eddy {
namespace {

using Trials = std::vector<OpTrial>;

template <class T>
OpParams of(const T& params) {
  return OpParams::of(params);
}

/// One token takes other kernels than many.
constexpr std::int64_t kFew = 1, kMany = 37;

void add_matrices(Trials& trials) {
  constexpr std::int64_t kRows = 75, kColumns = 512;
  for (const auto& format : all_weight_formats()) {
    const bool exact = format.id == WeightFormat::F32;
    const double tolerance = exact ? OpTrial::kTolerance : OpTrial::kPackedTolerance;
    for (const auto tokens : {kFew, kMany}) {
      trials.push_back(OpTrial(kLinear, tokens, of(LinearParams{}), tolerance).matrix(format.id, {kRows, kColumns}).activation(kColumns).output(kRows));
    }
    // A processor with products of bfloat16 keeps F16 matrices as such, those of embeddings among them.
    const double of_rows = format.id == WeightFormat::F16 ? OpTrial::kPackedTolerance : OpTrial::kTolerance;
    trials.push_back(OpTrial(kEmbedding, kMany, {}, of_rows).matrix(format.id, {100, kColumns}).tokens(100).output(kColumns));
  }
  const LinearParams all{Activation::Silu, true, true};
  trials.push_back(OpTrial(kLinear, 7, of(all)).matrix(WeightFormat::F32, {63, 100}).activation(100).input({63}).activation(63).output(63));
}

void add_norms(Trials& trials) {
  constexpr std::int64_t kChannels = 4 * 17;
  for (const std::int64_t groups : {1, 4}) {
    trials.push_back(OpTrial(kNorm, 5, of(NormParams{64e-5f, groups})).activation(kChannels, -3, 5).input({kChannels}).input({kChannels}).output(kChannels));
    trials.push_back(OpTrial(kRmsNorm, 5, of(RmsNormParams{1e-5f, groups})).activation(kChannels, -3, 3).input({kChannels}).output(kChannels));
    trials.push_back(OpTrial(kL2Norm, 5, of(L2NormParams{groups, 1e-6f, 0.5f})).activation(kChannels, -3, 3).output(kChannels));
  }
}

void add_plain(Trials& trials) {
  constexpr std::int64_t kChannels = 66, kTokens = 7;
  const auto plain = [&](const OpKind& op, int inputs, OpParams params = {}, std::int64_t out = 66) {
    OpTrial trial(op, kTokens, params);
    for (int i = 0; i < inputs; ++i) trial.activation(kChannels, -3, 3);
    trials.push_back(trial.output(out));
  };
  plain(kAdd, 2);
  plain(kMultiply, 2);
  plain(kLerp, 3);
  plain(kMultiplyAdd, 3);
  plain(kScale, 1, of(0.3f));
  plain(kSigmoidDecay, 1, of(SigmoidDecayParams{}));
  plain(kSoftCap, 1, of(30.0f));
  plain(kColumns, 1, of(std::int64_t{2}), kChannels - 3);
  plain(kJoinColumns, 2, {}, 2 * kChannels);
  plain(kRepeatHeads, 1, of(RepeatHeadsParams{3, 9}), 3 * kChannels);
  trials.push_back(OpTrial(kLastTokens, kTokens).activation(kChannels).output({1, 1, kChannels}));
  trials.push_back(OpTrial(kScaleChannels, kTokens).activation(kChannels).input({kChannels}).output(kChannels));
  trials.push_back(OpTrial(kSoftplusDecay, kTokens).activation(kChannels, -20, 20).input({kChannels}, -16, 0).input({kChannels}, -4, 4).output(kChannels));
  trials.push_back(OpTrial(kGate, kTokens, of(GateParams{2, Activation::Silu})).activation(kChannels).activation(kChannels + 3, -20, 20).output(kChannels));
  trials.push_back(OpTrial(kRotate, kTokens, of(RotateParams{16, 0})).activation(48).activation(8).activation(8).output(48));
  OpTrial bonus(kHeadBonus, kTokens, of(std::int64_t{3}));
  for (int i = 0; i < 4; ++i) bonus.activation(kChannels);
  trials.push_back(bonus.input({kChannels}).output(kChannels));
}

void add_rwkv(Trials& trials, std::int64_t tokens) {
  constexpr std::int64_t kHeads = 3, kSize = 64, kChannels = kHeads * kSize, kMixes = 5, kRank = 32;
  OpTrial shift(kTokenShift, tokens);
  shift.activation(kChannels).input({6, kChannels}, 0, 1).state({kChannels});
  for (int i = 0; i < 6; ++i) shift.output(kChannels);
  trials.push_back(shift);
  trials.push_back(OpTrial(kDdlerpBase, tokens).activation(kChannels).input({kChannels}, 0, 1).state({kChannels}).output(kChannels).output(kChannels));
  OpTrial mix(kDdlerpMix, tokens);
  mix.activation(kChannels).activation(kChannels).activation(kMixes * kRank).input({kMixes, kRank, kChannels}).input({kMixes, kChannels}, 0, 1);
  for (int i = 0; i < kMixes; ++i) mix.output(kChannels);
  trials.push_back(mix);
  OpTrial wkv4_trial(kWkv4, tokens);
  wkv4_trial.activation(kChannels, 0, 1).activation(kChannels, -8, 8).activation(kChannels).input({kChannels}, -3, -0.001f).input({kChannels});
  for (int slot = 0; slot < 3; ++slot) wkv4_trial.state({kChannels});
  trials.push_back(wkv4_trial.output(kChannels));
  trials.push_back(OpTrial(kLinearAttention, tokens, of(LinearAttentionParams{0.25f, true})).activation(kChannels).activation(kChannels).activation(kChannels)
                       .activation(kChannels, 0.5f, 1).state({kHeads, kSize, kSize}).input({kHeads, kSize}).output(kChannels));
  trials.push_back(OpTrial(kRwkv7Key, tokens, of(HeadParams{kHeads})).activation(kChannels).activation(kChannels, 0, 1).input({kChannels}).input({kChannels}).output(kChannels).output(kChannels));
  trials.push_back(OpTrial(kWkv7, tokens).activation(kChannels).activation(kChannels, 0.55f, 1).activation(kChannels).activation(kChannels)
                       .activation(kChannels, -0.2f, 0.2f).activation(kChannels, 0, 1).state({kHeads, kSize, kSize}).output(kChannels));
  OpTrial readout(kRwkv7Readout, tokens, of(ReadoutParams{kHeads, 64e-5f}));
  for (int i = 0; i < 5; ++i) readout.activation(kChannels);
  for (int i = 0; i < 3; ++i) readout.input({kChannels});
  trials.push_back(readout.output(kChannels));
}

void add_scans(Trials& trials, std::int64_t tokens) {
  constexpr std::int64_t kChannels = 40, kStates = 16, kKernel = 4, kHeads = 6, kGroups = 2, kHeadSize = 8;
  trials.push_back(OpTrial(kCausalConv, tokens, of(CausalConvParams{2, Activation::Silu, true})).activation(kChannels + 4).input({kKernel, kChannels})
                       .state({kKernel - 1, kChannels}).input({kChannels}).output(kChannels));
  trials.push_back(OpTrial(kSelectiveScan, tokens, of(std::int64_t{kChannels + 3})).activation(kChannels).activation(kChannels, -30, 4).activation(kStates).activation(kStates)
                       .input({kStates, kChannels}, -16, 0).input({kChannels}).activation(2 * kChannels + 3, -100, 100).state({kStates, kChannels}).output(kChannels));
  const SsdParams ssd_params{.dt_first = 5, .z_first = 2, .dt_least = 0.01f, .dt_most = 3, .has_z = true};
  trials.push_back(OpTrial(kSsd, tokens, of(ssd_params)).activation(kHeads * kHeadSize + 2 * kGroups * kStates).activation(kHeads + 5, -30, 4).input({kHeads})
                       .input({kHeads}, -16, 0).input({kHeads * kHeadSize}).state({kHeads, kStates, kHeadSize}).activation(kHeads * kHeadSize + 2, -100, 100).output(kHeads * kHeadSize));
  const float unit = 0.35f;
  trials.push_back(OpTrial(kGatedDelta, tokens, of(GatedDeltaParams{0.25f, HeadSharing::Grouped})).activation(2 * kStates, -unit, unit).activation(2 * kStates, -unit, unit)
                       .activation(4 * kHeadSize).activation(4, 0.5f, 1).activation(4, 0, 1).state({4, kStates, kHeadSize}).output(4 * kHeadSize));
  std::vector<float> first(static_cast<std::size_t>(tokens), 0.0f);
  first.front() = 1;
  trials.push_back(OpTrial(kRgLru, tokens).activation(kChannels).activation(kChannels, 0, 1).activation(kChannels, 0.05f, 1).input({kChannels}, -3, -0.1f)
                       .numbers({1, tokens, 1}, first).state({kChannels}).output(kChannels));
  trials.push_back(OpTrial(kBlockLinear, tokens, of(Activation::Sigmoid)).input({kHeads, kHeadSize, kHeadSize + 1}).input({kHeads * (kHeadSize + 1)}).activation(kHeads * kHeadSize)
                       .output(kHeads * (kHeadSize + 1)));
}

void add_attention(Trials& trials, std::int64_t tokens) {
  constexpr std::int64_t kBefore = 300;
  const AttentionParams params{.query_heads = 4, .key_heads = 2, .scale = 0.25f};
  trials.push_back(OpTrial(kAttention, tokens, of(params)).activation(4 * 16, -3, 3).rows(2 * 16, kBefore).rows(2 * 16, kBefore).output(4 * 16));
  trials.push_back(OpTrial(kAppendRows, tokens).activation(5).rows(5, 255));
}

void add_experts(Trials& trials) {
  constexpr std::int64_t kTokens = 7, kExperts = 5, kUsed = 2, kIn = 256, kOut = 40;
  std::vector<float> choices;
  for (std::int64_t t = 0; t < kTokens; ++t) {
    const auto one = (t * t) % kExperts, other = (t * t + 3) % kExperts;
    choices.push_back(static_cast<float>(std::min(one, other)));
    choices.push_back(static_cast<float>(std::max(one, other)));
  }
  std::vector<float> dispatched(static_cast<std::size_t>(kExperts + 1 + 2 * kTokens * kUsed));
  const Shape shape{1, 1, static_cast<std::int64_t>(dispatched.size())};
  const Operand in[] = {{.tensor = {choices.data(), {1, kTokens, kUsed}}}};
  const Operand out[] = {{.tensor = {dispatched.data(), shape}}};
  kDispatch.reference({1, kTokens, in, out, {}});
  trials.push_back(OpTrial(kRoute, kTokens, of(RouteParams{.used = kUsed, .normalise = 1})).activation(kExperts, -3, 3).output(kUsed).output(kUsed));
  trials.push_back(OpTrial(kDispatch, kTokens).numbers({1, kTokens, kUsed}, choices).output(shape));
  trials.push_back(OpTrial(kExpertRows, kTokens).activation(kIn).numbers(shape, dispatched).output({1, kTokens * kUsed, kIn}));
  trials.push_back(OpTrial(kGroupedLinear, kTokens * kUsed, of(Activation::Silu), OpTrial::kPackedTolerance).matrix(WeightFormat::Q4_0, {kExperts, kOut, kIn}).activation(kIn)
                       .numbers(shape, dispatched).output(kOut));
  trials.push_back(OpTrial(kCombineExperts, kTokens, of(std::int32_t{0})).input({1, kTokens * kUsed, kIn}).activation(kUsed).numbers(shape, dispatched).output(kIn));
  trials.push_back(OpTrial(kAddWeighted, kTokens).activation(kIn).activation(kIn).activation(1).output(kIn));
}

}  // namespace

std::vector<OpTrial> all_op_trials() {
  Trials trials;
  add_plain(trials);
  add_norms(trials);
  for (const auto tokens : {kFew, kMany}) {
    add_rwkv(trials, tokens);
    add_scans(trials, tokens);
    add_attention(trials, tokens);
  }
  add_experts(trials);
  add_matrices(trials);
  return trials;
}

}  // namespace eddy
