"""The join of `needs tally` on Apache Spark, for more visits than one machine reads in time.

    python Sources/cluster/tally.py --needs .build/release/needs --points visits.csv --areas areas.gpkg \\
      --area-code LSOA11CD --catchments catchments.gpkg --catchment-code centre --child child_id --date date --out counts

Spark reads the points and brings each child's visits into one partition; each partition streams through
`needs tally --points - --partial`, which counts; Spark keeps the partials, which hold counts only; `--merge` adds them,
exactly. A partition whose worker dies is counted again by another. needs, areas and catchments must be at the same path
on every worker; --index names a folder on each where the indexes of the places are kept, so that a partition does not build
them again. --master names the cluster; without it, two workers on this machine.
"""
import argparse
import os
import subprocess
import sys
import tempfile

import pyarrow
import pyarrow.csv
from pyspark.sql import SparkSession

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
for name in ("needs", "points", "areas", "area-code", "child", "out"):
    parser.add_argument("--" + name, required=True)
for name in ("catchments", "catchment-code", "date", "crs", "sustained-days", "index"):
    parser.add_argument("--" + name)
parser.add_argument("--x", default="easting")
parser.add_argument("--y", default="northing")
parser.add_argument("--partitions", type=int, default=16)
parser.add_argument("--master", default=os.environ.get("SPARK_MASTER", "local-cluster[2,1,1024]"))
given = parser.parse_args()

command = [os.path.abspath(given.needs), "tally", "--points", "-", "--partial", "--out", "-", "--threads", "1"]
for name in ("areas", "area_code", "catchments", "catchment_code", "child", "date", "x", "y", "crs", "sustained_days", "index"):
    value = getattr(given, name)
    if value is not None:
        if name in ("areas", "catchments", "index"):
            value = os.path.abspath(value)
        command += ["--" + name.replace("_", "-"), value]


def count(batches):
    """One partition through one process: rows in as CSV, one partial out."""
    process = None
    for batch in batches:
        if batch.num_rows == 0:
            continue
        if process is None:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            writer = pyarrow.csv.CSVWriter(process.stdin, batch.schema)
        writer.write(batch)
    if process is None:
        return
    writer.close()
    text, messages = process.communicate()
    if process.returncode != 0:
        # needs names rows and columns, never a value of a child.
        raise RuntimeError(messages.decode())
    yield pyarrow.RecordBatch.from_pydict({"partial": [text.decode()]})


# Workers on this machine run this Python, which has what it imports; a cluster names its own.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
spark = (
    SparkSession.builder.master(given.master).appName("needs tally")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100000")
    .getOrCreate())
columns = [name for name in (given.child, given.date, given.x, given.y) if name]
points = spark.read.csv(os.path.abspath(given.points), header=True).select(*columns)
partials = points.repartition(given.partitions, given.child).mapInArrow(count, "partial string").collect()
spark.stop()
if not partials:
    sys.exit("needs: the table has no rows")
with tempfile.TemporaryDirectory() as folder:
    files = []
    for number, row in enumerate(partials):
        files.append(os.path.join(folder, f"{number:05d}.part"))
        with open(files[-1], "w") as file:
            file.write(row.partial)
    sys.exit(subprocess.run([command[0], "tally", "--out", given.out, "--merge", *files]).returncode)
