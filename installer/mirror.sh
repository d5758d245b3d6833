# Sourced: eddy_mirror SUITE prints where this computer gets Debian's packages; EDDY_MIRROR says otherwise.
eddy_mirror() {
  local found=${EDDY_MIRROR:-}
  if [ -z "$found" ]; then
    found=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' "Codename: $1" | sed -n 1p)
  fi
  if [ -z "$found" ]; then
    echo "No source of Debian's $1 is known here: set EDDY_MIRROR to the address of a mirror." >&2
    return 1
  fi
  printf '%s\n' "${found%/}"
}
