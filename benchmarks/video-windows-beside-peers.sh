#!/usr/bin/env bash
# Windows and metrics of ten million readings of simulated videos: the engine beside DuckDB SQL and, with --python, pandas.
# Usage: video-windows-beside-peers.sh [--readings N] [--runs N] [--folder PATH] [--alone] [--faults] [--python PATH]
# PATH is a Python with pandas and pyarrow, for example: python3 -m venv v && v/bin/pip install pandas pyarrow, then --python v/bin/python
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
exec "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.video.VideoWindowsBesidePeers "$@"
