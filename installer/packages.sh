# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by installer/run and tests/run: which Debian packages are missing, and how they get here.
# A list has one package a line; "#" begins a comment.

# Prints the packages of the lists $@ that are not installed.
missing_packages() {
  local name
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@" | sort -u | while read -r name; do
    # Node from elsewhere brings its own npm and refuses Debian's.
    case "$name" in
      nodejs) if command -v node >/dev/null; then continue; fi ;;
      npm) if command -v npm >/dev/null; then continue; fi ;;
    esac
    # shellcheck disable=SC2016 # dpkg-query's own variable
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || echo "$name"
  done
}

# Prints those of the packages $@ that this distribution has.
known_packages() {
  local name
  for name in "$@"; do
    apt-cache policy "$name" 2>/dev/null | grep -q 'Candidate: [^(]' && echo "$name"
  done
  return 0
}

# Prints what must stand before apt-get here: nothing for root, else sudo; fails where neither helps.
privilege() {
  if [ "$(id -u)" -eq 0 ]; then
    return 0
  fi
  if ! command -v sudo >/dev/null; then
    return 1
  fi
  # Without a terminal sudo cannot ask for a password: it must do without, or say so at once.
  if [ -t 0 ]; then echo "sudo"; else echo "sudo -n"; fi
}

# Brings the package lists up to date; an answer that is a little old is better than none.
refresh_package_lists() {
  local sudo
  sudo=$(privilege) || return 1
  $sudo apt-get update -q || echo "apt-get update had trouble; going on with the lists that are here." >&2
}

# Installs the packages $@.
install_packages() {
  local sudo
  sudo=$(privilege) || return 1
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}
