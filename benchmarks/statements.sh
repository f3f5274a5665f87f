#!/usr/bin/env bash
# Writes the planted and the true statements that judge the check of statements: statements.sh FOLDER [SEED].
# The files under engine/src/test/resources/dev/upswell/grounding are those of the usual seed.
set -euo pipefail
source "$(dirname "$0")/classpath.sh"
exec "$JAVA_HOME/bin/java" -cp "$classpath" \
  dev.upswell.benchmarks.statement.StatementFiles "$@"
