#!/usr/bin/env bash
# How well captions tell a hashtag that was taken out of them, learnt from captions of other creators. Arguments: public files of captions.
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
"$here/benchmarks/captions.py" "$@" > "$lines"
"$JAVA_HOME/bin/java" -Xmx3g --enable-native-access=ALL-UNNAMED -cp "$classpath" dev.upswell.benchmarks.text.HeldOutHashtags "$lines"
