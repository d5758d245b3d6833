#include "app/downloads/download_queue.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

#include "app/downloads/download_journal.h"

namespace eddy {
namespace {

constexpr int kTellEvery = 200;    // milliseconds
constexpr int kSaveEvery = 2000;
constexpr qint64 kMeasured = 5000;
constexpr const char* kJournal = "/downloads.json";

}  // namespace

DownloadQueue::DownloadQueue(NetworkGate& gate, DownloadOptions options, QObject* parent)
    : QObject(parent), m_gate(gate), m_options(std::move(options)), m_tell(this), m_save(this) {
  for (auto* timer : {&m_tell, &m_save}) timer->setSingleShot(true);
  m_tell.setInterval(kTellEvery);
  m_save.setInterval(kSaveEvery);
  connect(&m_tell, &QTimer::timeout, this, &DownloadQueue::tell);
  connect(&m_save, &QTimer::timeout, this, &DownloadQueue::save);
}

DownloadQueue::~DownloadQueue() {
  if (m_download) m_download->pause();
  save();
}

void DownloadQueue::open(const QString& folder) {
  if (!m_journal.isEmpty()) save();
  m_journal = folder + QLatin1String(kJournal);
  QFile file(m_journal);
  if (file.open(QIODevice::ReadOnly)) {
    for (auto& order : ordersFrom(file.readAll(), folder)) {
      if (!find(order.id)) m_entries.push_back(std::make_unique<Entry>(Entry{std::move(order), DownloadState::Paused, {}}));
    }
  }
  tell();
}

DownloadQueue::Entry* DownloadQueue::find(const QString& id) {
  for (auto& entry : m_entries) {
    if (entry->order.id == id) return entry.get();
  }
  return nullptr;
}

void DownloadQueue::add(DownloadOrder order) {
  order.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
  m_entries.push_back(std::make_unique<Entry>(Entry{std::move(order), DownloadState::Queued, {}}));
  save();
  startNext();
  tell();
}

void DownloadQueue::pause(const QString& id) {
  auto* entry = find(id);
  if (!entry || entry->state == DownloadState::Done) return;
  if (entry == m_current) stopCurrent(DownloadState::Paused);
  else entry->state = DownloadState::Paused;
  tell();
  startNext();
}

void DownloadQueue::resume(const QString& id) {
  auto* entry = find(id);
  if (!entry || entry == m_current || entry->state == DownloadState::Done) return;
  entry->state = DownloadState::Queued;
  entry->problem = {};
  startNext();
  tell();
}

void DownloadQueue::cancel(const QString& id) {
  auto* entry = find(id);
  if (!entry) return;
  if (entry == m_current) stopCurrent(DownloadState::Paused);
  if (entry->state != DownloadState::Done) {
    for (const auto& file : entry->order.files) {
      QFile::remove(file.task.target + QStringLiteral(".part"));
      if (file.done) QFile::remove(file.task.target);
    }
    // The folder of several files, if it is ours and empty now.
    if (entry->order.files.size() > 1) QDir().rmdir(QFileInfo(entry->order.files.first().task.target).absolutePath());
  }
  m_entries.erase(std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& e) { return e.get() == entry; }));
  save();
  tell();
  startNext();
}

void DownloadQueue::startNext() {
  if (m_current) return;
  for (auto& entry : m_entries) {
    if (entry->state != DownloadState::Queued) continue;
    m_current = entry.get();
    m_file = 0;
    return startFile();
  }
}

