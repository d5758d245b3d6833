// Pictures of PDF pages, through Poppler.
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <memory>

#include "app/documents/readers/pdf_file.h"

namespace eddy {
namespace {

constexpr double kMostPixels = 4000;  // on the longer side: a poster is drawn smaller

void gather_words(const poppler::page& page, const poppler::rectf& area, DrawnPage& drawn) {
  for (const auto& word : page.text_list()) {
    const auto box = word.bbox();
    const double width = std::max(1.0, area.width()), height = std::max(1.0, area.height());
    drawn.words.push_back({{box.x() / width, box.y() / height, box.width() / width, box.height() / height}, pdf_text(word.text())});
  }
}

}  // namespace

std::optional<DocumentError> draw_page(DocumentSource source, std::int32_t number, int dpi, const std::string& picture, DrawnPage& drawn) {
  if (auto error = read_source(source)) return error;
  std::unique_ptr<poppler::document> pdf;
  if (auto error = open_pdf(source, pdf)) return error;
  drawn.pages = pdf->pages();
  if (number < 1 || number > pdf->pages()) return DocumentError{DocumentProblem::NotFound, "[pdf] has no page " + std::to_string(number)};
  const std::unique_ptr<poppler::page> page(pdf->create_page(number - 1));
  if (!page) return DocumentError{DocumentProblem::Damaged, "[pdf] page " + std::to_string(number) + " is damaged"};
  const auto area = page->page_rect();
  drawn.aspect = area.height() / std::max(1.0, area.width());
  const double most = kMostPixels * 72 / std::max({1.0, area.width(), area.height()});
  const double sharpness = std::min<double>(dpi, most);
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  const auto image = renderer.render_page(page.get(), sharpness, sharpness);
  if (!image.is_valid() || !image.save(picture, "png", static_cast<int>(sharpness))) {
    return DocumentError{DocumentProblem::Unreadable, "[pdf] page " + std::to_string(number) + " could not be drawn"};
  }
  gather_words(*page, area, drawn);
  return std::nullopt;
}

}  // namespace eddy
