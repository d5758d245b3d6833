#include "app/downloads/file_download.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStorageInfo>
#include <filesystem>
#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace eddy {
namespace {

constexpr qint64 kSlice = 4 << 20;          // checked or written at a time, then others have their turn
constexpr qint64 kProgressThatCounts = 1 << 16;
constexpr int kMostStartsOver = 2;          // a file that changes at every request will never be whole

qint64 freeBytesOf(const QString& folder) {
  const QStorageInfo disk(folder);
  return disk.isValid() ? disk.bytesAvailable() : -1;
}

/// "bytes 5-99/100"; nothing for anything else. A total that is not said is -1.
struct ContentRange {
  qint64 first = -1, total = -1;
};
std::optional<ContentRange> contentRange(const QByteArray& header) {
  static const QRegularExpression pattern(QStringLiteral("^bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)$"));
  const auto match = pattern.match(QString::fromLatin1(header.trimmed()));
  if (!match.hasMatch()) return std::nullopt;
  const auto number = [](const QString& text) { return text.isEmpty() || text == QLatin1String("*") ? qint64(-1) : text.toLongLong(); };
  return ContentRange{number(match.captured(1)), number(match.captured(2))};
}

/// Of a weak one the bytes may differ.
QByteArray strong(const QByteArray& etag) { return etag.startsWith("W/") ? QByteArray() : etag; }

bool isPage(const QByteArray& head) {
  const auto start = head.trimmed().left(15).toLower();
  return start.startsWith("<!doctype html") || start.startsWith("<html");
}

bool reachDisk(QFile& file) {
  if (!file.flush()) return false;
#ifdef Q_OS_WIN
  return ::_commit(file.handle()) == 0;
#else
  return ::fsync(file.handle()) == 0;
#endif
}

}  // namespace

DownloadProblem problemOf(const NetworkRefusal& refusal) {
  using Kind = DownloadProblem::Kind;
  constexpr Kind kKinds[] = {Kind::SwitchedOff, Kind::BadAddress, Kind::NotSecure, Kind::HostNotAllowed, Kind::TooManyRedirects};
  return {kKinds[static_cast<int>(refusal.reason)], refusal.host, {}};
}

FileDownload::FileDownload(NetworkGate& gate, FileTask task, PartRecord record, DownloadOptions options, QObject* parent)
    : QObject(parent), m_gate(gate), m_task(std::move(task)), m_record(std::move(record)), m_options(std::move(options)) {
  if (!m_options.freeBytes) m_options.freeBytes = freeBytesOf;
  m_wait.setSingleShot(true);
  connect(&m_wait, &QTimer::timeout, this, &FileDownload::request);
  m_check.setSingleShot(true);
  connect(&m_check, &QTimer::timeout, this, &FileDownload::checkMore);
  m_done = QFileInfo(part()).size();
}

void FileDownload::start() {
  m_tries = m_startsOver = 0;
  if (!openPart()) return;
  m_hash.reset();
  m_done = 0;
  m_checking = m_file.size() > 0;
  // A part of which nobody knows whose it is cannot be gone on with.
  if (m_checking && m_record.etag.isEmpty() && m_record.lastModified.isEmpty() && !emptyPart()) return;
  if (m_checking) m_check.start(0);
  else request();
}

bool FileDownload::openPart() {
  if (m_file.isOpen()) m_file.close();
  m_file.setFileName(part());
  if (!QDir().mkpath(QFileInfo(part()).absolutePath()) || !m_file.open(QIODevice::ReadWrite)) {
    fail(Kind::CannotWrite, part() + QStringLiteral(": ") + m_file.errorString());
    return false;
  }
  return true;
}

/// The hash needs what lies there already.
void FileDownload::checkMore() {
  const auto slice = m_file.read(kSlice);
  m_hash.addData(slice);
  m_done += slice.size();
  emit progressed();
  if (!slice.isEmpty() && !m_file.atEnd()) return m_check.start(0);
  m_checking = false;
  m_file.seek(m_done);
  if (m_record.total >= 0 && m_done == m_record.total) return complete();
  request();
}

void FileDownload::request() {
  FetchRequest wanted{.url = m_task.url, .headers = {}, .stallTimeout = m_options.stallTimeout};
  if (m_done > 0) {
    wanted.headers.append({"Range", "bytes=" + QByteArray::number(m_done) + "-"});
    wanted.headers.append({"If-Range", m_record.etag.isEmpty() ? m_record.lastModified : m_record.etag});
  }
  m_dataWanted = false;
  m_fetch = m_gate.get(std::move(wanted));
  connect(m_fetch, &NetworkFetch::started, this, &FileDownload::answered);
  connect(m_fetch, &NetworkFetch::dataArrived, this, &FileDownload::take);
  connect(m_fetch, &NetworkFetch::finished, this, &FileDownload::closed);
  connect(m_fetch, &NetworkFetch::refused, this, [this](const NetworkRefusal& refusal) { fail(problemOf(refusal)); });
  emit progressed();
}

