// Rich text: groups, control words, text. The little of it that carries words.
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <set>
#include <vector>

#include "app/documents/readers/reader.h"
#include "app/documents/readers/text_encoding.h"

namespace eddy {
namespace {

constexpr std::size_t kDeepest = 10'000;  // groups; a real document has a few dozen

constexpr std::size_t kLongestSheet = std::size_t{1} << 18;

constexpr std::array<std::string_view, 19> kSilent = {
    "fonttbl", "colortbl", "stylesheet", "pict",      "object",  "header",  "footer",   "headerl",  "headerr", "footerl",
    "footerr", "themedata", "datastore", "listtable", "generator", "xmlnstbl", "rsidtbl", "info", "listoverridetable"};

void append_utf8(std::string& out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

/// Numbers of the paragraph styles called "heading 1" and the like: `{\s2 … Heading 2;}`.
std::set<int> heading_styles(std::string_view bytes) {
  std::set<int> styles;
  const auto begin = bytes.find("\\stylesheet");
  if (begin == std::string_view::npos) return styles;
  const std::string_view sheet = bytes.substr(begin, kLongestSheet);
  for (std::size_t at = 0; (at = sheet.find("{\\s", at)) != std::string_view::npos; at += 3) {
    int number = -1;
    std::from_chars(sheet.data() + at + 3, sheet.data() + sheet.size(), number);
    std::string entry(sheet.substr(at, sheet.find(';', at) - at));
    std::ranges::transform(entry, entry.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (number >= 0 && entry.size() < 2000 && entry.find(" heading ") != std::string::npos) styles.insert(number);
  }
  return styles;
}

class RtfText {
 public:
  RtfText(std::string_view bytes, PassageWriter& writer) : bytes_(bytes), writer_(writer), headings_(heading_styles(bytes)) {}

  std::optional<DocumentError> read() {
    groups_.push_back({});
    while (at_ < bytes_.size() && !writer_.full() && !ended_) {
      const char c = bytes_[at_];
      if (c == '{') {
        if (groups_.size() > kDeepest) return DocumentError{DocumentProblem::TooLarge, "[rtf] nests too deep"};
        ++at_;
        groups_.push_back(groups_.back());
      } else if (c == '}') {
        ++at_;
        if (groups_.size() > 1) groups_.pop_back();
        ended_ = groups_.size() == 1;
      } else if (c == '\\') {
        control();
      } else {
        ++at_;
        if (c != '\r' && c != '\n') plain(c);
      }
    }
    flush_bytes();
    writer_.paragraph(text_);
    if (!ended_ && !writer_.full()) writer_.add_notice("The file ends in the middle.");
    return std::nullopt;
  }

 private:
  struct Group {
    bool silent = false;
    int unicode_skip = 1;
  };
  bool silent() const { return groups_.back().silent; }

  void plain(char c) {
    if (skip_ > 0) {
      --skip_;
      return;
    }
    if (!silent()) pending_ += c;
  }

  /// Bytes of the code page gathered so far, as text.
  void flush_bytes() {
    if (pending_.empty()) return;
    text_ += to_utf8(pending_, code_page_);
    pending_.clear();
  }

  void control() {
    ++at_;
    if (at_ >= bytes_.size()) return;
    const char c = bytes_[at_];
    if (!std::isalpha(static_cast<unsigned char>(c))) return symbol(c);
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && std::isalpha(static_cast<unsigned char>(bytes_[at_]))) ++at_;
    const std::string_view word = bytes_.substr(begin, at_ - begin);
    const std::size_t digits = at_;
    if (at_ < bytes_.size() && bytes_[at_] == '-') ++at_;
    while (at_ < bytes_.size() && at_ - digits < 11 && std::isdigit(static_cast<unsigned char>(bytes_[at_]))) ++at_;
    const int value = std::atoi(std::string(bytes_.substr(digits, at_ - digits)).c_str());
    if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
    obey(word, value);
  }

  void symbol(char c) {
    ++at_;
    if (c == '\'' && at_ + 1 < bytes_.size()) {
      const auto code = std::strtol(std::string(bytes_.substr(at_, 2)).c_str(), nullptr, 16);
      at_ += 2;
      plain(static_cast<char>(code));
    } else if (c == '*') {
      groups_.back().silent = true;  // a destination that may be ignored
    } else if (c == '~') {
      plain(' ');
    } else if (c == '\\' || c == '{' || c == '}') {
      plain(c);
    } else if (c == '\n' || c == '\r') {
      end_paragraph();
    } else if (c == '_') {
      plain('-');
    }
  }

  void obey(std::string_view word, int value) {
    if (std::find(kSilent.begin(), kSilent.end(), word) != kSilent.end()) groups_.back().silent = true;
    else if (word == "ansicpg") code_page_ = "CP" + std::to_string(value);
    else if (word == "mac") code_page_ = "MACINTOSH";
    else if (word == "uc") groups_.back().unicode_skip = std::clamp(value, 0, 16);
    else if (word == "bin") at_ = std::min(bytes_.size(), at_ + static_cast<std::size_t>(std::max(value, 0)));
    else if (silent()) return;
    else if (word == "u") unicode(value);
    else if (word == "par" || word == "sect") end_paragraph();
    else if (word == "pard") heading_ = false;
    else if (word == "s") heading_ = headings_.contains(value);
    else if (word == "outlinelevel") heading_ = value < 9;
    else if (word == "line") pending_ += '\n';
    else if (word == "tab") pending_ += '\t';
    else if (word == "cell") cell();
    else if (word == "row") end_row();
    else if (word == "page") end_paragraph();
    else if (word == "emdash") unicode_sign(0x2014);
    else if (word == "endash") unicode_sign(0x2013);
    else if (word == "lquote") unicode_sign(0x2018);
    else if (word == "rquote") unicode_sign(0x2019);
    else if (word == "ldblquote") unicode_sign(0x201C);
    else if (word == "rdblquote") unicode_sign(0x201D);
    else if (word == "bullet") unicode_sign(0x2022);
  }

  void unicode_sign(unsigned code) {
    flush_bytes();
    append_utf8(text_, code);
  }

  void unicode(int value) {
    const unsigned unit = static_cast<unsigned>(value < 0 ? value + 65536 : value);
    skip_ = groups_.back().unicode_skip;
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
    } else if (unit >= 0xDC00 && unit < 0xE000) {
      if (high_ != 0) unicode_sign(0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00));
      high_ = 0;
    } else if (unit < 0x110000) {
      unicode_sign(unit);
    }
  }

  void cell() {
    flush_bytes();
    if (!row_.empty()) row_ += " | ";
    row_ += collapsed(text_);
    text_.clear();
  }
  void end_row() {
    writer_.table_row(row_);
    row_.clear();
  }
  void end_paragraph() {
    flush_bytes();
    heading_ ? writer_.heading(text_) : writer_.paragraph(text_);
    text_.clear();
  }

  std::string_view bytes_;
  PassageWriter& writer_;
  std::set<int> headings_;
  std::size_t at_ = 0;
  std::vector<Group> groups_;
  std::string pending_, text_, row_;
  std::string code_page_ = "CP1252";
  unsigned high_ = 0;
  int skip_ = 0;
  bool heading_ = false;
  bool ended_ = false;
};

}  // namespace

std::optional<DocumentError> read_rtf(const DocumentSource& source, DocumentFacts&, PassageWriter& writer) {
  return RtfText(source.bytes, writer).read();
}

}  // namespace eddy
