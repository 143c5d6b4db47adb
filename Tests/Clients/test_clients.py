"""Programs that we did not write read what Needs writes: exports, pages and PDF of the sample borough.

Run by make test-clients. Each check is a function; a check that needs what this machine lacks is skipped by name.
"""

import collections
import contextlib
import csv
import glob
import json
import os
import random
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor, as_completed

NEEDS = os.environ["NEEDS_BINARY"]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORK = tempfile.mkdtemp(prefix="needs-clients-")


class Skip(Exception):
    pass


def needs(*arguments):
    done = subprocess.run([NEEDS, *arguments], capture_output=True, text=True, cwd=WORK)
    assert done.returncode == 0, f"needs {' '.join(arguments)}: {done.stderr}"
    return done.stdout


def path(name):
    return os.path.join(WORK, name)


def released():
    """The released numbers as the query gives them: the figures that every export must hold."""
    rows = csv.DictReader(needs("query", "reach-by-area", "--workspace", "R.gpkg", "--format", "csv").splitlines())
    return {row["area"]: row for row in rows}


def number(text):
    return None if text in ("", "c", "w") else int(text)


def prepare(pool):
    audit = os.path.join(ROOT, "geodata", "audit.yml")
    for cycle in ("2024-25", "2025-26"):
        needs("audit", audit, "--workspace", "W.gpkg", "--cycle", cycle, "--reports", "internal")
    needs("release", "--workspace", "W.gpkg", "--to", "R.gpkg")
    os.makedirs(path("released"))
    codes = ",".join(sorted(released())[:6])
    catchments = os.path.join(ROOT, "geodata", "catchments.geojson")
    release, exact = ("--workspace", "R.gpkg"), ("--workspace", "W.gpkg")
    html, welsh = ("--format", "html"), ("--language", "welsh")
    six = ("report", *release, "--areas", codes)
    ring = (*release, "--ring", "484000,561500,900", "--name", "Ring")
    commands = [
        ("report", *release, "--every", "catchment", "--out", "released"),
        (*six, "--name", "Six areas", "--format", "pdf", "--out", "six.pdf"),
        ("compare", *release, *html, "--out", "released/comparison.html"),
        (*six, "--name", "Six areas", "--out", "released/six.html"),
        (*six, "--name", "Chwech", *welsh, "--out", "released/chwech.html"),
        ("compare", *release, *html, *welsh, "--out", "released/cymharu.html"),
        ("compare", *exact, "--within", catchments, "--code", "centre_id", "--cycles", "all", *html,
         "--out", "internal/drawn.html"),
        ("compare", *exact, "--kind", "centre", *html, "--out", "internal/centres.html"),
        ("compare", audit, "--close", "SC03", *html, "--out", "internal/what-if.html"),
        ("check", audit, "--html", "internal/check.html"),
        ("compare", audit, "--close", "SC03", *welsh, *html, "--out", "internal/beth-pe-bai.html"),
        ("check", audit, *welsh, "--html", "internal/gwirio.html"),
        ("profile", "SC01", *exact, *welsh, "--out", "internal/proffil.html"),
        ("report", *ring, "--out", "released/ring.html"),
        ("export", *ring, "--format", "gpkg", "--out", "ring.gpkg"),
    ]
    commands += [("export", *release, "--format", name, "--out", f"out.{name}") for name in ("gpkg", "xlsx")]
    commands += [("export", *release, "--format", name, "--out", name) for name in ("geojson", "csv", "fgb", "shp")]
    if shutil.which("cbc"):
        commands += [
            ("site", audit, "--sites", "2", "--need", "unreached", "--html", "internal/site.html"),
            ("site", audit, "--sites", "2", *welsh, "--html", "internal/safleoedd.html"),
        ]
    list(pool.map(lambda command: needs(*command), commands))


