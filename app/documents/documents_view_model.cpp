#include "app/documents/documents_view_model.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>

#include "app/chat/picture_file.h"
#include "app/documents/document_words.h"
#include "app/errors/error_text.h"
#include "app/plain_name.h"

namespace eddy {
namespace {

std::filesystem::path pathOf(const QUrl& url) {
  return std::filesystem::path(url.toLocalFile().toStdU16String());
}

constexpr int kLongestMessage = 20'000;  // characters; pasted text beyond it is a document

DroppedContent clipboardContent() {
  const auto* content = QGuiApplication::clipboard()->mimeData();
  if (!content) return {};
  return {content->urls(), content->text(), content->html()};
}

QString nameOf(const Document& document) { return plainName(QString::fromStdString(document.name)); }

}  // namespace

DocumentsViewModel::DocumentsViewModel(Services services, QObject* parent)
    : QObject(parent), m_inference(services.inference), m_storage(services.storage), m_settings(services.settings),
      m_importer(services.storage), m_preview(services.storage), m_page(services.storage),
      m_summaries(services.inference, services.storage), m_places(services.storage),
      m_queue(services.inference, services.storage) {
  connect(&m_importer, &DocumentImporter::changed, this, &DocumentsViewModel::importChanged);
  connect(&m_importer, &DocumentImporter::failed, this, &DocumentsViewModel::addProblem);
  connect(&m_importer, &DocumentImporter::finished, this, &DocumentsViewModel::finishImport);
  connect(&m_importer, &DocumentImporter::imported, this, [this](qint64 id, bool) {
    const DocumentId document{id};
    if (std::ranges::find(m_imported, document) == m_imported.end()) m_imported.push_back(document);
    refreshLibrary();
  });
  connect(&m_importer, &DocumentImporter::noticed, this, [this](const QString& sentence) { addNotice(tr("Some files were left out"), sentence); });
  connect(&m_together, &DocumentSelection::chatWanted, this, [this](std::vector<DocumentId> documents) { openChat(std::move(documents)); });
  connect(&m_inference, &InferenceService::readyChanged, this, [this] {
    m_reading.reset();
    refreshChat();
    m_queue.next();
  });
  connectReadings();
  connect(&m_preview, &PassageListModel::documentChanged, this, &DocumentsViewModel::previewChanged);
}

DocumentsViewModel::~DocumentsViewModel() = default;

void DocumentsViewModel::connectReadings() {
  m_queue.setStateBudget([this] { return m_settings.stateBudget(); });
  connect(&m_queue, &ReadingQueue::progressed, this, &DocumentsViewModel::readingChanged);
  connect(&m_queue, &ReadingQueue::stateUsed, this, &DocumentsViewModel::stateUsed);
  connect(&m_queue, &ReadingQueue::placeKept, &m_places, &ReadingPlaces::refresh);
  connect(&m_queue, &ReadingQueue::failed, this, &DocumentsViewModel::failed);
  connect(&m_queue, &ReadingQueue::ended, this, &DocumentsViewModel::takeEnd);
  connect(&m_queue, &ReadingQueue::begun, this, [this](const Reading& reading) {
    if (reading.documents != documentIds()) return;
    if (reading.status == ReadingStatus::Complete) return refreshChat();
    m_reading = reading;
    m_places.show(m_reading, m_places.page(), m_documents);
  });
  connect(&m_places, &ReadingPlaces::chatWanted, this, [this](int page) { openChat(documentIds(), page); });
}

std::vector<DocumentId> DocumentsViewModel::documentIds() const {
  std::vector<DocumentId> ids;
  for (const auto& document : m_documents) ids.push_back(document.id);
  return ids;
}

void DocumentsViewModel::start() { refreshLibrary(); }

void DocumentsViewModel::stopAll() {
  if (m_importer.isBusy()) m_importer.cancel();
  m_summaries.show({});
  m_queue.abandon();
}

// Dropping

void DocumentsViewModel::add(const QList<QUrl>& urls) {
  std::vector<std::filesystem::path> paths;
  QList<QUrl> pictures;
  for (const auto& url : urls) {
    if (looksLikePicture(url)) pictures += url;
    else if (url.isLocalFile()) paths.push_back(pathOf(url));
    else addNotice(url.toDisplayString(), tr("This lies on the network"),
                   tr("Eddy fetches nothing by itself. Save it and drop the saved file, or select the text itself and drag that."));
  }
  if (!pictures.isEmpty()) emit picturesGiven(pictures);
  if (!paths.empty()) addWith(paths, {});
}

void DocumentsViewModel::addWith(const std::vector<std::filesystem::path>& paths, ReaderOptions options) {
  m_importer.add(paths, options);
}

void DocumentsViewModel::addDropped(const QList<QUrl>& urls, const QString& text, const QString& html) {
  const DroppedContent content{urls, text, html};
  if (!localFiles(urls).isEmpty() || isOnlyAddress(content)) return add(urls);
  if (const auto file = m_texts.keep(content)) addWith({*file}, {});
  else addNotice(tr("What was dropped"), tr("There is no text in it"), tr("Drop a file, or text that was selected in another program."));
}

bool DocumentsViewModel::addFromClipboard() {
  const auto content = clipboardContent();
  const auto files = localFiles(content.urls);
  const auto* clipboard = QGuiApplication::clipboard()->mimeData();
  if (files.isEmpty() && content.text.isEmpty() && clipboard && clipboard->hasImage()) {
    emit pictureGiven(QGuiApplication::clipboard()->image());
    return true;
  }
  if (files.isEmpty() && content.text.size() <= kLongestMessage) return false;
  files.isEmpty() ? addDropped({}, content.text, content.html) : add(files);
  return true;
}

void DocumentsViewModel::readClipboard() {
  const auto content = clipboardContent();
  addDropped(content.urls, content.text, content.html);
}

void DocumentsViewModel::cancelImport() {
  m_importer.cancel();
  finishImport();
}

void DocumentsViewModel::retry(int index, ReaderOptions options) {
  if (index < 0 || index >= m_problems.size()) return;
  const auto path = m_problems.at(index).toMap().value(QStringLiteral("path")).toString();
  dismissProblem(index);
  addWith({std::filesystem::path(path.toStdU16String())}, std::move(options));
}

void DocumentsViewModel::retryLocked(int index, const QString& password) { retry(index, {.password = password.toStdString()}); }
void DocumentsViewModel::retryScanned(int index) { retry(index, {.ocr = true}); }

bool DocumentsViewModel::isModel(const QUrl& url) const {
  static const QStringList kModels{QStringLiteral("*.gguf"), QStringLiteral("*.safetensors"), QStringLiteral("*.pth"),
                                   QStringLiteral("*.bin"), QStringLiteral("*.pt")};
  const QFileInfo file(url.toLocalFile());
  if (file.isDir()) return !QDir(file.filePath()).entryList(kModels, QDir::Files).isEmpty();
  return QDir::match(kModels, file.fileName());
}

QString DocumentsViewModel::importText() const {
  if (!m_importer.isBusy()) return {};
  const auto waiting = m_importer.waiting();
  const auto page = m_importer.pageSoFar();
  const auto name = page > 1 ? tr("%1, page %2").arg(m_importer.fileName(), QLocale().toString(page)) : m_importer.fileName();
  return waiting > 0 ? tr("Opening %1 (%2 more)").arg(name, QLocale().toString(waiting)) : tr("Opening %1").arg(name);
}

void DocumentsViewModel::addProblem(const QString& path, const DocumentError& error) {
  if (error.problem == DocumentProblem::Cancelled) return;
  m_problems += problemMap(path, error);
  emit problemsChanged();
}

void DocumentsViewModel::addNotice(const QString& name, const QString& title, const QString& remedy) {
  m_problems += QVariantMap{{"name", name}, {"title", title}, {"remedy", remedy}, {"path", QString()}, {"kind", -1}};
  emit problemsChanged();
}

void DocumentsViewModel::dismissProblem(int index) {
  if (index < 0 || index >= m_problems.size()) return;
  m_problems.removeAt(index);
  emit problemsChanged();
}

void DocumentsViewModel::dismissProblems() {
  m_problems.clear();
  emit problemsChanged();
}

void DocumentsViewModel::finishImport() {
  refreshLibrary();
  if (!m_imported.empty()) openChat(std::exchange(m_imported, {}));
}

/// In the shown chat while nothing has been said there, else in a new one.
void DocumentsViewModel::openChat(std::vector<DocumentId> documents, int page) {
  if (documents.empty()) return;
  auto work = [documents, page, shown = ConversationId{m_conversation}](Stores& stores) -> Result<ConversationId> {
    const auto first = stores.documents.document(documents.front());
    if (!first) return first.error();
    const auto list = stores.conversations.list_conversations();
    if (!list) return list.error();
    const auto empty = std::ranges::find_if(*list, [&](const auto& one) { return one.id == shown && one.message_count == 0; });
    const auto linked = stores.documents.documents_of(shown);
    const bool here = empty != list->end() && linked && !*linked;
    auto chat = here ? Result<ConversationId>(shown) : stores.conversations.create_conversation();
    if (!chat) return chat;
    const auto title = first->facts.title.empty() ? first->name : first->facts.title;
    if (auto named = stores.conversations.rename(*chat, title); !named) return named.error();
    if (auto made = stores.documents.link(*chat, documents, AskMode::Both, page); !made) return made.error();
    return chat;
  };
  m_storage.submit(this, std::move(work), [this](const Result<ConversationId>& chat) {
    if (!chat) return emit failed(chat.error());
    emit conversationMade(static_cast<qint64>(*chat));
    if (static_cast<qint64>(*chat) == m_conversation) refreshChat();
  });
}

void DocumentsViewModel::startChat(qint64 document) { openChat({DocumentId{document}}); }

// The library

void DocumentsViewModel::refreshLibrary() {
  m_storage.submit(this, readLibrary, [this](Result<std::vector<DocumentRow>> rows) {
    rows ? m_library.show(*std::move(rows)) : emit failed(rows.error());
  });
}

void DocumentsViewModel::remove(qint64 document) {
  dismissUndo();
  m_removed = document;
  for (int row = 0; row < m_library.count(); ++row) {
    const auto index = m_library.index(row);
    if (m_library.data(index, DocumentListModel::DocumentIdRole).toLongLong() == document)
      m_removedName = m_library.data(index, DocumentListModel::NameRole).toString();
  }
  emit undoChanged();
  if (m_preview.documentId() == document) closePreview();
  m_together.remove(document);
  m_storage.submit([document](Stores& stores) { return stores.documents.remove(DocumentId{document}); });
  refreshLibrary();
}

QString DocumentsViewModel::undoText() const { return tr("\"%1\" deleted").arg(m_removedName); }

void DocumentsViewModel::undoRemove() {
  if (m_removed == 0) return;
  m_storage.submit([id = DocumentId{std::exchange(m_removed, 0)}](Stores& stores) { return stores.documents.undo_remove(id); });
  emit undoChanged();
  refreshLibrary();
}

/// Now for good: text, index and states go.
void DocumentsViewModel::dismissUndo() {
  if (m_removed == 0) return;
  m_removed = 0;
  emit undoChanged();
  auto work = [](Stores& stores) -> Result<std::int64_t> {
    const auto gone = stores.documents.purge_removed();
    if (!gone) return gone.error();
    for (const auto reading : *gone) (void)stores.snapshots.forget(owner_of(reading));
    return stores.snapshots.used_bytes();
  };
  m_storage.submit(this, std::move(work), [this](const Result<std::int64_t>& used) {
    used ? emit stateUsed(*used) : emit failed(used.error());
    refreshChat();
  });
}

// The shown chat

void DocumentsViewModel::showConversation(qint64 id) {
  if (id == m_conversation) return;
  m_conversation = id;
  m_documents.clear();
  m_reading.reset();
  m_summaries.show({});
  m_places.show({}, 0, {});
  emit chatChanged();
  emit readingChanged();
  refreshChat();
}

Result<DocumentsViewModel::ChatView> DocumentsViewModel::readChat(Stores& stores, ConversationId id, const std::string& model) {
  ChatView view;
  const auto linked = stores.documents.documents_of(id);
  if (!linked) return linked.error();
  if (!*linked) return view;
  view.mode = (*linked)->mode;
  view.page = (*linked)->page;
  for (const auto document : (*linked)->documents) {
    auto facts = stores.documents.document(document);
    if (facts) view.documents.push_back(*std::move(facts));  // deleted ones are left out
  }
  if (view.documents.size() != (*linked)->documents.size()) view.documents.clear();
  if (model.empty() || view.documents.empty()) return view;
  auto reading = stores.documents.find_reading((*linked)->documents, model);
  if (!reading) return reading.error();
  view.reading = *std::move(reading);
  return view;
}

void DocumentsViewModel::refreshChat() {
  const auto modelNow = [this] { return m_inference.isReady() ? m_inference.fingerprint() : std::string(); };
  const std::string model = modelNow();
  auto work = [id = ConversationId{m_conversation}, model](Stores& stores) { return readChat(stores, id, model); };
  m_storage.submit(this, std::move(work), [this, id = m_conversation, model, modelNow](Result<ChatView> view) {
    // A model that became ready meanwhile has asked anew: this view knows nothing of its readings, and a reading that the
    // user paused must not seem to be none.
    if (id != m_conversation || model != modelNow()) return;
    view ? apply(*std::move(view)) : emit failed(view.error());
  });
}

void DocumentsViewModel::apply(ChatView view) {
  m_documents = std::move(view.documents);
  m_mode = view.mode;
  m_reading = std::move(view.reading);
  m_readingError.clear();
  m_summaries.show(m_documents);
  m_places.show(m_reading, view.page, m_documents);
  emit chatChanged();
  emit modeChanged();
  emit readingChanged();
  const bool unread = !m_reading || m_reading->status == ReadingStatus::UnderWay;
  if (hasDocuments() && m_inference.isReady() && unread && !m_userPaused) m_queue.begin(documentIds());
  m_userPaused = false;
}

QString DocumentsViewModel::title() const {
  if (m_documents.empty()) return {};
  if (m_documents.size() == 1) return nameOf(m_documents.front());
  return tr("%1 and %2 more").arg(nameOf(m_documents.front()), QLocale().toString(static_cast<int>(m_documents.size()) - 1));
}

QString DocumentsViewModel::facts() const { return m_documents.size() == 1 ? factsText(m_documents.front()) : QString(); }

int DocumentsViewModel::status() const {
  if (!hasDocuments()) return NotRead;
  if (runner()) return UnderWay;
  if (!m_inference.isReady()) return Waiting;
  if (!m_readingError.isEmpty()) return Failed;
  if (!m_reading) return NotRead;
  switch (m_reading->status) {
    case ReadingStatus::UnderWay: return Waiting;
    case ReadingStatus::Stopped:
    case ReadingStatus::Paused: return Paused;
    case ReadingStatus::Complete: return Complete;
    case ReadingStatus::Failed: return Failed;
  }
  return NotRead;
}

double DocumentsViewModel::progress() const {
  if (const auto* reader = runner()) return reader->progress();
  return status() == Complete ? 1 : 0;
}

QString DocumentsViewModel::statusText() const {
  switch (status()) {
    case UnderWay: return runner()->isPausing() ? tr("Pausing\u2026") : progressText(*runner());
    case Waiting: return m_inference.isReady() ? tr("Waits for another document") : tr("Is read as soon as a model is loaded");
    case Paused:
      return m_reading->status == ReadingStatus::Stopped ? tr("Reading was stopped. Answers come from passages alone.")
                                                         : tr("Reading is paused. Answers come from passages alone.");
    case Complete: return m_places.page() > 0 ? tr("Asked as of %1").arg(m_places.label(m_places.page())) : tr("Read. Ask away.");
    case Failed: return m_readingError.isEmpty() ? tr("Could not be read. Answers come from passages alone.") : m_readingError;
    default: return tr("Not read by this model yet");
  }
}

void DocumentsViewModel::setMode(int mode) {
  if (mode < Memory || mode > Both || mode == static_cast<int>(m_mode)) return;
  m_mode = static_cast<AskMode>(mode);
  emit modeChanged();
  m_storage.submit([id = ConversationId{m_conversation}, mode = m_mode](Stores& stores) { return stores.documents.set_mode(id, mode); });
}

// Reading

void DocumentsViewModel::takeEnd(const Reading& reading, ReadingRunner::End how, const std::optional<Error>& error) {
  m_userPaused = how == ReadingRunner::End::Paused;
  const bool shown = reading.documents == documentIds();
  if (how == ReadingRunner::End::Failed && error && shown) {
    m_readingError = describe(error->code).title;
    m_reading = reading;
    return emit readingChanged();
  }
  refreshLibrary();
  refreshChat();
  if (how == ReadingRunner::End::Complete) emit readingCompleted();
}

void DocumentsViewModel::pause() {
  if (runner()) m_queue.pause();
}

void DocumentsViewModel::stop() { m_queue.stop(documentIds()); }

void DocumentsViewModel::resume() {
  m_readingError.clear();
  m_queue.begin(documentIds());
}

// The preview

void DocumentsViewModel::showPassages(qint64 document, int first, int last) {
  m_preview.open(document, first, last);
  m_page.show(document, first);
}
void DocumentsViewModel::showDocument(qint64 document) { showPassages(document, -1, -1); }
void DocumentsViewModel::showChatDocument() {
  if (!hasDocuments()) return;
  const auto shown = std::ranges::find(m_documents, DocumentId{m_preview.documentId()}, &Document::id);
  const bool more = shown != m_documents.end() && std::next(shown) != m_documents.end();
  showDocument(static_cast<qint64>((more ? std::next(shown) : m_documents.begin())->id));
}
void DocumentsViewModel::closePreview() { showPassages(0, -1, -1); }

}  // namespace eddy
