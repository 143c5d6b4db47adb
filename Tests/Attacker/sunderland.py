"""sunderland.py DATA RELEASE.gpkg [PROJ-FOLDER]: every cell of a release, computed again from the input files.

Reads the borough's files by itself (shapely, pyproj), counts, coarsens by the profile that the release names, gates, and
lets HiGHS decide what the auditor must withhold. Compares every cell and everything that is withheld. Exit 1 if anything
differs.
"""

import csv
import datetime
import glob
import json
import re
import sys
from collections import defaultdict

import numpy as np
import pyproj
import shapely
from shapely.geometry import shape

from cells import read
from protection import Exact

FIRST, LAST = datetime.date(2025, 9, 1), datetime.date(2026, 8, 31)
DAYS = 3
# What audit.yml, and for services the file of offers, names; other services and groups print as "other".
GROUPS = {"language=eal", "household=lone-parent", "send=send"}


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def day(text):
    if not text:
        return None
    if "/" in text:
        d, m, y = text.split("/")
        return datetime.date(int(y), int(m), int(d))
    return datetime.date.fromisoformat(text)


def plain(postcode):
    return re.sub(r"[^A-Z0-9]", "", postcode.upper())


def layer(path, code, projector):
    for feature in json.load(open(path))["features"]:
        geometry = shapely.transform(
            shape(feature["geometry"]), lambda points: np.column_stack(projector(points[:, 0], points[:, 1]))
        )
        yield feature["properties"][code], shapely.make_valid(geometry)


def homes(data):
    """Of each eligible child in force: the groups and the point, if there is one."""
    live, ended = {}, {}
    for row in table(sorted(glob.glob(f"{data}/NSPL_*.csv"))[0]):
        if row["oseast1m"] and row["osnrth1m"]:
            where = ended if row["doterm"].strip() else live
            where[plain(row["pcds"])] = (float(row["oseast1m"]), float(row["osnrth1m"]))
    rows = defaultdict(list)
    for row in table(f"{data}/enrolments.csv"):
        left = day(row["left_on"])
        if day(row["registered_on"]) <= LAST and (left is None or left >= FIRST):
            rows[row["child_id"]].append(row)
    for child, candidates in rows.items():
        latest = max(day(row["registered_on"]) for row in candidates)
        chosen = min(
            (row for row in candidates if day(row["registered_on"]) == latest),
            key=lambda r: (
                plain(r["postcode"]),
                float(r["easting"] or "-inf"),
                float(r["northing"] or "-inf"),
                [r[c] for c in sorted(r)],
            ),
        )
        born = day(chosen["date_of_birth"])
        age = FIRST.year - born.year - ((FIRST.month, FIRST.day) < (born.month, born.day))
        if not 0 <= age <= 4:
            continue
        groups = {
            f"{name}={chosen[f'{name}_group']}" for name in ("language", "household", "send") if chosen[f"{name}_group"]
        }
        if chosen["easting"]:
            point = (float(chosen["easting"]), float(chosen["northing"]))
        else:
            code = plain(chosen["postcode"])
            point = live.get(code) or ended.get(code)
        yield child, groups, point


def exact(data, theirs, grid=None):
    """The counts; profile and sensitive columns are those that the release names."""
    if grid:
        pyproj.datadir.append_data_dir(grid)
    projector = pyproj.Transformer.from_crs("EPSG:4258", "EPSG:27700", always_xy=True).transform
    areas = dict(sorted(layer(f"{data}/lsoa11.geojson", "LSOA11CD", projector)))
    catchments = dict(sorted(layer(f"{data}/catchments.geojson", "centre_id", projector)))
    visits = defaultdict(list)
    seen = defaultdict(int)
    for row in table(f"{data}/service-use.csv"):
        when = day(row["date"])
        if FIRST <= when <= LAST:
            visits[row["child_id"]].append((when, row["centre_id"], row["service"]))
            for key in ("all", ""), ("service", row["service"]), ("month", f"{when:%Y-%m}"):
                seen[(row["centre_id"], *key)] += 1
    area_tree, area_codes = shapely.STRtree(list(areas.values())), list(areas)
    people, splits = defaultdict(lambda: [0, 0, 0]), defaultdict(lambda: [0, 0, 0])
    uses = defaultdict(int)
    for child, groups, point in homes(data):
        if point is None:
            continue
        dot = shapely.Point(point)
        inside = sorted(area_codes[i] for i in area_tree.query(dot, predicate="intersects"))
        held = tuple(code for code, polygon in catchments.items() if polygon.intersects(dot))
        atom = (inside[0] if inside else "", held)
        own = visits.get(child, [])
        classes = (1, bool(own), len({when for when, _, _ in own}) >= DAYS)
        for where in [people[atom]] + [splits[(atom, group)] for group in groups]:
            for index, flag in enumerate(classes):
                where[index] += flag
        for centre in {centre for _, centre, _ in own}:
            uses[(atom, "centre", centre)] += 1
        for service in {service for _, _, service in own}:
            uses[(atom, "service", service)] += 1
    surfaces = {}
    for code, area in areas.items():
        parts = {(): area}
        for name, catchment in catchments.items():
            if not area.intersects(catchment):
                continue
            divided = {}
            for held, part in parts.items():
                within, without = part.intersection(catchment), part.difference(catchment)
                for key, piece in (((*held, name), within), (held, without)):
                    if piece.area > 0:
                        divided[key] = piece
            parts = divided
        for held, part in parts.items():
            surfaces[(code, held)] = part.area
    named = {row["service"] for row in table(f"{data}/offers.csv")}
    centres = {row["centre_id"] for row in table(f"{data}/centres.csv")}
    found = Exact(theirs.hide, theirs.base, DAYS, theirs.sensitive, GROUPS, named, centres)
    found.people = {(area, "|".join(held)): counts for (area, held), counts in people.items()}
    found.splits = {(area, "|".join(held), group): n for ((area, held), group), n in splits.items()}
    found.uses = {(area, "|".join(held), kind, key): n for ((area, held), kind, key), n in uses.items()}
    found.surfaces = {(area, "|".join(held)): ground for (area, held), ground in surfaces.items()}
    found.area_surfaces = {code: area.area for code, area in areas.items()}
    found.visits = dict(seen)
    return found


def main():
    theirs = read(sys.argv[2], "2025-26")
    ours = exact(sys.argv[1], theirs, *sys.argv[3:]).released()
    left, right = set(ours.rows()), set(theirs.rows())
    for name, rows in (("only in the script", left - right), ("only in the release", right - left)):
        for row in sorted(rows)[:20]:
            print(f"{name}: {row}")
    print(f"{len(left & right)} cells agree, {len(left ^ right)} differ")
    sys.exit(0 if left == right and left else 1)


if __name__ == "__main__":
    main()
