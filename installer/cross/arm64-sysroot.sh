#!/usr/bin/env bash
# Unpacks Debian's packages for 64-bit ARM into a folder that a cross compiler and qemu-user take as root: nothing is installed.
#   installer/cross/arm64-sysroot.sh FOLDER
# Needs on Debian 12: g++-aarch64-linux-gnu qemu-user qt6-base-dev (Qt's tools are those of the build machine).
set -euo pipefail
root=$(mkdir -p "${1:?usage: arm64-sysroot.sh FOLDER}" && cd "$1" && pwd)
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
. "$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/mirror.sh"
mirror=$(eddy_mirror "$suite")
packages="libc6-dev libstdc++-12-dev libsodium-dev libhwy-dev nlohmann-json3-dev libcli11-dev libxxhash-dev libarchive-dev libxml2-dev
  libuchardet-dev libpoppler-cpp-dev libsentencepiece-dev qt6-base-dev libgl-dev libopengl-dev libegl-dev libvulkan-dev"

# apt with files of its own, so that the build machine's are not touched.
state=$root/.apt
mkdir -p "$state"/{lists/partial,cache/archives/partial,etc/apt.conf.d,etc/preferences.d,etc/trusted.gpg.d}
: >"$state/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$state/etc/sources.list"
apt=(apt-get -q -o "Dir::State=$state" -o "Dir::State::Lists=$state/lists" -o "Dir::State::status=$state/status" -o "Dir::Cache=$state/cache"
     -o "Dir::Etc=$state/etc" -o "Dir::Etc::Parts=$state/etc/apt.conf.d" -o APT::Architecture=arm64 -o APT::Architectures=arm64
     -o APT::Install-Recommends=false -o Debug::NoLocking=1)
"${apt[@]}" update
# shellcheck disable=SC2086
"${apt[@]}" install -y --download-only $packages
for package in "$state"/cache/archives/*.deb; do dpkg-deb -x "$package" "$root"; done
rm -rf "$state"

# Absolute links would lead out of the folder.
find "$root" -type l -lname '/*' | while read -r link; do
  ln -sfn "$(realpath -m --relative-to "$(dirname "$link")" "$root$(readlink "$link")")" "$link"
done
echo "Ready: cmake --preset arm64-cross -DEDDY_SYSROOT=$root"
