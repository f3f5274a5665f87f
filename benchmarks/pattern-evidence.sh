#!/usr/bin/env bash
# How often creative patterns are found, and how often what is shown is true, on made worlds. Arguments: [share of the full scale] [first seed].
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
exec "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC \
  -cp "$classpath" dev.upswell.benchmarks.pattern.PatternFigures "$@"
