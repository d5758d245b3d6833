// Checks a network against logits that another program computed from the same file.
//
// An oracle is a model and an expected.safetensors: input_ids [T], positions [P], logits [P, V] after those positions,
// and optionally greedy [G] with margin [G], how far each winner was ahead.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model_files/model_file.h"
#include "engine/sequence/make_forward_pass.h"

namespace eddy::test {

struct Oracle {
  std::vector<TokenId> prompt, greedy;
  std::vector<std::int64_t> positions;
  std::vector<float> logits, margin;
};

/// A tensor of any number type by name; empty when absent. The shards' loader lists integers apart from weights.
template <class T>
std::vector<T> numbers_of(const ModelFile& file, std::string_view name) {
  std::span<const std::byte> bytes;
  if (const auto* tensor = file.find(name)) bytes = tensor->bytes;
  for (const auto& tensor : file.foreign_tensors()) {
    if (tensor.name == name) bytes = tensor.bytes;
  }
  std::vector<T> values(bytes.size() / sizeof(T));
  if (!values.empty()) std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
  return values;
}

/// Files that cannot be opened end the test: the folder of references is not what it should be.
inline std::shared_ptr<const ModelFile> open_or_die(const std::filesystem::path& path) {
  auto file = open_model_file(path);
  if (!file) qFatal("%s", file.error().message.c_str());
  return *std::move(file);
}

inline Oracle read_oracle(const std::filesystem::path& expected) {
  const auto file = open_or_die(expected);
  const auto ids = numbers_of<std::int64_t>(*file, "input_ids"), greedy = numbers_of<std::int64_t>(*file, "greedy");
  return {.prompt = {ids.begin(), ids.end()},
          .greedy = {greedy.begin(), greedy.end()},
          .positions = numbers_of<std::int64_t>(*file, "positions"),
          .logits = numbers_of<float>(*file, "logits"),
          .margin = numbers_of<float>(*file, "margin")};
}

inline std::unique_ptr<ForwardPass> load_pass(const std::filesystem::path& path, int chunk = 0, bool exact = true) {
  auto pass = make_forward_pass(open_or_die(path), {.prefill_chunk = chunk, .exact = exact});
  if (!pass) qFatal("%s", pass.error().message.c_str());
  return *std::move(pass);
}

/// Logits [T, V] of tokens read in chunks into the state.
inline std::vector<float> read_tokens(ForwardPass& pass, RecurrentState& state, std::span<const TokenId> tokens,
                                      std::size_t chunk) {
  const auto vocabulary = static_cast<std::size_t>(pass.vocabulary());
  std::vector<float> logits(tokens.size() * vocabulary, std::numeric_limits<float>::quiet_NaN());
  RecurrentState* states[] = {&state};
  state.expect(static_cast<std::int64_t>(tokens.size()));
  for (std::size_t at = 0; at < tokens.size(); at += chunk) {
    const std::size_t count = std::min(chunk, tokens.size() - at);
    const auto done = pass.run(tokens.subspan(at, count), states, LogitRows::All,
                               std::span(logits).subspan(at * vocabulary, count * vocabulary));
    if (!done) qFatal("%s", done.error().message.c_str());
  }
  return logits;
}

inline std::vector<std::byte> fixed_bytes(const ForwardPass& pass, const RecurrentState& state) {
  std::vector<std::byte> bytes(static_cast<std::size_t>(pass.state_layout().fixed_bytes()));
  state.read(bytes).value();
  return bytes;
}

/// Everything that a state holds.
inline std::vector<std::byte> state_bytes(const ForwardPass& pass, RecurrentState& state) {
  auto bytes = fixed_bytes(pass, state);
  const auto rows = state.read_rows();
  for (const auto& slot : rows.value().slots) {
    for (const auto& block : slot.blocks) bytes.insert(bytes.end(), block->bytes().begin(), block->bytes().end());
  }
  return bytes;
}

inline void copy_state(const ForwardPass& pass, RecurrentState& from, RecurrentState& to) {
  to.write(fixed_bytes(pass, from)).value();
  to.write_rows(from.read_rows().value()).value();
}

inline double relative_error(std::span<const float> out, std::span<const float> reference) {
  if (out.size() != reference.size()) return std::numeric_limits<double>::infinity();
  double difference = 0, size = 0;
  for (std::size_t i = 0; i < reference.size(); ++i) {
    difference += std::pow(double(out[i]) - reference[i], 2);
    size += std::pow(double(reference[i]), 2);
  }
  return std::sqrt(difference / size);
}

inline std::vector<float> rows_at(std::span<const float> logits, std::span<const std::int64_t> positions,
                                  std::size_t vocabulary) {
  std::vector<float> rows;
  for (const auto position : positions) {
    const auto row = logits.subspan(static_cast<std::size_t>(position) * vocabulary, vocabulary);
    rows.insert(rows.end(), row.begin(), row.end());
  }
  return rows;
}

/// The CPU gives the same bits however a text is cut. Where EDDY_BACKEND names another backend its kernels for few and for
/// many tokens sum in other orders.
inline bool same_numbers(std::span<const float> a, std::span<const float> b) {
  constexpr double kOtherOrder = 2e-5;
  const char* backend = std::getenv("EDDY_BACKEND");
  const std::string_view name = backend ? backend : "";
  const bool elsewhere = name.find("cuda") != name.npos || name.find("vulkan") != name.npos;
  return elsewhere ? relative_error(a, b) <= kOtherOrder : std::ranges::equal(a, b);
}
inline bool same_states(const std::vector<std::byte>& a, const std::vector<std::byte>& b) {
  const auto numbers = [](const std::vector<std::byte>& bytes) {
    std::vector<float> values(bytes.size() / sizeof(float));
    if (!values.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
  };
  return a == b || same_numbers(numbers(a), numbers(b));
}

// Each check returns "" or what is wrong.

/// The oracle's logits, and the same bits in every way of cutting the prompt.
inline std::string check_logits(const std::filesystem::path& model, const Oracle& oracle, double tolerance,
                                double* error = nullptr, bool exact = true) {
  const auto whole = load_pass(model, static_cast<int>(oracle.prompt.size()), exact);
  const auto vocabulary = static_cast<std::size_t>(whole->vocabulary());
  auto state = *whole->new_state();
  const auto logits = read_tokens(*whole, *state, oracle.prompt, oracle.prompt.size());
  const double off = relative_error(rows_at(logits, oracle.positions, vocabulary), oracle.logits);
  if (error) *error = off;
  if (!(off <= tolerance)) return "relative error " + std::to_string(off);
  for (std::size_t chunk : {1, 7, 64, 256}) {
    auto other = *whole->new_state();
    if (!same_numbers(read_tokens(*whole, *other, oracle.prompt, chunk), logits))
      return "chunks of " + std::to_string(chunk) + " give other bits";
    if (!same_states(state_bytes(*whole, *other), state_bytes(*whole, *state)))
      return "chunks of " + std::to_string(chunk) + " leave another state";
  }
  return {};
}

/// The greedy continuation, up to the first token whose margin is too small to tell.
inline std::string check_greedy(ForwardPass& pass, const Oracle& oracle) {
  constexpr float kSmallestMargin = 1e-3f;
  const auto vocabulary = static_cast<std::size_t>(pass.vocabulary());
  auto state = *pass.new_state();
  auto logits = read_tokens(pass, *state, oracle.prompt, 64);
  for (std::size_t i = 0; i < oracle.greedy.size() && oracle.margin[i] > kSmallestMargin; ++i) {
    const auto best = std::max_element(logits.end() - static_cast<std::ptrdiff_t>(vocabulary), logits.end());
    const auto token = static_cast<TokenId>(best - (logits.end() - static_cast<std::ptrdiff_t>(vocabulary)));
    if (token != oracle.greedy[i]) return "token " + std::to_string(i) + " of the continuation is another";
    logits = read_tokens(pass, *state, std::span(&oracle.greedy[i], 1), 1);
  }
  return {};
}

/// A state read out in the middle and written into a fresh sequence goes on with the same bits.
inline std::string check_snapshot(ForwardPass& pass, const Oracle& oracle) {
  const std::span<const TokenId> prompt = oracle.prompt;
  const std::size_t middle = prompt.size() / 3;
  auto state = *pass.new_state(), restored = *pass.new_state();
  read_tokens(pass, *state, prompt.first(middle), 50);
  read_tokens(pass, *restored, prompt.last(5), 5);
  copy_state(pass, *state, *restored);
  const auto logits = read_tokens(pass, *state, prompt.subspan(middle), 31);
  if (read_tokens(pass, *restored, prompt.subspan(middle), 31) != logits)
    return "the restored sequence gives other bits";
  restored->clear().value();
  auto fresh = *pass.new_state();
  if (state_bytes(pass, *restored) != state_bytes(pass, *fresh)) return "a cleared state is not a new one";
  return {};
}

/// Three sequences together and each alone, in chunks and token by token.
inline std::string check_batch(ForwardPass& pass, const Oracle& oracle) {
  constexpr std::size_t kSequences = 3, kTokens = 6;
  const auto row = static_cast<std::size_t>(pass.vocabulary());
  std::vector<std::unique_ptr<RecurrentState>> states;
  std::vector<RecurrentState*> pointers;
  for (std::size_t b = 0; b < kSequences; ++b) {
    states.push_back(*pass.new_state());
    pointers.push_back(states.back().get());
  }
  const auto run = [&](std::vector<TokenId> tokens) {
    std::vector<float> logits(tokens.size() * row);
    for (RecurrentState* state : pointers) state->expect(static_cast<std::int64_t>(tokens.size() / kSequences));
    const auto done = pass.run(tokens, pointers, LogitRows::All, logits);
    if (!done) qFatal("%s", done.error().message.c_str());
    return logits;
  };
  const std::span<const TokenId> prompt = oracle.prompt;
  const auto together = run({prompt.begin(), prompt.begin() + kSequences * kTokens});
  const auto step = run({prompt[0], prompt[1], prompt[2]});
  for (std::size_t b = 0; b < kSequences; ++b) {
    auto alone = *pass.new_state();
    const auto logits = read_tokens(pass, *alone, prompt.subspan(b * kTokens, kTokens), kTokens);
    const auto next = read_tokens(pass, *alone, prompt.subspan(b, 1), 1);
    const auto same = [&](const std::vector<float>& all, const std::vector<float>& one) {
      return same_numbers(std::span(all).subspan(b * one.size(), one.size()), one);
    };
    if (!same(together, logits) || !same(step, next))
      return "sequence " + std::to_string(b) + " of the batch gives other bits";
    if (!same_states(state_bytes(pass, *alone), state_bytes(pass, *states[b])))
      return "sequence " + std::to_string(b) + " ends in another state";
  }
  return {};
}

}  // namespace eddy::test
