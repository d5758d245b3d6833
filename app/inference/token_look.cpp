#include "app/inference/token_look.h"

namespace eddy {
namespace {

std::string shown(const LanguageModel& model, TokenId token) { return model.detokenize(std::span(&token, 1), true); }

}  // namespace

std::vector<TokenLook> looks_of(const LanguageModel& model, std::span<const TokenChances> chances) {
  std::vector<TokenLook> looks;
  for (const auto& chance : chances) {
    TokenLook look{shown(model, chance.token), chance.log_probability, {}};
    for (const auto& [token, value] : chance.likeliest) look.likeliest.emplace_back(shown(model, token), value);
    looks.push_back(std::move(look));
  }
  return looks;
}

}  // namespace eddy
