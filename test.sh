#!/usr/bin/env bash
# Builds everything and runs every test.
#   ./test.sh             all tests, and the worker's threads under ThreadSanitizer
#   ./test.sh --asan      the parsers, the engine's parts and the storage under AddressSanitizer and UndefinedBehaviorSanitizer
#   ./test.sh --fast      only the tests without the label "slow"
#   ./test.sh -R chat     arguments after the mode go to ctest
set -euo pipefail
EDDY_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$EDDY_ROOT/installer/setup.sh"

mode=all
case "${1:-}" in --fast|--asan) mode=${1#--}; shift ;; esac
if [ "${1:-}" = -h ] || [ "${1:-}" = --help ]; then sed -n '2,6p' "${BASH_SOURCE[0]}" | sed 's/^# \{0,1\}//'; exit 0; fi

# shellcheck disable=SC2086
eddy_install $EDDY_BUILD_PACKAGES $EDDY_TEST_PACKAGES
build=${EDDY_BUILD_DIR:-$EDDY_ROOT/build}
jobs=$(nproc 2>/dev/null || echo 2)
export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$(mktemp -d)}
references=${EDDY_REFERENCES:+-DEDDY_REFERENCES=$EDDY_REFERENCES}

failed=0
if [ $mode = asan ]; then
  echo "== Testing the parsers, the engine and the storage under AddressSanitizer and UndefinedBehaviorSanitizer"
  mkdir -p "$build/asan"
  eddy_build "$build/asan" "-DCMAKE_BUILD_TYPE=RelWithDebInfo -DEDDY_SANITIZE=address -DEDDY_BUILD_TESTS=ON -DEDDY_BUILD_APP=OFF" all
  ctest --test-dir "$build/asan" --output-on-failure -j "$jobs" -R "fuzz/|engine/(core|quant|model_files|tokenizers|sampling|chat|state|sequence|graph|ops)/|app/storage/" -LE slow --no-tests=error || failed=1
  exit $failed
fi

mkdir -p "$build"
echo "== Building"
eddy_build "$build" "-DCMAKE_BUILD_TYPE=Release -DEDDY_BUILD_TESTS=ON -DEDDY_CUDA_ARCHITECTURES=90a-real $references" all

echo "== Testing"
if [ $mode = fast ]; then set -- -LE slow "$@"; fi
ctest --test-dir "$build" --output-on-failure -j "$jobs" --no-tests=error "$@" || failed=1

if [ $mode = all ] && [ $# = 0 ]; then
  echo "== Testing the worker border under ThreadSanitizer"
  mkdir -p "$build/tsan"
  eddy_build "$build/tsan" "-DCMAKE_BUILD_TYPE=RelWithDebInfo -DEDDY_SANITIZE=thread -DEDDY_BUILD_TESTS=ON -DEDDY_BUILD_APP=OFF" eddy_tsan_tests
  ctest --test-dir "$build/tsan" --output-on-failure -L tsan --no-tests=error || failed=1
fi
exit $failed
