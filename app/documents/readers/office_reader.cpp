// Word and PowerPoint documents: zip archives of XML (ECMA-376).
#include <algorithm>
#include <set>
#include <vector>

#include "app/documents/readers/archive_files.h"
#include "app/documents/readers/reader.h"
#include "app/documents/readers/xml_walk.h"

namespace eddy {
namespace {

/// docProps/core.xml → its title; a damaged one has none.
std::string title_in(const ArchiveFiles& files) {
  const auto core = files.find("docProps/core.xml");
  if (core == files.end()) return {};
  std::string title;
  bool inside = false;
  (void)walk_xml(core->second, "properties", 50,
                 {[&](std::string_view name, const XmlAttributes&) { return inside = name == "title", true; },
                  [&](std::string_view) { return inside = false, true; },
                  [&](std::string_view text) { if (inside) title += text; }});
  return collapsed(clean_utf8(title));
}

/// Style ids that mean a heading: those with an outline level, and those called "heading …" or "Title".
std::set<std::string, std::less<>> heading_styles(const ArchiveFiles& files) {
  std::set<std::string, std::less<>> found;
  const auto styles = files.find("word/styles.xml");
  if (styles == files.end()) return found;
  std::string id;
  (void)walk_xml(styles->second, "styles", 50,
                 {[&](std::string_view name, const XmlAttributes& attributes) {
                    if (name == "style") id = value_of(attributes, "styleId");
                    const std::string_view value = value_of(attributes, "val");
                    const bool named = name == "name" && (value.starts_with("heading") || value == "Title");
                    if (!id.empty() && (named || (name == "outlineLvl" && value != "9"))) found.insert(id);
                    return true;
                  },
                  [](std::string_view) { return true; }, [](std::string_view) {}});
  return found;
}

/// Paragraphs, tables and page breaks of a Word document's body.
class WordText {
 public:
  WordText(PassageWriter& writer, std::set<std::string, std::less<>> headings, bool pages)
      : writer_(writer), headings_(std::move(headings)), pages_(pages) {
    if (pages_) writer_.begin_page(page_);
  }

  bool start(std::string_view name, const XmlAttributes& attributes) {
    if (skipped_ > 0 || name == "Fallback") return ++skipped_, true;
    if (name == "t") in_text_ = true;
    else if (name == "tab") add("\t");
    else if (name == "br") value_of(attributes, "type") == "page" ? void(page_break_ = true) : add("\n");
    else if (name == "cr") add("\n");
    else if (name == "noBreakHyphen") add("-");
    else if (name == "lastRenderedPageBreak") page_break_ = true;
    else if (name == "pStyle") heading_ = headings_.contains(value_of(attributes, "val"));
    else if (name == "outlineLvl") heading_ = heading_ || value_of(attributes, "val") != "9";
    else if (name == "numPr" && text_.empty()) item_ = true;
    else if (name == "tr") ++rows_;
    else if (name == "tc" && rows_ > 0 && !row_.empty()) row_ += " | ";
    return turn_page();
  }

  bool end(std::string_view name) {
    if (skipped_ > 0) return --skipped_, true;
    if (name == "t") in_text_ = false;
    if (name == "p") return end_paragraph();
    if (name == "tr" && --rows_ == 0) {
      const bool more = writer_.table_row(collapsed(row_));
      row_.clear();
      return more;
    }
    return true;
  }

  void characters(std::string_view text) {
    if (in_text_ && skipped_ == 0) add(text);
  }
  std::int32_t pages() const { return pages_ ? page_ : 0; }

 private:
  void add(std::string_view text) { text_ += text; }

  /// A page ends between paragraphs of ours even when it ended inside one of theirs: passages stay whole.
  bool turn_page() {
    if (!page_break_ || !pages_ || !text_.empty() || rows_ > 0) return true;
    page_break_ = false;
    return writer_.begin_page(++page_);
  }

  bool end_paragraph() {
    bool more = true;
    if (rows_ > 0) {
      if (!row_.empty() && !row_.ends_with("| ")) row_ += ' ';
      row_ += trimmed(text_);
    } else if (heading_) {
      more = writer_.heading(text_);
    } else {
      more = writer_.paragraph(item_ && !trimmed(text_).empty() ? "- " + text_ : text_);
    }
    text_.clear();
    heading_ = item_ = false;
    return more && turn_page();
  }

