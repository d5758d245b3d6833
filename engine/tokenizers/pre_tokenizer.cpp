#include "engine/tokenizers/pre_tokenizer.h"

#include <algorithm>

namespace eddy {
namespace {

struct Part {
  std::size_t begin, end;
  bool match;
};

/// The text as matches and what lies between them.
std::vector<Part> parts_of(const Regex& regex, std::u32string_view text, bool invert) {
  std::vector<Part> parts;
  Regex::Budget budget(text.size());
  std::size_t at = 0;
  while (auto found = regex.find(text, at, budget)) {
    if (found->first > at) parts.push_back({at, found->first, invert});
    parts.push_back({found->first, found->second, !invert});
    at = found->second;
  }
  if (at < text.size()) parts.push_back({at, text.size(), invert});
  return parts;
}

/// Joins each match with the word before it, as far as that is not a match itself.
void merge_with_previous(std::vector<Part>& parts) {
  std::vector<Part> out;
  bool previous_match = false;
  for (const Part& p : parts) {
    if (p.match && !previous_match && !out.empty()) {
      out.back().end = p.end;
    } else {
      out.push_back(p);
    }
    previous_match = p.match;
  }
  parts = std::move(out);
}

void merge_with_next(std::vector<Part>& parts) {
  std::vector<Part> out;
  bool next_match = false;
  for (auto p = parts.rbegin(); p != parts.rend(); ++p) {
    if (p->match && !next_match && !out.empty()) {
      out.back().begin = p->begin;
    } else {
      out.push_back(*p);
    }
    next_match = p->match;
  }
  std::reverse(out.begin(), out.end());
  parts = std::move(out);
}

void merge_contiguous(std::vector<Part>& parts) {
  std::vector<Part> out;
  for (const Part& p : parts) {
    if (!out.empty() && out.back().match == p.match) {
      out.back().end = p.end;
    } else {
      out.push_back(p);
    }
  }
  parts = std::move(out);
}

void arrange(std::vector<Part>& parts, CutBehaviour behaviour) {
  switch (behaviour) {
    case CutBehaviour::Isolated: break;
    case CutBehaviour::Removed: std::erase_if(parts, [](const Part& p) { return p.match; }); break;
    case CutBehaviour::MergedWithPrevious: merge_with_previous(parts); break;
    case CutBehaviour::MergedWithNext: merge_with_next(parts); break;
    case CutBehaviour::Contiguous: merge_contiguous(parts); break;
  }
}

/// `word` with marks for spaces, and one in front if wanted.
std::u32string marked(std::u32string_view word, std::u32string_view mark, bool prepend) {
  std::u32string out;
  for (char32_t c : word) {
    if (c == U' ') {
      out += mark;
    } else {
      out += c;
    }
  }
  if (prepend && !out.starts_with(mark)) out.insert(0, mark);
  return out;
}

}  // namespace

std::string quote_pattern(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c < 0 || c <= ' ';
    if (!plain) out += '\\';
    out += c;
  }
  return out;
}

Result<PreTokenizer> PreTokenizer::make(std::vector<PreTokenizerStep> steps) {
  PreTokenizer made;
  for (const PreTokenizerStep& step : steps) {
    if (step.pattern.empty()) {
      made.regexes_.emplace_back();
      continue;
    }
    auto regex = Regex::compile(step.pattern);
    if (!regex) {
      Error e = regex.error();
      e.detail = step.pattern;
      return e;
    }
    made.regexes_.push_back(*std::move(regex));
  }
  made.steps_ = std::move(steps);
  return made;
}

PreTokenizer::Words PreTokenizer::cut(std::u32string_view text, bool at_start) const {
  Words words;
  if (!text.empty()) words.list_.push_back(text);
  std::vector<std::u32string_view> next;
  for (std::size_t k = 0; k < steps_.size(); ++k) {
    next.clear();
    bool first = at_start;
    const std::u32string mark = unicode::decode(steps_[k].space_mark);
    for (std::u32string_view word : words.list_) {
      if (steps_[k].add_prefix_space && word[0] != U' ') {
        word = words.spaced_.emplace_back(U' ' + std::u32string(word));
      }
      if (!mark.empty()) {
        const PrependMark prepend = steps_[k].prepend;
        word = words.spaced_.emplace_back(
            marked(word, mark, prepend == PrependMark::Always || (prepend == PrependMark::First && first)));
        first = false;
      }
      if (!regexes_[k]) {
        next.push_back(word);
        continue;
      }
      auto parts = parts_of(*regexes_[k], word, steps_[k].invert);
      arrange(parts, steps_[k].behaviour);
      for (const Part& p : parts) next.push_back(word.substr(p.begin, p.end - p.begin));
    }
    words.list_.swap(next);
  }
  return words;
}

}  // namespace eddy
