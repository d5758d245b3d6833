#!/usr/bin/env bash
# Installs the .rpm with rpm itself into a bare Debian that has the libraries and an empty RPM database, runs the programs, upgrades, removes. What only a
# distribution with RPM packages can show, the names of its own packages, is left out: --nodeps for what Debian's packages bring.
#   tests/installer/prove-rpm.sh EDDY.rpm NEWER.rpm [PICTURE.png]
here=$(cd "$(dirname "$0")" && pwd)
. "$here/chroot.sh"
package=${1:?usage: prove-rpm.sh EDDY.rpm NEWER.rpm [PICTURE.png]} newer=${2:?}

step "A bare $suite with rpm and the libraries that the package names"
make_box
cp "$package" "$box/tmp/eddy.rpm"
cp "$newer" "$box/tmp/newer.rpm"
inside apt-get -q update >"$work/apt.log"
inside apt-get install -y -q --no-install-recommends rpm libqt6quick6 libqt6quickcontrols2-6 libqt6svg6 qt6-qpa-plugins qml6-module-qtquick-controls \
  qml6-module-qtquick qml6-module-qtquick-layouts qml6-module-qtquick-templates qml6-module-qtquick-window qml6-module-qtquick-dialogs \
  qml6-module-qtquick-shapes qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript qml6-module-qt-labs-platform \
  qml6-module-qt-labs-qmlmodels qml6-module-qt-labs-folderlistmodel libsodium23 libhwy1 libmd4c0 libxxhash0 libsentencepiece0 libarchive13 libxml2 \
  libuchardet0 libpoppler-cpp0v5 >>"$work/apt.log" 2>&1 || { tail -5 "$work/apt.log"; fail "apt"; }
[ -z "$(inside find /usr/bin -name 'eddy*')" ] || fail "there is an Eddy"

# Every library that the package asks for by its soname is one that the loader finds here, in the version that is asked for.
step "What the package requires"
inside rpm -qp --requires /tmp/eddy.rpm 2>/dev/null | sort -u >"$work/requires"
cat "$work/requires"
inside ldconfig -p >"$work/libraries"
sed -n 's/^\(lib[^(]*\.so[^(]*\).*/\1/p' "$work/requires" | sort -u | while read -r library; do
  grep -q "$library " "$work/libraries" || echo "$library"
done >"$work/missing"
[ ! -s "$work/missing" ] || fail "nobody has $(tr '\n' ' ' <"$work/missing")"

step "Installing"
inside rpm --initdb
inside rpm -i --nodeps /tmp/eddy.rpm
inside rpm -q eddy
inside rpm -V --nodeps eddy || fail "what is installed is not what is in the package"
as_user eddy-cli --version
answer=$(as_user eddy-cli generate --prompt "The river" --max-tokens 20 --seed 1 2>/dev/null)
[ -n "$answer" ] || fail "eddy-cli says nothing"
echo "$answer"
printf 'The lighthouse of Bell Rock was finished in 1810.\n' >"$box/tmp/note.txt"
as_user eddy-cli read /tmp/note.txt --text | grep -q 1810 || fail "eddy-reader does not read"
chat_in_window eddy "$work/rpm.png" "Tell me a short story about a river."
[ -z "${3:-}" ] || cp "$work/rpm.png" "$3"
[ "$(as_user eddy-cli chats list | wc -l)" = 1 ] || fail "the chat is not stored"
states_are_there

step "Upgrading to $(basename "$newer")"
inside rpm -U --nodeps /tmp/newer.rpm >"$work/upgraded" 2>&1 || { cat "$work/upgraded"; fail "rpm -U"; }
if grep -q "is removed" "$work/upgraded"; then fail "an upgrade says that Eddy is removed"; fi
as_user eddy-cli --version
[ "$(as_user eddy-cli chats list | wc -l)" = 1 ] || fail "the chat is gone"
states_are_there

step "Removing"
inside rpm -e eddy | tee "$work/removed"
grep -q '.local/share/eddy' "$work/removed" || fail "it does not say where the data is"
[ -e "$box/home/tester/.local/share/eddy/eddy.db" ] || fail "the conversations are gone"
[ -z "$(find "$box/usr" "$box/etc" -iname '*eddy*')" ] || fail "left behind: $(find "$box/usr" "$box/etc" -iname '*eddy*')"
echo; echo "All as promised, as far as Debian goes."
