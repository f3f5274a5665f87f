#!/usr/bin/env bash
# Judges forecasts of videos’ reach: reach.sh SEED… or reach.sh ARCHIVE.csv.gz FROM TO.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
: "${JAVA_HOME:?must name a JDK 25}"
classpath="$here/benchmarks/target/classpath"
(cd "$here" && mvn -q -B -ntp -Dquick -DskipTests -Pbenchmarks -pl benchmarks -am package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath")
exec "$JAVA_HOME/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED \
  -cp "$here/benchmarks/target/classes:$(cat "$classpath")" dev.upswell.benchmarks.reach.ReachFigures "$@"
