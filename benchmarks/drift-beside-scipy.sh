#!/usr/bin/env bash
# Drift of the same two files of columns: the engine, then numpy and scipy (needs both in python3). Arguments: [rows] [columns] [folder].
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
rows=${1:-300000} columns=${2:-50} folder=${3:-$(mktemp -d)}
"$here/benchmarks/drift-over-columns.sh" "$rows" "$columns" "$folder"
python3 "$here/benchmarks/drift_with_scipy.py" "$folder" "$rows" "$columns"
