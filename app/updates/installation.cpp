#include "app/updates/installation.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>

#include "app/updates/release.h"

namespace eddy {

Installation lookAtInstallation(const QString& programFolder, bool packaged) {
  if (!packaged) return {};
  const QString folder = QDir::cleanPath(programFolder);
  // Packages of the system go below /usr; installers without root never do.
  if (folder.startsWith(QLatin1String("/usr/"))) return {.kind = InstallationKind::Packaged};
  Installation found{.kind = InstallationKind::SelfContained};
  const QDir tree(QDir(folder).absoluteFilePath(QStringLiteral("..")));
  QFile kept(tree.absoluteFilePath(QStringLiteral("share/eddy/previous-version")));
  const QString switcher = tree.absoluteFilePath(QStringLiteral("share/eddy/switch-version.sh"));
  if (!QFile::exists(switcher) || !kept.open(QIODevice::ReadOnly)) return found;
  const auto version = QString::fromUtf8(kept.read(20)).trimmed();
  if (releaseVersion(version).isNull()) return found;
  found.previous = version;
  found.switcher = QDir::cleanPath(switcher);
  return found;
}

QString platformName() {
#if defined(Q_OS_WIN)
  const QString system = QStringLiteral("windows");
#elif defined(Q_OS_MACOS)
  const QString system = QStringLiteral("macos");
#else
  const QString system = QStringLiteral("linux");
#endif
  return system + u'-' + QSysInfo::buildCpuArchitecture();
}

}  // namespace eddy
