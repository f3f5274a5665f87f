#!/usr/bin/env bash
# Quality gates over readings in Parquet files as the lake keeps them, beside DuckDB SQL that counts the same. Arguments: [million readings] [runs].
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
exec "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.QualityGates "$@"
