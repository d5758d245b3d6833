#!/usr/bin/env bash
# Signs for the hardened runtime, and has Apple check the disk image.
#   sign.sh bundle Eddy.app         EDDY_SIGNING_IDENTITY: "Developer ID Application: …" in the keychain
#   sign.sh notarise Eddy-….dmg     EDDY_NOTARY_PROFILE: a profile of "xcrun notarytool store-credentials", or
#                                   EDDY_NOTARY_KEY, EDDY_NOTARY_KEY_ID and EDDY_NOTARY_ISSUER (App Store Connect API key)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
sign() { codesign --force --timestamp --options runtime --sign "${EDDY_SIGNING_IDENTITY:?names no identity}" "$@"; }

case "${1:-}" in
  bundle)
    app=${2:?which bundle?}
    # From the inside out; --deep would give every part the entitlements of the program.
    find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 | while IFS= read -r -d '' file; do sign "$file"; done
    find "$app/Contents/Frameworks" -maxdepth 1 -name '*.framework' -print0 | while IFS= read -r -d '' file; do sign "$file"; done
    sign "$app/Contents/MacOS/eddy-reader"
    sign --entitlements "$here/entitlements.plist" "$app/Contents/MacOS/eddy-cli"
    sign --entitlements "$here/entitlements.plist" "$app"
    codesign --verify --deep --strict --verbose=2 "$app"
    ;;
  notarise)
    image=${2:?which disk image?}
    sign "$image"
    if [ -n "${EDDY_NOTARY_PROFILE:-}" ]; then
      credentials=(--keychain-profile "$EDDY_NOTARY_PROFILE")
    else
      credentials=(--key "${EDDY_NOTARY_KEY:?names no key file}" --key-id "${EDDY_NOTARY_KEY_ID:?}" --issuer "${EDDY_NOTARY_ISSUER:?}")
    fi
    xcrun notarytool submit "$image" --wait "${credentials[@]}"
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature --verbose "$image"
    ;;
  *) sed -n '2,6p' "$0" | sed 's/^# \{0,1\}//'; exit 2 ;;
esac
