#!/usr/bin/env bash
# Reads of the latest feature vector from memory: the distribution of single reads. Arguments: [entities] [reads].
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
exec "$JAVA_HOME/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.OnlineFeatureReads "$@"
