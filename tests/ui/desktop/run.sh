#!/bin/sh
# as_desktop.py on a display and a session bus of its own:  run.sh PROGRAM
set -eu
here=$(cd "$(dirname "$0")" && pwd)
export QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 LANGUAGE=
exec xvfb-run -a -s "-screen 0 1400x900x24" dbus-run-session -- /usr/bin/python3 "$here/as_desktop.py" "$1"
