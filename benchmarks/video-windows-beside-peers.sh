#!/usr/bin/env bash
# Windows and metrics of ten million readings of simulated videos: the engine beside DuckDB SQL and, with --python, pandas.
# Usage: video-windows-beside-peers.sh [--readings N] [--runs N] [--folder PATH] [--alone] [--faults] [--python PATH]
# PATH is a Python with pandas and pyarrow, for example: python3 -m venv v && v/bin/pip install pandas pyarrow, then --python v/bin/python
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
: "${JAVA_HOME:?must name a JDK 25}"
classpath="$here/benchmarks/target/classpath"
(cd "$here" && mvn -q -B -ntp -Dquick -DskipTests -Pbenchmarks -pl benchmarks -am package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath")
exec "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED \
  -cp "$here/benchmarks/target/classes:$(cat "$classpath")" dev.upswell.benchmarks.video.VideoWindowsBesidePeers "$@"
