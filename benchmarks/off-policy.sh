#!/usr/bin/env bash
# Values of two configurations told from logs of requests dealt to both, beside what each is worth when it serves alone: off-policy.sh [RUNS] [LIVES], of a made-up audience; off-policy.sh people SEED|judged EVERY [RUNS] [LIVES], of simulated people.
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
who=()
if [ "${1:-}" = people ]; then
  who=("${2:?SEED, or the word judged}" "${3:?of how many people one is asked for}")
  shift 3
fi
exec "$JAVA_HOME/bin/java" -Xmx3g --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.offpolicy.OffPolicyFigures "${1:-100}" "${2:-200}" ${who[@]+"${who[@]}"}
