#!/usr/bin/env bash
# Makes a clone ready: the system's libraries that Qt needs, then the project's own .venv.
#   setup.sh test   what tests, checks and pictures need (no display); a desktop that some of them play with
#   setup.sh run    what a real window needs
# Costs a fraction of a second when there is nothing to do. As root it installs missing Debian packages; otherwise
# it prints the line to type and stops. Where there is no dpkg it trusts the system to have what Qt needs.
set -euo pipefail
cd "$(dirname "$0")/.."

offscreen=(libglib2.0-0 libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3 libbrotli1)
window=(libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libxcb-render-util0
        libxcb-image0 libxcb-randr0 libx11-xcb1 libwayland-client0 libwayland-cursor0)
case "${1:-}" in
    test) needed=("${offscreen[@]}" fonts-dejavu-core)
          # A screen, a message bus, notices and a tray of the tests' own; without them those tests are left out.
          wanted=("${window[@]}" xvfb dbus dunst trayer xdotool) ;;
    run) needed=("${offscreen[@]}" "${window[@]}")
         wanted=() ;;
    *) echo "usage: $0 test|run" >&2; exit 2 ;;
esac
venv=.venv
stamp=$venv/.ready

say() { printf '%s\n' "$*" >&2; }

fits() { # fits PYTHON: is it a version this project runs on?
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

find_python() {
    local name
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if fits "$name"; then command -v "$name"; return; fi
    done
    say "Supportnet needs Python 3.11, 3.12, 3.13 or 3.14, and none was found."
    say "If one is installed under another name: make PYTHON=/path/to/python ..."
    return 1
}

not_installed() { # not_installed PACKAGE...: those that are not, by their name or the one newer Debian and Ubuntu gave
    local package states
    states=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" "${@/%/t64}" 2>/dev/null || true)
    for package in "$@"; do
        [[ $'\n'$states$'\n' =~ $'\n'"$package"(t64)?' installed'$'\n' ]] || printf '%s\n' "$package"
    done
}

system_packages() {
    command -v dpkg-query >/dev/null || return 0
    local missing optional
    mapfile -t missing < <(not_installed "${needed[@]}")
    mapfile -t optional < <([ ${#wanted[@]} -eq 0 ] || not_installed "${wanted[@]}")
    # Debian keeps the part of Python that makes a .venv in a package of its own.
    if ! [ -x "$venv/bin/python" ] && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        missing+=(python3-venv)
    fi
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        missing+=("${optional[@]}")
    elif [ ${#missing[@]} -gt 0 ]; then
        say "Some system packages are missing. Please type this line, then try again:"
        say "    sudo apt-get install ${missing[*]}"
        return 1
    fi
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing system packages: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

state() { # what .venv was made from: a change in any of it, or a moved folder, makes it anew
    printf '%s\n' "$PWD"
    "$venv/bin/python" -c 'import sys; print(sys.version)'
    cksum pyproject.toml requirements.lock .ci/setup.sh
}

python_packages() {
    if ! fits "$venv/bin/python"; then
        say "Making $venv with $python"
        "$python" -m venv --clear "$venv"
    fi
    if [ -f "$stamp" ] && [ "$(state)" = "$(cat "$stamp")" ]; then return; fi
    say "Putting the locked packages into $venv (about 300 MB the first time)"
    rm -f "$stamp"
    local pip=("$venv/bin/python" -m pip --disable-pip-version-check --no-input install --quiet)
    # The environment's root warning is about system-wide installs; this one is the project's own.
    export PIP_ROOT_USER_ACTION=ignore
    # The lock names everything. Left to look for itself, an older pip meets an extra of a package (pytest-cov asks
    # for coverage[toml]), finds a newer release than the locked one, and stops because that one has no hash.
    "${pip[@]}" --require-hashes --no-deps -r requirements.lock
    "${pip[@]}" --no-deps --no-build-isolation --editable .
    state >"$stamp"
}

python=$(find_python)
system_packages
python_packages
