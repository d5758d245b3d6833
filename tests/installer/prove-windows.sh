#!/usr/bin/env bash
# Installs under Wine, starts eddy-cli with the starter model, uninstalls.
#   tests/installer/prove-windows.sh SETUP.exe PORTABLE.zip [LINUX_EDDY_CLI]
# The setup is that of the preset windows-cross (64-bit stub): Debian's Wine runs no 32-bit programs. With a Linux eddy-cli both must say the same.
set -euo pipefail
setup=$(realpath "${1:?usage: prove-windows.sh SETUP.exe PORTABLE.zip [LINUX_EDDY_CLI]}") zip=$(realpath "${2:?}") linux=${3:-}
work=$(mktemp -d /var/tmp/eddy-wine.XXXXXX)
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
trap 'wineserver -k 2>/dev/null || /usr/lib/wine/wineserver64 -k 2>/dev/null || true; rm -rf "$work"' EXIT
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
fail() { echo "FAILED: $*" >&2; exit 1; }
# The most probable tokens: their order is the same with and without fused multiply-adds, the last bits of their probabilities are not.
text=(generate --prompt "The river" --max-tokens 10 --temperature 0 --threads 2)

echo "== Silent installation"
"$wine" "$setup" /S
local_data=$(find "$WINEPREFIX/drive_c/users" -maxdepth 4 -type d -path '*AppData/Local' | head -1)
program=$local_data/Programs/Eddy
[ -e "$program/bin/eddy-cli.exe" ] || fail "nothing was installed"
find "$WINEPREFIX/drive_c" -iname '*.lnk' -path '*Eddy*' | grep -q . || fail "no start menu entry"

echo "== eddy-cli.exe"
"$wine" "$program/bin/eddy-cli.exe" --version
"$wine" "$program/bin/eddy-cli.exe" devices
said=$("$wine" "$program/bin/eddy-cli.exe" "${text[@]}" 2>/dev/null)
echo "$said"
[ -n "$said" ] || fail "it says nothing"
if [ -n "$linux" ]; then
  [ "$said" = "$(EDDY_STARTER=$program/share/eddy/starter "$linux" "${text[@]}" 2>/dev/null)" ] || fail "on Linux it says something else"
  echo "The same text as on Linux"
fi
nothing=$("$wine" "$program/bin/eddy-cli.exe" chats list 2>&1 || true)  # there are no chats yet: it fails, and says where it looked
grep -qi 'local.eddy' <<<"$nothing" || fail "it does not look in AppData\\Local"

echo "== Uninstallation"
mkdir -p "$local_data/eddy" && echo mine >"$local_data/eddy/eddy.db"
"$wine" "$program/uninstall.exe" /S
for _ in $(seq 60); do [ -e "$program" ] || break; sleep 1; done
[ ! -e "$program" ] || fail "left behind: $(find "$program")"
[ -e "$local_data/eddy/eddy.db" ] || fail "user data is gone"

echo "== The portable zip"
(cd "$work" && cmake -E tar xf "$zip")
nothing=$("$wine" "$work"/Eddy-*/bin/eddy-cli.exe chats list 2>&1 || true)
grep -q 'Eddy-.*data' <<<"$nothing" || fail "it does not look in its own folder"
echo "All as promised."
