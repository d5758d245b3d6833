#!/bin/sh
# Pictures of every page: light, dark, German, right to left, and enlarged two and three times.
#   take.sh PROGRAM FOLDER [LOOK...]       PROGRAM: build/bin/ui_screenshots
# FOLDER gets one folder a look. With pngquant the pictures are made small.
set -eu
program=$1; folder=$2; shift 2
looks=${*:-light dark de rtl 200 300}
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 LANGUAGE=
for look in $looks; do
  mkdir -p "$folder/$look"
  export EDDY_SCREENSHOTS="$folder/$look" EDDY_LOOK="$look"
  case $look in
    rtl) "$program" -reverse ;;
    200) QT_SCALE_FACTOR=2 "$program" ;;
    300) QT_SCALE_FACTOR=3 "$program" ;;
    *) "$program" ;;
  esac || echo "$look: not every picture could be taken"
  if command -v pngquant >/dev/null; then
    for picture in "$folder/$look"/*.png; do pngquant --force --skip-if-larger --output "$picture" 48 "$picture" || true; done
  fi
done
