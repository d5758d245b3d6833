#!/bin/sh
# The tasks of as_screen_reader.py on a display and a session bus of their own:  run.sh PROGRAM
set -eu
here=$(cd "$(dirname "$0")" && pwd)
for tool in xvfb-run dbus-run-session /usr/libexec/at-spi-bus-launcher; do
  command -v "$tool" >/dev/null || { echo "$tool is not here: install xvfb, dbus and at-spi2-core"; exit 1; }
done
# at-spi2-core, python3-pyatspi: Debian's python has them.
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 LANGUAGE=
exec xvfb-run -a -s "-screen 0 1400x900x24" dbus-run-session -- sh -c '
  /usr/libexec/at-spi-bus-launcher --launch-immediately &
  bus=$!
  /usr/bin/python3 "$1" "$2"; result=$?
  kill $bus 2>/dev/null
  exit $result' sh "$here/as_screen_reader.py" "$1"
