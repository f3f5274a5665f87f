#!/bin/sh
# What the delivered program is made of, with versions, and which newer ones the package registry knows.
# usage: benchmarks/audit.sh      after ./upswell or a build; a feed of known holes is asked where one can be reached: OSV_API=…
set -eu
cd "$(dirname "$0")/.."
mvn -q -B dependency:list -DincludeScope=runtime -DoutputFile=target/dependencies.txt -pl server -am > /dev/null
parts=$(sed -n 's/^ *\([^:]*\):\([^:]*\):jar:\(.*:\)\{0,1\}\([^:]*\):\(compile\|runtime\).*/\1:\2 \4/p' server/target/dependencies.txt | sort -u)
echo "$parts" | wc -l | sed 's/$/ parts/'
if [ -n "${OSV_API:-}" ]; then
  echo "$parts" | while read -r name version; do
    found=$(curl -s -m 20 -d "{\"version\":\"$version\",\"package\":{\"name\":\"$name\",\"ecosystem\":\"Maven\"}}" "$OSV_API/v1/query" \
      | grep -o '"id":"[^"]*"' | sort -u | tr '\n' ' ')
    [ -z "$found" ] || echo "$name $version $found"
  done
else
  echo "No feed of known holes is asked: set OSV_API to one."
fi
mvn -B org.codehaus.mojo:versions-maven-plugin:2.19.1:display-property-updates -DallowMajorUpdates=false | sed -n 's/^\[INFO\] *\(\${.*->.*\)/\1/p'
