#!/usr/bin/env bash
# How far categories of a taxonomy stay what they were when 5 % of the captions are new, which languages they cover, and what they are called. Arguments: public files of captions, [at most of each].
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
"$here/benchmarks/captions.py" "$@" > "$lines"
"$JAVA_HOME/bin/java" -Xmx2g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -cp "$classpath" dev.upswell.benchmarks.text.TaxonomyFigures "$lines"
