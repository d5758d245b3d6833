// Does a token cost the same however much was read before?
//   eddy-bench-length MODEL THREADS TOKENS...     e.g. resources/starter 2 1 10000 100000
// One state for each length reads that many made-up tokens; then all of them read 200 more one by one, in turns, so that other
// work on the computer falls on all alike. Medians of 21 turns.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "engine/model_files/model_file.h"
#include "engine/sequence/make_forward_pass.h"

using namespace eddy;

namespace {

constexpr int kTurns = 21, kTokensInATurn = 200;

template <class T>
T must(Result<T> result) {
  if (result) return *std::move(result);
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
  std::exit(1);
}
void must(const Result<void>& result) {
  if (result) return;
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
  std::exit(1);
}

struct Length {
  long tokens = 0;
  std::unique_ptr<RecurrentState> state;
  std::vector<double> microseconds;  ///< per token, of each turn
};

class Reader {
 public:
  explicit Reader(ForwardPass& pass) : pass_(pass), logits_(static_cast<std::size_t>(pass.vocabulary())) {}

  void read(RecurrentState& state, long tokens, int chunk) {
    RecurrentState* states[] = {&state};
    while (tokens > 0) {
      tokens_.resize(static_cast<std::size_t>(std::min<long>(tokens, chunk)));
      for (TokenId& token : tokens_) token = static_cast<TokenId>((next_ += 7919) % pass_.vocabulary());
      must(pass_.run(tokens_, states, LogitRows::Last, logits_));
      tokens -= static_cast<long>(tokens_.size());
    }
  }

 private:
  ForwardPass& pass_;
  std::vector<float> logits_;
  std::vector<TokenId> tokens_;
  std::int64_t next_ = 0;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return std::fputs("eddy-bench-length MODEL THREADS TOKENS...\n", stderr), 2;
  auto pass = must(make_forward_pass(must(open_model_file(arguments[1])), {.backend = "cpu", .threads = std::atoi(arguments[2])}, {}));
  Reader reader(*pass);
  std::vector<Length> lengths;
  for (int i = 3; i < count; ++i) {
    lengths.push_back({.tokens = std::atol(arguments[i]), .state = must(pass->new_state()), .microseconds = {}});
    reader.read(*lengths.back().state, lengths.back().tokens, pass->chunk());
    std::fprintf(stderr, "%ld tokens read\n", lengths.back().tokens);
  }
  for (int turn = 0; turn < kTurns; ++turn) {
    for (Length& length : lengths) {
      const auto start = std::chrono::steady_clock::now();
      reader.read(*length.state, kTokensInATurn, 1);
      const auto took = std::chrono::steady_clock::now() - start;
      length.microseconds.push_back(std::chrono::duration<double, std::micro>(took).count() / kTokensInATurn);
    }
  }
  std::puts("| tokens before | us a token | more than the first |\n|---|---|---|");
  const double first = median(lengths.front().microseconds);
  for (const Length& length : lengths) {
    const double here = median(length.microseconds);
    std::printf("| %ld | %.1f | %+.1f %% |\n", length.tokens, here, 100 * (here / first - 1));
  }
}
