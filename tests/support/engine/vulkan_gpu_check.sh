#!/usr/bin/env bash
# Runs the Vulkan backend's tests on this computer's own GPU, where CI has lavapipe, then measures.
#   vulkan_gpu_check.sh BUILD [MODEL...]     BUILD: a folder with bin/ and test-bin/; models are measured with eddy-cli bench
# The validation layer watches where it is installed. EDDY_GPU_ICD names the driver's file where the loader finds none.
set -uo pipefail
build=$(cd "$1" && pwd)
shift
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
export EDDY_MODULES=$build/bin EDDY_VULKAN_POISON=1 EDDY_CACHE=$(mktemp -d) QT_QPA_PLATFORM=offscreen
if [ -n "${EDDY_GPU_ICD:-}" ]; then export VK_ICD_FILENAMES=$EDDY_GPU_ICD; fi
if ls /usr/share/vulkan/explicit_layer.d/*validation* >/dev/null 2>&1; then export EDDY_VULKAN_VALIDATE=1; fi

"$build/bin/eddy-cli" devices
failed=0
for test in "$build"/test-bin/engine_ops_* "$build"/test-bin/engine_backends_fused_ops; do
  [ -x "$test" ] || continue
  name=$(basename "$test")
  begin=$(date +%s)
  if EDDY_TEST_BACKENDS=vulkan EDDY_VULKAN_SELF_TEST=0 EDDY_BACKEND=cpu timeout 120 "$test" >"$EDDY_CACHE/$name.log" 2>&1; then
    echo "ok      $name $(($(date +%s) - begin)) s, $(grep -c 'NO KERNEL' "$EDDY_CACHE/$name.log") without a kernel"
  else
    echo "FAILED  $name"
    grep -E -A2 '^FAIL|validation' "$EDDY_CACHE/$name.log" | head -20
    failed=1
  fi
done
if EDDY_BACKEND=cpu timeout 300 "$build/test-bin/engine_backends_vulkan" >"$EDDY_CACHE/networks.log" 2>&1; then
  echo "ok      whole networks"
else
  echo "FAILED  whole networks"
  grep -E -A2 '^FAIL|validation' "$EDDY_CACHE/networks.log" | head -40
  failed=1
fi

unset EDDY_VULKAN_VALIDATE EDDY_VULKAN_POISON
for model in "$root/resources/starter/starter.gguf" "$@"; do
  "$build/bin/eddy-cli" bench --model "$model" --backend vulkan --prefill 512 --decode 128 || failed=1
done
exit $failed
