#include "app/documents/document_importer.h"

#include <QMetaObject>

namespace eddy {
namespace {

constexpr std::size_t kBatch = 64;  // passages handed to storage at once
constexpr int kMostTries = 3;       // with a file that is being written

bool changedSince(const std::filesystem::path& file, std::filesystem::file_time_type then) {
  std::error_code gone;
  const auto written = std::filesystem::last_write_time(file, gone);
  return !gone && written != then;
}

/// Names on a disk may be anything: bytes that are no UTF-8 show as a replacement sign.
QString textOf(const std::filesystem::path& path) {
#if defined(_WIN32)
  return QString::fromStdU16String(path.u16string());
#else
  return QString::fromUtf8(path.c_str());  // u16string() throws for such names
#endif
}

}  // namespace

DocumentImporter::DocumentImporter(StorageService& storage, QObject* parent) : QObject(parent), m_storage(storage) {}

DocumentImporter::~DocumentImporter() = default;  // the thread is asked to stop and joined first

QString DocumentImporter::fileName() const { return textOf(m_file.path.filename()); }

/// `job(stop)` returns a function to be called here.
template <class Job>
void DocumentImporter::runApart(Job job) {
  m_thread = std::jthread([this, round = m_round, job = std::move(job)](std::stop_token stop) {
    std::function<void()> then = job(stop);
    if (stop.stop_requested()) return;
    QMetaObject::invokeMethod(this, [this, round, then = std::move(then)] {
      if (round == m_round) then();
    }, Qt::QueuedConnection);
  });
}

void DocumentImporter::add(const std::vector<std::filesystem::path>& dropped, ReaderOptions options) {
  if (dropped.empty()) return;
  m_dropped.push_back({dropped, std::move(options)});
  if (!m_busy) next();
  else emit changed();
}

void DocumentImporter::expand() {
  auto dropped = std::move(m_dropped.front());
  m_dropped.pop_front();
  m_file = {dropped.paths.front(), {}};
  emit changed();
  runApart([this, dropped = std::move(dropped)](std::stop_token stop) -> std::function<void()> {
    auto found = expand_dropped(dropped.paths, 2000, stop);
    return [this, found = std::move(found), options = dropped.options] {
      for (const auto& file : found.files) m_files.push_back({file, options});
      if (!found.notice.empty()) emit noticed(QString::fromStdString(found.notice));
      next();
    };
  });
}

void DocumentImporter::cancel() {
  m_dropped.clear();
  m_files.clear();
  ++m_round;
  m_thread.request_stop();
  if (m_thread.joinable()) m_thread.join();
  m_busy = false;
  m_storage.submit([](Stores& stores) { return stores.documents.discard_unfinished(); });
  emit changed();
}

void DocumentImporter::next() {
  m_busy = !m_files.empty() || !m_dropped.empty();
  if (!m_busy) {
    emit changed();
    emit finished();
    return;
  }
  if (m_files.empty()) return expand();
  m_file = std::move(m_files.front());
  m_files.pop_front();
  m_page = 0;
  m_failedToStore = false;
  emit changed();
  runApart([this, path = m_file.path](std::stop_token stop) -> std::function<void()> {
    std::error_code ignored;
    const auto written = std::filesystem::last_write_time(path, ignored);
    auto content = hash_file(path, stop);
    return [this, written, content = std::move(content)] {
      if (const auto* error = std::get_if<DocumentError>(&content)) fail(*error);
      else lookUp(std::get<FileContent>(content), written);
    };
  });
}

void DocumentImporter::lookUp(const FileContent& content, std::filesystem::file_time_type written) {
  m_file.written = written;
  if (content.bytes == 0) return fail({DocumentProblem::Empty, "[reader] the file has no bytes"});
  m_storage.submit(
      this, [hash = content.hash](Stores& stores) { return stores.documents.find(hash); },
      [this, content](const Result<std::optional<DocumentId>>& known) {
        if (!known) return fail({DocumentProblem::NotKept, known.error().message});
        if (!*known) return begin(content);
        emit imported(static_cast<qint64>(**known), true);
        next();
      });
}

void DocumentImporter::begin(const FileContent& content) {
  m_storage.submit(
      this,
      [content, path = m_file.path](Stores& stores) {
        return stores.documents.begin_document(content.hash, textOf(path.filename()).toStdString(),
                                               textOf(path).toStdString(), content.bytes);
      },
      [this](const Result<DocumentId>& begun) {
        if (!begun) return fail({DocumentProblem::NotKept, begun.error().message});
        read(*begun);
      });
}

void DocumentImporter::read(DocumentId id) {
  runApart([this, id, file = m_file](std::stop_token stop) -> std::function<void()> {
    std::vector<Passage> batch;
    const auto hand_over = [&] {
      while (!m_room.try_acquire_for(std::chrono::milliseconds(50))) {
        if (stop.stop_requested()) return false;
      }
      QMetaObject::invokeMethod(this, [this, id, passages = std::move(batch)] { append(id, passages); }, Qt::QueuedConnection);
      batch.clear();
      return true;
    };
    auto outcome = read_apart(file.path, file.options, stop, [&](Passage passage) {
      batch.push_back(std::move(passage));
      return batch.size() < kBatch || hand_over();
    });
    if (!batch.empty() && !stop.stop_requested()) hand_over();
    const bool changed = changedSince(file.path, file.written);
    return [this, id, changed, outcome = std::move(outcome)] { finish(id, outcome, changed); };
  });
}

void DocumentImporter::append(DocumentId id, std::vector<Passage> passages) {
  if (!passages.empty()) m_page = passages.back().page;
  emit changed();
  m_storage.submit(
      this, [id, passages = std::move(passages)](Stores& stores) { return stores.documents.append_passages(id, passages); },
      [this](const Result<void>& kept) {
        m_room.release();
        m_failedToStore = m_failedToStore || !kept;
      });
}

void DocumentImporter::finish(DocumentId id, const std::variant<DocumentFacts, DocumentError>& outcome, bool changedMeanwhile) {
  if (changedMeanwhile) {  // what was read is not what was counted: once more
    m_storage.submit([id](Stores& stores) { return stores.documents.discard(id); });
    if (++m_file.tries >= kMostTries) return fail({DocumentProblem::Changing, "[documents] the file kept changing while it was read"});
    m_files.push_front(m_file);
    return next();
  }
  if (const auto* error = std::get_if<DocumentError>(&outcome)) {
    m_storage.submit([id](Stores& stores) { return stores.documents.discard(id); });
    return fail(*error);
  }
  m_storage.submit(
      this,
      [id, facts = std::get<DocumentFacts>(outcome)](Stores& stores) { return stores.documents.finish_document(id, facts); },
      [this, id](const Result<void>& kept) {
        if (!kept || m_failedToStore) {
          m_storage.submit([id](Stores& stores) { return stores.documents.discard(id); });
          return fail({DocumentProblem::NotKept,
                       kept ? "[documents] the text could not be written to the data folder" : kept.error().message});
        }
        emit imported(static_cast<qint64>(id), false);
        next();
      });
}

void DocumentImporter::fail(const DocumentError& error) {
  emit failed(textOf(m_file.path), error);
  next();
}

}  // namespace eddy