  PassageWriter& writer_;
  std::set<std::string, std::less<>> headings_;
  bool pages_;
  std::int32_t page_ = 1;
  bool page_break_ = false;
  bool in_text_ = false;
  bool heading_ = false;
  bool item_ = false;
  int rows_ = 0;
  int skipped_ = 0;
  std::string text_;
  std::string row_;
};

/// Targets of ppt/_rels/presentation.xml.rels by id.
std::map<std::string, std::string, std::less<>> relations(const std::string& xml) {
  std::map<std::string, std::string, std::less<>> targets;
  (void)walk_xml(xml, "relations", 50,
                 {[&](std::string_view name, const XmlAttributes& attributes) {
                    if (name == "Relationship") {
                      targets.emplace(value_of(attributes, "Id"), value_of(attributes, "Target"));
                    }
                    return true;
                  },
                  [](std::string_view) { return true; }, [](std::string_view) {}});
  return targets;
}

/// Names of the slides in the order they are shown.
std::vector<std::string> slides_of(const ArchiveFiles& files) {
  std::vector<std::string> slides;
  const auto presentation = files.find("ppt/presentation.xml");
  const auto rels = files.find("ppt/_rels/presentation.xml.rels");
  if (presentation != files.end() && rels != files.end()) {
    const auto targets = relations(rels->second);
    (void)walk_xml(presentation->second, "presentation", 50,
                   {[&](std::string_view name, const XmlAttributes& attributes) {
                      // Both "id" attributes have this local name; the relation's comes last.
                      const auto target = targets.find(value_of(attributes, "id"));
                      if (name == "sldId" && target != targets.end()) {
                        const std::string& path = target->second;
                        slides.push_back(path.starts_with("/") ? path.substr(1) : "ppt/" + path);
                      }
                      return true;
                    },
                    [](std::string_view) { return true; }, [](std::string_view) {}});
  }
  if (!slides.empty()) return slides;
  for (const auto& [name, content] : files) {
    if (name.starts_with("ppt/slides/slide")) slides.push_back(name);
  }
  return slides;
}

std::optional<DocumentError> write_slide(const std::string& xml, PassageWriter& writer) {
  std::string text, row;
  bool in_text = false, title = false;
  int rows = 0;
  return walk_xml(
      xml, "slide", writer.limits().depth,
      {[&](std::string_view name, const XmlAttributes& attributes) {
         if (name == "sp") title = false;
         if (name == "ph") title = value_of(attributes, "type") == "title" || value_of(attributes, "type") == "ctrTitle";
         if (name == "t") in_text = true;
         if (name == "br") text += '\n';
         if (name == "tr") ++rows;
         if (name == "tc" && !row.empty()) row += " | ";
         return true;
       },
       [&](std::string_view name) {
         if (name == "t") in_text = false;
         if (name == "tr" && --rows == 0) {
           const bool more = writer.table_row(collapsed(row));
           row.clear();
           return more;
         }
         if (name != "p") return true;
         bool more = true;
         if (rows > 0) row += trimmed(text);
         else more = title ? writer.heading(text) : writer.paragraph(text);
         text.clear();
         return more;
       },
       [&](std::string_view part) { if (in_text) text += part; }});
}

}  // namespace

std::optional<DocumentError> read_docx(const DocumentSource& source, DocumentFacts& facts, PassageWriter& writer) {
  ArchiveFiles files;
  const auto wanted = [](std::string_view name) {
    return name == "word/document.xml" || name == "word/styles.xml" || name == "docProps/core.xml" ||
           name == "word/footnotes.xml";
  };
  if (auto error = unpack(source.bytes, writer.limits().unpacked_bytes, wanted, files)) return error;
  facts.title = title_in(files);
  const std::string& body = files["word/document.xml"];
  const bool pages = body.find("lastRenderedPageBreak") != std::string::npos || body.find("w:type=\"page\"") != std::string::npos;
  WordText text(writer, heading_styles(files), pages);
  const XmlHandler handler{[&](std::string_view name, const XmlAttributes& a) { return text.start(name, a); },
                           [&](std::string_view name) { return text.end(name); },
                           [&](std::string_view part) { text.characters(part); }};
  auto error = walk_xml(body, "docx", writer.limits().depth, handler);
  facts.pages = text.pages();
  if (!error && files.contains("word/footnotes.xml")) (void)walk_xml(files["word/footnotes.xml"], "docx", writer.limits().depth, handler);
  return error;
}

std::optional<DocumentError> read_pptx(const DocumentSource& source, DocumentFacts& facts, PassageWriter& writer) {
  ArchiveFiles files;
  const auto wanted = [](std::string_view name) {
    return name == "ppt/presentation.xml" || name == "ppt/_rels/presentation.xml.rels" || name == "docProps/core.xml" ||
           (name.starts_with("ppt/slides/slide") && name.ends_with(".xml"));
  };
  if (auto error = unpack(source.bytes, writer.limits().unpacked_bytes, wanted, files)) return error;
  facts.title = title_in(files);
  const auto slides = slides_of(files);
  facts.pages = static_cast<std::int32_t>(slides.size());
  std::int32_t page = 0;
  for (const auto& slide : slides) {
    if (!writer.begin_page(++page)) break;
    const auto content = files.find(slide);
    if (content == files.end()) continue;
    if (auto error = write_slide(content->second, writer)) return error;
  }
  return std::nullopt;
}

}  // namespace eddy
