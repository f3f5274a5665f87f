#!/usr/bin/env bash
# Scores the videos of a brand that posted for 120 days, and goes on as files and marks come: each step's time, processor time and memory.
# Arguments: [videos]. Uses an empty data folder of its own.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
: "${JAVA_HOME:?must name a JDK 25}"
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
classpath="$here/benchmarks/target/classpath"
(cd "$here" && mvn -q -B -ntp -Dquick -DskipTests -Pbenchmarks -pl benchmarks -am package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath")
"$JAVA_HOME/bin/java" -Xmx2500m -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED \
  -cp "$here/benchmarks/target/classes:$(cat "$classpath")" dev.upswell.benchmarks.video.ScoringVideos "$data" "${1:-100000}"
