#!/usr/bin/env bash
# From made videos with analyses to ten strategies and three PDFs: whole commands on an empty data folder, each with its time by the clock and of the
# processor (PostgreSQL's not counted), and the sum beside the minute that is the aim. Documents stay in OUT. Fails where one of the ten strategies of
# a length is missing, where a PDF has more than two pages (told by pdfinfo, if it is there), or where it takes longer.
# Usage: patterns-to-reports.sh OUT [videos]. UPSWELL names another program than this folder's.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
out=$1
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
mkdir -p "$out"
python3 "$here/benchmarks/analysed_videos.py" "$data/made" "${2:-250}"
upswell() { "${UPSWELL:-$here/upswell}" --data "$data/new" "$@"; }
UPSWELL="${UPSWELL:-$here/upswell}" && "$UPSWELL" --version >/dev/null

TIMEFORMAT='%R s, processor %U s'
begun=$EPOCHREALTIME
step() { local name=$1; shift; { time "$@" >"$data/said" 2>"$data/told" || { cat "$data/said" "$data/told" >&2; exit 1; }; } 2>"$data/time"; printf '%-34s %s\n' "$name" "$(tail -n 1 "$data/time")"; }

step 'import of videos and readings' upswell import "$data/made/videos.jsonl" "$data/made/readings.csv"
step 'import of analyses' upswell patterns import "$data/made/analyses.jsonl"
step 'search' upswell patterns run --client Acme --hashtag bali --json
run=$(python3 -c 'import json, sys; one = json.load(open(sys.argv[1]))["run"]; print(one["id"], one["progress"]["videos"], one["progress"]["analysed"], one["confirmed"], one["tested"])' "$data/said")
for kind in client factory affiliate; do
  step "PDF: $kind" upswell report make "$kind" --set "run=${run%% *}" --out "$out/$kind.pdf"
done
step 'ten strategies of each length' upswell report make long --set "run=${run%% *}" --out "$data/long.md"
seconds=$(awk -v from="$begun" -v to="$EPOCHREALTIME" 'BEGIN {printf "%.1f", to - from}')
echo "together                           $seconds s; aim: 60 s"

read -r _ videos analysed confirmed tested <<<"$run"
echo "$videos videos looked at, $analysed of them told by analysers; $confirmed of $tested choices confirmed"
# without SENTENCE REPORT: how many strategies say it
without() { awk -v said="${1//\\/\\\\}" '/^## /{strategy = $0 ~ /^## [0-9]+\\\. /} strategy && $0 ~ said{n++; strategy = 0} END{print n + 0}' "$2"; }
bad=0
for report in "$data"/long*.md; do
  strategies=$(grep -cE '^## ([1-9]|10)\\\. ' "$report" || true)
  # of a length the first without evidence says what is missing, those after it that it was said above
  unknown=$(without '\*\*Not enough evidence\*\*|^Nothing of this kind is confirmed yet' "$report")
  unseen=$(without '\*\*Not looked at\*\*' "$report")
  echo "$(head -n 1 "$report" | cut -c 3-): $strategies strategies, $((strategies - unknown - unseen)) with evidence, $unknown say that there is not enough, $unseen that nobody looked"
  [ "$strategies" = 10 ] || bad=1
done
for kind in client factory affiliate; do
  pages=$(command -v pdfinfo >/dev/null && pdfinfo "$out/$kind.pdf" | awk '/^Pages:/{print $2}' || true)
  echo "$kind.pdf: $(stat -c %s "$out/$kind.pdf") bytes, ${pages:-?} pages"
  [ "${pages:-0}" -le 2 ] || bad=1
done
awk -v s="$seconds" 'BEGIN {exit s < 60 ? 0 : 1}' || bad=1
exit $bad
