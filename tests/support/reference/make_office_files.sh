#!/usr/bin/env bash
# Writes tests/data/documents/office: files as LibreOffice writes them, the text that LibreOffice itself finds in them, and their
# headings. The text is this project's own documentation. Needs pandoc and LibreOffice (Writer and Impress) and pdftotext.
#   make_office_files.sh [docs/architecture.md]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
source=${1:-$root/docs/architecture.md}
out=$root/tests/data/documents/office
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
office() { soffice -env:UserInstallation="file://$work/profile" --headless "$@" >/dev/null 2>&1; }

# A text: headings, tables, lists, code.
sed -n '1,/^## 7 /p' "$source" | sed '$d' >"$work/house.md"
pandoc --standalone --metadata title=House --to=html "$work/house.md" -o "$work/house.html"
office --convert-to odt:writer8 --outdir "$work" --infilter="HTML (StarWriter)" "$work/house.html"
for kind in docx rtf; do office --convert-to $kind --outdir "$work" "$work/house.odt"; done
for kind in odt docx rtf; do
  cp "$work/house.$kind" "$out/"
  mkdir -p "$work/$kind" && office --convert-to "txt:Text (encoded):UTF8" --outdir "$work/$kind" "$out/house.$kind"
  cp "$work/$kind/house.txt" "$out/house.$kind.txt"
  pandoc --to=json "$work/house.md" | python3 -c '
import json, sys
def text(parts): return "".join(p["c"] if p["t"] == "Str" else " " if p["t"] in ("Space", "SoftBreak") else p["c"][1] if p["t"] == "Code" else "" for p in parts)
for block in json.load(sys.stdin)["blocks"]:
    if block["t"] == "Header" and block["c"][0] <= 2: print(text(block["c"][2]))
' >"$out/house.$kind.headings"
done

# Slides: a title and a few points each.
grep -E '^## ' "$work/house.md" | sed 's/^## //' >"$work/titles"
{ while read -r title; do printf '# %s\n\n' "$title"; grep -A400 -F "## $title" "$work/house.md" | grep -E '^- ' | head -3 | cut -c1-160; printf '\n- The end of this slide\n\n'; done <"$work/titles"; } >"$work/slides.md"
pandoc "$work/slides.md" -o "$work/first.pptx"
office --convert-to odp --outdir "$work" "$work/first.pptx"
mv "$work/first.odp" "$work/slides.odp"
office --convert-to pptx --outdir "$work" "$work/slides.odp"
for kind in odp pptx; do
  cp "$work/slides.$kind" "$out/"
  mkdir -p "$work/$kind" && office --convert-to pdf --outdir "$work/$kind" "$out/slides.$kind"
  pdftotext "$work/$kind/slides.pdf" "$out/slides.$kind.txt"
  cp "$work/titles" "$out/slides.$kind.headings"
done
ls -l "$out"
