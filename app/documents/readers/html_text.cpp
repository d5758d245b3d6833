#include "app/documents/readers/html_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <climits>
#include <memory>

#include "app/documents/readers/text_encoding.h"

namespace eddy {
namespace {

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 8> kSilent = {"script", "style", "noscript", "template",
                                                     "svg",    "object", "iframe",   "select"};
constexpr std::array<std::string_view, 28> kBlocks = {
    "p",       "div",  "section", "article", "main",    "header",     "footer",     "nav",    "aside", "ul",
    "ol",      "li",   "dl",      "dt",      "dd",      "blockquote", "figure",     "figcaption", "table", "tr",
    "caption", "form", "fieldset", "address", "details", "summary",    "hr",         "body"};

bool is_heading(std::string_view name) { return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'; }

/// What the parser calls back into.
class HtmlText {
 public:
  HtmlText(PassageWriter& writer, std::string& title) : writer_(writer), title_(title) {}

  void start(std::string_view name) {
    if (silent_ > 0 || one_of(name, kSilent)) {
      ++silent_;
      return;
    }
    if (name == "title") in_title_ = true;
    if (name == "br") text_ += '\n';
    if (name == "pre") end_block(), pre_ = true;
    if (is_heading(name)) end_block(), heading_ = true;
    if (name == "td" || name == "th") {
      if (!trimmed(text_).empty()) text_ += " | ";
      in_row_ = true;
    }
    if (one_of(name, kBlocks) && !in_row_) end_block();
    if (name == "li") text_ += "- ";
  }

  void end(std::string_view name) {
    if (silent_ > 0) {
      --silent_;
      return;
    }
    if (name == "title") in_title_ = false;
    if (name == "pre") end_block(), pre_ = false;
    if (is_heading(name)) end_block(), heading_ = false;
    if (name == "tr") end_row();
    if (one_of(name, kBlocks)) in_row_ ? void(text_ += ' ') : end_block();
  }

  void characters(std::string_view text) {
    if (silent_ > 0) return;
    if (in_title_) title_ += text;
    else text_ += text;
    // A text without end is handed on in parts.
    if (text_.size() > (std::size_t{1} << 20)) end_block();
  }

  void finish() {
    end_row();
    end_block();
    title_ = collapsed(clean_utf8(title_));
  }

 private:
  void end_row() {
    if (in_row_) writer_.table_row(collapsed(text_));
    if (in_row_) text_.clear();
    in_row_ = false;
  }

  void end_block() {
    if (pre_) writer_.code(text_);
    else if (heading_) writer_.heading(text_);
    else if (trimmed(text_) != "-") writer_.paragraph(lines_of(text_));
    text_.clear();
  }

  /// Source line breaks are blanks; those of <br> stay only where they end a line of some meaning, so all become blanks too.
  static std::string lines_of(std::string_view text) { return collapsed(text); }

  PassageWriter& writer_;
  std::string& title_;
  std::string text_;
  int silent_ = 0;
  bool in_title_ = false;
  bool pre_ = false;
  bool heading_ = false;
  bool in_row_ = false;
};

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }
HtmlText& page(void* context) { return *static_cast<HtmlText*>(context); }

htmlSAXHandler handlers() {
  htmlSAXHandler sax{};
  sax.startElement = [](void* context, const xmlChar* name, const xmlChar**) { page(context).start(view(name)); };
  sax.endElement = [](void* context, const xmlChar* name) { page(context).end(view(name)); };
  sax.characters = [](void* context, const xmlChar* text, int size) {
    page(context).characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  };
  sax.cdataBlock = sax.characters;
  sax.ignorableWhitespace = sax.characters;
  return sax;
}

/// The name after "charset=" in the first 4 KiB.
std::string declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  auto at = head.find("charset=");
  if (at == std::string_view::npos) at = head.find("CHARSET=");
  if (at == std::string_view::npos) return {};
  std::string_view rest = head.substr(at + 8);
  while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) rest.remove_prefix(1);
  const auto end = rest.find_first_of("\"'; />\n");
  return std::string(rest.substr(0, std::min<std::size_t>(end, 40)));
}

}  // namespace

void write_html(std::string_view bytes, const std::string& encoding, PassageWriter& writer, std::string& title) {
  std::string source = !encoding.empty() ? encoding : declared_encoding(bytes);
  const std::string seen = detect_encoding(bytes);
  if (source.empty() || seen == "UTF-8" || seen.starts_with("UTF-16")) source = seen;
  // Converted here: the parser's own conversions differ between builds, ours do not.
  const std::string text = to_utf8(bytes, source);
  HtmlText page_text(writer, title);
  htmlSAXHandler sax = handlers();
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreatePushParserCtxt(&sax, &page_text, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8), &htmlFreeParserCtxt);
  if (!parser) return;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_IGNORE_ENC);
  constexpr std::size_t kPart = 65536;
  for (std::size_t at = 0; at < text.size() && !writer.full(); at += kPart) {
    const std::size_t size = std::min(kPart, text.size() - at);
    htmlParseChunk(parser.get(), text.data() + at, static_cast<int>(size), 0);
  }
  htmlParseChunk(parser.get(), "", 0, 1);
  page_text.finish();
}

}  // namespace eddy
