#!/usr/bin/env bash
# Installs the .deb on a bare Debian, chats, upgrades, chats on, removes; says FAILED at the first thing that is not as promised.
#   tests/installer/prove-deb.sh EDDY.deb NEWER.deb PICTURES_FOLDER
# The newer one differs in its number alone: cmake --preset package-linux -DEDDY_VERSION_OVERRIDE=0.1.1, build and cpack again.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/chroot.sh"
deb=${1:?usage: prove-deb.sh EDDY.deb NEWER.deb PICTURES_FOLDER} newer=${2:?} pictures=$(mkdir -p "${3:?}" && cd "$3" && pwd)

step "A bare $suite"
make_box
cp "$deb" "$box/tmp/eddy.deb"
cp "$newer" "$box/tmp/newer.deb"
inside apt-get -q update >"$work/apt.log"

step "Installing $(basename "$deb")"
before=$(inside dpkg-query -f '.\n' -W | wc -l)
SECONDS=0
inside apt-get install -y -q --no-install-recommends /tmp/eddy.deb >>"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; fail "apt"; }
echo "$(($(inside dpkg-query -f '.\n' -W | wc -l) - before)) packages in $SECONDS s"
inside sh -c '! ldd /usr/bin/eddy /usr/bin/eddy-cli /usr/libexec/eddy/eddy-reader | grep "not found"' || fail "libraries are missing"
inside sh -c 'test -e /usr/share/man/man1/eddy-cli.1.gz -o -e /etc/dpkg/dpkg.cfg.d/docker' || fail "no manual page"

step "eddy-cli"
as_user eddy-cli --version
as_user eddy-cli devices
answer=$(as_user eddy-cli generate --prompt "The river" --max-tokens 20 --seed 1 2>/dev/null)
[ -n "$answer" ] || fail "eddy-cli says nothing"
echo "$answer"
printf 'The lighthouse of Bell Rock was finished in 1810.\n' >"$box/tmp/note.txt"
as_user eddy-cli read /tmp/note.txt --text | grep -q 1810 || fail "eddy-reader does not read"

step "A chat in the window"
chat_in_window eddy "$pictures/deb-first.png" "Tell me a short story about a river."
as_user eddy-cli chats list | tee "$work/chats"
[ "$(wc -l <"$work/chats")" = 1 ] || fail "the chat is not stored"

if [ "$deb" != "$newer" ]; then
step "Upgrading to $(basename "$newer")"
inside apt-get install -y -q --no-install-recommends /tmp/newer.deb >>"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; fail "apt"; }
as_user eddy-cli --version
[ "$(as_user eddy-cli chats list | wc -l)" = 1 ] || fail "the chat is gone"
chat_in_window eddy "$pictures/deb-upgraded.png" "And what happened then?"
messages=$(as_user eddy-cli chats list | cut -f3)
echo "After the upgrade the chat goes on: $messages"
[ "$messages" = "4 messages" ] || fail "the chat did not go on"
fi

step "Removing"
inside apt-get purge -y -q eddy >"$work/removed" 2>&1
grep -A1 "^Eddy is removed" "$work/removed" || true
grep -q '.local/share/eddy' "$work/removed" || fail "it does not say where the data is"
[ -e "$box/home/tester/.local/share/eddy/eddy.db" ] || fail "the conversations are gone"
[ -z "$(find "$box/usr" "$box/etc" -iname '*eddy*')" ] || fail "left behind: $(find "$box/usr" "$box/etc" -iname '*eddy*')"
ls -l "$box/home/tester/.local/share/eddy"
echo; echo "All as promised. Look at $pictures/deb-*.png"
