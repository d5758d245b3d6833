#!/bin/sh
# Brings the .ts files in step with the sources and lists what is not translated yet.
#   resources/translations/update.sh        all languages
#   resources/translations/update.sh de ja  these
# Ends with 1 while a text is missing, or when a source could not be understood.
set -eu
cd "$(dirname "$0")/../.."
PATH=$PATH:/usr/lib/qt6/bin:/usr/lib64/qt6/bin
command -v lupdate >/dev/null || { echo "lupdate is not here: install qt6-l10n-tools (Debian) or Qt Linguist" >&2; exit 2; }
[ $# -gt 0 ] || set -- en de es fr ja zh_CN
missing=0
for language in "$@"; do
  file=resources/translations/eddy_$language.ts
  # English needs its forms for one and many only: the rest stands in the sources.
  if [ "$language" = en ]; then how=-pluralonly; else how="-target-language $language"; fi
  said=$(lupdate app ui -I . -locations none -no-obsolete -source-language en $how -ts "$file" -silent 2>&1 | grep -v '^Scanning directory' || true)
  # A class that lupdate misreads loses its namespace, and with it all its translations.
  if [ -n "$said" ]; then printf '%s\n' "$said" >&2; missing=1; fi
  unfinished=$(grep -c 'type="unfinished"' "$file" || true)
  echo "$language: $unfinished missing"
  if [ "$unfinished" != 0 ]; then
    missing=1
    # The source of an unfinished translation stands before it.
    awk '/<name>/ {context = $0; gsub(/ *<\/?name>/, "", context)}
         /<source>/ {source = $0; gsub(/^ *<source>|<\/source>$/, "", source)}
         /type="unfinished"/ {print "  " context ": " source}' "$file"
  fi
done
exit $missing
