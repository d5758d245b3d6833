// PDF, through Poppler. It gives the text of a page in reading order, columns included.
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>
#include <poppler/cpp/poppler-toc.h>

#include <memory>
#include <set>

#include "app/documents/readers/ocr.h"
#include "app/documents/readers/pdf_file.h"

namespace eddy {
namespace {

constexpr int kPagesLookedAt = 40;  // before a document without text is called scanned

/// Titles of the outline, collapsed: lines that equal one are headings.
void gather_titles(const poppler::toc_item* item, int depth, std::set<std::string>& titles) {
  if (!item || depth > 20 || titles.size() > 20'000) return;
  const std::string title = collapsed(pdf_text(item->title()));
  if (!title.empty()) titles.insert(title);
  for (const auto* child : item->children()) gather_titles(child, depth + 1, titles);
}

std::set<std::string> outline_of(const poppler::document& pdf) {
  std::set<std::string> titles;
  const std::unique_ptr<poppler::toc> toc(pdf.create_toc());
  if (toc) gather_titles(toc->root(), 0, titles);
  return titles;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// "exam-" + "ple" → "example"; other lines are joined by a newline.
void append_line(std::string& paragraph, std::string_view line) {
  const bool hyphen = paragraph.size() >= 2 && paragraph.back() == '-' && is_letter(paragraph[paragraph.size() - 2]);
  const bool goes_on = !line.empty() && (is_lower(line.front()) || static_cast<unsigned char>(line.front()) >= 0x80);
  if (hyphen && goes_on) paragraph.pop_back();
  else if (!paragraph.empty()) paragraph += '\n';
  paragraph += line;
}

/// "2.3 Title" or "2.3. Title" without its number, as outlines often have it.
std::string_view without_number(std::string_view line) {
  const auto end = line.find_first_not_of("0123456789.");
  return end == std::string_view::npos || end == 0 || line[end] != ' ' ? line : trimmed(line.substr(end));
}

bool write_page(std::string_view text, const std::set<std::string>& titles, PassageWriter& writer) {
  std::string paragraph;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    const std::string flat = titles.empty() ? std::string() : collapsed(line);
    const bool heading = !flat.empty() && (titles.contains(flat) || titles.contains(std::string(without_number(flat))));
    if (!heading && !line.empty()) {
      append_line(paragraph, line);
      continue;
    }
    if (!writer.paragraph(paragraph)) return false;
    paragraph.clear();
    if (heading && !writer.heading(flat)) return false;
  }
  return writer.paragraph(paragraph);
}

DocumentError no_text(const DocumentSource& source) {
  if (source.ocr && ocr_available()) return {DocumentProblem::Empty, "[pdf] no words were recognised in the pictures of its pages"};
  return {DocumentProblem::Scanned, std::string("[pdf] holds pictures of pages, no text") +
                                        (ocr_available() ? "" : " (Tesseract is not installed)")};
}

std::string recognised(const poppler::page& page) {
  const poppler::page_renderer renderer;
  const poppler::image picture = renderer.render_page(&page, 200, 200);
  return ocr_text([&](const std::string& file) { return picture.save(file, "png", 200); });
}

std::optional<DocumentError> open_failure(const DocumentSource& source, const poppler::document* pdf) {
  if (!pdf) return DocumentError{DocumentProblem::Damaged, "[pdf] " + source.path.string() + " is damaged"};
  if (pdf->is_locked()) {
    return source.password.empty() ? DocumentError{DocumentProblem::Encrypted, "[pdf] is locked with a password"}
                                   : DocumentError{DocumentProblem::WrongPassword, "[pdf] the password does not open it"};
  }
  if (pdf->pages() == 0) return DocumentError{DocumentProblem::Damaged, "[pdf] " + source.path.string() + " has no pages"};
  return std::nullopt;
}

}  // namespace

std::string pdf_text(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return clean_utf8({bytes.data(), bytes.size()});
}

std::optional<DocumentError> open_pdf(const DocumentSource& source, std::unique_ptr<poppler::document>& pdf) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  pdf.reset(poppler::document::load_from_raw_data(source.bytes.data(), static_cast<int>(source.bytes.size()), source.password, source.password));
  return open_failure(source, pdf.get());
}

std::optional<DocumentError> read_pdf(const DocumentSource& source, DocumentFacts& facts, PassageWriter& writer) {
  std::unique_ptr<poppler::document> pdf;
  if (auto error = open_pdf(source, pdf)) return error;
  facts.title = collapsed(pdf_text(pdf->get_title()));
  facts.pages = pdf->pages();
  const std::set<std::string> titles = outline_of(*pdf);
  int damaged = 0;
  for (int i = 0; i < pdf->pages() && writer.begin_page(i + 1); ++i) {
    const std::unique_ptr<poppler::page> page(pdf->create_page(i));
    if (!page) {
      ++damaged;
      continue;
    }
    const std::string text =
        source.ocr ? recognised(*page)
                   : pdf_text(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
    if (!write_page(text, titles, writer)) break;
    if (i + 1 >= kPagesLookedAt && writer.written() == 0) return no_text(source);
  }
  if (damaged > 0) writer.add_notice(std::to_string(damaged) + " damaged pages were left out.");
  if (writer.written() == 0) {
    if (damaged == facts.pages) return DocumentError{DocumentProblem::Damaged, "[pdf] no page can be read"};
    return no_text(source);
  }
  return std::nullopt;
}

}  // namespace eddy
