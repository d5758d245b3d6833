#!/usr/bin/env bash
# Builds Eddy and starts it with the model it ships.
#   ./run.sh              the desktop app
#   ./run.sh --cli ...    the terminal program, with its arguments
#   ./run.sh --build      build only
set -euo pipefail
EDDY_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$EDDY_ROOT/installer/setup.sh"

mode=app
case "${1:-}" in
  --cli) mode=cli; shift ;;
  --build) mode=build; shift ;;
  -h|--help) sed -n '2,5p' "${BASH_SOURCE[0]}" | sed 's/^# \{0,1\}//'; echo "Other arguments go to the app: ./run.sh --help-app lists them."; exit 0 ;;
  --help-app) shift; set -- --help "$@" ;;
esac

# shellcheck disable=SC2086
eddy_install $EDDY_BUILD_PACKAGES
build=${EDDY_BUILD_DIR:-$EDDY_ROOT/build}
mkdir -p "$build"
options=$(cat "$build/eddy-options" 2>/dev/null || echo "-DCMAKE_BUILD_TYPE=Release -DEDDY_BUILD_TESTS=OFF")
# The modules for GPUs, where they can be built; that for NVIDIA alone takes long, and is left out where it cannot be used.
modules=
if command -v glslc >/dev/null 2>&1 && [ -e /usr/include/vulkan/vulkan_core.h ]; then modules=eddy_vulkan; fi
if command -v nvcc >/dev/null 2>&1 && [ -e /proc/driver/nvidia/version ]; then modules=eddy_modules; fi
# shellcheck disable=SC2086
eddy_build "$build" "$options" eddy eddy-cli $modules >&2

case $mode in
  app) exec "$build/bin/eddy" "$@" ;;
  cli) exec "$build/bin/eddy-cli" "$@" ;;
  build) echo "Built $build/bin/eddy and $build/bin/eddy-cli" ;;
esac
