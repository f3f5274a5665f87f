#!/usr/bin/env bash
# Foretells many hashtags at once: features, probability, its bounds, range of views and the strongest reasons of each.
# Arguments: [entities] [readings of each] [feature set] [usual|shallow]. The collector is that of the launcher.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
: "${JAVA_HOME:?must name a JDK 25}"
classpath="$here/benchmarks/target/classpath"
(cd "$here" && mvn -q -B -ntp -Dquick -DskipTests -Pbenchmarks -pl benchmarks -am package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath")
export OMP_WAIT_POLICY=PASSIVE
exec "$JAVA_HOME/bin/java" -Xmx4g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED \
  -cp "$here/benchmarks/target/classes:$(cat "$classpath")" dev.upswell.benchmarks.ScoringEntities "$@"
