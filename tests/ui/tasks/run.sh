#!/bin/sh
# The ten tasks of docs/ux.md in the real program with the starter model, on a display and a session bus of their own:
#   run.sh FOLDER [SCRIPT [ARGUMENT...]]      FOLDER: of eddy and eddy-cli (build/bin); SCRIPT: ten_tasks.py (usual), or start.py
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(cd "$1" && pwd); shift
script=${1:-ten_tasks.py}; [ $# -gt 0 ] && shift
for tool in xvfb-run xdotool dbus-run-session /usr/libexec/at-spi-bus-launcher; do
  command -v "$tool" >/dev/null || { echo "$tool is not here: install xvfb, xdotool, dbus and at-spi2-core"; exit 1; }
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 LANGUAGE=
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME HF_HOME HF_HUB_CACHE OLLAMA_MODELS || true
xvfb-run -a -s "-screen 0 1400x900x24" dbus-run-session -- sh -c '
  /usr/libexec/at-spi-bus-launcher --launch-immediately &
  bus=$!
  /usr/bin/python3 "$@"; result=$?
  kill $bus 2>/dev/null
  exit $result' sh "$here/$script" "$folder" "$@"
