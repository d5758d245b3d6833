#!/usr/bin/env bash
# Adds to a folder of finished packages: SHA256SUMS, the SBOM, and signatures of both where a key is given.
#   EDDY_RELEASE_KEY="$(cat key.pem)" installer/release/seal.sh FOLDER
# A key: openssl genpkey -algorithm ed25519 -out key.pem; its public half: openssl pkey -in key.pem -pubout -out release.pub.pem
# Checking: openssl pkeyutl -verify -pubin -inkey release.pub.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "${1:?usage: seal.sh FOLDER}"
version=$(sed -n 's/^project(Eddy VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
time=$(TZ=UTC git -C "$root" log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u +%Y-%m-%dT%H:%M:%SZ)

rm -f SHA256SUMS SHA256SUMS.sig eddy-*.spdx.json
files=$(find . -maxdepth 1 -type f -printf '%P;' | tr ';' '\n' | sort | sed '/^$/d' | paste -sd';')
[ -n "$files" ] || { echo "There are no packages in $PWD" >&2; exit 1; }
cmake -DVERSION="$version" -DTIME="$time" -DOUT="$PWD/eddy-$version.spdx.json" "-DFILES=$(sed "s#[^;]*#$PWD/&#g" <<<"$files")" -P "$root/installer/sbom.cmake"
find . -maxdepth 1 -type f ! -name 'SHA256SUMS*' -printf '%P\n' | sort | xargs -d '\n' sha256sum >SHA256SUMS

if [ -n "${EDDY_RELEASE_KEY:-}" ]; then
  key=$(mktemp)
  trap 'rm -f "$key"' EXIT
  printf '%s\n' "$EDDY_RELEASE_KEY" >"$key"
  openssl pkeyutl -sign -inkey "$key" -rawin -in SHA256SUMS -out SHA256SUMS.sig
else
  echo "EDDY_RELEASE_KEY is not set: nothing is signed" >&2
fi
cat SHA256SUMS
