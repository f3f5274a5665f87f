#!/usr/bin/env bash
# Imports a hashtag view series with Upswell into an empty data folder, and does the least a script could do with the same file in Python
# (standard library: read, parse, drop repeats, write): prints both times. Usage: import-beside-python.sh SERIES.csv[.gz]
set -euo pipefail
series=$1
here=$(cd "$(dirname "$0")/.." && pwd)
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

seconds() { local from=$EPOCHREALTIME; "$@" >/dev/null 2>&1; echo "$EPOCHREALTIME $from" | awk '{printf "%.1f", $1 - $2}'; }

"$here/upswell" --data "$data/warm" doctor >/dev/null
echo "upswell import  $(seconds "$here/upswell" --data "$data/new" import "$series") s (first start of PostgreSQL included)"
echo "python          $(seconds python3 - "$series" "$data/out.csv" <<'PY'
import csv, gzip, sys
from datetime import datetime
seen, kept = set(), []
opener = gzip.open if sys.argv[1].endswith('.gz') else open
for row in csv.DictReader(opener(sys.argv[1], 'rt', encoding='utf-8', newline='')):
    key = (row['hashtag'].lower(), datetime.fromisoformat(row['observed_at']), int(row['views']))
    if key not in seen:
        seen.add(key); kept.append(key)
csv.writer(open(sys.argv[2], 'w')).writerows(kept)
PY
) s"
