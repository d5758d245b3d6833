#!/usr/bin/env bash
# Installs the .deb on a bare Debian, chats, upgrades, chats on, removes; says FAILED at the first thing that is not as promised.
#   tests/installer/prove-deb.sh EDDY.deb NEWER.deb PICTURES_FOLDER
# Packages of modules that lie beside EDDY.deb are installed too.
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
installed=$(inside dpkg-query -W -f '${Version}' eddy)
inside sh -c '! ldd /usr/bin/eddy /usr/bin/eddy-cli /usr/libexec/eddy/eddy-reader | grep "not found"' || fail "libraries are missing"
inside sh -c 'test -s /usr/share/doc/eddy/THIRD-PARTY.txt -o -e /etc/dpkg/dpkg.cfg.d/docker' || fail "no licences of what is inside"
inside sh -c 'test -e /usr/share/man/man1/eddy-cli.1.gz -o -e /etc/dpkg/dpkg.cfg.d/docker' || fail "no manual page"

step "eddy-cli"
as_user eddy-cli --version
as_user eddy-cli devices
answer=$(as_user eddy-cli generate --prompt "The river" --max-tokens 20 --seed 1 2>/dev/null)
[ -n "$answer" ] || fail "eddy-cli says nothing"
echo "$answer"
printf 'The lighthouse of Bell Rock was finished in 1810.\n' >"$box/tmp/note.txt"
as_user eddy-cli read /tmp/note.txt --text | grep -q 1810 || fail "eddy-reader does not read"

# The modules beside it, where they were made: each is found, and says for itself whether there is a driver.
for module in vulkan cuda; do
  package=$(dirname "$deb")/eddy-${module}_${deb##*/eddy_}
  [ -e "$package" ] || continue
  step "Installing $(basename "$package") on a system without a driver"
  cp "$package" "$box/tmp/eddy-$module.deb"
  inside apt-get install -y -q --no-install-recommends "/tmp/eddy-$module.deb" >>"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; fail "apt"; }
  as_user eddy-cli devices | tee "$work/devices" | grep "^$module" || fail "the module is not found"
  if grep "^$module" "$work/devices" | grep -q "has no libeddy-$module"; then fail "the module is not where the program looks"; fi
  [ "$answer" = "$(as_user eddy-cli generate --prompt "The river" --max-tokens 20 --seed 1 2>/dev/null)" ] || fail "without a driver eddy-cli no longer answers"
done

step "A chat in the window"
chat_in_window eddy "$pictures/deb-first.png" "Tell me a short story about a river."
as_user eddy-cli chats list | tee "$work/chats"
[ "$(wc -l <"$work/chats")" = 1 ] || fail "the chat is not stored"
states_are_there

if [ "$deb" != "$newer" ]; then
step "Upgrading to $(basename "$newer")"
upgrade=(/tmp/newer.deb)  # the modules' packages want the program's own version, and go with it
for module in vulkan cuda; do
  package=$(dirname "$newer")/eddy-${module}_${newer##*/eddy_}
  [ -e "$box/tmp/eddy-$module.deb" ] && [ -e "$package" ] || continue
  cp "$package" "$box/tmp/newer-$module.deb"
  upgrade+=("/tmp/newer-$module.deb")
done
inside apt-get install -y -q --no-install-recommends "${upgrade[@]}" >>"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; fail "apt"; }
as_user eddy-cli --version
as_user eddy-cli devices
[ "$(inside dpkg-query -W -f '${Version}' eddy)" != "$installed" ] || fail "it is the same version"
[ "$(as_user eddy-cli chats list | wc -l)" = 1 ] || fail "the chat is gone"
states_are_there
chat_in_window eddy "$pictures/deb-upgraded.png" "And what happened then?"
messages=$(as_user eddy-cli chats list | cut -f3)
echo "After the upgrade the chat goes on: $messages"
[ "$messages" = "4 messages" ] || fail "the chat did not go on"
states_are_there
fi

step "Removing"
inside apt-get purge -y -q "eddy*" >"$work/removed" 2>&1
grep -A1 "^Eddy is removed" "$work/removed" || true
grep -q '.local/share/eddy' "$work/removed" || fail "it does not say where the data is"
[ -e "$box/home/tester/.local/share/eddy/eddy.db" ] || fail "the conversations are gone"
[ -z "$(find "$box/usr" "$box/etc" -iname '*eddy*')" ] || fail "left behind: $(find "$box/usr" "$box/etc" -iname '*eddy*')"
ls -l "$box/home/tester/.local/share/eddy"
echo; echo "All as promised. Look at $pictures/deb-*.png"
