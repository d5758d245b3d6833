# shellcheck shell=bash
# Sourced: a bare Debian in a folder, as a stranger's computer would be. Needs root, debootstrap, Xvfb, xdotool, ImageMagick and sqlite3.
set -euo pipefail
suite=${EDDY_SUITE:-bookworm}
. "$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/installer/mirror.sh"
mirror=$(eddy_mirror "$suite")
template=${EDDY_TEMPLATE:-/var/tmp/eddy-$suite-template}
work=$(mktemp -d /var/tmp/eddy-proof.XXXXXX)
box=$work/box
screen=:$((90 + RANDOM % 9000))
pids=()

clean_up() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  umount -l "$box/dev" "$box/proc" 2>/dev/null || true
  # Never while something is mounted in there.
  if ! grep -q " $box/" /proc/mounts; then rm -rf "$work"; fi
}
trap clean_up EXIT

step() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

make_box() {
  [ -e "$template/etc/debian_version" ] || debootstrap --variant=minbase "$suite" "$template" "$mirror" >"$work/debootstrap.log"
  cp -a "$template" "$box"
  mount -t proc proc "$box/proc"
  mount --bind /dev "$box/dev"
  cp /etc/resolv.conf "$box/etc/"
  chroot "$box" useradd -m tester
  Xvfb "$screen" -screen 0 1200x800x24 -nolisten tcp >/dev/null 2>&1 &
  pids+=($!)
}

inside() { chroot "$box" env DEBIAN_FRONTEND=noninteractive "$@"; }
# As an ordinary user; the box shares the network name space, so Xvfb's abstract socket is reachable.
as_user() {
  chroot --userspec=tester:tester "$box" env -i HOME=/home/tester PATH=/usr/bin:/bin LANG=C.UTF-8 DISPLAY="$screen" \
    XDG_RUNTIME_DIR=/tmp/run-tester "$@"
}

# One number from a copy of a database of the user's: whoever opens the original leaves files of root beside it.
ask_database() {
  rm -rf "$work/asked" && mkdir "$work/asked" && cp "$box/home/tester/.local/share/eddy/$1"* "$work/asked/"
  sqlite3 "$work/asked/$1" "$2"
}
# States are saved, and nothing had to be read again because one was missing.
states_are_there() {
  local states again
  states=$(ask_database states.db "SELECT count(*) FROM snapshots")
  [ "$states" -gt 0 ] || fail "no state is saved"
  again=$(ask_database eddy.db "SELECT coalesce(sum(tokens), 0) FROM reread_log")
  [ "$again" = 0 ] || fail "$again tokens were read again: $(ask_database eddy.db 'SELECT group_concat(reason) FROM reread_log')"
  echo "$states saved states, 0 tokens read again"
}

# chat_in_window PROGRAM PICTURE QUESTION: starts the app, asks the starter model, waits for the whole answer, takes a picture, quits with Ctrl+Q.
chat_in_window() {
  local program=$1 picture=$2 question=$3 window= i
  mkdir -p "$box/tmp/run-tester" && chroot "$box" chown tester /tmp/run-tester && chmod 700 "$box/tmp/run-tester"
  as_user "$program" >"$work/app.log" 2>&1 &
  local app=$!
  for i in $(seq 60); do
    window=$(DISPLAY=$screen xdotool search --onlyvisible --name '.+' 2>/dev/null | tail -1) && [ -n "$window" ] && break
    kill -0 $app 2>/dev/null || { cat "$work/app.log" >&2; fail "$program ended"; }
    sleep 1
  done
  [ -n "$window" ] || fail "no window after a minute"
  sleep 8  # the model is read
  DISPLAY=$screen xdotool windowfocus "$window" type --delay 30 "$question"
  DISPLAY=$screen xdotool key --window "$window" Return
  sleep "${EDDY_ANSWER_SECONDS:-40}"
  DISPLAY=$screen import -window root "$picture"
  DISPLAY=$screen xdotool windowfocus "$window" key ctrl+q
  for i in $(seq 20); do kill -0 $app 2>/dev/null || break; sleep 1; done
  if kill -0 $app 2>/dev/null; then kill $app; fail "$program does not quit"; fi
  [ ! -s "$work/app.log" ] || { echo "The app said:"; cat "$work/app.log"; }
}
