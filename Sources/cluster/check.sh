#!/usr/bin/env bash
# The Spark job on two workers of this machine, one of which is killed on the way, against one process: the counts must be
# the same bytes. check.sh NEEDS POINTS AREAS AREA_CODE CATCHMENTS CATCHMENT_CODE; needs pyspark, pyarrow, pandas and Java 17.
set -eu -o pipefail
needs=$1 points=$2 areas=$3 code=$4 catchments=$5 catchment_code=$6
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
asked=(--areas "$areas" --area-code "$code" --catchments "$catchments" --catchment-code "$catchment_code"
  --child child_id --date date)
"$needs" tally --points "$points" "${asked[@]}" --out "$out/one"
export SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON="${PYTHON:-python3}"
"${PYTHON:-python3}" "$(dirname "$0")/tally.py" --needs "$needs" --points "$points" "${asked[@]}" --out "$out/spark" \
  --partitions "${PARTITIONS:-16}" &
job=$!
# An executor of this job's own: a JVM among the descendants of the process just started.
descendants() { for child in $(pgrep -P "$1"); do echo "$child"; descendants "$child"; done; }
for _ in $(seq 600); do
  sleep 0.5
  counting=$(for id in $(descendants $job); do
    grep -qsz 'CoarseGrainedExecutorBackend' "/proc/$id/cmdline" && [ -n "$(descendants "$id")" ] && echo "$id"
  done | tail -1 || true)
  [ -z "$counting" ] && kill -0 $job 2>/dev/null || break
done
[ -n "$counting" ] || { echo "no worker was seen at work"; kill $job 2>/dev/null; exit 1; }
sleep "${KILL_AFTER:-2}"
kill -9 "$counting" && echo "killed worker $counting"
wait $job
diff -r "$out/one" "$out/spark" && echo "the same counts with a worker killed"
