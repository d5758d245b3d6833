#!/bin/sh
# Signs the catalogue: sign.sh KEY.pem [catalogue.json]. Writes catalogue.json.sig (base64 of the 64 bytes) beside it.
# A key: openssl genpkey -algorithm ed25519 -out KEY.pem. Keep it out of the repository. Its public half, which the program
# carries as catalogue.pub: sign.sh --public KEY.pem > catalogue.pub (then build and release anew).
set -eu
if [ "${1:-}" = --public ]; then
  openssl pkey -in "$2" -pubout -outform DER | tail -c 32 | base64 -w0
  exit
fi
key=$1
file=${2:-$(dirname "$0")/catalogue.json}
openssl pkeyutl -sign -inkey "$key" -rawin -in "$file" | base64 -w0 > "$file.sig"
