# Sourced by run.sh and test.sh: makes sure the packages that building Eddy needs are there.
# Does nothing when they are; says what it is about to install when they are not.

EDDY_BUILD_PACKAGES="g++ cmake ninja-build ccache mold pkg-config ca-certificates
  qt6-base-dev qt6-base-dev-tools qt6-declarative-dev qt6-declarative-dev-tools qt6-svg-dev qt6-tools-dev
  qt6-tools-dev-tools qt6-l10n-tools libgl-dev libegl-dev libopengl-dev libxkbcommon-dev
  qml-qt6 qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-templates qml6-module-qtquick-layouts
  qml6-module-qtquick-window qml6-module-qtquick-dialogs qml6-module-qtquick-shapes qml6-module-qtqml
  qml6-module-qtqml-models qml6-module-qtqml-workerscript qml6-module-qt-labs-platform qml6-module-qt-labs-qmlmodels
  qml6-module-qt-labs-folderlistmodel qt6-qpa-plugins
  libsodium-dev libarchive-dev libxml2-dev libuchardet-dev libpoppler-cpp-dev libhwy-dev libmd4c-dev nlohmann-json3-dev libcli11-dev libxxhash-dev libsentencepiece-dev
  glslc libvulkan-dev
  fonts-dejavu-core fonts-noto-color-emoji"

EDDY_TEST_PACKAGES="qml6-module-qttest xvfb xauth dbus-daemon at-spi2-core python3-pyatspi sqlite3 procps xdotool poppler-utils fonts-wqy-microhei pandoc maint-guide developers-reference bash-doc debian-policy mesa-vulkan-drivers vulkan-validationlayers"

eddy_say() { printf '%s\n' "$*" >&2; }

eddy_missing() {  # names of those packages that are not installed
  local name
  for name in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s ' "$name"
  done
}

eddy_explain_other_system() {
  eddy_say "Eddy installs its build packages by itself on Debian 12 and its relatives only."
  eddy_say "On this system please install, then run this script again:"
  eddy_say "  a C++20 compiler, CMake 3.25 or newer, Ninja,"
  eddy_say "  Qt 6.4 or newer: Base, Declarative (Quick, Quick Controls, Quick Test), SVG, LinguistTools,"
  eddy_say "  the development files of libsodium, libarchive, libxml2, uchardet, Poppler (poppler-cpp, for PDF; optional), Highway, md4c, nlohmann-json 3.11+, CLI11 2.1+, xxHash and sentencepiece."
  eddy_say "  Fedora:   dnf install gcc-c++ cmake ninja-build qt6-qtbase-devel qt6-qtdeclarative-devel qt6-qtsvg-devel qt6-qttools-devel libsodium-devel highway-devel md4c-devel json-devel cli11-devel xxhash-devel sentencepiece-devel"
  eddy_say "  Arch:     pacman -S gcc cmake ninja qt6-base qt6-declarative qt6-svg qt6-tools libsodium highway md4c nlohmann-json cli11 xxhash sentencepiece"
  eddy_say "  openSUSE: zypper install gcc-c++ cmake ninja qt6-base-devel qt6-declarative-devel qt6-svg-devel qt6-tools-devel libsodium-devel highway-devel md4c-devel nlohmann_json-devel cli11-devel xxhash-devel sentencepiece-devel"
  eddy_say "  macOS:    brew install cmake ninja qt libsodium highway md4c nlohmann-json cli11 xxhash sentencepiece"
}

eddy_apt() {  # runs apt-get as root, asking sudo for the rights when needed
  if [ "$(id -u)" = 0 ]; then
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@"
  else
    eddy_say "These packages need root rights and there is no sudo here. As root, run:"
    eddy_say "  apt-get install --no-install-recommends $EDDY_MISSING"
    return 1
  fi
}

eddy_install() {  # eddy_install PACKAGE...: installs those that are missing
  if [ "${EDDY_SKIP_INSTALL:-0}" = 1 ]; then return 0; fi
  if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
    if command -v cmake >/dev/null 2>&1 && command -v ninja >/dev/null 2>&1; then return 0; fi
    eddy_explain_other_system
    return 1
  fi
  EDDY_MISSING=$(eddy_missing "$@")
  if [ -z "$EDDY_MISSING" ]; then return 0; fi
  eddy_say "About to install these packages (about 1 GB on disk on a bare system):"
  eddy_say "$(printf '%s' "$EDDY_MISSING" | fold -s -w 100 | sed 's/^/  /')"
  eddy_apt update -q || return 1
  # shellcheck disable=SC2086
  eddy_apt install -y -q --no-install-recommends $EDDY_MISSING || {
    eddy_say "The packages could not be installed; the lines above say why. Nothing was built."
    return 1
  }
}

# Lets ccache find in one checkout what was compiled in another.
export CCACHE_BASEDIR="$EDDY_ROOT" CCACHE_NOHASHDIR=1

eddy_build() {  # eddy_build BUILD_DIR "CMAKE OPTIONS" TARGET...
  local dir=$1 options=$2
  shift 2
  if [ ! -f "$dir/build.ninja" ] || [ "$(cat "$dir/eddy-options" 2>/dev/null)" != "$options" ]; then
    mkdir -p "$dir"
    # shellcheck disable=SC2086
    cmake -S "$EDDY_ROOT" -B "$dir" -G Ninja $options >"$dir/configure.log" 2>&1 || {
      cat "$dir/configure.log" >&2
      eddy_say "Configuring failed; the lines above say why."
      return 1
    }
    printf '%s' "$options" >"$dir/eddy-options"
  fi
  cmake --build "$dir" --target "$@"
}
