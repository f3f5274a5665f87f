#!/usr/bin/env bash
# Judges recommenders on simulated people: recommend.sh SEED [EVERY] [NAME] [ONLY]; SEED 31, 32 or 33, or the word judged, once.
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
exec "$JAVA_HOME/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.people.RecommendFigures "$@"
