#!/usr/bin/env bash
# Scores the videos of a brand that posted for 120 days, and goes on as files and marks come: each step's time, processor time and memory.
# Arguments: [videos]. Uses an empty data folder of its own.
set -euo pipefail
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
source "$(dirname "$0")/classpath.sh"
"$JAVA_HOME/bin/java" -Xmx2500m -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.video.ScoringVideos "$data" "${1:-100000}"
