// Mail as it is stored: headers, parts, encodings (RFC 5322, 2045-2047).
#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "app/documents/readers/html_text.h"
#include "app/documents/readers/reader.h"
#include "app/documents/readers/text_encoding.h"

namespace eddy {
namespace {

constexpr int kDeepest = 20;   // parts within parts
constexpr int kMostParts = 500;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 32);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string from_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' + 26 : c >= '0' && c <= '9' ? c - '0' + 52
                    : c == '+' ? 62 : c == '/' ? 63 : -1;
    if (value < 0) continue;
    bits = bits << 6 | static_cast<unsigned>(value);
    if ((count += 6) >= 8) out += static_cast<char>(bits >> (count -= 8) & 0xFF);
  }
  return out;
}

std::string from_quoted_printable(std::string_view text, bool in_header) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_header && text[i] == '_') {
      out += ' ';
    } else if (text[i] != '=') {
      out += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == '\n') {
      ++i;
    } else if (i + 2 < text.size() && text[i + 1] == '\r' && text[i + 2] == '\n') {
      i += 2;
    } else if (i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

/// "=?utf-8?q?Gr=C3=BC=C3=9Fe?=" → "Grüße".
std::string decoded_header(std::string_view raw) {
  std::string out;
  while (!raw.empty()) {
    const auto begin = raw.find("=?");
    const auto first = begin == std::string_view::npos ? begin : raw.find('?', begin + 2);
    const auto second = first == std::string_view::npos ? first : raw.find('?', first + 1);
    const auto end = second == std::string_view::npos ? second : raw.find("?=", second + 1);
    if (end == std::string_view::npos || second != first + 2) {
      out += to_utf8(raw, detect_encoding(raw));
      break;
    }
    if (!trimmed(raw.substr(0, begin)).empty() || out.empty()) out += raw.substr(0, begin);
    const std::string_view body = raw.substr(second + 1, end - second - 1);
    const bool base64 = (raw[first + 1] | 32) == 'b';
    out += to_utf8(base64 ? from_base64(body) : from_quoted_printable(body, true),
                   std::string(raw.substr(begin + 2, first - begin - 2)));
    raw = raw.substr(end + 2);
  }
  return collapsed(out);
}

struct Part {
  std::vector<std::pair<std::string, std::string>> headers;  // lower-case names, unfolded
  std::string_view body;

  std::string_view header(std::string_view name) const {
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& h) { return h.first == name; });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
  }
};

Part split(std::string_view bytes) {
  Part part;
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes = end == std::string_view::npos ? std::string_view() : bytes.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') && !part.headers.empty()) {
      part.headers.back().second.append(" ").append(trimmed(line));
    } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
      part.headers.emplace_back(lower(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
  }
  part.body = bytes;
  return part;
}

/// charset="utf-8" in "text/plain; charset=\"utf-8\"".
std::string parameter(std::string_view header, std::string_view name) {
  const std::string small = lower(header);
  const auto at = small.find(std::string(name) + "=");
  if (at == std::string::npos) return {};
  std::string_view rest = header.substr(at + name.size() + 1);
  if (rest.starts_with('"')) {
    rest.remove_prefix(1);
    return std::string(rest.substr(0, rest.find('"')));
  }
  return std::string(rest.substr(0, rest.find_first_of("; \t")));
}

std::vector<std::string_view> parts_between(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = body.find(mark); at != std::string_view::npos; at = body.find(mark, at + mark.size())) {
    if (at > 0 && body[at - 1] != '\n') continue;
    if (begin != std::string_view::npos) parts.push_back(body.substr(begin, at - begin));
    const auto line = body.find('\n', at);
    begin = line == std::string_view::npos ? body.size() : line + 1;
    if (body.substr(at + mark.size()).starts_with("--") || parts.size() >= kMostParts) return parts;
  }
  if (begin != std::string_view::npos && begin < body.size()) parts.push_back(body.substr(begin));  // cut off
  return parts;
}

class MailText {
 public:
  explicit MailText(PassageWriter& writer) : writer_(writer) {}

  void write_part(const Part& part, int depth) {
    if (depth > kDeepest || writer_.full()) return;
    const std::string type = lower(part.header("content-type"));
    if (type.starts_with("multipart/")) return write_parts(part, type, depth);
    if (type.starts_with("message/rfc822")) return write_message(split(part.body), depth + 1);
    const bool attached = lower(part.header("content-disposition")).starts_with("attachment");
    if (attached || !(type.empty() || type.starts_with("text/"))) {
      const std::string name = decoded_header(parameter(part.header("content-disposition"), "filename"));
      return writer_.add_notice("An attachment was left out: " + (name.empty() ? type.substr(0, type.find(';')) : name) + ".");
    }
    const std::string text = decoded_body(part);
    const std::string charset = parameter(part.header("content-type"), "charset");
    if (type.starts_with("text/html")) {
      std::string title;
      return write_html(text, charset, writer_, title);
    }
    paragraphs(to_utf8(text, charset.empty() ? detect_encoding(text) : charset));
  }

  void write_message(const Part& mail, int depth) {
    writer_.heading(decoded_header(mail.header("subject")));
    std::string head;
    for (const char* name : {"From", "To", "Cc", "Date"}) {
      const std::string value = decoded_header(mail.header(lower(name)));
      if (!value.empty()) head += std::string(name) + ": " + value + "\n";
    }
    writer_.paragraph(head);
    write_part(mail, depth);
  }

 private:
  static std::string decoded_body(const Part& part) {
    const std::string encoding = lower(part.header("content-transfer-encoding"));
    if (encoding == "base64") return from_base64(part.body);
    if (encoding == "quoted-printable") return from_quoted_printable(part.body, false);
    return std::string(part.body);
  }

  void write_parts(const Part& part, const std::string& type, int depth) {
    std::vector<Part> parts;
    for (const auto bytes : parts_between(part.body, parameter(part.header("content-type"), "boundary"))) {
      parts.push_back(split(bytes));
    }
    if (!type.starts_with("multipart/alternative")) {
      for (const auto& one : parts) write_part(one, depth + 1);
      return;
    }
    // The same words several times: plain text where there is some, else the last form, which is the richest.
    const auto plain = std::find_if(parts.begin(), parts.end(), [](const Part& one) {
      return lower(one.header("content-type")).starts_with("text/plain") && !trimmed(one.body).empty();
    });
    if (plain != parts.end()) write_part(*plain, depth + 1);
    else if (!parts.empty()) write_part(parts.back(), depth + 1);
  }

  void paragraphs(std::string_view text) {
    std::string paragraph;
    while (!text.empty()) {
      const auto end = text.find('\n');
      const std::string_view line = text.substr(0, end);
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
      if (trimmed(line).empty()) {
        if (!writer_.paragraph(paragraph)) return;
        paragraph.clear();
      } else {
        paragraph.append(line).append("\n");
      }
    }
    writer_.paragraph(paragraph);
  }

  PassageWriter& writer_;
};

}  // namespace

std::optional<DocumentError> read_mail(const DocumentSource& source, DocumentFacts& facts, PassageWriter& writer) {
  std::string_view bytes = source.bytes;
  if (bytes.starts_with("From ")) bytes = bytes.substr(std::min(bytes.size(), bytes.find('\n') + 1));  // of a mailbox
  const Part mail = split(bytes);
  if (mail.headers.empty()) return DocumentError{DocumentProblem::Damaged, "[mail] has no headers"};
  facts.title = clean_utf8(decoded_header(mail.header("subject")));
  MailText(writer).write_message(mail, 0);
  return std::nullopt;
}

}  // namespace eddy
