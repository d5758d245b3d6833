#!/usr/bin/env bash
# One file that runs on any Linux: the self-contained tree of "cmake --workflow --preset package-linux" as an AppImage.
#   installer/appimage/build.sh ARCHIVE.tar.xz OUT_FOLDER
# Needs appimagetool and the type-2 run time (github.com/AppImage: appimagetool, type2-runtime) as $APPIMAGETOOL and $APPIMAGE_RUNTIME, and where
# updates are offered as differences $APPIMAGE_UPDATE, for instance "zsync|https://…/Eddy-x86_64.AppImage.zsync".
set -euo pipefail
archive=$(realpath "${1:?usage: build.sh ARCHIVE.tar.xz OUT_FOLDER}")
out=$(mkdir -p "${2:?}" && cd "$2" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -C "$work" -xf "$archive"
tree=$(echo "$work"/Eddy-*)
name=$(basename "$tree")

# The layout an AppImage wants: its desktop entry and icon on top, AppRun as what is started.
entry=$(basename "$tree"/share/applications/*.desktop)
id=${entry%.desktop}
mkdir -p "$work/AppDir/usr"
rm -f "$tree/eddy" "$tree/README.txt" "$tree/install.sh"
mv "$tree"/* "$work/AppDir/usr/"
cp "$work/AppDir/usr/share/applications/$entry" "$work/AppDir/usr/share/icons/hicolor/256x256/apps/$id.png" "$work/AppDir/"
ln -s "$id.png" "$work/AppDir/.DirIcon"
cat >"$work/AppDir/AppRun" <<'RUN'
#!/bin/sh
# Started by another name, it is the other program: ln -s Eddy.AppImage eddy-cli
here=$(dirname "$(readlink -f "$0")")
case $(basename "${ARGV0:-eddy}") in
  eddy-cli) exec "$here/usr/bin/eddy-cli" "$@" ;;
  *) exec "$here/usr/bin/eddy" "$@" ;;
esac
RUN
chmod +x "$work/AppDir/AppRun"
"${APPIMAGETOOL:-appimagetool}" --no-appstream ${APPIMAGE_RUNTIME:+--runtime-file "$APPIMAGE_RUNTIME"} \
  ${APPIMAGE_UPDATE:+--updateinformation "$APPIMAGE_UPDATE"} "$work/AppDir" "$out/$name.AppImage"
