#include "app/updates/release.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

namespace eddy {
namespace {

constexpr int kFormat = 1;
constexpr qsizetype kMostChanges = 20'000;
constexpr int kMostPackages = 64;
constexpr qint64 kMostPackageBytes = qint64{4} << 30;

Error corrupt(const char* what) {
  return {ErrorCode::FileCorrupt, std::string("[release] ") + what + ": ask the publisher, or look again later"};
}

Result<ReleasePackage> parsePackage(const QJsonObject& json) {
  ReleasePackage package{.platform = json[u"platform"].toString(), .url = QUrl(json[u"url"].toString(), QUrl::StrictMode),
                         .bytes = static_cast<qint64>(json[u"bytes"].toDouble(-1)),
                         .sha256 = QByteArray::fromHex(json[u"sha256"].toString().toLatin1())};
  if (package.platform.isEmpty() || package.platform.size() > 60) return corrupt("a package without a platform");
  if (!package.url.isValid() || package.url.scheme() != QLatin1String("https") || package.url.host().isEmpty())
    return corrupt("a package without an https address");
  if (package.bytes <= 0 || package.bytes > kMostPackageBytes) return corrupt("a package without a size");
  if (package.sha256.size() != 32) return corrupt("a package without a SHA-256");
  return package;
}

}  // namespace

const ReleasePackage* Release::packageFor(const QString& platform) const {
  const auto found = std::ranges::find(packages, platform, &ReleasePackage::platform);
  return found == packages.end() ? nullptr : &*found;
}

QVersionNumber releaseVersion(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral("^\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}$"));
  return pattern.match(text).hasMatch() ? QVersionNumber::fromString(text) : QVersionNumber();
}

Result<Release> parseRelease(const QByteArray& bytes) {
  if (bytes.size() > kMostReleaseBytes) return corrupt("more than 64 KB");
  const auto document = QJsonDocument::fromJson(bytes);
  if (!document.isObject()) return corrupt("not a JSON object");
  const auto json = document.object();
  const int format = json[u"format"].toInt();
  if (format > kFormat) return Error{ErrorCode::FileTooNew, "[release] written for a later Eddy: get the new version by hand"};
  Release release{.version = releaseVersion(json[u"version"].toString()),
                  .date = QDate::fromString(json[u"date"].toString(), Qt::ISODate),
                  .changes = json[u"changes"].toString().left(kMostChanges)};
  if (format != kFormat || release.version.isNull()) return corrupt("no format or version");
  if (!release.date.isValid()) return corrupt("no date");
  const auto packages = json[u"packages"].toArray();
  if (packages.size() > kMostPackages) return corrupt("too many packages");
  for (const auto& entry : packages) {
    auto package = parsePackage(entry.toObject());
    if (!package) return package.error();
    release.packages.append(*std::move(package));
  }
  return release;
}

}  // namespace eddy
