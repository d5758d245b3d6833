// A text under way that must become one of a grammar's: what may follow, byte by byte and token by token.
//
// The grammar's graph is walked with a stack of the rules that are under way. A state is the set of all places where the
// walk may be; states are made when they are first reached and keep their ways out and their mask over the vocabulary, so
// that an ordinary step costs a look-up.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/sampling/grammar/grammar.h"
#include "engine/sampling/grammar/token_trie.h"

namespace eddy {

/// One bit for each token of the vocabulary.
using TokenMask = std::vector<std::uint64_t>;

/// One thread. What is told apart is exact as long as no more than some hundred places are possible at once; of more, the
/// first are kept: then some texts of a very ambiguous grammar cannot be written, but every text written is one of it.
class Constraint {
 public:
  struct Options {
    std::string grammar;                    ///< GBNF
    bool after_space = false;               ///< one blank may stand before the text
    std::vector<std::string> stop_strings;  ///< one of these may follow the text

    friend bool operator==(const Options&, const Options&) = default;
  };
  /// Errors of parse_grammar(). `trie` must outlive it.
  static Result<std::unique_ptr<Constraint>> create(Options options, const TokenTrie& trie);

  const Options& options() const { return options_; }

  /// The text goes on with these bytes. False when no text of the grammar does: then it stays where it was.
  bool push(std::string_view bytes);
  /// Back to the empty text.
  void restart();

  bool accepts() const { return states_[static_cast<std::size_t>(state_)].accepts; }    ///< the text is one of the grammar's
  bool complete() const { return states_[static_cast<std::size_t>(state_)].complete; }  ///< and none goes on from it

  /// The tokens that may follow.
  const TokenMask& allowed();

 private:
  struct Place {
    std::int32_t node, frame;  // frame: what is under way around it; -1: nothing
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  using Ways = std::array<std::int32_t, 256>;  // the state after each byte
  struct State {
    std::vector<Place> places;  // all read a byte
    bool accepts = false, complete = false;
    std::unique_ptr<Ways> ways;
    std::unique_ptr<TokenMask> mask;
  };

  Constraint(Options options, Grammar grammar, const TokenTrie& trie);
  void add_stop_strings();
  std::int32_t frame(std::int32_t node, std::int32_t parent);
  void close(std::vector<Place>& todo);
  std::int32_t state_of_closed();
  std::int32_t after(std::int32_t state, std::uint8_t byte);
  void fill_mask(TokenMask& mask);
  void forget_others();

  Options options_;
  Grammar grammar_;
  const TokenTrie& trie_;
  std::int32_t root_ = 0, first_stop_ = 0;   // nodes; from the second on they are those of stop strings
  std::vector<Place> frames_;                // a node to go on at, and the frame below
  std::map<Place, std::int32_t> frame_numbers_;
  std::vector<State> states_;
  std::map<std::vector<Place>, std::int32_t> state_numbers_[2];  // that do not accept, and that do
  std::vector<Place> closed_;                // working memory
  bool closed_accepts_ = false;
  std::int32_t start_ = 0, state_ = 0;
};

}  // namespace eddy
