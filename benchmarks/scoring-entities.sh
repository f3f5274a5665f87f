#!/usr/bin/env bash
# Foretells many hashtags at once: features, probability, its bounds, range of views and the strongest reasons of each.
# Arguments: [entities] [readings of each] [feature set] [usual|shallow]. The collector is that of the launcher.
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
export OMP_WAIT_POLICY=PASSIVE
exec "$JAVA_HOME/bin/java" -Xmx4g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.ScoringEntities "$@"
