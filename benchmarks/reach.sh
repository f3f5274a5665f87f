#!/usr/bin/env bash
# Judges forecasts of videos’ reach: reach.sh SEED… or reach.sh ARCHIVE.csv.gz FROM TO.
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
exec "$JAVA_HOME/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.reach.ReachFigures "$@"
