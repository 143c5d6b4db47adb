"""The national join in other engines, from the files of `needs-bench workload`: one engine and one job a process.

    national.py ENGINE JOB FOLDER VISITS    prints one line of JSON: seconds, peak memory, what differs from ours

Jobs: area (visits per area, from file to counts), children (visits, distinct and sustained children by area and
catchment), weights (area shares). Places are `code,wkb` in hexadecimal; our counts lie beside them as needs-*.csv.
"""
import csv
import json
import os
import resource
import sys
import time

engine, job, folder, visits = sys.argv[1:5]
path = lambda name: os.path.join(folder, name)
csv.field_size_limit(1 << 30)


def ours(name):
    with open(path(name)) as file:
        return list(csv.reader(file))[1:]


def places(name):
    import shapely
    with open(path(name)) as file:
        rows = list(csv.reader(file))[1:]
    return [row[0] for row in rows], shapely.from_wkb([row[1] for row in rows])


def differing(found, name, columns):
    """How many places have other counts than ours. Places that a peer leaves out have none."""
    zero = ("0",) * columns
    found = {str(row[0]): tuple(str(int(value)) for value in row[1:]) for row in found}
    return sum(found.get(row[0], zero) != tuple(row[1:1 + columns]) for row in ours(name))


def geopandas_area():
    import numpy, pandas, shapely
    codes, shapes = places("areas.csv")
    table = pandas.read_csv(path(visits), usecols=["easting", "northing"], engine="pyarrow")
    points = shapely.points(table["easting"].to_numpy(), table["northing"].to_numpy())
    point, area = shapely.STRtree(shapes).query(points, predicate="intersects")
    first = numpy.full(len(points), len(codes))
    numpy.minimum.at(first, point, area)
    return list(zip(codes, numpy.bincount(first, minlength=len(codes) + 1)[:-1]))


def shapely_weights():
    import numpy, shapely
    codes, shapes = places("areas.csv")
    names, catchments = places("catchments.csv")
    areas = shapely.area(shapes)
    tree = shapely.STRtree(shapes)
    catchment, area = tree.query(catchments, predicate="intersects")
    share = shapely.area(shapely.intersection(catchments[catchment], shapes[area])) / areas[area]
    print(f"{len(area)} pairs", file=sys.stderr)
    return {(names[c], codes[a]): s for c, a, s in zip(catchment, area, share) if s >= 1e-6}


def duck():
    import glob
    import duckdb
    import duckdb_extension_spatial
    # The package brings the extension as a file; nothing is fetched.
    file, = glob.glob(os.path.dirname(duckdb_extension_spatial.__file__) + "/**/*.duckdb_extension", recursive=True)
    con = duckdb.connect()
    con.execute(f"LOAD '{file}'")
    for name in ("areas", "catchments"):
        con.execute(
            f"CREATE TABLE {name} AS SELECT code, ST_GeomFromHEXWKB(wkb) AS geom"
            f" FROM read_csv('{path(name + '.csv')}', max_line_size=100000000, buffer_size=400000000)")
    return con


def duckdb_area():
    return duck().execute(
        f"SELECT a.code, count(*) FROM read_csv('{path(visits)}') v JOIN areas a"
        " ON ST_Intersects(a.geom, ST_Point(v.easting, v.northing)) GROUP BY a.code").fetchall()


def duckdb_children():
    con = duck()
    result = []
    for name in ("areas", "catchments"):
        result.append(con.execute(
            f"WITH held AS (SELECT a.code, v.child_id, v.date FROM read_csv('{path(visits)}') v JOIN {name} a"
            " ON ST_Intersects(a.geom, ST_Point(v.easting, v.northing))),"
            " kids AS (SELECT code, child_id, count(*) n, count(DISTINCT date) d FROM held GROUP BY code, child_id)"
            " SELECT code, sum(n), count(*), count(*) FILTER (WHERE d >= 3) FROM kids GROUP BY code").fetchall())
    return result


