#!/usr/bin/env bash
# How often creative patterns are found, and how often what is shown is true, on made worlds. Arguments: [share of the full scale] [first seed].
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
: "${JAVA_HOME:?must name a JDK 25}"
classpath="$here/benchmarks/target/classpath"
(cd "$here" && mvn -q -B -ntp -Dquick -DskipTests -Pbenchmarks -pl benchmarks -am package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath")
exec "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC \
  -cp "$here/benchmarks/target/classes:$(cat "$classpath")" dev.upswell.benchmarks.pattern.PatternFigures "$@"
