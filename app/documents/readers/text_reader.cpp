// Plain text, source code, Markdown, tables of separated values.
#include <vector>

#include "app/documents/readers/reader.h"
#include "app/documents/readers/text_encoding.h"

namespace eddy {
namespace {

std::string decoded(const DocumentSource& source) {
  std::string text = to_utf8(source.bytes, detect_encoding(source.bytes));
  std::string unix_lines;
  unix_lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') unix_lines += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n') unix_lines += '\n';
  }
  return unix_lines;
}

/// Lines one after another; the view ends where the text does.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  bool next(std::string_view& line) {
    if (rest_.empty()) return false;
    const std::size_t end = rest_.find('\n');
    line = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    ++number_;
    return true;
  }
  int number() const { return number_; }

 private:
  std::string_view rest_;
  int number_ = 0;
};

int count_pages(std::string_view text) {
  int pages = 0;
  for (const char c : text) pages += c == '\f';
  return pages > 0 ? pages + 1 : 0;
}

/// "## Title ##" → "Title"; empty when the line is no heading.
std::string_view markdown_heading(std::string_view line) {
  std::size_t marks = 0;
  while (marks < line.size() && line[marks] == '#') ++marks;
  if (marks == 0 || marks > 6 || marks == line.size() || (line[marks] != ' ' && line[marks] != '\t')) return {};
  std::string_view text = trimmed(line.substr(marks));
  while (!text.empty() && text.back() == '#') text.remove_suffix(1);
  return trimmed(text);
}

bool is_underline(std::string_view line) {
  line = trimmed(line);
  return line.size() >= 2 && (line.find_first_not_of('=') == std::string_view::npos ||
                              line.find_first_not_of('-') == std::string_view::npos);
}

bool is_fence(std::string_view line) {
  line = trimmed(line);
  return line.starts_with("```") || line.starts_with("~~~");
}

/// One record of separated values; quotes may hold separators, doubled quotes and newlines.
bool next_record(std::string_view text, std::size_t& at, char separator, std::vector<std::string>& fields) {
  fields.clear();
  if (at >= text.size()) return false;
  std::string field;
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') field += c == '\n' ? ' ' : c;
      else if (at + 1 < text.size() && text[at + 1] == '"') field += text[++at];
      else quoted = false;
    } else if (c == '"' && trimmed(field).empty()) {
      quoted = true;
      field.clear();
    } else if (c == separator) {
      fields.push_back(std::move(field));
      field.clear();
    } else if (c == '\n') {
      break;
    } else {
      field += c;
    }
  }
  ++at;
  fields.push_back(std::move(field));
  return true;
}

/// The candidate that stands most often in the first line.
char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char candidate : {',', '\t', ';', '|'}) {
    std::ptrdiff_t count = 0;
    for (const char c : line) count += c == candidate;
    if (count > most) {
      most = count;
      best = candidate;
    }
  }
  return best;
}

}  // namespace

std::optional<DocumentError> read_text(const DocumentSource& source, DocumentFacts& facts, PassageWriter& writer) {
  const std::string text = decoded(source);
  facts.pages = count_pages(text);
  std::int32_t page = facts.pages > 0 ? 1 : 0;
  if (page > 0) writer.begin_page(page);
  std::string paragraph;
  Lines lines(text);
  for (std::string_view line; lines.next(line);) {
    std::size_t feed;
    while ((feed = line.find('\f')) != std::string_view::npos) {
      paragraph.append(line.substr(0, feed));
      if (!writer.paragraph(paragraph) || !writer.begin_page(++page)) return std::nullopt;
      paragraph.clear();
      line = line.substr(feed + 1);
    }
    if (trimmed(line).empty()) {
      if (!writer.paragraph(paragraph)) return std::nullopt;
      paragraph.clear();
    } else {
      if (!paragraph.empty()) paragraph += '\n';
      paragraph += line;
    }
  }
  writer.paragraph(paragraph);
  return std::nullopt;
}

std::optional<DocumentError> read_code(const DocumentSource& source, DocumentFacts&, PassageWriter& writer) {
  const std::string text = decoded(source);
  std::string block;
  int first = 1;
  Lines lines(text);
  for (std::string_view line; lines.next(line);) {
    // A blank line ends a block of some length, so that functions mostly stay whole.
    if (trimmed(line).empty() && block.size() > 500) {
      writer.set_place("line " + std::to_string(first));
      if (!writer.code(block)) return std::nullopt;
      writer.finish();
      block.clear();
      first = lines.number() + 1;
      continue;
    }
    block.append(line).append("\n");
  }
  writer.set_place("line " + std::to_string(first));
  writer.code(block);
  return std::nullopt;
}

std::optional<DocumentError> read_markdown(const DocumentSource& source, DocumentFacts& facts, PassageWriter& writer) {
  const std::string text = decoded(source);
  std::string paragraph;
  bool fenced = false;
  const auto end_paragraph = [&] {
    const bool more = fenced ? writer.code(paragraph) : writer.paragraph(paragraph);
    paragraph.clear();
    return more;
  };
  const auto heading = [&](std::string_view title) {
    if (facts.title.empty()) facts.title = collapsed(clean_utf8(title));
    return writer.heading(title);
  };
  Lines lines(text);
  for (std::string_view line; lines.next(line);) {
    if (is_fence(line)) {
      if (!end_paragraph()) return std::nullopt;
      fenced = !fenced;
    } else if (fenced) {
      paragraph.append(line).append("\n");
    } else if (const auto title = markdown_heading(line); !title.empty()) {
      if (!end_paragraph() || !heading(title)) return std::nullopt;
    } else if (!paragraph.empty() && paragraph.find('\n') == std::string::npos && is_underline(line)) {
      const std::string title = std::move(paragraph);
      paragraph.clear();
      if (!heading(title)) return std::nullopt;
    } else if (trimmed(line).empty()) {
      if (!end_paragraph()) return std::nullopt;
    } else {
      if (!paragraph.empty()) paragraph += '\n';
      paragraph += line;
    }
  }
  end_paragraph();
  return std::nullopt;
}

std::optional<DocumentError> read_separated(const DocumentSource& source, DocumentFacts&, PassageWriter& writer) {
  const std::string text = decoded(source);
  const char separator = source.extension == "csv" ? separator_of(text) : '\t';
  std::vector<std::string> fields;
  for (std::size_t at = 0; next_record(text, at, separator, fields);) {
    std::string row;
    for (const auto& field : fields) {
      if (!row.empty() || &field != &fields.front()) row += " | ";
      row += trimmed(field);
    }
    if (!writer.table_row(row)) break;
  }
  return std::nullopt;
}

}  // namespace eddy
