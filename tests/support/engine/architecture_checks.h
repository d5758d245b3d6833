// What every architecture's test asks of it.
#pragma once

#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <string>

#include "tests/support/engine/oracle.h"
#include "tests/support/engine/tiny_model.h"

namespace eddy::test {

/// An oracle from a float64 implementation: `logits_after(token)` is called for one token after the other.
inline Oracle make_oracle(int vocabulary, const std::function<Vector(int token)>& logits_after) {
  Oracle oracle;
  for (int i = 0; i < 70; ++i) {
    const int token = (i * 29 + i * i * 7 + 3) % vocabulary;
    oracle.prompt.push_back(token);
    oracle.positions.push_back(i);
    for (double logit : logits_after(token)) oracle.logits.push_back(static_cast<float>(logit));
  }
  return oracle;
}

/// "" or the first thing that is wrong with the model in `path`.
inline std::string check_all(const std::filesystem::path& path, const Oracle& oracle, double tolerance = 1e-5) {
  if (auto wrong = check_logits(path, oracle, tolerance); !wrong.empty()) return wrong;
  const auto pass = load_pass(path);
  if (auto wrong = check_snapshot(*pass, oracle); !wrong.empty()) return wrong;
  return check_batch(*pass, oracle);
}

/// The error that a model is refused with; "" when it loads.
inline std::string refusal(const std::filesystem::path& path) {
  const auto file = open_model_file(path);
  if (!file) return file.error().message;
  const auto pass = make_forward_pass(*file);
  return pass ? "" : pass.error().message;
}

}  // namespace eddy::test
