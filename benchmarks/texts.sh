#!/usr/bin/env bash
# How often the language of captions is told rightly, or how often the nearest captions are of one category. Arguments: language|nearest, public files of captions, [at most of each].
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
"$here/benchmarks/captions.py" "${@:2}" > "$lines"
"$JAVA_HOME/bin/java" -Xmx2g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.text.TextFigures "$1" "$lines"
