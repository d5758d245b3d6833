// How this copy of Eddy came here: who replaces it with a newer one depends on it.
#pragma once

#include <QString>

namespace eddy {

enum class InstallationKind {
  Packaged,       ///< a package manager's files: only that replaces them
  SelfContained,  ///< an archive, an installer for one user, a disk image: replaced by a newer one of these
  Built           ///< from the sources
};

struct Installation {
  InstallationKind kind = InstallationKind::Built;
  QString previous;  ///< version that the installer kept beside this one; empty: none
  QString switcher;  ///< the script that puts it back
};

/// Looks at the folder of the running program. `packaged`: built with EDDY_PACKAGED.
Installation lookAtInstallation(const QString& programFolder, bool packaged);

/// "linux-x86_64", "windows-x86_64", "macos-arm64"
QString platformName();

}  // namespace eddy
