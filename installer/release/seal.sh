#!/usr/bin/env bash
# Adds to a folder of finished packages: SHA256SUMS, the SBOM, the file that running copies ask for (release.json), and signatures where a key is given.
#   EDDY_RELEASE_KEY="$(cat key.pem)" EDDY_DOWNLOADS=https://… EDDY_CHANGES=notes.md installer/release/seal.sh FOLDER
# EDDY_DOWNLOADS is where the packages will lie; without it there is no release.json. Programs look for it when they were built with
# EDDY_UPDATE_ADDRESS (of release.json) and EDDY_UPDATE_KEY: openssl pkey -in key.pem -pubout -outform DER | tail -c 32 | base64
# A key: openssl genpkey -algorithm ed25519 -out key.pem; its public half: openssl pkey -in key.pem -pubout -out release.pub.pem
# Checking: openssl pkeyutl -verify -pubin -inkey release.pub.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "${1:?usage: seal.sh FOLDER}"
version=$(sed -n 's/^project(Eddy VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
time=$(TZ=UTC git -C "$root" log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u +%Y-%m-%dT%H:%M:%SZ)

rm -f SHA256SUMS SHA256SUMS.sig release.json release.json.sig eddy-*.spdx.json
files=$(find . -maxdepth 1 -type f -printf '%P;' | tr ';' '\n' | sort | sed '/^$/d' | paste -sd';')
[ -n "$files" ] || { echo "There are no packages in $PWD" >&2; exit 1; }
cmake -DVERSION="$version" -DTIME="$time" -DOUT="$PWD/eddy-$version.spdx.json" "-DFILES=$(sed "s#[^;]*#$PWD/&#g" <<<"$files")" -P "$root/installer/sbom.cmake"
find . -maxdepth 1 -type f ! -name 'SHA256SUMS*' -printf '%P\n' | sort | xargs -d '\n' sha256sum >SHA256SUMS

# What a self-contained copy is replaced by. JSON by hand would need quoting; python3 is where packages are made.
if [ -n "${EDDY_DOWNLOADS:-}" ]; then
  python3 - "$version" "$time" "$EDDY_DOWNLOADS" "${EDDY_CHANGES:-}" <<'PYTHON' >release.json
import hashlib, json, os, re, sys
version, time, downloads, changes = sys.argv[1:]
platforms = [(r"linux-(\w+)\.run$", "linux"), (r"windows-(\w+)-setup\.exe$", "windows"), (r"(\w+)\.dmg$", "macos")]
packages = []
for name in sorted(os.listdir(".")):
    for pattern, system in platforms:
        found = re.search(pattern, name)
        if found:
            with open(name, "rb") as file:
                data = file.read()
            packages.append({"platform": f"{system}-{found.group(1)}", "url": f"{downloads.rstrip('/')}/{name}",
                             "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()})
text = open(changes, encoding="utf-8").read() if changes else ""
json.dump({"format": 1, "version": version, "date": time[:10], "changes": text, "packages": packages}, sys.stdout, indent=1)
PYTHON
fi

if [ -n "${EDDY_RELEASE_KEY:-}" ]; then
  key=$(mktemp)
  trap 'rm -f "$key"' EXIT
  printf '%s\n' "$EDDY_RELEASE_KEY" >"$key"
  openssl pkeyutl -sign -inkey "$key" -rawin -in SHA256SUMS -out SHA256SUMS.sig
  if [ -e release.json ]; then openssl pkeyutl -sign -inkey "$key" -rawin -in release.json | base64 -w0 >release.json.sig; fi
else
  echo "EDDY_RELEASE_KEY is not set: nothing is signed" >&2
fi
cat SHA256SUMS
