// A small deterministic network without weights, for tests of everything around one.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "engine/core/assert.h"
#include "engine/sequence/forward_pass.h"
#include "tests/support/engine/plain_draw.h"

namespace eddy {

/// Holds a few floats that every token stirs; the first one counts tokens.
class FakeState final : public RecurrentState {
 public:
  static constexpr int kFloats = 8;
  std::vector<float> values = std::vector<float>(kFloats);
  bool fails = false;

  Result<void> read(std::span<std::byte> out) const override {
    if (fails) return Error{ErrorCode::DeviceLost, "[fake] the state cannot be read", ""};
    EDDY_ASSERT(out.size() == sizeof(float) * kFloats);
    std::memcpy(out.data(), values.data(), out.size());
    return {};
  }
  Result<void> write(std::span<const std::byte> in) override {
    if (fails) return Error{ErrorCode::DeviceLost, "[fake] the state cannot be written", ""};
    EDDY_ASSERT(in.size() == sizeof(float) * kFloats);
    std::memcpy(values.data(), in.data(), in.size());
    return {};
  }
  Result<void> clear() override {
    if (fails) return Error{ErrorCode::DeviceLost, "[fake] the state cannot be cleared", ""};
    std::fill(values.begin(), values.end(), 0.0f);
    return {};
  }
};

/// After n tokens the likeliest next one is script[(n - 1) % size]; without a script, logits follow from the state.
class FakeForwardPass final : public ForwardPass {
 public:
  explicit FakeForwardPass(std::int64_t vocabulary, int chunk = 4) : vocabulary_(vocabulary), chunk_(chunk) {
    layout.slots = {{.name = "fake", .shape = {FakeState::kFloats}}};
  }

  std::vector<TokenId> script;
  StateLayout layout;
  std::vector<int> chunks_seen;                  ///< T of every call
  std::vector<int> batches_seen;                 ///< B of every call
  std::function<void(int call)> before_call;     ///< for stopping in the middle
  std::optional<int> fails_at_call;
  bool states_fail = false;                      ///< new states and those that are there
  FakeState* last_state = nullptr;
  bool draws = false;                            ///< it draws tokens itself
  int drawn = 0;                                 ///< tokens that it has drawn
  std::optional<std::int64_t> rows_wide;         ///< a vocabulary that no memory holds

  const StateLayout& state_layout() const override { return layout; }
  std::int64_t vocabulary() const override { return rows_wide.value_or(vocabulary_); }
  int chunk() const override { return chunk_; }
  std::int64_t memory_bytes() const override { return 0; }

  Result<std::unique_ptr<RecurrentState>> new_state() override {
    if (states_fail) return Error{ErrorCode::OutOfMemory, "[fake] no memory for a state", ""};
    auto state = std::make_unique<FakeState>();
    last_state = state.get();
    return std::unique_ptr<RecurrentState>(std::move(state));
  }

  Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states, LogitRows rows,
                   std::span<float> logits) override {
    const std::size_t length = tokens.size() / states.size();
    EDDY_ASSERT(!tokens.empty() && static_cast<int>(length) <= chunk_ && tokens.size() == length * states.size());
    const int call = static_cast<int>(chunks_seen.size());
    chunks_seen.push_back(static_cast<int>(length));
    batches_seen.push_back(static_cast<int>(states.size()));
    if (before_call) before_call(call);
    if (fails_at_call == call) return Error{ErrorCode::DeviceLost, "[fake] the network failed", "detail"};
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::size_t b = i / length, t = i % length;
      auto& state = static_cast<FakeState&>(*states[b]);
      EDDY_ASSERT(tokens[i] >= 0 && tokens[i] < vocabulary_);
      stir(state, tokens[i]);
      if (rows == LogitRows::All) speak(state, logits.subspan(i * vocabulary_, vocabulary_));
      if (rows == LogitRows::Last && t + 1 == length) speak(state, logits.subspan(b * vocabulary_, vocabulary_));
    }
    return {};
  }

  bool can_draw() const override { return draws; }
  Result<void> run_and_draw(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                            std::span<const TokenDraw> wanted, std::span<TokenId> chosen) override {
    const auto width = static_cast<std::size_t>(vocabulary_);
    std::vector<float> logits(states.size() * width);
    if (auto ran = run(tokens, states, LogitRows::Last, logits); !ran) return ran;
    for (std::size_t b = 0; b < states.size(); ++b) {
      chosen[b] = plain_draw(wanted[b], {logits.begin() + static_cast<std::ptrdiff_t>(b * width),
                                         logits.begin() + static_cast<std::ptrdiff_t>((b + 1) * width)});
      ++drawn;
    }
    return {};
  }

 private:
  static void stir(FakeState& state, TokenId token) {
    auto& v = state.values;
    v[0] += 1;
    for (int i = 1; i < FakeState::kFloats; ++i) v[i] = std::sin(0.9f * v[i] + 1.3f * v[i - 1] + 0.37f * (token + i));
  }

  void speak(const FakeState& state, std::span<float> logits) const {
    for (std::int64_t k = 0; k < vocabulary_; ++k) {
      const auto& v = state.values;
      logits[k] = 2 * std::sin(v[1 + k % 7] * 3 + 0.11f * static_cast<float>(k)) + v[1 + (k / 7) % 7];
    }
    if (!script.empty()) logits[script[static_cast<std::size_t>(state.values[0] - 1) % script.size()]] = 50;
  }

  std::int64_t vocabulary_;
  int chunk_;
};

}  // namespace eddy
