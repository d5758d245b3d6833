#!/bin/sh
# Runs inside the unpacked self-extracting file: installs for one user, without root.
#   Eddy-….run                          into ~/.local/share/eddy-app, with a menu entry
#   Eddy-….run -- --prefix FOLDER       into another folder
#   Eddy-….run -- --uninstall           takes the program away; conversations stay
# The version that was there before stays beside it, as FOLDER.previous: share/eddy/switch-version.sh puts it back.
set -eu
data=${XDG_DATA_HOME:-$HOME/.local/share}
prefix=$data/eddy-app
uninstall=0
while [ $# -gt 0 ]; do
  case $1 in
    --prefix) prefix=${2:?--prefix needs a folder}; shift 2 ;;
    --uninstall) uninstall=1; shift ;;
    *) echo "Unknown option $1: --prefix FOLDER or --uninstall" >&2; exit 2 ;;
  esac
done

refresh() {
  command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database -q "$data/applications" || true
  command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$data/mime" >/dev/null 2>&1 || true
}

# The names of what is put outside the prefix are taken from the tree itself.
entry=$(basename share/applications/*.desktop)
id=${entry%.desktop}
remove_entries() {
  rm -f "$data/applications/$entry" "$data/mime/packages/$id.xml" "$HOME/.local/bin/eddy" "$HOME/.local/bin/eddy-cli"
  rm -f "$data"/icons/hicolor/*/apps/"$id".*
}

if [ $uninstall = 1 ]; then
  if [ ! -e "$prefix/bin/eddy" ]; then echo "There is no Eddy in $prefix" >&2; exit 1; fi
  rm -rf "$prefix" "$prefix.previous"
  remove_entries
  refresh
  echo "Eddy is removed. Your conversations stay in $data/eddy"
  exit 0
fi

if [ -e "$prefix" ] && [ ! -e "$prefix/bin/eddy" ]; then
  echo "$prefix exists and is no Eddy; choose another folder with --prefix" >&2
  exit 1
fi
new=$prefix.new
rm -rf "$new"
mkdir -p "$new" "$data/applications" "$data/mime/packages" "$HOME/.local/bin"
cp -a . "$new/"
rm -f "$new/install.sh"
if [ -e "$prefix/eddy.portable" ]; then  # an upgrade of a portable copy keeps what lies in it
  touch "$new/eddy.portable"
  for kept in data config cache; do if [ -e "$prefix/$kept" ]; then mv "$prefix/$kept" "$new/"; fi; done
fi
version_of() { cat "$1/share/eddy/version" 2>/dev/null || true; }
before=$(version_of "$prefix")
rm -rf "$prefix.old"
if [ -e "$prefix" ]; then mv "$prefix" "$prefix.old"; fi
mv "$new" "$prefix"
if [ -n "$before" ] && [ "$before" != "$(version_of "$prefix")" ]; then
  rm -rf "$prefix.previous"
  mv "$prefix.old" "$prefix.previous"
  rm -f "$prefix.previous/share/eddy/previous-version"
fi
rm -rf "$prefix.old"
before=$(version_of "$prefix.previous")
if [ -n "$before" ]; then printf '%s\n' "$before" >"$prefix/share/eddy/previous-version"; fi

sed -e "s#^Exec=eddy#Exec=\"$prefix/bin/eddy\"#" -e "s#^TryExec=.*#TryExec=$prefix/bin/eddy#" "$prefix/share/applications/$entry" \
  >"$data/applications/$entry"
cp "$prefix/share/mime/packages/$id.xml" "$data/mime/packages/"
(cd "$prefix/share/icons" && find hicolor -type f) | while read -r icon; do
  mkdir -p "$data/icons/$(dirname "$icon")"
  cp "$prefix/share/icons/$icon" "$data/icons/$icon"
done
ln -sf "$prefix/bin/eddy" "$HOME/.local/bin/eddy"
ln -sf "$prefix/bin/eddy-cli" "$HOME/.local/bin/eddy-cli"
refresh
echo "Eddy is in $prefix. Start it from the menu or as $HOME/.local/bin/eddy"
