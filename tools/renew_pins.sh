#!/usr/bin/env bash
# Write requirements.txt and requirements-dev.txt anew, without index lines or hosts. Needs uv in the environment.
set -euo pipefail
cd "$(dirname "$0")/.."
compile=(.venv/bin/uv pip compile --quiet --upgrade --no-header --no-annotate --no-emit-index-url)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
.venv/bin/python -m pip --quiet install uv
printf "hatchling>=1.25\neditables\n" > "$scratch/build.in" # editables: hatchling needs it to install -e
"${compile[@]}" "$scratch/build.in" pyproject.toml -o "$scratch/run.txt"
"${compile[@]}" -c "$scratch/run.txt" --extra dev pyproject.toml -o "$scratch/dev.txt"
{
    echo "# Pinned versions of what Mithaq runs on, and of what builds it. Renewed with: make pins"
    cat "$scratch/run.txt"
} > requirements.txt
{
    echo "# Pinned versions of what tests, checks and formats Mithaq. Renewed with: make pins"
    echo "-r requirements.txt"
    grep -vxFf "$scratch/run.txt" "$scratch/dev.txt"
} > requirements-dev.txt
