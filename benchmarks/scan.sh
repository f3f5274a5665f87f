#!/bin/sh
# Scans a running server's pages as each role with Wapiti, a scanner that Debian packages (apt-get install wapiti).
# usage: benchmarks/scan.sh DATA_FOLDER [PORT]      DATA_FOLDER: a folder with data, for example of "upswell demo --no-serve"
# It adds people scan-owner … to that folder, so take one that you can throw away. Reports are written to target/scan.
set -eu
cd "$(dirname "$0")/.."
data=$1
port=${2:-18099}
url=http://localhost:$port
out=target/scan
password="scan-$(head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n')"
command -v wapiti > /dev/null || { echo "Wapiti is not installed: apt-get install wapiti" >&2; exit 2; }
mkdir -p "$out"
roles="owner executive analyst planner creator affiliate client admin"
for role in $roles; do
  printf '%s\n' "$password" | ${UPSWELL:-./upswell} --data "$data" people add "scan-$role" --role "$role" > /dev/null
done
${UPSWELL:-./upswell} --data "$data" serve --port "$port" > "$out/server.log" 2>&1 &
server=$!
trap 'kill $server' EXIT
until curl -fs -o /dev/null "$url/sign-in"; do sleep 1; done
for role in $roles; do
  cookie=$(curl -s -o /dev/null -D - -H "Origin: $url" -H 'Accept: text/html' --data-urlencode "name=scan-$role" \
    --data-urlencode "password=$password" "$url/sign-in" | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' | tr -d '\r')
  [ -n "$cookie" ] || { echo "scan-$role was not let in" >&2; exit 1; }
  # Reading alone: what a form sends would be refused without the page's own Origin, and signing out would end the scan.
  wapiti -u "$url/" --scope folder -m "${MODULES:-backup,crlf,csp,exec,file,http_headers,cookieflags,permanentxss,redirect,sql,ssrf,xss}" \
    --skip-crawl-forms -H "Cookie: $cookie" -x "$url/sign-out" -x "$url/sign-in" --max-scan-time "${SECONDS_EACH:-300}" \
    --max-links-per-page 50 --level 1 --flush-session --no-bugreport -f json -o "$out/$role.json" > "$out/$role.log" 2>&1 || true
  python3 - "$out/$role.json" "$role" <<'P'
import json, sys
try:
    report = json.load(open(sys.argv[1]))
except OSError:
    sys.exit(sys.argv[2] + ": no report, see the log beside it")
found = {name: len(rows) for part in ("vulnerabilities", "anomalies") for name, rows in report[part].items() if rows}
print(sys.argv[2], found or "nothing found")
P
  sleep 3
done
