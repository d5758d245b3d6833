#!/bin/sh
# Puts other releases of the third-party sources here: ./update.sh <quickjs-ng checkout at a tag> <@huggingface/jinja version>
# Then adapt the versions in README.md and NOTICE, and run the tests of engine/chat.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
checkout=$1 version=$2
for file in LICENSE quickjs.c quickjs.h quickjs-atom.h quickjs-opcode.h quickjs-c-atomics.h cutils.h list.h dtoa.c dtoa.h \
    libregexp.c libregexp.h libregexp-opcode.h libunicode.c libunicode.h libunicode-table.h builtin-array-fromasync.h \
    builtin-iterator-zip.h builtin-iterator-zip-keyed.h; do
  cp "$checkout/$file" "$here/quickjs-ng/$file"
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "@huggingface/jinja@$version" >/dev/null && tar xzf ./*.tgz)
cp "$work/package/dist/index.cjs" "$work/package/LICENSE" "$here/huggingface-jinja/"
# The modes that resources/code/languages.json names, with the two object spreads written out (see README.md).
(cd "$work" && rm -rf package ./*.tgz && npm pack --silent "@codemirror/legacy-modes@6.5.5" >/dev/null && tar xzf ./*.tgz)
for mode in "$here"/codemirror-modes/*.js; do cp "$work/package/mode/$(basename "$mode")" "$mode"; done
sed -i '/^ *\.\.\.parserConfig\.languageData$/d' "$here/codemirror-modes/clike.js"
sed -i 's/parserConfig = {\.\.\.defaults, \.\.\.parserConfig}/parserConfig = Object.assign({}, defaults, parserConfig)/' "$here/codemirror-modes/css.js"
# SQLite with encryption: the two files of the amalgamation, packed so that the same files give the same archive.
(cd "$work" && rm -rf package ./*.tgz && npm pack --silent "better-sqlite3-multiple-ciphers@12.11.1" >/dev/null && tar xzf ./*.tgz)
(cd "$work/package/deps/sqlite3" && tar --sort=name --owner=0 --group=0 --numeric-owner --mode=644 --mtime='2026-01-01 00:00Z' -cf - sqlite3.c sqlite3.h |
  xz -9e -T1 >"$here/sqlite3mc/sqlite3mc.tar.xz")
sha256sum "$here/sqlite3mc/sqlite3mc.tar.xz"
