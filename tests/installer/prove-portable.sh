#!/usr/bin/env bash
# Runs the self-contained archive on a bare system without Qt, as a portable copy, and the self-extracting file.
#   tests/installer/prove-portable.sh ARCHIVE.tar.xz EDDY.run PICTURES_FOLDER
here=$(cd "$(dirname "$0")" && pwd)
. "$here/chroot.sh"
archive=${1:?usage: prove-portable.sh ARCHIVE.tar.xz EDDY.run PICTURES_FOLDER} run=${2:?} pictures=$(mkdir -p "${3:?}" && cd "$3" && pwd)

step "A bare $suite with what every desktop has: OpenGL, X11, fonts"
make_box
inside apt-get -q update >"$work/apt.log"
inside apt-get install -y -q --no-install-recommends libgl1 libegl1 libopengl0 libx11-xcb1 libfontconfig1 libdbus-1-3 libglib2.0-0 fonts-dejavu-core \
  xz-utils >>"$work/apt.log" 2>&1 || { tail "$work/apt.log"; fail "apt"; }
[ -z "$(inside dpkg-query -f '${Package}\n' -W | grep -i qt6)" ] || fail "there is Qt"
glibc=$(inside ldd --version | sed -n '1s/.* //p')
echo "glibc $glibc"

step "The archive as a portable copy"
mkdir "$box/home/tester/stick"
tar -C "$box/home/tester/stick" -xf "$archive"
tree=$(basename "$(echo "$box"/home/tester/stick/Eddy-*)")
touch "$box/home/tester/stick/$tree/eddy.portable"
inside chown -R tester:tester /home/tester/stick
at=/home/tester/stick/$tree
as_user "$at/bin/eddy-cli" --version
as_user "$at/bin/eddy-cli" generate --prompt "The river" --max-tokens 20 --seed 1 2>/dev/null
printf 'The lighthouse of Bell Rock was finished in 1810.\n' >"$box/tmp/note.txt"
as_user "$at/bin/eddy-cli" read /tmp/note.txt --text | grep -q 1810 || fail "eddy-reader does not read"
chat_in_window "$at/eddy" "$pictures/portable.png" "Tell me a short story about a river."
as_user "$at/bin/eddy-cli" chats list
[ -e "$box$at/data/eddy.db" ] || fail "the chat is not in the portable folder"
for file in THIRD-PARTY.txt LIBRARIES.txt libqt6core6.copyright common-licenses/LGPL-3 common-licenses/GPL-3; do
  [ -s "$box$at/share/doc/eddy/$file" ] || fail "the archive lacks share/doc/eddy/$file"
done
strays=$(find "$box/home/tester" -path "$box/home/tester/stick" -prune -o -iname '*eddy*' -print)
[ -z "$strays" ] || fail "left outside the folder: $strays"

step "The self-extracting file"
cp "$run" "$box/tmp/eddy.run"
chmod 755 "$box/tmp/eddy.run"
as_user sh /tmp/eddy.run --accept --quiet 2>&1 | tail -2
as_user /home/tester/.local/bin/eddy-cli --version
as_user /home/tester/.local/bin/eddy --version
as_user sh /tmp/eddy.run --accept --quiet -- --uninstall 2>&1 | tail -1
[ ! -e "$box/home/tester/.local/share/eddy-app" ] || fail "the program is still there"
echo; echo "All as promised. Look at $pictures/portable.png"
