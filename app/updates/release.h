// What the publisher says of the newest release: a signed JSON file of a few kilobytes. Format: docs/platforms.md.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QUrl>
#include <QVersionNumber>

#include "engine/api/result.h"

namespace eddy {

struct ReleasePackage {
  QString platform;  ///< as in kPlatform, "linux-x86_64" say
  QUrl url;
  qint64 bytes = 0;
  QByteArray sha256;  ///< 32 bytes
};

struct Release {
  QVersionNumber version;
  QDate date;
  QString changes;  ///< Markdown
  QList<ReleasePackage> packages;

  /// The package for a platform, or null.
  const ReleasePackage* packageFor(const QString& platform) const;
};

inline constexpr qint64 kMostReleaseBytes = 64 * 1024;

/// Errors: FileCorrupt when it is no such file, FileTooNew for a format of a later Eddy. Addresses must be https.
Result<Release> parseRelease(const QByteArray& json);

/// "a.b.c" and nothing else; an empty number otherwise.
QVersionNumber releaseVersion(const QString& text);

}  // namespace eddy