FileDownload::Check FileDownload::checkOf(const FileTask& task, const PartRecord& record) {
  return !task.sha256.isEmpty() ? Check::Known : !record.hostSha256.isEmpty() ? Check::Host : Check::None;
}

/// Whether the host speaks of the file that is wanted. What it says is only ever held against the bytes, never instead of a
/// checksum that is known; a file that is plainly another is not fetched at all.
bool FileDownload::believes(const LinkedFile& linked) {
  if (m_task.bytes >= 0 && linked.bytes >= 0 && linked.bytes != m_task.bytes) {
    fail(Kind::WrongSize, QStringLiteral("%1, not %2").arg(linked.bytes).arg(m_task.bytes));
    return false;
  }
  if (!m_task.sha256.isEmpty() && !linked.sha256.isEmpty() && linked.sha256 != m_task.sha256) {
    fail(Kind::WrongContent, QStringLiteral("SHA-256 %1, not %2").arg(QString::fromLatin1(linked.sha256.toHex()), QString::fromLatin1(m_task.sha256.toHex())));
    return false;
  }
  return true;
}

void FileDownload::answered() {
  const int status = m_fetch->status();
  if ((status == 200 || status == 206) && !believes(m_fetch->linked())) return;
  if (status == 206) return void(m_dataWanted = acceptPart());
  if (status == 200) return void(m_dataWanted = acceptWhole());
  if (status == 416 && m_done > 0) {
    const auto range = contentRange(m_fetch->header("Content-Range"));
    letGo();
    // The server said too much before: what is here is all there is.
    if (range && range->total == m_done) {
      m_record.total = m_done;
      return complete();
    }
    if (startOver(Kind::WrongContent)) request();
    return;
  }
  if (status == 401 || status == 403 || status == 451) return fail(Kind::NotAllowed, QString::number(status), m_task.url.host());
  if (status == 404 || status == 410) return fail(Kind::NotThere, QString::number(status), m_task.url.host());
  if (status == 408 || status == 429 || status >= 500) return again(QStringLiteral("HTTP %1").arg(status), status);
  fail(Kind::ServerFails, QStringLiteral("HTTP %1").arg(status), m_task.url.host());
}

/// The rest, if it is of the file whose beginning is here.
bool FileDownload::acceptPart() {
  const auto range = contentRange(m_fetch->header("Content-Range"));
  const auto etag = strong(m_fetch->header("ETag"));
  const auto& said = m_fetch->linked().sha256;
  const bool changed = (!m_record.etag.isEmpty() && !etag.isEmpty() && etag != m_record.etag) ||
                       (!m_record.hostSha256.isEmpty() && !said.isEmpty() && said != m_record.hostSha256);
  const bool resized = range && m_record.total >= 0 && range->total >= 0 && range->total != m_record.total;
  if (range && range->first == m_done && !changed && !resized) {
    if (range->total >= 0) m_record.total = range->total;
    emit recordChanged();
    return hasRoom();
  }
  letGo();
  if (startOver(Kind::WrongContent)) request();
  return false;
}

/// From the beginning: the first time, or because the file is another, or because the server knows no parts.
bool FileDownload::acceptWhole() {
  const auto length = m_fetch->header("Content-Length");
  if (m_done > 0 && !startOver(Kind::ConnectionFails)) return false;  // it changed, or there are no parts
  m_record = {.etag = strong(m_fetch->header("ETag")), .lastModified = m_fetch->header("Last-Modified"),
              .total = length.isEmpty() ? -1 : length.toLongLong(), .hostSha256 = m_fetch->linked().sha256};
  const auto said = m_fetch->linked().bytes;
  if (m_record.total < 0) m_record.total = said;
  emit recordChanged();
  if (said >= 0 && said != m_record.total) {
    fail(Kind::WrongSize, QStringLiteral("%1, not %2").arg(m_record.total).arg(said));
    return false;
  }
  if (m_task.bytes >= 0 && m_record.total >= 0 && m_record.total != m_task.bytes) {
    fail(Kind::WrongSize, QStringLiteral("%1, not %2").arg(m_record.total).arg(m_task.bytes));
    return false;
  }
  return hasRoom();
}

bool FileDownload::hasRoom() {
  const auto free = m_options.freeBytes(QFileInfo(part()).absolutePath());
  const auto wanted = std::max<qint64>(total() - m_done, 0) + m_options.reserve;
  if (free < 0 || free >= wanted) return true;
  fail(Kind::DiskFull, QStringLiteral("%1 of %2").arg(free).arg(wanted));
  return false;
}

