#!/usr/bin/env bash
# POST /analyze of a running server by wrk, 8 connections: requests a second, latencies, and processor time a request.
# Arguments: [url of the server] [seconds]. The first runs after a start compile the code: repeat until figures stay.
set -euo pipefail
url=${1:-http://127.0.0.1:8080}
seconds=${2:-15}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat > "$folder/post.lua" <<'LUA'
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [[{"creator_id":"wrk","conversion_rate":0.034,"total_revenue":6200,"avg_order_value":31,
"funnel_completion_rate":0.24,"cart_abandonment_rate":0.66,"listing_quality":0.7,"likes_ratio":0.061,
"comments_ratio":0.004,"shares_ratio":0.009,"retention_rate":0.42,"engagement_growth_rate":0.08,
"hashtag_performance":0.45,"video_quality":0.35,"content_freshness":0.5,"posting_consistency":0.8,
"target_demographic_match":0.55,"audience_engagement_quality":0.5,"brand_alignment":0.6,"trust_score":0.65,
"trend_alignment":0.3,"image_quality":0.5,"total_reach":7400,"cost_per_acquisition":64,"roi_score":0.4}]]
LUA

server=$(ss -ltnpH "sport = :${url##*:}" 2>/dev/null | sed -nE 's/.*pid=([0-9]+).*/\1/p' | head -1)
ticks() { [ -n "$server" ] && awk '{print $14 + $15}' "/proc/$server/stat" || echo 0; }
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
before=$(ticks)
wrk -t1 -c8 -d"${seconds}s" --latency -s "$folder/post.lua" "$url/analyze" | tee "$folder/said"
after=$(ticks)
requests=$(sed -nE 's/ *([0-9]+) requests in.*/\1/p' "$folder/said")
awk -v t="$((after - before))" -v n="$requests" -v hz="$(getconf CLK_TCK)" \
  'BEGIN { printf "processor time of the server: %.0f microseconds a request\n", 1e6 * t / hz / n }'
