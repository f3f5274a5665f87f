#!/usr/bin/env bash
# Ranks candidates at hand into an explained list of twenty, by formula and by a learned ranker. Arguments: [candidates] [requests].
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
OMP_WAIT_POLICY=PASSIVE exec "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.ranking.RankingCandidates "${1:-1000}" "${2:-2000}"
