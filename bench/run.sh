#!/usr/bin/env bash
#
# Runs the bench and writes RESULTS.md beside this file. Called by "./parchemin bench", which builds what it needs:
#   run.sh <archive of the platform> <archive of plain Karaf> <jar métallurgie> <jar sécurité privée>

set -euo pipefail

HERE=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)

if (($# != 4)); then
    printf 'Usage: %s <platform.tar.gz> <apache-karaf.tar.gz> <metallurgie.jar> <securite-privee.jar>\n' "$0" >&2
    exit 2
fi

newest() { # the jar of this module; sources and tests are never attached here
    local jars=("$HERE/$1/target/$1"-*.jar)
    [[ -e ${jars[-1]} ]] || { printf 'Not built: %s\n' "$HERE/$1" >&2; exit 2; }
    printf '%s' "${jars[-1]}"
}

main=$(newest parchemin-bench)
servlet=$(newest bench-servlet)
exec "${JAVA_HOME:?}/bin/java" -jar "$main" "$@" "$servlet" "$HERE/../run/bench" "$HERE/RESULTS.md"
