#!/usr/bin/env bash
# Makes every Linux package: .deb, .rpm, the self-contained archive and the self-extracting file, in build-package-linux/packages.
#   installer/package-linux.sh [-DNAME=VALUE...]   installs what is missing for it on Debian 12, then configures, builds and packs:
#   cmake --preset package-linux [OPTIONS] && cmake --workflow --preset package-linux
# Options are CMake's, as publishers need them: -DEDDY_CONTACT=… -DEDDY_UPDATE_ADDRESS=… -DEDDY_UPDATE_KEY=…
set -euo pipefail
EDDY_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$EDDY_ROOT/installer/setup.sh"
# shellcheck disable=SC2086
eddy_install $EDDY_BUILD_PACKAGES dpkg-dev file fakeroot rpm makeself patchelf xz-utils qt6-wayland desktop-file-utils appstream
cd "$EDDY_ROOT"
if [ $# -gt 0 ]; then cmake --preset package-linux "$@"; fi  # a workflow takes no options, but what was set stays
cmake --workflow --preset package-linux
ls -l build-package-linux/packages
