#!/usr/bin/env bash
# Sliding 24 h windows: the engine, all metrics, beside DuckDB SQL, gain and growth only. Arguments: [hashtags] [days].
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
exec "$JAVA_HOME/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.WindowsBesideDuckDb "$@"
