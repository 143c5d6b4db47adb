#!/usr/bin/env bash
# The benchmark in one table: bench.sh NEEDS_BENCH OUT. AREAS=file.gpkg takes real areas (AREA_CODE names their column),
# else the sample generator makes them; VISITS="10000000" lists sizes; PEERS=1 runs other engines from PyPI in the same run;
# GROWTH=1 says how cost grows with 1, 10 and 50 million visits, and with 300, 3,000 and 33,000 areas.
set -eu -o pipefail
bench=$1
out=$2
here=$(dirname "$0")
visits=${VISITS:-1000000}
if [ -n "${GROWTH:-}" ]; then
  for areas in 300 3000 33000; do
    sizes=1000000
    [ $areas = 33000 ] && sizes="1000000 10000000 50000000"
    [ -f "$out/$areas/catchments.csv" ] ||
      "$bench" workload --out "$out/$areas" --sample $areas --catchments $((areas / 10)) $(printf -- '--visits %s ' $sizes)
    for count in $sizes; do
      echo "## $areas areas, $count visits"
      "$bench" national --data "$out/$areas" --visits "visits-$count.csv" --times "${TIMES:-3}" --only visits
    done
  done
  exit
fi
mkdir -p "$out"
if [ ! -f "$out/catchments.csv" ]; then
  "$bench" workload --out "$out" $(printf -- '--visits %s ' $visits) --catchments "${CATCHMENTS:-3000}" \
    ${AREAS:+--areas "$AREAS" --area-code "${AREA_CODE:-LSOA11CD}"} ${PROJ_GRIDS:+--proj "$PROJ_GRIDS"}
fi
for count in $visits; do
  echo "## $count visits"
  "$bench" national --data "$out" --visits "visits-$count.csv" --times "${TIMES:-3}"
  if [ -n "${PEERS:-}" ]; then
    venv=${VENV:-.venv/bench}
    if [ ! -x "$venv/bin/python" ]; then
      python3 -m venv "$venv"
      "$venv/bin/pip" install --quiet -r "$here/peers/national.txt"
    fi
    echo "| peer | job | seconds | processor s | peak memory | differs from ours |"
    echo "|---|---|---:|---:|---:|---|"
    for run in ${RUNS:-geopandas:area duckdb:area sedona:area chdb:area chdb_parquet:area duckdb:children shapely:weights}; do
      if ! "$venv/bin/python" "$here/peers/national.py" "${run%%:*}" "${run##*:}" "$out" "visits-$count.csv" \
        | python3 -c '
import json, sys
a = json.loads(sys.stdin.read().strip().splitlines()[-1])
if "differing" in a:
    same = str(a["differing"]) + " places"
else:
    same = "%d of %d weights by over 1e-8, the others by %.1e at most" % (a["over"], a["weights"], a["largest"])
print("|", a["engine"], "|", a["job"], "|", a["seconds"], "|", a["processor"], "|", a["peak"], "MB |", same, "|")'
      then echo "| ${run%%:*} | ${run##*:} | failed | | | |"; fi
    done
  fi
done
