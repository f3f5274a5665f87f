#!/usr/bin/env bash
# How well what creators posted first tells which of all later posts are their own. Arguments: public files of captions.
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
"$here/benchmarks/captions.py" "$@" > "$lines"
"$JAVA_HOME/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED -cp "$classpath" dev.upswell.benchmarks.text.NextPosts "$lines"
