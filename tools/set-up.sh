#!/bin/sh
# Sets up the virtual environment of a checkout: set-up.sh VENV run|dev
#   run  the program itself, installed from this folder
#   dev  and the tools of development
# In the versions of constraints.txt, and from no other files than those. uv does it where it is
# there; otherwise, or where uv cannot, venv and pip do. PYTHON names the Python to use.
set -eu

venv=$1
part=$2
case $venv in -*) venv=./$venv ;; esac
minimum='(3, 11)'

fail() {
    printf 'set-up: %s\n' "$1" >&2
    exit 1
}

suits() {
    "$1" -c "import sys; sys.exit(sys.version_info < $minimum)" >/dev/null 2>&1
}

# The first Python that runs and is new enough; empty where there is none. A name may be
# there and not run, as the stand-ins of version managers do.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        command -v "$PYTHON" >/dev/null 2>&1 || fail "PYTHON is $PYTHON, and there is no such command."
        suits "$PYTHON" || fail "PYTHON is $PYTHON, but reader needs Python 3.11 or newer."
        python=$PYTHON
        return
    fi
    for python in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if suits "$python"; then return; fi
    done
    python=
}

# Quiet when it works, whole when it does not.
quietly() {
    if output=$("$@" 2>&1); then return 0; fi
    printf '%s\n' "$output" >&2
    return 1
}

# The packages of the lock first, among them what builds the program, so that installing the
# program itself fetches nothing. No file is taken whose hash is not in the lock, and none that is
# source: building it would fetch what is not in the lock.
install_with() {
    if [ "$part" = dev ]; then
        cat constraints.txt >"$venv/lock.txt" || return 1
    else
        sed '/^# What it is developed with:/,$d' constraints.txt >"$venv/lock.txt" || return 1
    fi
    quietly "$@" --require-hashes --only-binary :all: -r "$venv/lock.txt" || return 1
    quietly "$@" --no-deps --no-build-isolation -e . || return 1
    launcher
}

# From another folder, as a user would: what is in this one must not help.
starts() {
    (cd / && "$place/bin/reader" --version >/dev/null)
}

# What pip writes to start a program by names the folder in a way that some paths break: those
# with quotes, backticks or dollar signs.
launcher() {
    if starts 2>/dev/null; then return 0; fi
    cat >"$venv/bin/reader" <<'END'
#!/bin/sh
exec "$(dirname -- "$(readlink -f -- "$0")")/python" -P -m reader "$@"
END
    chmod +x "$venv/bin/reader"
    starts || fail "the program is installed in $venv, and does not start; the reason is above."
}

# Nothing is removed that is not what this script makes.
discard() {
    if [ -e "$venv" ] && [ ! -f "$venv/pyvenv.cfg" ]; then
        rmdir "$venv" 2>/dev/null || fail "$venv is there and is not a virtual environment. Remove it, or name another: make VENV=…"
    fi
    rm -rf "$venv"
}

with_uv() {
    if [ ! -x "$venv/bin/python" ]; then
        discard
        quietly uv venv --no-project --python "${python:->=3.11}" "$venv" || return 1
    fi
    install_with uv pip install --compile-bytecode --python "$venv/bin/python"
}

with_pip() {
    if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        [ -n "$python" ] || fail "reader needs Python 3.11 or newer, and there is none on PATH. Install one, or name it: make PYTHON=/path/to/python3"
        "$python" -c 'import venv, ensurepip' >/dev/null 2>&1 ||
            fail "$python has no venv module. On Debian and Ubuntu: apt-get install python3-venv"
        discard
        quietly "$python" -m venv "$venv" || fail "$python could not make a virtual environment in $venv."
    fi
    install_with "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input
}

origin() {
    "$1" -c 'import sys; print(sys.base_prefix, sys.version)'
}

# One that was made in another place, by a Python that is gone, or by another one than is
# asked for now, is made anew.
outdated() {
    if [ -f "$venv/place" ] && [ "$(cat "$venv/place")" != "$PWD" ]; then return 0; fi
    suits "$venv/bin/python" || return 0
    [ -n "${PYTHON:-}" ] && [ "$(origin "$venv/bin/python")" != "$(origin "$PYTHON")" ]
}

# What no virtual environment can have in its path, said before anything is fetched.
check_place() {
    case $venv in
        /*) place=$venv ;;
        *) place=$PWD/$venv ;;
    esac
    newline='
'
    case $PWD in
        *[[:space:]] | *"$newline"*) fail "Python finds nothing in the folder $PWD, because there is a line break in its path or a space at its end. Rename it." ;;
    esac
    case $place in
        *:*) odd="a colon" ;;
        *"$newline"*) odd="a line break" ;;
        *) return 0 ;;
    esac
    fail "$place has $odd in its path, and no virtual environment works there. Move this folder, or name another place: make VENV=/a/folder/of/yours"
}

check_place
find_python
if [ -n "$python" ] && ! "$python" -c 'import os; os.getcwd().encode()' 2>/dev/null; then
    fail "the path of the folder $PWD is not in UTF-8, and no virtual environment works there. Rename it."
fi
printf 'Setting up %s …\n' "$venv" >&2
if outdated; then discard; fi
done=no
if command -v uv >/dev/null 2>&1; then
    if with_uv; then
        done=yes
    else
        printf 'set-up: uv could not do it; trying venv and pip.\n' >&2
    fi
fi
if [ "$done" = no ]; then
    with_pip || fail "the packages could not be installed; the messages of pip are above."
fi
printf '%s\n' "$PWD" >"$venv/place"
printf '%s\n' "${PYTHON:-}" >"$venv/python"
