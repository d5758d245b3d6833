#include "app/documents/page_view.h"

#include <QMetaObject>
#include <QRectF>

#include "app/documents/document_files.h"
#include "app/documents/document_words.h"
#include "app/documents/quoted_words.h"

namespace eddy {
namespace {

constexpr std::size_t kMostDrawn = 30;

QVariantList rectangles(const std::vector<WordBox>& boxes) {
  QVariantList list;
  for (const auto& box : boxes) list += QRectF(box.x, box.y, box.width, box.height);
  return list;
}

/// The file may have been changed since it was read: then its pages are not those of the text.
std::variant<PageDrawing, DocumentError> drawSame(const Document& document, const PageWanted& wanted, const std::stop_token& stop) {
  const auto path = std::filesystem::path(QString::fromStdString(document.path).toStdU16String());
  const auto content = hash_file(path, stop);
  if (const auto* error = std::get_if<DocumentError>(&content)) return *error;
  if (std::get<FileContent>(content).hash != document.content_hash) {
    return DocumentError{DocumentProblem::NotFound, "[page] the file was changed since it was read"};
  }
  ReaderOptions options;
  options.silent_seconds = options.seconds = 30;
  return draw_apart(path, wanted, options, stop);
}

}  // namespace

PageView::PageView(StorageService& storage, QObject* parent) : QObject(parent), m_storage(storage) {}

PageView::~PageView() = default;  // the thread is asked to stop and joined first

void PageView::show(qint64 document, int passage) {
  m_wanted = document;
  clearSelection();
  if (document == 0) {
    m_document.reset();
    m_page = 0;
    emit documentChanged();
    return emit pageChanged();
  }
  auto work = [id = DocumentId{document}, first = std::max(0, passage)](Stores& stores) -> Result<Opened> {
    auto found = stores.documents.document(id);
    if (!found) return found.error();
    auto passages = stores.documents.passages(id, first, 1);
    if (!passages) return passages.error();
    return Opened{*std::move(found), passages->empty() ? StoredPassage{} : passages->front()};
  };
  m_storage.submit(this, std::move(work), [this, document, quoted = passage >= 0](const Result<Opened>& opened) {
    if (opened && m_wanted == document) open(*opened, quoted);
  });
}

void PageView::open(const Opened& opened, bool quoted) {
  const bool other = !m_document || m_document->id != opened.document.id;
  m_document = opened.document;
  if (other) {
    ++m_round;
    m_drawing = 0;
    m_drawings.clear();
  }
  m_quote = quoted ? opened.passage.passage.text : std::string();
  m_quotedPage = quoted ? opened.passage.passage.page : 0;
  emit documentChanged();
  if (isAvailable()) go(std::max(1, opened.passage.passage.page));
}

void PageView::go(int page) {
  if (!isAvailable() || page < 1 || page > pages()) return;
  clearSelection();
  m_page = page;
  m_error.clear();
  if (!drawing()) draw();
  emit pageChanged();
}

/// The page under way is waited for: it takes a moment, and a killed helper gains nothing.
void PageView::draw() {
  if (m_drawing != 0) return;
  m_drawing = m_page;
  m_thread = std::jthread([this, round = m_round, page = m_page, document = *m_document, file = pictureFile(m_page)](std::stop_token stop) {
    auto drawn = drawSame(document, {.page = page, .picture = file}, stop);
    if (stop.stop_requested()) return;
    QMetaObject::invokeMethod(this, [this, round, page, drawn = std::move(drawn)] {
      if (round == m_round) take(page, drawn);
    }, Qt::QueuedConnection);
  });
}

void PageView::take(int page, const std::variant<PageDrawing, DocumentError>& drawn) {
  m_drawing = 0;
  if (m_drawings.size() >= kMostDrawn) m_drawings.erase(m_drawings.begin()->first == m_page ? std::prev(m_drawings.end()) : m_drawings.begin());
  if (const auto* error = std::get_if<DocumentError>(&drawn)) {
    if (page == m_page) m_error = describe(error->problem).title;
  } else {
    m_drawings[page] = std::get<PageDrawing>(drawn);
  }
  if (page != m_page && !drawing()) draw();
  emit pageChanged();
}

std::filesystem::path PageView::pictureFile(int page) const {
  const auto name = QStringLiteral("%1-%2.png").arg(static_cast<qint64>(m_document->id)).arg(page);
  return std::filesystem::path(m_folder.filePath(name).toStdU16String());
}

const PageDrawing* PageView::drawing() const {
  const auto found = m_drawings.find(m_page);
  return found == m_drawings.end() ? nullptr : &found->second;
}

QUrl PageView::picture() const {
  return drawing() ? QUrl::fromLocalFile(QString::fromStdU16String(pictureFile(m_page).u16string())) : QUrl();
}

double PageView::aspect() const { return drawing() && drawing()->aspect > 0 ? drawing()->aspect : 1.414; }

QVariantList PageView::marks() const {
  return drawing() && m_page == m_quotedPage ? rectangles(quoted_boxes(drawing()->words, m_quote)) : QVariantList();
}

void PageView::select(double x1, double y1, double x2, double y2) {
  if (!drawing()) return;
  const auto boxes = selected_boxes(drawing()->words, x1, y1, x2, y2);
  m_selection = rectangles(boxes);
  m_selectedText = boxes.empty() ? QString() : QString::fromStdString(boxes.front().text);
  emit selectionChanged();
}

void PageView::clearSelection() {
  if (m_selection.isEmpty() && m_selectedText.isEmpty()) return;
  m_selection.clear();
  m_selectedText.clear();
  emit selectionChanged();
}

}  // namespace eddy
