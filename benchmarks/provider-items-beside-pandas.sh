#!/usr/bin/env bash
# Imports provider items (JSON lines of the Apify actors, made for this) with Upswell into an empty data folder, and lets a Python script with json and pandas do the
# least with the same file, and then what an importer has to do: prints all times. Arguments: [items] [python with pandas and pyarrow].
set -euo pipefail
items=${1:-1000000}
python=${2:-python3}
here=$(cd "$(dirname "$0")" && pwd)
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
"$python" "$here/provider_items.py" "$items" "$data/items.jsonl"
"$here/../upswell" --data "$data/warm" doctor >/dev/null
TIMEFORMAT='upswell %1R s, processor %1U s and %1S s of the system (first start of PostgreSQL included, its own work not)'
time "$here/../upswell" --data "$data/new" import --observed-at 2025-01-01T00:00:00Z "$data/items.jsonl" >/dev/null 2>&1
"$python" "$here/provider_items_with_pandas.py" "$data/items.jsonl" "$data/out"
"$python" "$here/provider_items_importer.py" "$data/items.jsonl" "$data/store"