void DownloadQueue::startFile() {
  auto& files = m_current->order.files;
  while (m_file < files.size() && files[m_file].done) ++m_file;
  if (m_file == files.size()) {
    const auto& first = files.first().task.target;
    const auto path = files.size() == 1 ? first : QFileInfo(first).absolutePath();
    stopCurrent(DownloadState::Done);
    emit arrived(path);
    tell();
    return startNext();
  }
  m_measured.clear();
  m_current->state = DownloadState::Running;
  m_download = std::make_unique<FileDownload>(m_gate, files[m_file].task, files[m_file].record, m_options);
  connect(m_download.get(), &FileDownload::progressed, this, [this] {
    if (!m_tell.isActive()) m_tell.start();
  });
  connect(m_download.get(), &FileDownload::recordChanged, this, [this] {
    m_current->order.files[m_file].record = m_download->record();
    if (!m_save.isActive()) m_save.start();
  });
  // Queued: the download may still be in the middle of telling.
  const auto* running = m_download.get();
  connect(running, &FileDownload::finished, this, [this, running] {
    if (m_download.get() == running) fileDone();
  }, Qt::QueuedConnection);
  connect(running, &FileDownload::failed, this, [this, running](const DownloadProblem& problem) {
    if (m_download.get() != running) return;
    stopCurrent(DownloadState::Failed, problem);
    tell();
    startNext();
  }, Qt::QueuedConnection);
  m_download->start();
}

void DownloadQueue::fileDone() {
  auto& file = m_current->order.files[m_file];
  file.done = true;
  file.record = m_download->record();
  save();
  startFile();
}

void DownloadQueue::stopCurrent(DownloadState state, const DownloadProblem& problem) {
  if (m_download) {
    m_download->disconnect(this);
    m_download->pause();
    if (m_file < m_current->order.files.size()) m_current->order.files[m_file].record = m_download->record();
    m_download.release()->deleteLater();
  }
  m_current->state = state;
  m_current->problem = problem;
  m_current = nullptr;
  save();
}

void DownloadQueue::measure(qint64 done) {
  const auto now = QDateTime::currentMSecsSinceEpoch();
  m_measured.append({now, done});
  while (m_measured.size() > 2 && now - m_measured.first().first > kMeasured) m_measured.removeFirst();
}

DownloadStatus DownloadQueue::statusOf(const Entry& entry) const {
  DownloadStatus status{.id = entry.order.id, .name = entry.order.name, .state = entry.state, .done = 0, .total = 0, .speed = 0,
                        .file = 0, .files = static_cast<int>(entry.order.files.size()), .check = FileDownload::Check::Known, .problem = entry.problem, .path = {}};
  bool known = true;
  for (int i = 0; i < entry.order.files.size(); ++i) {
    const auto& file = entry.order.files[i];
    const bool running = &entry == m_current && m_download && i == m_file;
    const auto total = running ? m_download->total() : file.record.total >= 0 ? file.record.total : file.task.bytes;
    known = known && total >= 0;
    status.check = std::min(status.check, FileDownload::checkOf(file.task, running ? m_download->record() : file.record));
    status.total += std::max<qint64>(total, 0);
    status.done += running ? m_download->done() : file.done ? std::max<qint64>(total, 0) : QFileInfo(file.task.target + QStringLiteral(".part")).size();
    if (file.done) ++status.file;
  }
  if (!known) status.total = -1;
  if (&entry != m_current || !m_download) return status;
  if (m_download->isChecking()) status.state = DownloadState::Checking;
  else if (m_download->isWaiting()) status.state = DownloadState::Waiting;
  if (m_measured.size() > 1 && status.state == DownloadState::Running) {
    const auto [from, before] = m_measured.first();
    const auto [to, after] = m_measured.last();
    if (to > from) status.speed = std::max(0.0, double(after - before) * 1000 / double(to - from));
  }
  return status;
}

void DownloadQueue::tell() {
  if (m_download && !m_download->isChecking()) measure(m_download->done());
  QList<DownloadStatus> all;
  for (const auto& entry : m_entries) all.append(statusOf(*entry));
  emit changed(all);
}

void DownloadQueue::save() {
  if (m_journal.isEmpty()) return;
  QList<DownloadOrder> open;
  for (const auto& entry : m_entries) {
    if (entry->state != DownloadState::Done) open.append(entry->order);
  }
  if (open.isEmpty()) {
    QFile::remove(m_journal);
    return;
  }
  QDir().mkpath(QFileInfo(m_journal).absolutePath());
  QSaveFile file(m_journal);
  if (file.open(QIODevice::WriteOnly)) {
    file.write(journalOf(open));
    file.commit();
  }
}

}  // namespace eddy