def check_geopackage_validator():
    done = subprocess.run(
        ["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", path("out.gpkg")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def check_geopackage_in_sqlite():
    want = released()
    with sqlite3.connect(path("out.gpkg")) as db:
        rows = db.execute("SELECT code, enrolled, enrolled_low, enrolled_high, reached FROM areas").fetchall()
        assert len(rows) == len(want)
        for code, enrolled, low, high, reached in rows:
            assert enrolled == number(want[code]["enrolled"]), code
            assert (low, high) == (int(want[code]["enrolled_low"]), int(want[code]["enrolled_high"])), code
            assert reached == number(want[code]["reached"]), code
        styles = db.execute("SELECT f_table_name FROM layer_styles WHERE useAsDefault = 1").fetchall()
        assert {"areas", "catchments", "centres"} <= {row[0] for row in styles}


def check_ogrinfo():
    """Each layer of each format has the rows, the CRS and the figures of the release; the notes and sources travel along."""
    want = released()
    sources = [("out.gpkg", ["areas", "catchments", "centres", "columns", "measures", "sources", "notes"]), ("geojson/areas.geojson", ["areas"]),
               ("fgb/areas.fgb", ["areas"]), ("shp/areas.shp", ["areas"])]
    for name, layers in sources:
        done = subprocess.run(["ogrinfo", "-ro", "-al", "-q", path(name)], capture_output=True, text=True)
        assert done.returncode == 0 and "ERROR" not in done.stderr, (name, done.stderr)
        summary = subprocess.run(["ogrinfo", "-ro", "-so", "-al", path(name)], capture_output=True, text=True).stdout
        for layer in layers:
            assert f"Layer name: {layer}" in summary, (name, layer)
        assert f"Feature Count: {len(want)}" in summary, name
        for code in want:
            assert f"code (String) = {code}" in done.stdout, (name, code)
        if not name.startswith("shp"):
            rows = subprocess.run(["ogrinfo", "-ro", "-q", path(name), "areas"], capture_output=True, text=True).stdout
            sums = [line.split(" = ")[1] for line in rows.splitlines() if line.strip().startswith("reached (Integer")]
            # A hidden count is null, which ogrinfo leaves out of a FlatGeobuf.
            known = sum(number(row["reached"]) is not None for row in want.values())
            assert len(sums) == (known if name.startswith("fgb") else len(want)), (name, len(sums))
            reached = sum(int(text) for text in sums if text != "(null)")
            assert reached == sum(number(row["reached"]) or 0 for row in want.values()), (name, reached)
        assert ('"EPSG",4326' if "geojson" in name else '"EPSG",27700') in summary.replace(" ", ""), name


def check_selection():
    """A ring's areas and its own shape: valid, and the figure made of whole atoms, saying so."""
    import geopandas

    areas, selection = (geopandas.read_file(path("ring.gpkg"), layer=layer) for layer in ("areas", "selection"))
    assert len(selection) == 1 and selection.geometry.is_valid.all()
    assert 0 < areas["share"].min() and areas["share"].max() <= 1
    surface = (areas.geometry.area * areas["share"]).sum()
    assert abs(selection.geometry.area.iloc[0] - surface) < 0.01 * surface, (selection.geometry.area.iloc[0], surface)
    # The same two squares as a planner may draw them: in metres, in degrees, in degrees as one feature of two parts.
    from shapely.geometry import MultiPolygon, box
    squares = [box(483500, 560500, 484700, 561700), box(486000, 562500, 487200, 563700)]
    drawn = geopandas.GeoDataFrame(geometry=squares, crs=27700)
    drawn.to_file(path("metres.gpkg"))
    drawn.to_crs(4326).to_file(path("degrees.geojson"))
    geopandas.GeoDataFrame(geometry=[MultiPolygon(squares)], crs=27700).to_crs(4326).to_file(path("one.geojson"))
    found = []
    for name in ("metres.gpkg", "degrees.geojson", "one.geojson"):
        needs("export", "--workspace", "R.gpkg", "--within", name, "--format", "gpkg", "--out", "within.gpkg")
        frame = geopandas.read_file(path("within.gpkg"), layer="selection")
        assert len(frame) == 1 and frame.geometry.is_valid.all(), name
        found.append((frame["enrolled"].iloc[0], frame["reached"].iloc[0], round(frame.geometry.area.iloc[0])))
        os.remove(path("within.gpkg"))
    assert found[0][0] > 0 and len(set(found)) == 1, found
    with sqlite3.connect(path("ring.gpkg")) as db:
        note = db.execute("SELECT text FROM notes ORDER BY note").fetchone()[0]
    assert "whole atoms" in note and "900 metres" in note, note


def check_geopandas():
    import geopandas

    want = released()
    sources = [("out.gpkg", "areas"), ("geojson/areas.geojson", None), ("fgb/areas.fgb", None), ("shp/areas.shp", None)]
    for name, layer in sources:
        frame = geopandas.read_file(path(name), **({"layer": layer} if layer else {}))
        assert len(frame) == len(want), name
        assert frame.geometry.is_valid.all(), name
        short = {row["name"]: row["short"] for row in csv.DictReader(open(path("shp/field-key.csv"))) if row["layer"] == "areas"}
        column = short["reached"] if name.startswith("shp") else "reached"
        for code, value in zip(frame["code"], frame[column]):
            expected = number(want[code]["reached"])
            assert (value != value or value is None) if expected is None else int(value) == expected, (name, code)
        expected_crs = 4326 if "geojson" in name else 27700
        assert frame.crs.to_epsg() == expected_crs, (name, frame.crs)


def check_openpyxl():
    import openpyxl

    want = released()
    book = openpyxl.load_workbook(path("out.xlsx"))
    assert book.sheetnames[0] == "Cover"
    for name in book.sheetnames[1:]:
        sheet = book[name]
        assert not sheet.merged_cells.ranges, f"{name} has merged cells"
        assert len(sheet.tables) == 1, f"{name} is no marked-up table"
    sheet = book["areas"]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    names = [str(title).split(" (")[0] for title in rows[0]]
    for row in rows[1:]:
        cell = dict(zip(names, row))
        reached = want[cell["code"]]["reached"]
        assert str(cell["reached"]) == reached, cell["code"]
        for value in row:
            assert not (isinstance(value, str) and value[:1] in "=+-@")


def check_frictionless():
    from frictionless import validate

    report = validate(path("csv/datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])[:5]


@contextlib.contextmanager
def postgis():
    """A server of its own with PostGIS; gives what runs its programs, and the address of a database."""
    programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
    if not programs or not glob.glob("/usr/share/postgresql/*/extension/postgis.control"):
        raise Skip("no PostgreSQL with PostGIS")
    if os.geteuid() == 0 and not shutil.which("runuser"):
        raise Skip("PostgreSQL does not run as root, and there is no runuser")
    programs = programs[-1]
    folder = tempfile.mkdtemp(prefix="needs-pg-")
    as_user = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(folder, "nobody")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])

    def run(program, *arguments):
        done = subprocess.run([*as_user, f"{programs}/{program}", *arguments], capture_output=True, text=True, cwd=folder)
        assert done.returncode == 0, f"{program} {arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    def client(program, database, *arguments):
        return run(program, "-h", "127.0.0.1", "-p", port, "-U", "needs", "-d", database, *arguments)

    run("initdb", "-D", f"{folder}/data", "-U", "needs", "-A", "trust", "--no-sync")
    run("pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o",
        f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off", "start")
    try:
        yield client, lambda database: f"PG:host=127.0.0.1 port={port} user=needs dbname={database}"
    finally:
        subprocess.run([*as_user, f"{programs}/pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop"],
                       capture_output=True, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)


def check_postgis():
    with postgis() as (client, address):
        sql = lambda text: client("psql", "postgres", "-At", "-c", text)
        sql("CREATE EXTENSION postgis")
        sql("CREATE SCHEMA plan")
        for _ in range(2):  # a second export replaces the first
            needs("export", "--workspace", "R.gpkg", "--postgis", address("postgres"), "--schema", "plan")
        want = released()
        rows = [line.split("|") for line in sql("SELECT code, reached, ST_IsValid(geom), ST_SRID(geom) FROM plan.areas").split()]
        assert len(rows) == len(want)
        for code, reached, valid, srid in rows:
            assert (int(reached) if reached else None) == number(want[code]["reached"]), code
            assert (valid, srid) == ("t", "27700"), code


def check_postgis_non_interference():
    """Other counts inside the intervals of their cells: the same release, and pg_dump gives the same bytes of all tables."""
    os.makedirs(path("one"), exist_ok=True)
    os.makedirs(path("other"), exist_ok=True)
    shutil.copy(path("W.gpkg"), path("one/W.gpkg"))
    shutil.copy(path("W.gpkg"), path("other/W.gpkg"))
    changed = fuzz(path("other/W.gpkg"))
    assert changed > 100, f"only {changed} counts were changed"
    dumps = []
    with postgis() as (client, address):
        for place in ("one", "other"):
            needs("release", "--workspace", f"{place}/W.gpkg", "--to", f"{place}/R.gpkg", "--cycle", "2024-25", "--cycle", "2025-26")
            client("psql", "postgres", "-c", f"CREATE DATABASE {place}")
            client("psql", place, "-c", "CREATE EXTENSION postgis")
            for cycle in ("2024-25", "2025-26"):
                client("psql", place, "-c", f'CREATE SCHEMA "{cycle}"')
                needs("export", "--workspace", f"{place}/R.gpkg", "--cycle", cycle, "--postgis", address(place), "--schema", cycle)
            # Schema, comments, indexes and every row; without the password that newer versions draw for each dump.
            dump = [line for line in client("pg_dump", place).splitlines() if not line.startswith(("\\restrict", "\\unrestrict"))]
            assert sum(line.startswith("COPY") for line in dump) >= 14, "a table is missing from the dump"
            dumps.append(dump)
    assert dumps[0] == dumps[1], [pair for pair in zip(*dumps) if pair[0] != pair[1]][:3]
    with open(path("one/R.gpkg"), "rb") as one, open(path("other/R.gpkg"), "rb") as other:
        assert one.read() == other.read(), "the releases differ"


def fuzz(workspace):
    """Moves counts of a workspace as far as the cells that they add up to print the same; gives how many were moved.

    A cell is an area's atom, or a set's group, service or centre used, or a centre's visits. Areas of which a small atom is
    joined to another stay as they are.
    """
    sys.path.insert(0, os.path.join(ROOT, "Tests", "Attacker"))
    from cells import coarsen

    draw = random.Random(5)
    with sqlite3.connect(workspace) as db:
        cycles = {row[0]: row[1:] for row in db.execute("SELECT label, profile_hide, profile_base, named_services, named_groups FROM cycles")}
        joined = {row for row in db.execute(
            "SELECT t.cycle, t.area FROM atoms t JOIN areas a ON a.code = t.area AND a.cycle = t.cycle WHERE t.surface < 0.05 * a.surface")}
        rows = db.execute(
            "SELECT t.id, t.cycle, a.area, a.catchments, t.measure, t.by, t.key, t.low FROM tallies t "
            "JOIN atoms a ON a.atom = t.atom AND a.cycle = t.cycle").fetchall()
        moves = []  # table, row, cell, count
        for row, cycle, area, catchments, measure, by, key, count in rows:
            if (cycle, area) in joined:
                continue
            place = area if by == "all" else ""
            named = json.loads(cycles[cycle][2]) + json.loads(cycles[cycle][3])
            name = key if by in ("all", "centre") or key in named else "other"
            # Visits and months of children are no cells: they may be anything.
            free = measure == "visits" or by == "month"
            moves.append(("tallies", row, None if free else (cycle, catchments, place, measure, by, name), count))
        for row, cycle, centre, by, key, count in db.execute("SELECT id, cycle, centre, by, key, low FROM centre_visits"):
            named = by != "service" or key in json.loads(cycles[cycle][2])
            if named:
                moves.append(("centre_visits", row, None if by == "visitor" else (cycle, centre, by, key), count))
        sums = collections.Counter()
        for _, _, cell, count in moves:
            if cell:
                sums[cell] += count
        changed = 0
        for table, row, cell, count in moves:
            step = draw.choice([-2, -1, 1, 2])
            if count + step < 1:
                continue
            if cell:
                hide, base = cycles[cell[0]][:2]
                if coarsen(sums[cell] + step, hide, base) != coarsen(sums[cell], hide, base):
                    continue
                sums[cell] += step
                changed += 1
            now = count + step
            db.execute(f"UPDATE {table} SET value = ?, low = ?, high = ? WHERE id = ?", (now, now, now, row))
        # What must not leave at all.
        db.execute("UPDATE family_counts SET families = families + 1")
        db.execute("UPDATE totals SET value = value + 1")
        db.execute("UPDATE file_totals SET value = value + 3")
    db.close()
    return changed


def check_file_modes():
    """Under a umask of 022 strace sees each file with exact counts, and each temporary one, made for its owner alone."""
    if not shutil.which("strace") or subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True).returncode != 0:
        raise Skip("no strace, or it may not trace here")
    folder = path("modes")
    os.makedirs(f"{folder}/tmp")
    audit = os.path.join(ROOT, "geodata", "audit.yml")
    data = os.path.join(ROOT, "geodata")
    commands = [
        ["audit", audit, "--cycle", "2025-26", "--workspace", "W.gpkg", "--reports", "reports", "--rejects", "rejects.csv"],
        ["check", audit, "--html", "check.html"],
        ["profile", "SC01", "--workspace", "W.gpkg", "--format", "json", "--out", "profile.json"],
        ["compare", "--workspace", "W.gpkg", "--format", "html", "--out", "comparison.html"],
        ["compare", audit, "--close", "SC03", "--format", "html", "--out", "what-if.html"],
        ["voice", "add", "--workspace", "W.gpkg", "--date", "2026-04-20", "--source", "parent", "--channel", "open-house",
         "--group", "eal", "--theme", "isolation", "--area", "X01000040", "--contributor", "V91", "--consent"],
        ["report", "--workspace", "W.gpkg", "--every", "catchment", "--format", "pdf", "--out", "pages"],
        ["tally", "--points", os.path.join(data, "enrolments.csv"), "--areas", os.path.join(data, "areas.geojson"),
         "--area-code", "area_code", "--child", "child_id", "--date", "registered_on", "--out", "counts"],
        ["release", "--workspace", "W.gpkg", "--to", "R.gpkg"],
    ]
    if shutil.which("cbc"):
        commands.append(["site", audit, "--sites", "2", "--need", "unreached", "--html", "site.html"])
    traced = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=open,openat,creat,mkdir,mkdirat,chmod,fchmodat", "-o", f"{folder}/trace"]
    made = {}
    for command in commands:
        done = subprocess.run([*traced, NEEDS, *command], capture_output=True, text=True, cwd=folder, umask=0o022,
                              env={**os.environ, "TMPDIR": f"{folder}/tmp"})
        assert done.returncode == 0, f"{command}: {done.stderr[-800:]}"
        own = set()  # folders that only their owner enters, before anything is in them
        for line in open(f"{folder}/trace"):
            call = re.match(r'\d+ +(\w+)\((?:AT_FDCWD, )?"([^"]+)", (.*?)\) += \d', line.replace(" <unfinished ...>", ") = 0"))
            if not call or not os.path.abspath(os.path.join(folder, call[2])).startswith(folder):
                continue
            name, mode = call[2], call[3].split(", ")[-1]
            if call[1] in ("chmod", "fchmodat") and int(mode, 8) & 0o077 == 0:
                own.add(name)
            elif call[1] == "creat" or "O_CREAT" in call[3]:
                if not any(name.startswith(f"{one}/") for one in own):
                    made.setdefault((command[0], name), int(mode, 8))
    # A file is made by the first that opens it; whoever opens it again asks for a mode that nobody looks at.
    wide = {name: oct(mode) for name, mode in made.items() if mode & 0o077}
    begun = {os.path.basename(name) for _, name in made}
    wide = {name: mode for name, mode in wide.items() if os.path.basename(name[1]) not in ("W.gpkg", "R.gpkg")}
    assert not wide, wide
    assert len(begun) > 20 and any(name.startswith(".rejects.csv") for name in begun), sorted(begun)
    # A workspace is made under another name, which is among those above.
    assert any(name.startswith(".W.gpkg") for name in begun) and any(name.startswith(".R.gpkg") for name in begun), begun
    for place, _, names in os.walk(folder):
        for name in names:
            assert name == "trace" or os.stat(os.path.join(place, name)).st_mode & 0o077 == 0, name
    assert os.listdir(f"{folder}/tmp") == [], "temporary files are left"


def check_spark():
    python = os.environ.get("NEEDS_SPARK")
    if not python or not shutil.which("java"):
        raise Skip("no pyspark or no Java")
    import geopandas
    import numpy
    areas = os.path.join(ROOT, "geodata", "areas.geojson")
    left, bottom, right, top = geopandas.read_file(areas).to_crs(27700).total_bounds
    draw = numpy.random.default_rng(7)
    with open(path("points.csv"), "w") as file:
        file.write("child_id,date,easting,northing\n")
        for child, day, x, y in zip(
            draw.integers(20_000, size=300_000), draw.integers(1, 29, size=300_000),
            draw.uniform(left, right, 300_000), draw.uniform(bottom, top, 300_000)
        ):
            file.write(f"K{child},2025-10-{day:02d},{x:.2f},{y:.2f}\n")
    done = subprocess.run(
        ["bash", os.path.join(ROOT, "Sources", "cluster", "check.sh"), NEEDS, path("points.csv"), areas, "area_code",
         os.path.join(ROOT, "geodata", "catchments.geojson"), "centre_id"],
        capture_output=True, text=True, env={**os.environ, "PYTHON": python, "KILL_AFTER": "1"})
    assert done.returncode == 0 and "the same counts with a worker killed" in done.stdout, done.stdout + done.stderr[-3000:]


def check_qgis():
    try:
        done = subprocess.run(
            ["/usr/bin/python3", "-c", "import qgis.core"], capture_output=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    except FileNotFoundError:
        raise Skip("no system Python")
    if done.returncode != 0:
        raise Skip("no PyQGIS (python3-qgis)")
    script = """
import os, sys
from qgis.core import QgsApplication, QgsVectorLayer
app = QgsApplication([], False); app.initQgis()
for name in ("areas", "catchments", "centres"):
    layer = QgsVectorLayer(sys.argv[1] + "|layername=" + name, name, "ogr")
    assert layer.isValid(), name
    message, loaded = layer.loadDefaultStyle()
    assert loaded, (name, message)
    if name == "areas":
        assert layer.renderer().type() == "graduatedSymbol", layer.renderer().type()
sys.stdout.write("styled"); sys.stdout.flush()
os._exit(0)  # PyQGIS may crash while it tidies up
"""
    done = subprocess.run(
        ["/usr/bin/python3", "-c", script, path("out.gpkg")], capture_output=True, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert done.returncode == 0 and done.stdout.endswith("styled"), done.stderr[-800:]


def check_axe():
    import axe_playwright_python
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    if not shutil.which("chromedriver") or not shutil.which("chromium"):
        raise Skip("no chromium with its driver")
    axe = open(os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js")).read()
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for option in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(option)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        pages = sorted(glob.glob(path("released/*.html")) + glob.glob(path("internal/*.html")))
        assert len(pages) >= 8
        for page in pages:
            for width in (1280, 390):
                driver.set_window_size(width, 900)
                driver.get("file://" + page)
                driver.execute_script(axe)
                result = driver.execute_async_script(
                    "const done = arguments[0]; axe.run(document, {runOnly: {type: 'tag', values: "
                    "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}}).then(done)")
                found = [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in result["violations"]]
                assert not found, (os.path.basename(page), width, found)
                assert len(result["passes"]) > 10
                wide = driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
                assert wide <= 0, (os.path.basename(page), width, "scrolls sideways by", wide)
    finally:
        driver.quit()


def check_pdf():
    import pikepdf

    with pikepdf.open(path("six.pdf")) as pdf:
        root = pdf.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == "en-GB"
        assert "Six areas" in str(pdf.docinfo.get("/Title", ""))
        with pdf.open_metadata() as metadata:
            assert metadata.get("pdfuaid:part") == "1", "no PDF/UA identifier"
        assert root.Outlines.First is not None, "no bookmarks"
        figures, headings, scopes, cells, seen = [], [], [], [], []
        stack = [root.StructTreeRoot]
        while stack:
            element = stack.pop()
            if isinstance(element, pikepdf.Array):
                stack.extend(element)
                continue
            if not isinstance(element, pikepdf.Dictionary):
                continue
            kind = str(element.get("/S", ""))
            seen.append(kind)
            if kind == "/Figure":
                figures.append(str(element.get("/Alt", "")))
            # Each cell names its headings, and each heading says whether it heads a row or a column.
            if kind == "/TH":
                headings.append(str(element.get("/ID", "")))
                scopes.append(str(element.A.get("/Scope", "")))
            if kind == "/TD":
                cells.append([str(name) for name in element.A.get("/Headers", [])])
            if "/K" in element:
                stack.append(element.K)
        assert figures and all(len(text) > 20 for text in figures), figures
        assert headings and all(headings) and cells
        assert all(len(names) == 2 and set(names) <= set(headings) for names in cells), "a cell without its two headings"
        assert set(scopes) == {"/Row", "/Column"}, set(scopes)
        assert "/H1" in seen and "/Table" in seen


def run(name, check):
    """What a check came to, as it is printed; with its trace where it failed."""
    start = time.time()
    try:
        check()
        return f"passed  {name} ({time.time() - start:.1f} s)", ""
    except Skip as reason:
        return f"skipped {name}: {reason}", ""
    except Exception:
        return f"FAILED  {name}", traceback.format_exc()


def main():
    checks = {name[6:]: check for name, check in globals().items() if name.startswith("check_")}
    # The two that take longest begin, the others run beside them.
    order = sorted(checks, key=lambda name: (name not in ("axe", "spark"), name))
    failed = 0
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        prepare(pool)
        for done in as_completed([pool.submit(run, name, checks[name]) for name in order]):
            said, trace = done.result()
            failed += bool(trace)
            print(said, trace, sep="\n" if trace else "", flush=True)
    if failed:
        print(f"{failed} failed; what they read is in {WORK}")
        sys.exit(1)
    shutil.rmtree(WORK, ignore_errors=True)


main()