bool FileDownload::startOver(Kind inTheEnd) {
  if (++m_startsOver <= kMostStartsOver) return emptyPart();
  fail(inTheEnd, QStringLiteral("the beginning had to be thrown away too often"), m_task.url.host());
  return false;
}

bool FileDownload::emptyPart() {
  m_checking = false;
  m_record = {};
  emit recordChanged();
  m_hash.reset();
  m_done = 0;
  if (m_file.resize(0) && m_file.seek(0)) return true;
  fail(Kind::CannotWrite, m_file.errorString());
  return false;
}

void FileDownload::take() {
  while (m_dataWanted && m_fetch && m_fetch->waiting() > 0) {
    const auto slice = m_fetch->read(kSlice);
    if (slice.isEmpty()) return;
    if (m_done == 0 && isPage(slice)) return fail(Kind::NotAModel, {}, m_task.url.host());
    const auto most = total();
    if (most >= 0 && m_done + slice.size() > most) return fail(Kind::WrongSize, QStringLiteral("more than %1").arg(most));
    if (m_file.write(slice) != slice.size() || !m_file.flush()) {
      // What the disk took is cut off: the hash knows nothing of it.
      const auto why = m_file.errorString();
      m_file.resize(m_done);
      const auto free = m_options.freeBytes(QFileInfo(part()).absolutePath());
      return fail(free >= 0 && free < m_options.reserve ? Kind::DiskFull : Kind::CannotWrite, why);
    }
    m_hash.addData(slice);
    m_done += slice.size();
    if (slice.size() >= kProgressThatCounts) m_tries = 0;
    emit progressed();
  }
}

void FileDownload::closed(bool whole, const QString& error) {
  take();
  if (!m_fetch) return;  // that failed
  letGo();
  if (whole && m_dataWanted && m_record.total < 0) m_record.total = m_done;  // a server that never said how much
  if (m_record.total >= 0 && m_done == m_record.total) return complete();
  again(error.isEmpty() ? QStringLiteral("the connection ended early") : error);
}

void FileDownload::again(const QString& why, int status) {
  letGo();
  if (m_done > 0 && m_record.etag.isEmpty() && m_record.lastModified.isEmpty() && !emptyPart()) return;
  if (++m_tries > m_options.retries) return fail(status != 0 ? Kind::ServerFails : Kind::ConnectionFails, why, m_task.url.host());
  m_wait.start(m_options.firstWait << std::min(m_tries - 1, 6));
  emit progressed();
}

void FileDownload::complete() {
  if (m_task.bytes >= 0 && m_done != m_task.bytes) {
    cancel();
    return fail(Kind::WrongSize, QStringLiteral("%1, not %2").arg(m_done).arg(m_task.bytes));
  }
  const auto wanted = m_task.sha256.isEmpty() ? m_record.hostSha256 : m_task.sha256;
  if (!wanted.isEmpty() && m_hash.result() != wanted) {
    const auto got = QString::fromLatin1(m_hash.result().toHex());
    cancel();  // no beginning of it can be trusted
    return fail(Kind::WrongContent, QStringLiteral("SHA-256 %1, not %2").arg(got, QString::fromLatin1(wanted.toHex())));
  }
  if (!reachDisk(m_file)) return fail(Kind::CannotWrite, m_file.errorString());
  m_file.close();
  if (QFileInfo::exists(m_task.target)) return fail(Kind::CannotWrite, m_task.target + QStringLiteral(" is there already"));
  std::error_code code;
  std::filesystem::rename(std::filesystem::path(part().toStdU16String()), std::filesystem::path(m_task.target.toStdU16String()), code);
  if (code) return fail(Kind::CannotWrite, QString::fromStdString(code.message()));
  emit finished();
}

void FileDownload::pause() {
  letGo();
  m_wait.stop();
  m_check.stop();
  m_checking = false;
  m_file.close();
  m_done = QFileInfo(part()).size();
}

void FileDownload::cancel() {
  pause();
  QFile::remove(part());
  m_done = 0;
  m_record = {};
  emit recordChanged();
}

void FileDownload::fail(const DownloadProblem& problem) {
  letGo();
  m_wait.stop();
  m_check.stop();
  m_checking = false;
  m_file.close();
  m_done = QFileInfo(part()).size();
  emit failed(problem);
}

void FileDownload::letGo() {
  if (!m_fetch) return;
  m_fetch->abort();
  m_fetch->disconnect(this);
  m_fetch->deleteLater();
  m_fetch.clear();
}

}  // namespace eddy
