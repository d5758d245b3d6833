#!/usr/bin/env bash
# The installer for one user, with a tree of empty programs: install, upgrade, go back, forward again, remove.
#   tests/installer/self_extract_test.sh
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work/home XDG_DATA_HOME=$work/home/share
app=$XDG_DATA_HOME/eddy-app
mkdir -p "$HOME"
fail() { echo "FAILED: $1" >&2; exit 1; }

# payload VERSION: what makeself would have unpacked
payload() {
  local tree=$work/payload-$1
  mkdir -p "$tree"/{bin,share/applications,share/mime/packages,share/icons/hicolor/scalable/apps,share/eddy}
  for program in eddy eddy-cli; do printf '#!/bin/sh\necho "%s %s"\n' "$program" "$1" >"$tree/bin/$program"; chmod +x "$tree/bin/$program"; done
  printf '[Desktop Entry]\nExec=eddy %%F\nTryExec=eddy\n' >"$tree/share/applications/chat.eddy.Eddy.desktop"
  echo '<mime-info/>' >"$tree/share/mime/packages/chat.eddy.Eddy.xml"
  echo '<svg/>' >"$tree/share/icons/hicolor/scalable/apps/chat.eddy.Eddy.svg"
  echo "$1" >"$tree/share/eddy/version"
  cp "$root/installer/linux/switch_version.sh" "$tree/share/eddy/switch-version.sh"
  cp "$root/installer/linux/self_extract.sh" "$tree/install.sh"
}
install() { payload "$1"; (cd "$work/payload-$1" && sh ./install.sh "${@:2}" >/dev/null); }
running() { [ "$("$HOME/.local/bin/eddy")" = "eddy $1" ] || fail "$1 should run, not $("$HOME/.local/bin/eddy")"; }
kept() { [ "$(cat "$app/share/eddy/previous-version" 2>/dev/null)" = "$1" ] || fail "'$1' should be kept"; }

install 1.0.0; running 1.0.0; kept ""
install 1.0.0; running 1.0.0; kept ""
install 1.1.0; running 1.1.0; kept 1.0.0
install 1.1.0; running 1.1.0; kept 1.0.0
[ "$("$app/share/eddy/switch-version.sh" | tail -1)" = "eddy 1.0.0" ] || fail "the version before does not start"
running 1.0.0; kept 1.1.0
"$app/share/eddy/switch-version.sh" >/dev/null; running 1.1.0; kept 1.0.0
install 1.2.0; running 1.2.0; kept 1.1.0
grep -q "Exec=\"$app/bin/eddy\" %F" "$XDG_DATA_HOME/applications/chat.eddy.Eddy.desktop" || fail "the menu entry"

# A portable copy's conversations are always with the version that runs.
touch "$app/eddy.portable"; mkdir "$app/data"; echo hello >"$app/data/eddy.db"
"$app/share/eddy/switch-version.sh" >/dev/null; running 1.1.0
[ "$(cat "$app/data/eddy.db")" = hello ] || fail "portable data after going back"
install 1.3.0; running 1.3.0
[ "$(cat "$app/data/eddy.db")" = hello ] || fail "portable data after an upgrade"

# What runs is not replaced under its feet for ever: a process that ends is waited for.
sleep 1 & "$app/share/eddy/switch-version.sh" $! >/dev/null; running 1.1.0
mkdir -p "$work/other"; touch "$work/other/precious"
if install 1.3.0 --prefix "$work/other" 2>/dev/null; then fail "a folder of others was taken"; fi
[ -e "$work/other/precious" ] || fail "a folder of others was emptied"
mkdir -p "$XDG_DATA_HOME/eddy"; touch "$XDG_DATA_HOME/eddy/eddy.db"
(cd "$work/payload-1.3.0" && sh ./install.sh --uninstall >/dev/null)
[ ! -e "$app" ] && [ ! -e "$app.previous" ] || fail "something is left"
[ -e "$XDG_DATA_HOME/eddy/eddy.db" ] || fail "conversations are gone"
echo "passed"
