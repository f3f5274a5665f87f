#!/usr/bin/env bash
# Whether the times of answers tell one tenant what another has: a rank test of answers about what the other has beside such about what
# nobody has, on a server of both.
# Arguments: [pairs] [data folder that the demo filled]. Without a folder the demo fills one. UPSWELL_PORT is where the server listens.
set -euo pipefail
pairs=${1:-400}
port=${UPSWELL_PORT:-18191}
[ -n "${classpath:-}" ] || source "$(dirname "$0")/classpath.sh"
folder=$(mktemp -d)
server=
end() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap end EXIT
java_() { exec "$JAVA_HOME/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$classpath" "$@"; }
upswell() { (java_ dev.upswell.server.Upswell --data "$folder/data" "$@"); }
if [ -n "${2:-}" ]; then cp -r "$2" "$folder/data"; else upswell demo --no-serve > "$folder/demo.txt"; fi
upswell tenants create beside > "$folder/tenants.txt"
upswell tokens create has --scopes read > "$folder/has.txt"
UPSWELL_TENANT=beside upswell tokens create asks --scopes read > "$folder/asks.txt"
export UPSWELL_SERVER_TENANTS=beside
java_ dev.upswell.server.Upswell --data "$folder/data" serve --port "$port" > "$folder/server.txt" 2>&1 &
server=$!
for _ in $(seq 1 120); do
  if curl -fsS -o "$folder/health.txt" "http://127.0.0.1:$port/health" 2>"$folder/curl.txt"; then break; fi
  sleep 1
done
token() { grep -oE 'upsw_[0-9a-f]{12}_[A-Za-z0-9_-]+' "$folder/$1.txt" | head -1; }
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
(java_ dev.upswell.benchmarks.load.TimesThatTell "http://localhost:$port" "$(token asks)" "$(token has)" "$pairs")
