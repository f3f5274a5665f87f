#!/usr/bin/env bash
# Judges verdicts of trials by simulated campaigns with fixed seeds: trial-verdicts.sh [CAMPAIGNS of each kind, 2000 by default].
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
exec "$JAVA_HOME/bin/java" -Xmx1g -cp "$classpath" \
  dev.upswell.benchmarks.TrialVerdicts "$@"
