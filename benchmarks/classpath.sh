# Builds what benchmarks run and names it `classpath`; `here` is the root of the repository. Sourced by the scripts beside it.
# MAVEN_ARGS are Maven's own: with -o nothing is asked of the network.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
: "${JAVA_HOME:?must name a JDK 25}"
listed="$here/benchmarks/target/classpath"
# shellcheck disable=SC2086
(cd "$here" && mvn ${MAVEN_ARGS:-} -q -B -ntp -Dquick -DskipTests -Pbenchmarks -pl benchmarks -am package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$listed")
classpath="$here/benchmarks/target/classes:$(cat "$listed")"
