#!/usr/bin/env bash
# Finds videos among a million made-up ones by vectors and words, with everything left out that a person must not be shown: how long it takes,
# and how much of the exactly nearest it finds. Arguments: [videos] [people] [people compared exactly] [folder of the index, kept] [seed of the people] [breadth:terms ...].
set -euo pipefail
videos=${1:-1000000} people=${2:-1000} compared=${3:-50} folder=${4:-} seed=${5:-20261122}
if [ -z "$folder" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
source "$(dirname "$0")/classpath.sh"
"$JAVA_HOME/bin/java" -Xmx3g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.retrieval.Retrieval \
  "$folder" "$videos" "$people" "$compared" "$seed" "${@:6}"
