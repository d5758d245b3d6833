#include "app/documents/readers/passage_writer.h"

#include <algorithm>

namespace eddy {
namespace {

constexpr std::size_t kGood = 900;      // bytes after which a passage may end
constexpr std::size_t kLongest = 1600;  // bytes at which a paragraph is cut
constexpr std::size_t kLongestHeading = 200;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Where to cut a text that is too long: after a sentence, else at a blank, else between two characters.
std::size_t cut_place(std::string_view text, std::size_t most) {
  for (std::size_t i = most; i > most / 2; --i) {
    if (is_blank(text[i]) && (text[i - 1] == '.' || text[i - 1] == '!' || text[i - 1] == '?')) return i;
    if (i >= 3 && text.substr(i - 3, 3) == "\xE3\x80\x82") return i;  // the ideographic full stop
  }
  for (std::size_t i = most; i > most / 2; --i) {
    if (is_blank(text[i])) return i;
  }
  while (most > 1 && is_continuation(text[most])) --most;
  return most;
}

/// Bytes of the well-formed character that begins at `at`; 0 when there is none.
std::size_t character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  if (length == 3 && ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) >= 0xA0))) return 0;
  if (length == 4 && ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) >= 0x90))) return 0;
  return length;
}

}  // namespace

std::string clean_utf8(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_at(text, i);
    if (length == 0) {
      clean += "\xEF\xBF\xBD";
      ++i;
      continue;
    }
    const auto c = static_cast<unsigned char>(text[i]);
    const bool control = length == 1 && (c < 0x20 || c == 0x7F) && c != '\n' && c != '\t';
    const bool invisible = length == 2 && text.substr(i, 2) == "\xC2\xAD";  // soft hyphen
    if (!control && !invisible) clean.append(text.substr(i, length));
    i += length;
  }
  return clean;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    if (!is_blank(c)) out += c;
    else if (out.back() != ' ') out += ' ';
  }
  return out;
}

void PassageWriter::add_notice(std::string_view sentence) {
  if (notice_.find(sentence) != std::string::npos) return;
  if (!notice_.empty()) notice_ += ' ';
  notice_ += sentence;
}

bool PassageWriter::begin_page(std::int32_t page) {
  if (full_) return false;
  if (page > limits_.pages) {
    full_ = true;
    add_notice("Only the first " + std::to_string(limits_.pages) + " pages were taken.");
    return false;
  }
  flush();
  page_ = page;
  return true;
}

bool PassageWriter::heading(std::string_view text) {
  std::string line = collapsed(clean_utf8(text));
  if (line.empty()) return !full_;
  if (line.size() > kLongestHeading) return paragraph(line);
  if (!only_heading_) flush();  // a heading right below another joins it
  heading_ = line;
  if (!add(PassageKind::Text, line)) return false;
  only_heading_ = true;
  return true;
}

bool PassageWriter::paragraph(std::string_view text) { return add(PassageKind::Text, text); }
bool PassageWriter::table_row(std::string_view text) { return add(PassageKind::Table, text); }
bool PassageWriter::code(std::string_view text) { return add(PassageKind::Code, text); }

void PassageWriter::set_place(std::string_view heading) {
  if (text_.empty()) heading_ = heading;
}

bool PassageWriter::add(PassageKind kind, std::string_view raw) {
  if (full_) return false;
  std::string clean = clean_utf8(raw);
  std::string_view text = kind == PassageKind::Code ? std::string_view(clean) : trimmed(clean);
  while (kind == PassageKind::Code && !text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  if (trimmed(text).empty()) return true;
  if (bytes_ + text.size() > limits_.text_bytes) {
    full_ = true;
    add_notice("Only the first " + std::to_string(limits_.text_bytes >> 20) + " MB of text were taken.");
    flush();
    return false;
  }
  bytes_ += text.size();
  if (!text_.empty() && kind != kind_ && !only_heading_) flush();
  if (!text_.empty() && text_.size() + text.size() > kLongest && !only_heading_) flush();
  kind_ = kind;
  only_heading_ = false;
  add_long(kind, text);
  if (text_.size() >= kGood) flush();
  return true;
}

void PassageWriter::add_long(PassageKind kind, std::string_view text) {
  while (text.size() > kLongest) {
    const std::size_t cut = cut_place(text, kLongest);
    if (!text_.empty()) text_ += '\n';
    text_ += trimmed(text.substr(0, cut));
    kind_ = kind;
    flush();
    text = trimmed(text.substr(cut));
  }
  if (text.empty()) return;
  if (!text_.empty()) text_ += '\n';
  text_ += text;
}

void PassageWriter::flush() {
  only_heading_ = false;
  if (text_.empty()) return;
  sink_({page_, heading_, kind_, std::move(text_)});
  text_.clear();
  kind_ = PassageKind::Text;
}

void PassageWriter::finish() { flush(); }

}  // namespace eddy
