#!/bin/sh
# Changes places between the Eddy that runs and the version that the installer kept beside it, and starts that one.
#   share/eddy/switch-version.sh [PID]     waits for this process to end first
set -eu
prefix=$(cd "$(dirname "$0")/../.." && pwd)
other=$prefix.previous
if [ ! -x "$other/bin/eddy" ]; then echo "There is no other version beside $prefix" >&2; exit 1; fi

tries=0
while [ -n "${1:-}" ] && kill -0 "$1" 2>/dev/null; do
  tries=$((tries + 1))
  if [ $tries -gt 120 ]; then echo "Eddy has not ended; nothing was changed" >&2; exit 1; fi
  sleep 0.5
done

here=$(cat "$prefix/share/eddy/version")
there=$(cat "$other/share/eddy/version")
# A portable copy's conversations go with the version that runs.
if [ -e "$prefix/eddy.portable" ]; then
  touch "$other/eddy.portable"
  for kept in data config cache; do if [ -e "$prefix/$kept" ]; then mv "$prefix/$kept" "$other/"; fi; done
fi
mv "$prefix" "$prefix.swap"
mv "$other" "$prefix" || { mv "$prefix.swap" "$prefix"; exit 1; }
mv "$prefix.swap" "$other"
rm -f "$other/share/eddy/previous-version"
printf '%s\n' "$here" >"$prefix/share/eddy/previous-version"
if [ ! -e "$prefix/share/eddy/switch-version.sh" ]; then cp "$other/share/eddy/switch-version.sh" "$prefix/share/eddy/"; fi
echo "Eddy $there is back; $here is kept"
exec "$prefix/bin/eddy"
