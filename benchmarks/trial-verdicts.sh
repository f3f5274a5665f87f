#!/usr/bin/env bash
# Judges verdicts of trials by simulated campaigns with fixed seeds: trial-verdicts.sh [CAMPAIGNS of each kind, 2000 by default].
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
: "${JAVA_HOME:?must name a JDK 25}"
classpath="$here/benchmarks/target/classpath"
(cd "$here" && mvn -q -B -ntp -Dquick -DskipTests -Pbenchmarks -pl benchmarks -am package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath")
exec "$JAVA_HOME/bin/java" -Xmx1g -cp "$here/benchmarks/target/classes:$(cat "$classpath")" \
  dev.upswell.benchmarks.TrialVerdicts "$@"
