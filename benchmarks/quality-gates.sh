#!/usr/bin/env bash
# Quality gates over readings in Parquet files as the lake keeps them, beside DuckDB SQL that counts the same. Arguments: [million readings] [runs].
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
: "${JAVA_HOME:?must name a JDK 25}"
classpath="$here/benchmarks/target/classpath"
(cd "$here" && mvn -q -B -ntp -Dquick -DskipTests -Pbenchmarks -pl benchmarks -am package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath")
exec "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED \
  -cp "$here/benchmarks/target/classes:$(cat "$classpath")" dev.upswell.benchmarks.QualityGates "$@"
