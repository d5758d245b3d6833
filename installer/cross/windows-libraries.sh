#!/usr/bin/env bash
# Builds the libraries that eddy-cli needs for Windows with Debian's mingw-w64 cross compiler, from the sources of Debian's packages.
#   installer/cross/windows-libraries.sh FOLDER
# Needs on Debian 12: g++-mingw-w64-x86-64-posix cmake ninja-build dpkg-dev make autoconf automake libtool nlohmann-json3-dev
#   libcli11-dev libxxhash-dev
set -euo pipefail
out=$(mkdir -p "${1:?usage: windows-libraries.sh FOLDER}" && cd "$1" && pwd)
here=$(cd "$(dirname "$0")/../.." && pwd)
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
. "$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/mirror.sh"
mirror=$(eddy_mirror "$suite")
work=$out/.work
mkdir -p "$work"/apt/{lists/partial,cache/archives/partial,etc/apt.conf.d,etc/preferences.d,etc/trusted.gpg.d} "$out"/{include,lib}

cd "$work"
: >apt/status
echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >apt/etc/sources.list
apt=(apt-get -q -o "Dir::State=$work/apt" -o "Dir::State::Lists=$work/apt/lists" -o "Dir::State::status=$work/apt/status"
     -o "Dir::Cache=$work/apt/cache" -o "Dir::Etc=$work/apt/etc" -o "Dir::Etc::Parts=$work/apt/etc/apt.conf.d" -o Debug::NoLocking=1)
"${apt[@]}" update
"${apt[@]}" source libsodium highway

# Debian's source of libsodium comes without the script that configures it.
if [ ! -e "$(echo libsodium-*/)/configure" ]; then (cd libsodium-*/ && autoreconf -fi >../autoreconf.log 2>&1); fi
# libsodium: the key derivation and the file encryption. (SQLite is compiled with Eddy, from third_party.)
mkdir -p sodium && cd sodium
"$(echo ../libsodium-*/)/configure" --host=x86_64-w64-mingw32 --prefix="$out" --disable-shared --enable-static CC=x86_64-w64-mingw32-gcc-posix >configure.log 2>&1
make install >make.log 2>&1
cd ..

cmake -S "$(echo highway-*/)" -B highway -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/cmake/toolchains/mingw-w64.cmake" -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_INSTALL_PREFIX="$out" -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF -DHWY_ENABLE_CONTRIB=OFF -DHWY_ENABLE_EXAMPLES=OFF \
  -DHWY_ENABLE_TESTS=OFF >highway.log 2>&1
cmake --build highway >>highway.log 2>&1
cmake --install highway >>highway.log 2>&1
mkdir -p "$out/include/hwy/contrib/math"  # of the optional parts one header is used, and sorting takes minutes to compile
cp highway-*/hwy/contrib/math/*.h "$out/include/hwy/contrib/math/"

# Header-only: the build machine's are as good.
cp -r /usr/include/nlohmann /usr/include/CLI "$out/include/"
cp /usr/include/xxhash.h /usr/include/xxh3.h "$out/include/" 2>/dev/null || cp /usr/include/xxhash.h "$out/include/"
mkdir -p "$out/share/cmake"
cp -r /usr/share/cmake/nlohmann_json "$out/share/cmake/"
cd "$out"
rm -rf "$work"
echo "Ready: cmake --workflow --preset windows-cross, with EDDY_SYSROOT=$out in the environment"
