#include "engine/sampling/grammar/constraint.h"

#include <algorithm>
#include <set>

namespace eddy {
namespace {

using Kind = GrammarNode::Kind;

constexpr std::int32_t kDead = -1, kUnknown = -2;
constexpr std::size_t kMostPlaces = 512;    // of one state
constexpr std::size_t kMostWalked = 20'000; // places met while one state is made
constexpr std::size_t kMostStates = 4096;   // kept; a state with its ways and mask takes about 10 kB

}  // namespace

Result<std::unique_ptr<Constraint>> Constraint::create(Options options, const TokenTrie& trie) {
  auto grammar = parse_grammar(options.grammar);
  if (!grammar) return std::move(grammar).error();
  return std::unique_ptr<Constraint>(new Constraint(std::move(options), *std::move(grammar), trie));
}

Constraint::Constraint(Options options, Grammar grammar, const TokenTrie& trie)
    : options_(std::move(options)), grammar_(std::move(grammar)), trie_(trie) {
  add_stop_strings();
  std::vector<Place> todo{{root_, -1}};
  close(todo);
  start_ = state_ = state_of_closed();
}

/// What is around the grammar: a blank before it, a stop string after it.
void Constraint::add_stop_strings() {
  auto& nodes = grammar_.nodes;
  const auto add = [&nodes](GrammarNode node) {
    nodes.push_back(node);
    return static_cast<std::int32_t>(nodes.size()) - 1;
  };
  first_stop_ = static_cast<std::int32_t>(nodes.size());
  const auto end = add({});
  std::int32_t after = end;
  for (const auto& stop : options_.stop_strings) {
    std::int32_t way = end;
    for (auto byte = stop.rbegin(); byte != stop.rend(); ++byte) {
      const auto value = static_cast<std::uint8_t>(*byte);
      way = add({.kind = Kind::Range, .low = value, .high = value, .next = way});
    }
    after = add({.kind = Kind::Split, .next = way, .other = after});
  }
  root_ = add({.kind = Kind::Call, .next = after, .other = grammar_.start});
  if (!options_.after_space) return;
  const auto blank = add({.kind = Kind::Range, .low = ' ', .high = ' ', .next = root_});
  root_ = add({.kind = Kind::Split, .next = root_, .other = blank});
}

std::int32_t Constraint::frame(std::int32_t node, std::int32_t parent) {
  // The last call of a rule leaves nothing to come back to: repetitions by recursion stay flat.
  if (grammar_.nodes[static_cast<std::size_t>(node)].kind == Kind::End && parent >= 0) return parent;
  const auto [found, added] = frame_numbers_.try_emplace({node, parent}, static_cast<std::int32_t>(frames_.size()));
  if (added) frames_.push_back({node, parent});
  return found->second;
}

/// All places that are reached from `todo` without reading a byte, into closed_.
void Constraint::close(std::vector<Place>& todo) {
  std::set<Place> met;
  closed_.clear();
  closed_accepts_ = false;
  while (!todo.empty() && met.size() < kMostWalked) {
    const Place place = todo.back();
    todo.pop_back();
    if (!met.insert(place).second) continue;
    const GrammarNode& node = grammar_.nodes[static_cast<std::size_t>(place.node)];
    switch (node.kind) {
      case Kind::Range:
        if (closed_.size() < kMostPlaces) closed_.push_back(place);
        break;
      case Kind::Split:
        todo.push_back({node.other, place.frame});
        todo.push_back({node.next, place.frame});
        break;
      case Kind::Call: todo.push_back({node.other, frame(node.next, place.frame)}); break;
      case Kind::End:
        if (place.frame < 0) closed_accepts_ = true;
        else todo.push_back(frames_[static_cast<std::size_t>(place.frame)]);
        break;
    }
  }
}

/// kDead when there is none.
std::int32_t Constraint::state_of_closed() {
  if (closed_.empty() && !closed_accepts_) return kDead;
  std::ranges::sort(closed_);
  const auto [found, added] = state_numbers_[closed_accepts_].try_emplace(closed_, static_cast<std::int32_t>(states_.size()));
  if (added) {
    auto& state = states_.emplace_back();
    state.places = closed_;
    state.accepts = closed_accepts_;
    state.complete = closed_accepts_ && std::ranges::all_of(closed_, [&](const Place& p) { return p.node >= first_stop_; });
  }
  return found->second;
}

std::int32_t Constraint::after(std::int32_t number, std::uint8_t byte) {
  {
    auto& ways = states_[static_cast<std::size_t>(number)].ways;
    if (!ways) {
      ways = std::make_unique<Ways>();
      ways->fill(kUnknown);
    }
    if (const auto known = (*ways)[byte]; known != kUnknown) return known;
  }
  std::vector<Place> todo;
  for (const Place& place : states_[static_cast<std::size_t>(number)].places) {
    const GrammarNode& node = grammar_.nodes[static_cast<std::size_t>(place.node)];
    if (byte >= node.low && byte <= node.high) todo.push_back({node.next, place.frame});
  }
  std::ranges::reverse(todo);  // the first place is walked first
  close(todo);
  const auto next = state_of_closed();
  (*states_[static_cast<std::size_t>(number)].ways)[byte] = next;
  return next;
}

bool Constraint::push(std::string_view bytes) {
  auto state = state_;
  for (const char byte : bytes) {
    state = after(state, static_cast<std::uint8_t>(byte));
    if (state == kDead) return false;
  }
  state_ = state;
  if (states_.size() > kMostStates) forget_others();
  return true;
}

void Constraint::restart() { state_ = start_; }

const TokenMask& Constraint::allowed() {
  if (!states_[static_cast<std::size_t>(state_)].mask) {
    if (states_.size() > kMostStates) forget_others();
    auto mask = std::make_unique<TokenMask>((static_cast<std::size_t>(trie_.vocabulary()) + 63) / 64);
    fill_mask(*mask);
    states_[static_cast<std::size_t>(state_)].mask = std::move(mask);
  }
  return *states_[static_cast<std::size_t>(state_)].mask;
}

/// One walk over the tree of tokens; what is below a byte that cannot follow is passed over.
void Constraint::fill_mask(TokenMask& mask) {
  const auto& nodes = trie_.nodes();
  const auto& tokens = trie_.tokens();
  std::vector<std::int32_t> at(static_cast<std::size_t>(trie_.longest()) + 1);  // the state at each depth
  at[0] = state_;
  for (std::size_t n = 0; n + 1 < nodes.size();) {
    const auto& node = nodes[n];
    const auto before = at[node.depth - 1u];
    const auto* ways = states_[static_cast<std::size_t>(before)].ways.get();
    auto state = ways ? (*ways)[node.byte] : kUnknown;
    if (state == kUnknown) state = after(before, node.byte);
    if (state == kDead) {
      n = static_cast<std::size_t>(node.end);
      continue;
    }
    at[node.depth] = state;
    for (auto t = node.tokens; t < nodes[n + 1].tokens; ++t) {
      const auto token = static_cast<std::size_t>(tokens[static_cast<std::size_t>(t)]);
      mask[token / 64] |= std::uint64_t{1} << token % 64;
    }
    ++n;
  }
}

/// Only where we are and where texts begin are needed; the rest is made anew when it is.
void Constraint::forget_others() {
  const auto here = states_[static_cast<std::size_t>(state_)].places;
  const auto begin = states_[static_cast<std::size_t>(start_)].places;
  const bool accepts_here = accepts(), accepts_empty = states_[static_cast<std::size_t>(start_)].accepts;
  const auto old_frames = std::move(frames_);
  frames_.clear();
  frame_numbers_.clear();
  states_.clear();
  for (auto& numbers : state_numbers_) numbers.clear();
  std::unordered_map<std::int32_t, std::int32_t> moved{{-1, -1}};
  const auto move = [&](std::int32_t wanted) {
    std::vector<std::int32_t> chain;
    for (auto f = wanted; !moved.contains(f); f = old_frames[static_cast<std::size_t>(f)].frame) chain.push_back(f);
    for (auto f = chain.rbegin(); f != chain.rend(); ++f) {
      const auto& old = old_frames[static_cast<std::size_t>(*f)];
      const auto parent = moved.at(old.frame);
      moved[*f] = frame(old.node, parent);
    }
    return moved.at(wanted);
  };
  const auto restore = [&](const std::vector<Place>& places, bool accepts) {
    closed_.clear();
    for (const auto& place : places) closed_.push_back({place.node, move(place.frame)});
    closed_accepts_ = accepts;
    return state_of_closed();
  };
  start_ = restore(begin, accepts_empty);
  state_ = restore(here, accepts_here);
}

}  // namespace eddy
