#!/usr/bin/env bash
# Values of two configurations told from logs of requests dealt to both, beside what each is worth when it serves alone. Arguments: [runs] [lives].
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
exec "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.offpolicy.OffPolicyFigures "${1:-100}" "${2:-200}"
