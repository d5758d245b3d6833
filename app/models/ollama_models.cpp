// manifests/<registry>/<library>/<model>/<tag> is JSON with a list of layers; that of the weights names
// blobs/sha256-<64 hexadecimal digits>.
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include "app/models/model_scan.h"

namespace eddy {
namespace {

constexpr qint64 kLargestManifest = 1 << 20;

/// "sha256:…" of the layer with the weights; empty when the manifest is none. A digest is never part of a path unchecked.
QString weightsDigest(const QString& manifest) {
  QFile file(manifest);
  if (file.size() > kLargestManifest || !file.open(QIODevice::ReadOnly)) return {};
  static const QRegularExpression digest(QStringLiteral("^sha256:([0-9a-f]{64})$"));
  const auto layers = QJsonDocument::fromJson(file.readAll()).object().value(u"layers").toArray();
  for (const auto& layer : layers) {
    const auto object = layer.toObject();
    if (object.value(u"mediaType").toString() != QLatin1String("application/vnd.ollama.image.model")) continue;
    if (const auto match = digest.match(object.value(u"digest").toString()); match.hasMatch()) return match.captured(1);
  }
  return {};
}

/// "registry.ollama.ai/library/falcon-h1/7b" is "falcon-h1:7b"; other owners keep their name.
QString nameOf(const QString& belowManifests) {
  auto parts = belowManifests.split(u'/');
  if (parts.size() < 2) return belowManifests;
  const auto tag = parts.takeLast();
  if (parts.size() > 1) parts.removeFirst();
  if (parts.size() > 1 && parts.first() == QLatin1String("library")) parts.removeFirst();
  return parts.join(u'/') + u':' + tag;
}

}  // namespace

PlaceContents scanOllama(const ModelPlace& place, std::stop_token stop) {
  PlaceContents found;
  const QDir manifests(place.path + QStringLiteral("/manifests"));
  QDirIterator files(manifests.path(), QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
  for (int left = kMostEntries; files.hasNext() && left > 0 && !stop.stop_requested(); --left) {
    const auto manifest = files.next();
    const auto folder = QFileInfo(manifest).absolutePath();
    if (found.folders.size() < kMostFolders && !found.folders.contains(folder)) found.folders += folder;
    const auto digest = weightsDigest(manifest);
    if (digest.isEmpty()) continue;
    const QFileInfo blob(place.path + QStringLiteral("/blobs/sha256-") + digest);
    if (!blob.exists()) continue;
    found.models.push_back({.path = QDir::cleanPath(blob.absoluteFilePath()), .name = nameOf(manifests.relativeFilePath(manifest)),
                     .kind = place.kind, .place = place.path, .bytes = blob.size(),
                     .changedAt = blob.lastModified().toMSecsSinceEpoch()});
  }
  return found;
}

}  // namespace eddy
