#!/usr/bin/env bash
# What seals a release: checksums, SBOM, the file that running copies ask for, signatures that anybody can check and that no changed byte survives.
#   tests/installer/seal_test.sh
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED: $1" >&2; exit 1; }
packages=$work/packages
mkdir "$packages"
version=$(sed -n 's/^project(Eddy VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
run=Eddy-$version-linux-x86_64.run setup=Eddy-$version-windows-x86_64-setup.exe deb=eddy_$version-1_amd64.deb
for name in "$run" "$setup" "$deb"; do echo "this is $name" >"$packages/$name"; done
openssl genpkey -algorithm ed25519 -out "$work/key.pem" 2>/dev/null
openssl pkey -in "$work/key.pem" -pubout -out "$work/public.pem"
echo "- faster \"everywhere\"" >"$work/changes.md"
verify() { openssl pkeyutl -verify -pubin -inkey "$work/public.pem" -rawin -in "$1" -sigfile "$2" >/dev/null 2>&1; }
field() { python3 -c 'import json, sys; print(eval("json.load(open(sys.argv[1]))" + sys.argv[2]))' "$packages/$1" "$2"; }
seal() { "$root/installer/release/seal.sh" "$packages" >"$work/said" 2>&1; }

EDDY_RELEASE_KEY=$(cat "$work/key.pem") EDDY_DOWNLOADS=https://example.org/eddy/ EDDY_CHANGES=$work/changes.md seal || { cat "$work/said"; fail "sealing"; }
(cd "$packages" && sha256sum --quiet -c SHA256SUMS) || fail "checksums"
for name in "$run" "$setup" "$deb" "eddy-$version.spdx.json"; do grep -q "  $name\$" "$packages/SHA256SUMS" || fail "$name has no checksum"; done
verify "$packages/SHA256SUMS" "$packages/SHA256SUMS.sig" || fail "the signature of the checksums"
base64 -d "$packages/release.json.sig" >"$work/release.sig"
verify "$packages/release.json" "$work/release.sig" || fail "the signature of release.json"
[ "$(field release.json '["version"]')" = "$version" ] && [ "$(field release.json '["changes"]')" = "- faster \"everywhere\"" ] || fail "release.json"
[ "$(field release.json '["packages"][0]["url"]')" = "https://example.org/eddy/$run" ] || fail "the address"
[ "$(field release.json '["packages"][0]["sha256"]')" = "$(sha256sum "$packages/$run" | cut -d' ' -f1)" ] || fail "the sum in release.json"
[ "$(field release.json '["packages"][1]["platform"]')" = windows-x86_64 ] || fail "the platform"
[ "$(field release.json '["packages"].__len__()')" = 2 ] || fail "package managers' files are offered to copies"
[ "$(field "eddy-$version.spdx.json" '["spdxVersion"]')" = SPDX-2.3 ] && [ "$(field "eddy-$version.spdx.json" '["files"].__len__()')" = 3 ] || fail "the SBOM"

# One byte is enough.
sed 's/faster/slower/' "$packages/release.json" >"$work/changed.json"
if verify "$work/changed.json" "$work/release.sig"; then fail "a changed release.json is accepted"; fi
openssl genpkey -algorithm ed25519 -out "$work/other.pem" 2>/dev/null
openssl pkeyutl -sign -inkey "$work/other.pem" -rawin -in "$packages/release.json" -out "$work/other.sig"
if verify "$packages/release.json" "$work/other.sig"; then fail "somebody else's signature is accepted"; fi

# Again, without a key and without an address: nothing stale stays.
env -u EDDY_RELEASE_KEY -u EDDY_DOWNLOADS "$root/installer/release/seal.sh" "$packages" >"$work/said" 2>&1 || fail "sealing without a key"
grep -q "nothing is signed" "$work/said" || fail "it does not say that nothing is signed"
[ ! -e "$packages/SHA256SUMS.sig" ] && [ ! -e "$packages/release.json" ] || fail "what the key had signed is still there"
mkdir "$work/empty"
if "$root/installer/release/seal.sh" "$work/empty" >/dev/null 2>&1; then fail "an empty folder was sealed"; fi
echo passed
