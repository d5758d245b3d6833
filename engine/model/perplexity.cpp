#include "engine/model/perplexity.h"

#include <algorithm>
#include <cmath>

#include "engine/sequence/make_forward_pass.h"

namespace eddy {
namespace {

constexpr std::size_t kChunk = 64;

/// -log softmax(row)[token]
double surprise(std::span<const float> row, TokenId token) {
  const double largest = *std::max_element(row.begin(), row.end());
  double sum = 0;
  for (const float x : row) sum += std::exp(x - largest);
  return largest + std::log(sum) - row[static_cast<std::size_t>(token)];
}

}  // namespace

Result<double> perplexity(std::shared_ptr<const ModelFile> file, std::span<const TokenId> tokens,
                          const LoadOptions& options, std::stop_token stop) {
  auto pass = make_forward_pass(std::move(file), options, stop);
  if (!pass) return std::move(pass).error();
  const auto vocabulary = static_cast<std::size_t>((*pass)->vocabulary());
  const bool known = std::all_of(tokens.begin(), tokens.end(),
                                 [&](TokenId t) { return t >= 0 && static_cast<std::size_t>(t) < vocabulary; });
  if (tokens.size() < 2 || !known)
    return Error{ErrorCode::InvalidArgument, "[perplexity] the text needs at least two tokens that the model knows"};
  auto state = (*pass)->new_state();
  if (!state) return std::move(state).error();
  RecurrentState* states[] = {state->get()};
  const std::size_t chunk = std::min<std::size_t>(kChunk, static_cast<std::size_t>((*pass)->chunk()));
  std::vector<float> logits(chunk * vocabulary);
  double sum = 0;
  for (std::size_t first = 0; first + 1 < tokens.size(); first += chunk) {
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[perplexity] stopped"};
    const std::size_t count = std::min(chunk, tokens.size() - 1 - first);
    const auto rows = std::span(logits).first(count * vocabulary);
    auto ran = (*pass)->run(tokens.subspan(first, count), states, LogitRows::All, rows);
    if (!ran) return std::move(ran).error();
    for (std::size_t i = 0; i < count; ++i)
      sum += surprise(rows.subspan(i * vocabulary, vocabulary), tokens[first + i + 1]);
  }
  return std::exp(sum / static_cast<double>(tokens.size() - 1));
}

}  // namespace eddy
