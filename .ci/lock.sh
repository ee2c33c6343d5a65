#!/usr/bin/env bash
# Writes requirements.lock: every platform and Python version the project runs on, with hashes and no host names.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=build/uv/bin/uv
[ -x "$uv" ] || { .venv/bin/python -m venv build/uv && build/uv/bin/python -m pip install --quiet uv; }

new=$(mktemp)
trap 'rm -f "$new"' EXIT
cp requirements.lock "$new"
"$uv" pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --no-emit-find-links --custom-compile-command "make lock" --quiet --output-file "$new" "$@" >/dev/null
if grep -nE '://|--(extra-)?index|--find-links|@ ' "$new"; then
    echo "The lines above name a place packages came from; requirements.lock was left as it was." >&2
    exit 1
fi
cp "$new" requirements.lock
