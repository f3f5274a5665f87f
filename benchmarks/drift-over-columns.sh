#!/usr/bin/env bash
# Drift of every column of a wide table against another, with all statistics. Arguments: [rows] [columns] [folder for files].
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
exec "$JAVA_HOME/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.DriftOverColumns "$@"
