#include "engine/tokenizers/normalizer.h"

#include "engine/tokenizers/unicode.h"

namespace eddy {
namespace {

using Kind = NormalizerStep::Kind;

std::string stripped(std::string_view text, bool left) {
  std::u32string characters = unicode::decode(text);
  std::size_t begin = 0, end = characters.size();
  while (left && begin < end && unicode::is_white_space(characters[begin])) ++begin;
  while (!left && end > begin && unicode::is_white_space(characters[end - 1])) --end;
  return unicode::encode(std::u32string_view(characters).substr(begin, end - begin));
}

std::string replaced_text(std::string_view text, const std::string& pattern, const std::string& content) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t hit; (hit = text.find(pattern, at)) != std::string_view::npos; at = hit + pattern.size()) {
    out.append(text.substr(at, hit - at)).append(content);
  }
  return out.append(text.substr(at));
}

}  // namespace

Result<Normalizer> Normalizer::make(std::vector<NormalizerStep> steps) {
  Normalizer made;
  for (const NormalizerStep& step : steps) {
    made.regexes_.emplace_back();
    made.charsmaps_.emplace_back();
    if (step.kind == Kind::ReplaceRegex) {
      auto regex = Regex::compile(step.pattern);
      if (!regex) return std::move(regex).error();
      made.regexes_.back() = std::make_shared<const Regex>(*std::move(regex));
    } else if (step.kind == Kind::Precompiled) {
      auto map = Charsmap::parse(step.pattern);
      if (!map) return std::move(map).error();
      made.charsmaps_.back() = std::make_shared<const Charsmap>(*std::move(map));
    }
  }
  made.steps_ = std::move(steps);
  return made;
}

std::string Normalizer::replaced(std::string_view text, std::size_t step) const {
  const std::u32string characters = unicode::decode(text);
  Regex::Budget budget(characters.size());
  std::string out;
  std::size_t at = 0;
  while (const auto hit = regexes_[step]->find(characters, at, budget)) {
    out += unicode::encode(std::u32string_view(characters).substr(at, hit->first - at)) + steps_[step].content;
    at = hit->second;
  }
  return out + unicode::encode(std::u32string_view(characters).substr(at));
}

std::string Normalizer::apply(std::string_view text, bool at_start) const {
  using namespace unicode;
  std::string out(text);
  for (std::size_t k = 0; k < steps_.size(); ++k) {
    const NormalizerStep& step = steps_[k];
    switch (step.kind) {
      case Kind::Nfc: out = encode(nfc(decode(out))); break;
      case Kind::Nfd: out = encode(nfd(decode(out))); break;
      case Kind::Nfkc: out = encode(nfc(compatible(decode(out)))); break;
      case Kind::Nfkd: out = encode(nfd(compatible(decode(out)))); break;
      case Kind::Lowercase: out = encode(lower_case(decode(out))); break;
      case Kind::StripLeft: out = stripped(out, true); break;
      case Kind::StripRight: out = stripped(out, false); break;
      case Kind::Replace: out = replaced_text(out, step.pattern, step.content); break;
      case Kind::ReplaceRegex: out = replaced(out, k); break;
      case Kind::Precompiled: out = charsmaps_[k]->apply(out); break;
      case Kind::Prepend:
        if (!out.empty() && at_start) out.insert(0, step.content);
        break;
    }
  }
  return out;
}

}  // namespace eddy
