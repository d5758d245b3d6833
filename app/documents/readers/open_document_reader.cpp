// OpenDocument text, presentations and spreadsheets: content.xml of a zip archive (ISO/IEC 26300).
#include <algorithm>
#include <array>
#include <charconv>

#include "app/documents/readers/archive_files.h"
#include "app/documents/readers/reader.h"
#include "app/documents/readers/xml_walk.h"

namespace eddy {
namespace {

constexpr std::array<std::string_view, 5> kSkipped = {"tracked-changes", "annotation", "note-citation", "notes", "binary-data"};

int number(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class OpenText {
 public:
  OpenText(PassageWriter& writer, bool pages) : writer_(writer), pages_(pages) {
    if (pages_) writer_.begin_page(page_);
  }

  bool start(std::string_view name, const XmlAttributes& attributes) {
    if (skipped_ > 0 || std::find(kSkipped.begin(), kSkipped.end(), name) != kSkipped.end()) return ++skipped_, true;
    if (name == "p" || name == "h") ++paragraphs_;
    else if (name == "s") text_.append(static_cast<std::size_t>(std::clamp(number(value_of(attributes, "c"), 1), 1, 100)), ' ');
    else if (name == "tab") text_ += '\t';
    else if (name == "line-break") text_ += '\n';
    else if (name == "list-item") item_ = true;
    else if (name == "table-row") ++rows_;
    else if (name == "table-cell" && !row_.empty()) row_ += " | ";
    else if (name == "note") text_ += " (";
    else if (name == "soft-page-break") page_break_ = true;
    else if (name == "frame") title_ = value_of(attributes, "class") == "title";
    else if (name == "page") return slide();
    return turn_page();
  }

  bool end(std::string_view name) {
    if (skipped_ > 0) return --skipped_, true;
    if (name == "note") text_ += ")";
    if (name == "frame") title_ = false;
    if (name == "p" || name == "h") return --paragraphs_ > 0 || end_paragraph(name == "h" || title_);
    if (name == "table-row" && --rows_ == 0) {
      std::string row = collapsed(row_);
      while (row.ends_with(" |")) row.resize(row.size() - 2);
      row_.clear();
      return writer_.table_row(row);
    }
    return true;
  }

  void characters(std::string_view text) {
    if (skipped_ == 0 && paragraphs_ > 0) text_ += text;
  }
  std::int32_t pages() const { return pages_ || slides_ > 0 ? std::max(page_, slides_) : 0; }

 private:
  bool slide() {
    if (rows_ > 0 || paragraphs_ > 0) return true;
    return writer_.begin_page(++slides_);
  }
  bool turn_page() {
    if (!page_break_ || !pages_ || rows_ > 0 || paragraphs_ > 0) return true;
    page_break_ = false;
    return writer_.begin_page(++page_);
  }
  bool end_paragraph(bool heading) {
    bool more = true;
    if (rows_ > 0) {
      if (!row_.empty() && !row_.ends_with("| ")) row_ += ' ';
      row_ += trimmed(text_);
    } else if (heading) {
      more = writer_.heading(text_);
    } else {
      more = writer_.paragraph(item_ && !trimmed(text_).empty() ? "- " + text_ : text_);
    }
    text_.clear();
    item_ = false;
    return more && turn_page();
  }

  PassageWriter& writer_;
  bool pages_;
  std::int32_t page_ = 1;
  std::int32_t slides_ = 0;
  bool page_break_ = false;
  bool item_ = false;
  bool title_ = false;  // inside the title of a slide
  int paragraphs_ = 0;  // open ones: notes stand inside another
  int rows_ = 0;
  int skipped_ = 0;
  std::string text_;
  std::string row_;
};

std::string title_in(const std::string& meta) {
  std::string title;
  bool inside = false;
  (void)walk_xml(meta, "meta", 50,
                 {[&](std::string_view name, const XmlAttributes&) { return inside = name == "title", true; },
                  [&](std::string_view) { return inside = false, true; },
                  [&](std::string_view text) { if (inside) title += text; }});
  return collapsed(clean_utf8(title));
}

}  // namespace

std::optional<DocumentError> read_open_document(const DocumentSource& source, DocumentFacts& facts, PassageWriter& writer) {
  ArchiveFiles files;
  const auto wanted = [](std::string_view name) {
    return name == "content.xml" || name == "meta.xml" || name == "META-INF/manifest.xml";
  };
  if (auto error = unpack(source.bytes, writer.limits().unpacked_bytes, wanted, files)) return error;
  if (files["META-INF/manifest.xml"].find("encryption-data") != std::string::npos) {
    return DocumentError{DocumentProblem::Encrypted,
                         "[opendocument] is locked with a password; save it without one and drop it again"};
  }
  facts.title = title_in(files["meta.xml"]);
  const std::string& body = files["content.xml"];
  OpenText text(writer, body.find("soft-page-break") != std::string::npos);
  auto error = walk_xml(body, "opendocument", writer.limits().depth,
                        {[&](std::string_view name, const XmlAttributes& a) { return text.start(name, a); },
                         [&](std::string_view name) { return text.end(name); },
                         [&](std::string_view part) { text.characters(part); }});
  facts.pages = text.pages();
  return error;
}

}  // namespace eddy
