#!/usr/bin/env bash
# POST /analyze of a running server by wrk, 8 connections: requests a second, latencies, and processor time a request.
# Arguments: [url of the server] [seconds]. The first runs after a start compile the code: repeat until figures stay.
# With UPSWELL_TOKEN in the environment requests come with that token, and it is counted afterwards whether the request audit has a row for each:
#   ./upswell password set; export UPSWELL_TOKEN=$(./upswell tokens create wrk --scopes score,admin); ./upswell serve
# With PROFILE=file.jfr a recording of the server is made meanwhile (garbage collections, samples, allocation).
set -euo pipefail
url=${1:-http://127.0.0.1:8080}
seconds=${2:-15}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat > "$folder/post.lua" <<'LUA'
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
if os.getenv("UPSWELL_TOKEN") then
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("UPSWELL_TOKEN")
end
wrk.body = [[{"creator_id":"wrk","conversion_rate":0.034,"total_revenue":6200,"avg_order_value":31,
"funnel_completion_rate":0.24,"cart_abandonment_rate":0.66,"listing_quality":0.7,"likes_ratio":0.061,
"comments_ratio":0.004,"shares_ratio":0.009,"retention_rate":0.42,"engagement_growth_rate":0.08,
"hashtag_performance":0.45,"video_quality":0.35,"content_freshness":0.5,"posting_consistency":0.8,
"target_demographic_match":0.55,"audience_engagement_quality":0.5,"brand_alignment":0.6,"trust_score":0.65,
"trend_alignment":0.3,"image_quality":0.5,"total_reach":7400,"cost_per_acquisition":64,"roi_score":0.4}]]
LUA

audited() {
  curl -sS -H "Authorization: Bearer $UPSWELL_TOKEN" "$url/api/v1/audit?limit=1" | sed -nE 's/.*"total":([0-9]+).*/\1/p'
}

if [ -n "${UPSWELL_TOKEN:-}" ]; then
  sleep 2
  rows_before=$(audited)
fi
server=$(ss -ltnpH "sport = :${url##*:}" 2>/dev/null | sed -nE 's/.*pid=([0-9]+).*/\1/p' | head -1)
ticks() { [ -n "$server" ] && awk '{print $14 + $15}' "/proc/$server/stat" || echo 0; }
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
before=$(ticks)
if [ -n "${PROFILE:-}" ]; then jcmd "$server" JFR.start name=wrk settings=profile >/dev/null; fi
wrk -t1 -c8 -d"${seconds}s" --latency -s "$folder/post.lua" "$url/analyze" | tee "$folder/said"
after=$(ticks)
if [ -n "${PROFILE:-}" ]; then jcmd "$server" JFR.stop name=wrk "filename=$PROFILE"; fi
if grep -q 'Non-2xx' "$folder/said"; then
  echo "answers were not all 200: is UPSWELL_TOKEN right?" >&2
  exit 1
fi
requests=$(sed -nE 's/ *([0-9]+) requests in.*/\1/p' "$folder/said")
awk -v t="$((after - before))" -v n="$requests" -v hz="$(getconf CLK_TCK)" \
  'BEGIN { printf "processor time of the server: %.0f microseconds a request\n", 1e6 * t / hz / n }'
if [ -n "${UPSWELL_TOKEN:-}" ]; then
  # Rows come within a second, later where the processors are busy. Requests that wrk ended before their answer are audited too: eight at most.
  # The look before is a row of its own, and so is each look here.
  looks=0
  for _ in $(seq 30); do
    sleep 1
    now=$(audited)
    looks=$((looks + 1))
    [ $((now - rows_before - looks)) -lt "$requests" ] || break
  done
  awk -v rows="$((now - rows_before - looks))" -v n="$requests" \
    'BEGIN { printf "rows in the request audit: %d for %d answers (up to 8 more are right: connections cut at the end)\n", rows, n
             exit rows < n || rows > n + 8 }'
fi
