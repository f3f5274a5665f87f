#!/usr/bin/env bash
# Imports provider items (JSON lines of the Apify actors, made for this) with Upswell into a prepared data folder, and lets three Python scripts work on the same file:
# the least that a script could do, what most people write first, and what an importer has to do. Prints seconds and processor time of all, round by round; Upswell's
# with its PostgreSQL. Arguments: [items] [python with pandas and pyarrow] [rounds]. Linux only.
set -euo pipefail
items=${1:-1000000}
python=${2:-python3}
rounds=${3:-1}
here=$(cd "$(dirname "$0")" && pwd)
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
"$python" -c 'import pandas, pyarrow' || { echo "$python has no pandas or no pyarrow" >&2; exit 1; }
"$python" "$here/provider_items.py" "$items" "$data/items.jsonl"
"$here/../upswell" --data "$data/prepared" doctor >/dev/null
for ((round = 1; round <= rounds; round++)); do
  rm -rf "$data/new" "$data/store"
  cp -r "$data/prepared" "$data/new"
  "$python" "$here/processor_time.py" upswell "$here/../upswell" --data "$data/new" import --observed-at 2025-01-01T00:00:00Z "$data/items.jsonl" 2>"$data/log" \
    || { tail -n 20 "$data/log" >&2; exit 1; }
  "$python" "$here/provider_items_with_pandas.py" "$data/items.jsonl" "$data/out"
  "$python" "$here/provider_items_normalized.py" "$data/items.jsonl" "$data/normalized"
  "$python" "$here/provider_items_importer.py" "$data/items.jsonl" "$data/store"
done
