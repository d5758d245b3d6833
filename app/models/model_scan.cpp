#include "app/models/model_scan.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace eddy {
namespace {

bool endsWith(const QString& name, const char* end) { return name.endsWith(QLatin1String(end), Qt::CaseInsensitive); }

/// "…-00002-of-00005.gguf": its first part stands for it.
bool isLaterPart(const QString& name) {
  static const QRegularExpression split(QStringLiteral("-(\\d{5})-of-\\d{5}\\.[a-z]+$"));
  const auto match = split.match(name);
  return match.hasMatch() && match.captured(1) != QLatin1String("00001");
}

/// rwkv.cpp's files; other .bin files hold all sorts of things.
bool isGgmf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) && file.read(4) == QByteArrayLiteral("fmgg");
}

bool isModelFile(const QFileInfo& file) {
  const auto name = file.fileName();
  if (isLaterPart(name) || name.startsWith(u"mmproj", Qt::CaseInsensitive)) return false;
  if (endsWith(name, ".gguf") || endsWith(name, ".pth") || endsWith(name, ".safetensors")) return true;
  return endsWith(name, ".bin") && isGgmf(file.filePath());
}

/// A folder as transformers writes it: its files belong together.
bool isModelFolder(const QDir& folder) {
  if (!folder.exists(QStringLiteral("config.json"))) return false;
  return !folder.entryList({QStringLiteral("*.safetensors"), QStringLiteral("pytorch_model*.bin"),
                            QStringLiteral("*.safetensors.index.json")}, QDir::Files).isEmpty();
}

void addFile(FoundModel& model, const QFileInfo& file) {
  model.bytes += file.size();
  model.changedAt = std::max(model.changedAt, file.lastModified().toMSecsSinceEpoch());
}

FoundModel folderModel(const QDir& folder) {
  FoundModel model{.path = folder.absolutePath(), .name = {}, .place = {}};
  for (const auto& file : folder.entryInfoList(QDir::Files)) {
    if (isModelFile(file) || isLaterPart(file.fileName()) || endsWith(file.fileName(), ".bin") ||
        file.fileName() == QLatin1String("config.json"))
      addFile(model, file);
  }
  return model;
}

FoundModel fileModel(const QFileInfo& file) {
  FoundModel model{.path = QDir::cleanPath(file.absoluteFilePath()), .name = {}, .place = {}};
  addFile(model, file);
  static const QRegularExpression first(QStringLiteral("^(.*)-00001-of-(\\d{5})(\\.[a-z]+)$"));
  const auto split = first.match(file.fileName());
  if (!split.hasMatch()) return model;
  const int parts = std::min(split.captured(2).toInt(), 1000);
  for (int part = 2; part <= parts; ++part) {
    const auto name = QStringLiteral("%1-%2-of-%3%4").arg(split.captured(1)).arg(part, 5, 10, QLatin1Char('0')).arg(split.captured(2), split.captured(3));
    if (const QFileInfo other(file.dir(), name); other.exists()) addFile(model, other);
  }
  return model;
}

/// "models--RWKV--rwkv7-1.5B" of the Hugging Face cache, as people write it.
QString hubName(const QString& path) {
  static const QRegularExpression repository(QStringLiteral("/models--([^/]+)/snapshots/[^/]+(?:/(.+))?$"));
  const auto match = repository.match(path);
  if (!match.hasMatch()) return {};
  const auto name = match.captured(1).replace(QStringLiteral("--"), QStringLiteral("/"));
  return match.captured(2).isEmpty() ? name : name + u'/' + match.captured(2);
}

class Scan {
 public:
  Scan(const ModelPlace& place, std::stop_token stop) : m_place(place), m_stop(std::move(stop)) {}

  PlaceContents run() {
    if (QFileInfo(m_place.path).isDir()) look(QDir(m_place.path), 0);
    return std::move(m_found);
  }

 private:
  void look(const QDir& folder, int depth) {
    if (depth > kDeepest || m_left <= 0 || m_stop.stop_requested()) return;
    if (m_found.folders.size() < kMostFolders) m_found.folders += folder.absolutePath();
    if (isModelFolder(folder)) return add(folderModel(folder));
    const auto entries = folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const auto& entry : entries) {
      if (--m_left <= 0) return;
      // In the hub's cache the snapshots are links to blobs, which have no names of their own.
      if (entry.isDir()) {
        if (!entry.isSymLink() && entry.fileName() != QLatin1String("blobs")) look(QDir(entry.filePath()), depth + 1);
      } else if (isModelFile(entry)) {
        add(fileModel(entry));
      }
    }
  }

  void add(FoundModel model) {
    model.kind = m_place.kind;
    model.place = m_place.path;
    if (m_place.kind == PlaceKind::HuggingFace) model.name = hubName(model.path);
    m_found.models.push_back(std::move(model));
  }

  ModelPlace m_place;
  std::stop_token m_stop;
  PlaceContents m_found;
  int m_left = kMostEntries;
};

}  // namespace

PlaceContents scanPlace(const ModelPlace& place, std::stop_token stop) {
  if (place.kind == PlaceKind::Ollama) return scanOllama(place, std::move(stop));
  return Scan(place, std::move(stop)).run();
}

FoundModel lookAt(const QString& path) {
  const QFileInfo info(path);
  if (info.isDir()) return folderModel(QDir(path));
  if (info.exists()) return fileModel(info);
  return {.path = path, .name = {}, .place = {}, .bytes = -1};
}

}  // namespace eddy
