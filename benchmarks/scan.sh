#!/bin/sh
# Scans a server as each role, as nobody and as a program with Wapiti: walks pages and forms, sends what it finds hostile values, and reports.
# usage: benchmarks/scan.sh DATA_FOLDER [PORT]      DATA_FOLDER: a folder with data, for example of "upswell demo --no-serve"
# It adds people scan-owner … and a token to that folder and changes what its forms change, so take one that you can throw away.
# Wapiti 3.3 or later has to be there: as wapiti in the path, or as what WAPITI says. Where Debian's own release holds an older one, its
# unstable release in a folder of its own does: mmdebstrap --variant=apt --include=wapiti sid FOLDER; WAPITI="chroot FOLDER wapiti".
# ROLES: who scans. CRAWL, ATTACK: seconds of walking, and of each kind of attack. Reports are written to target/scan.
set -eu
cd "$(dirname "$0")/.."
data=$1
port=${2:-18099}
url=http://localhost:$port
out=target/scan
wapiti=${WAPITI:-wapiti}
upswell=${UPSWELL:-./upswell}
roles=${ROLES:-owner executive analyst planner creator affiliate client admin nobody program}
# Those that need a server outside to call back (ssrf, xxe, log4shell) or look for other products (cms, printer, …) are left out.
modules=${MODULES:-backup,crlf,csrf,exec,file,htaccess,ldap,methods,permanentxss,redirect,shellshock,spring4shell,sql,timesql,upload,xss}
password="scan-$(head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n')"
$wapiti --help 2>&1 | grep -q -- --swagger || { echo "Wapiti 3.3 or later is not there: see the head of this file" >&2; exit 2; }
mkdir -p "$out"
for role in owner $(echo " $roles " | sed "s, owner , ,"); do
  case $role in nobody|program) continue ;; esac
  printf '%s\n' "$password" | $upswell --data "$data" password set "scan-$role" --role "$role" > /dev/null
done
token=$($upswell --data "$data" tokens create "scan-$$" --scopes read,write 2> /dev/null | grep -oE 'upsw_[0-9a-f]{12}_[A-Za-z0-9_-]+' | head -1)
$upswell --data "$data" serve --port "$port" > "$out/server.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
until curl -fs -o /dev/null "$url/sign-in"; do
  kill -0 $server 2>/dev/null || { echo "The server did not start: see $out/server.log" >&2; exit 1; }
  sleep 1
done

signed_in() {
  curl -s -o /dev/null -D - -H "Origin: $url" -H 'Accept: text/html' --data-urlencode "name=scan-$1" \
    --data-urlencode "password=$password" "$url/sign-in" | sed -n 's/^[Ss]et-[Cc]ookie: \(upswell=[^;]*\).*/\1/p' | tr -d '\r'
}

# Before anybody scans: after that this machine has tried to sign in too often.
for role in $roles; do
  case $role in nobody|program) continue ;; esac
  signed_in "$role" > "$out/$role.cookie"
  [ -s "$out/$role.cookie" ] || { echo "scan-$role was not let in" >&2; exit 1; }
done

scan() {
  who=$1
  shift
  # Pages that end sign-ins of the scanners are left alone. The Origin is that of the server's own pages, so that forms are answered; that
  # others are refused has tests of its own. The endpoint lies on this machine, so that nothing is looked for elsewhere.
  $wapiti -u "$url/" "$@" --scope folder -m "$modules" -H "Origin: $url" --endpoint "$url/nowhere" \
    -x "$url/sign-out*" -x "$url/account*" -x "$url/access/people/*" --max-links-per-page 60 --max-files-per-dir 60 --max-parameters 20 \
    --max-scan-time "${CRAWL:-60}" --max-attack-time "${ATTACK:-15}" --level 1 --flush-session --no-bugreport --verify-ssl 0 \
    --store-session "/tmp/upswell-scan-$who" -f json -o "/tmp/upswell-scan-$who.json" > "$out/$who.log" 2>&1 || true
}

# Where the scanner lives in a folder of its own, it writes there.
report() {
  for folder in "" ${WAPITI_ROOT:-}; do
    if [ -f "$folder/tmp/upswell-scan-$1.json" ]; then mv "$folder/tmp/upswell-scan-$1.json" "$out/$1.json"; fi
  done
  python3 - "$out/$1.json" "$1" <<'P'
import json, sys
try:
    report = json.load(open(sys.argv[1]))
except OSError:
    sys.exit(sys.argv[2] + ": no report, see the log beside it")
found = {name: len(rows) for part in ("vulnerabilities", "anomalies", "additionals") for name, rows in report.get(part, {}).items() if rows}
print(sys.argv[2], report["infos"].get("version"), report["infos"].get("crawled_pages_nbr"), "addresses and forms:", found or "nothing found")
P
}

for role in $roles; do
  case $role in
    nobody) scan nobody ;;
    program)
      curl -fs -H "Authorization: Bearer $token" "$url/v3/api-docs" > "$out/openapi.json"
      cp "$out/openapi.json" "${WAPITI_ROOT:-}/tmp/upswell-openapi.json"
      scan program -H "Authorization: Bearer $token" --swagger /tmp/upswell-openapi.json ;;
    *) scan "$role" -C "$(cat "$out/$role.cookie")" ;;
  esac
  report "$role" || true
  sleep 3
done
