#!/usr/bin/env python3
"""A borough's whole audit with every profile, beside the same work in plain GeoPandas: borough.py NEEDS [TIMES]

Each is a process of its own from start to end, files to pages, run TIMES times (5) in turn; the medians are printed with the peak
memory, and their counts are compared. GeoPandas is installed into .venv at the versions of requirements.txt.
"""
import csv
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))


def run(command):
    """Seconds, and megabytes at the peak, of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed:\n{said.decode()}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def geopandas():
    python = f"{ROOT}/.venv/bin/python"
    if subprocess.run([python, "-c", "import geopandas"], capture_output=True).returncode if os.path.exists(python) else True:
        print("installing GeoPandas into .venv", file=sys.stderr)
        try:
            subprocess.run([sys.executable, "-m", "venv", f"{ROOT}/.venv"], check=True)
            subprocess.run([python, "-m", "pip", "install", "-q", "-r", f"{HERE}/requirements.txt"], check=True)
        except subprocess.CalledProcessError:
            return None
    return python


def table(text, columns):
    return {tuple(row[column] for column in columns) for row in csv.DictReader(io.StringIO(text))}


def main(needs, times):
    python = geopandas()
    with tempfile.TemporaryDirectory() as folder:
        workspace = f"{folder}/w.gpkg"
        os.mkdir(f"{folder}/peer")
        audit = [needs, "audit", f"{ROOT}/geodata/audit.yml", "--workspace", workspace, "--reports", f"{folder}/pages",
                 "--cycle", "2025-26"]
        peer = [python, f"{HERE}/borough_geopandas.py", f"{ROOT}/geodata", f"{folder}/peer", "2025-26"]
        ours, theirs = [], []
        for _ in range(times):
            if os.path.exists(workspace):
                os.remove(workspace)
            ours.append(run(audit))
            if python:
                theirs.append(run(peer))
        print("| the sample borough, files to workspace and every page | seconds (median) | peak memory |")
        print("|---|---:|---:|")
        for name, runs in (("needs audit --reports (with change in four parts)", ours), ("GeoPandas, plain script, no maps", theirs)):
            if runs:
                print(f"| {name} | {statistics.median(r[0] for r in runs):.2f} | {max(r[1] for r in runs):.0f} MB |")
        if not python:
            print("GeoPandas could not be installed here; nothing to compare with.")
            return
        for query, file, columns in (
                ("tally-by-area", "areas", ["area", "enrolled", "reached", "sustained", "visits", "families", "families_reached"]),
                ("tally-by-catchment", "catchments", ["catchment", "enrolled", "reached", "sustained", "visits", "families",
                                                      "families_reached", "reached_here", "visits_here"])):
            said = subprocess.run([needs, "query", query, "--workspace", workspace, "--format", "csv"],
                                  check=True, capture_output=True, text=True).stdout
            with open(f"{folder}/peer/{file}.csv", encoding="utf-8") as other:
                mine, other = table(said, columns), table(other.read(), columns)
            if mine != other:
                sys.exit(f"{file}: {len(mine ^ other)} rows differ")
            print(f"{file}: {len(mine)} rows of {len(columns) - 1} counts, all equal")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5)
