#!/usr/bin/env bash
# Signed-in people of several roles read the pages of a server while files are imported, all on this machine: p50, p95 and p99 by page,
# errors, the heap that collections leave, who waits for a connection.
# Arguments: [people] [seconds] [data folder that the demo filled]. Without a folder the demo fills one, which takes a minute or two.
# UPSWELL_PORT is where the server listens, 18190 without; at addresses 127.0.1.x people sit, ten at each.
set -euo pipefail
people=${1:-200}
seconds=${2:-300}
port=${UPSWELL_PORT:-18190}
[ -n "${classpath:-}" ] || source "$(dirname "$0")/classpath.sh"
folder=$(mktemp -d)
server=
end() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap end EXIT
java_() { exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$classpath" "$@"; }
upswell() { (java_ dev.upswell.server.Upswell --data "$folder/data" "$@"); }
if [ -n "${3:-}" ]; then cp -r "$3" "$folder/data"; else upswell demo --no-serve > "$folder/demo.txt"; fi
upswell password set load-owner <<< "words for a measured load" > "$folder/password.txt"
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
java_ -Xmx2g -XX:+UseG1GC "-Xlog:gc:file=$folder/collections.txt" dev.upswell.server.Upswell --data "$folder/data" \
  serve --port "$port" > "$folder/server.txt" 2>&1 &
server=$!
for _ in $(seq 1 120); do
  if curl -fsS -o "$folder/health.txt" "http://127.0.0.1:$port/health" 2>"$folder/curl.txt"; then break; fi
  sleep 1
done
(java_ -Xmx1g dev.upswell.benchmarks.load.PagesUnderLoad "http://localhost:$port" "$server" "$folder/collections.txt" \
  "$people" "$seconds")
grep -ciE ' (ERROR|WARN) ' "$folder/server.txt" | sed 's/^/lines of the server that warn or say an error: /' || true