def sedona_area():
    import sedonadb
    con = sedonadb.connect()
    codes, shapes = places("areas.csv")
    import geopandas
    con.create_data_frame(geopandas.GeoDataFrame({"code": codes}, geometry=shapes)).to_view("areas")
    con.read_parquet(parquet()).to_view("visits")
    table = con.sql(
        "SELECT a.code, count(*) AS n FROM visits v JOIN areas a"
        " ON ST_Intersects(a.geometry, ST_Point(v.easting, v.northing)) GROUP BY a.code").to_pandas()
    return list(zip(table["code"], table["n"]))


def chdb_text():
    """The areas as ClickHouse reads them: written before the clock starts, as Parquet is for SedonaDB."""
    import shapely
    text = path("areas.chdb.tsv")
    if not os.path.exists(text):
        codes, shapes = places("areas.csv")
        rings = lambda polygon: "[" + ",".join(
            "[" + ",".join(f"({x!r},{y!r})" for x, y in ring.coords) + "]"
            for ring in (polygon.exterior, *polygon.interiors)) + "]"
        with open(text, "w") as file:
            for code, shape in zip(codes, shapes):
                file.write("[" + ",".join(rings(p) for p in shapely.get_parts(shape)) + f"]\t{code}\n")
    return text


def parquet():
    """The visits as Parquet, written before the clock starts."""
    file = path(visits).replace(".csv", ".parquet")
    if not os.path.exists(file):
        import pyarrow.csv, pyarrow.parquet
        pyarrow.parquet.write_table(pyarrow.csv.read_csv(path(visits)), file)
    return file


def chdb_parquet_area():
    return chdb_area(f"'{parquet()}', Parquet")


def chdb_area(source=None):
    from chdb import session
    source = source or f"'{path(visits)}', CSVWithNames"
    con = session.Session()
    text = chdb_text()
    columns = "key Array(Array(Array(Tuple(Float64, Float64)))), code String"
    con.query("CREATE DATABASE b ENGINE = Atomic")
    con.query(f"CREATE TABLE b.areas ({columns}) ENGINE = Memory")
    con.query(f"INSERT INTO b.areas SELECT * FROM file('{text}', TSV, '{columns}')")
    con.query(f"CREATE DICTIONARY b.polygons ({columns})"
              " PRIMARY KEY key SOURCE(CLICKHOUSE(DB 'b' TABLE 'areas')) LIFETIME(0) LAYOUT(POLYGON())")
    out = con.query(
        f"SELECT dictGetOrDefault('b.polygons', 'code', (easting, northing), '') AS code, count()"
        f" FROM file({source}) GROUP BY code HAVING code != ''", "CSV").bytes().decode()
    return list(csv.reader(out.splitlines()))


if engine in ("sedona", "chdb_parquet"):
    parquet()
if engine.startswith("chdb"):
    import chdb
    chdb_text()
start = time.time()
found = globals()[f"{engine}_{job}"]()
seconds = time.time() - start
used = resource.getrusage(resource.RUSAGE_SELF)
answer = {
    "engine": engine, "job": job, "seconds": round(seconds, 2), "processor": round(used.ru_utime + used.ru_stime, 2),
    "peak": used.ru_maxrss // 1024}
if job == "area":
    answer["differing"] = differing(found, "needs-areas.csv", 1)
elif job == "children":
    answer["differing"] = differing(found[0], "needs-areas.csv", 3) + differing(found[1], "needs-catchments.csv", 3)
else:
    mine = {(row[0], row[1]): float(row[2]) for row in ours("needs-weights.csv")}
    answer["weights"] = len(found)
    # Where GEOS's overlay of nearly coincident borders fails (share 0 of an area whose every point is inside), ours stands:
    # ask it again with grid_size=1e-6.
    differences = [abs(mine.get(key, 0) - found.get(key, 0)) for key in mine.keys() | found.keys()]
    answer["over"] = sum(bool(difference > 1e-8) for difference in differences)
    answer["largest"] = float(max(difference for difference in differences if difference <= 1e-8))
print(json.dumps(answer))
