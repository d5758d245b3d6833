#!/usr/bin/env bash
# Makes every Linux package: .deb, .rpm, the self-contained archive and the self-extracting file, in build-package-linux/packages.
#   installer/package-linux.sh              installs what is missing for it on Debian 12, then: cmake --workflow --preset package-linux
set -euo pipefail
EDDY_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$EDDY_ROOT/installer/setup.sh"
# shellcheck disable=SC2086
eddy_install $EDDY_BUILD_PACKAGES dpkg-dev file fakeroot rpm makeself patchelf xz-utils qt6-wayland desktop-file-utils appstream
cd "$EDDY_ROOT"
cmake --workflow --preset package-linux
ls -l build-package-linux/packages
