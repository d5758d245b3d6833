// What a grammar costs per token.
//   eddy-bench-grammar [VOCABULARY]     a tokenizer file (tokenizer.json, rwkv_vocab_v*.txt); else 65,536 made-up tokens
// Writes texts of a few grammars with tokens drawn at random from those allowed; microseconds to find the allowed ones.
#include <algorithm>
#include <bit>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "engine/sampling/grammar/constraint.h"
#include "engine/sampling/grammar/json_schema.h"

using namespace eddy;

namespace {

/// Pieces of letters, blanks, digits and signs, about as long as those of real vocabularies.
class MadeUp final : public Tokenizer {
 public:
  MadeUp() {
    std::mt19937 random(1);
    for (int byte = 0; byte < 256; ++byte) pieces_.push_back(std::string(1, static_cast<char>(byte)));
    const std::string letters = "etaoinshrdlucmfwypvbgkqjxz", signs = " \n{}[]\":,.0123456789-_()=;";
    while (pieces_.size() < 65'536) {
      std::string piece = random() % 3 == 0 ? " " : "";
      for (std::size_t n = 1 + random() % 9; n > 0; --n)
        piece += random() % 12 == 0 ? signs[random() % signs.size()] : letters[std::min(random() % 26, random() % 26)];
      pieces_.push_back(piece);
    }
  }
  std::string_view kind() const override { return "made up"; }
  int vocabulary() const override { return static_cast<int>(pieces_.size()); }
  const std::string& fingerprint() const override { return name_; }
  std::vector<TokenId> encode(std::string_view, bool) const override { return {}; }
  std::string_view piece(TokenId id, bool) const override { return pieces_[static_cast<std::size_t>(id)]; }
  std::string decode(std::span<const TokenId>, bool) const override { return {}; }
  std::optional<TokenId> special(std::string_view) const override { return std::nullopt; }

 private:
  std::vector<std::string> pieces_;
  std::string name_ = "made up";
};

double since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

void measure(const char* name, const std::string& grammar, const Tokenizer& tokenizer, const TokenTrie& trie) {
  auto made = Constraint::create({grammar, false, {}}, trie);
  if (!made) {
    std::printf("%s: %s\n", name, made.error().message.c_str());
    return;
  }
  auto& constraint = **made;
  std::mt19937 random(7);
  std::vector<double> times;
  for (int text = 0; text < 20; ++text) {
    constraint.restart();
    for (int i = 0; i < 200 && !constraint.complete(); ++i) {
      const auto start = std::chrono::steady_clock::now();
      const auto& allowed = constraint.allowed();
      times.push_back(since(start));
      std::vector<TokenId> tokens;
      for (std::size_t w = 0; w < allowed.size(); ++w) {
        for (auto bits = allowed[w]; bits != 0; bits &= bits - 1)
          tokens.push_back(static_cast<TokenId>(w * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
      }
      if (tokens.empty()) break;
      constraint.push(tokenizer.piece(tokens[random() % tokens.size()]));
    }
  }
  double sum = 0;
  for (const double t : times) sum += t;
  std::ranges::sort(times);
  std::printf("%-10s %6zu tokens: mean %7.1f us, median %6.1f, 99 %% %7.1f, worst %7.1f\n", name, times.size(), sum / static_cast<double>(times.size()),
              times[times.size() / 2], times[times.size() * 99 / 100], times.back());
}

}  // namespace

int main(int argc, char** argv) {
  std::shared_ptr<const Tokenizer> tokenizer = std::make_shared<MadeUp>();
  if (argc > 1) {
    auto loaded = load_tokenizer(std::filesystem::path(argv[1]));
    if (!loaded) return std::fprintf(stderr, "%s\n", loaded.error().message.c_str()), 1;
    tokenizer = *loaded;
  }
  const auto start = std::chrono::steady_clock::now();
  const TokenTrie trie(*tokenizer);
  std::printf("%d tokens, %zu nodes, tree made in %.1f ms\n", tokenizer->vocabulary(), trie.nodes().size(), since(start) / 1000);
  const char* person = R"({"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer"},"tags":{"type":"array","items":{"enum":["red","green"]}},
    "address":{"type":"object","properties":{"street":{"type":"string"},"city":{"type":"string"}},"required":["city"]}},"required":["name","age","tags","address"]})";
  measure("person", *grammar_of_json_schema(person), *tokenizer, trie);
  measure("any JSON", *grammar_of_json_schema("{}"), *tokenizer, trie);
  measure("sums", "root ::= sum\nsum ::= f ((\"+\" | \"-\") f)*\nf ::= [0-9]{1,3} | \"(\" sum \")\"", *tokenizer, trie);
  measure("words", "root ::= word (\" \" word){0,30} \".\"\nword ::= [A-Za-z\\u00e0-\\u00ff]{1,12}", *tokenizer, trie);
}
