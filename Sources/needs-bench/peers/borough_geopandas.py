#!/usr/bin/env python3
"""The same audit of the sample borough as an analyst would write it in GeoPandas: borough_geopandas.py GEODATA OUT [CYCLE]

Reads, locates, joins, counts distinct children by area, catchment, service and group, shares areas out by surface and
by postcodes, gives Wilson intervals, and writes a GeoPackage, tables and a plain page for each catchment. No maps.
Its counts are compared with those of Needs; rules as in the README.
"""
import re
import sys

import geopandas as gpd
import numpy as np
import pandas as pd

CYCLES = {"2024-25": ("2024-09-01", "2025-08-31", "catchments-2024-25.geojson"),
          "2025-26": ("2025-09-01", "2026-08-31", "catchments.geojson")}


def children_of(folder, first, last):
    """One row a child: the row in force that was registered last; eligible are those of 0 to 4 on the first day."""
    rows = pd.read_csv(f"{folder}/enrolments.csv", dtype=str, keep_default_na=False).drop_duplicates()
    for column in ("registered_on", "left_on", "date_of_birth"):
        rows[column] = pd.to_datetime(rows[column], errors="coerce")
    rows = rows[(rows.registered_on <= last) & (rows.left_on.isna() | (rows.left_on >= first))]
    rows["tight"] = rows.postcode.map(lambda text: re.sub(r"[^A-Z0-9]", "", text.upper()))
    rows = rows.sort_values(["registered_on", "tight", "easting", "northing"], ascending=[False, True, True, True])
    rows = rows.drop_duplicates("child_id")
    born = rows.date_of_birth
    had = (born.dt.month < first.month) | ((born.dt.month == first.month) & (born.dt.day <= first.day))
    age = first.year - born.dt.year - (~had).astype(int)
    return rows[(born <= first) & age.between(0, 4)].copy()


def located(folder, rows):
    """Given coordinates, else the directory's; who has neither is left out."""
    directory = pd.read_csv(f"{folder}/postcodes.csv", dtype=str, keep_default_na=False)
    directory["tight"] = directory.pcds.str.replace(" ", "")
    rows = rows.merge(directory[["tight", "oseast1m", "osnrth1m"]], on="tight", how="left")
    x = pd.to_numeric(rows.easting).fillna(pd.to_numeric(rows.oseast1m))
    y = pd.to_numeric(rows.northing).fillna(pd.to_numeric(rows.osnrth1m))
    points = gpd.GeoDataFrame(rows, geometry=gpd.points_from_xy(x, y), crs=27700)
    live = directory[(directory.doterm == "") & (directory.usertype == "0")]
    homes = gpd.GeoDataFrame(
        live, geometry=gpd.points_from_xy(live.oseast1m.astype(float), live.osnrth1m.astype(float)), crs=27700)
    return points[x.notna() & y.notna()], homes


def wilson(x, n):
    z = 1.959963984540054
    p = x / n
    middle, half = p + z * z / (2 * n), z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


def tally(rows, key):
    counts = rows.groupby(key).agg(
        enrolled=("child_id", "nunique"), reached=("reached", "sum"), sustained=("sustained", "sum"),
        visits=("visits", "sum"), families=("family_id", "nunique"))
    counts["families_reached"] = rows[rows.reached].groupby(key).family_id.nunique()
    return counts.fillna(0).astype(int)


def main(folder, out, cycle):
    first, last = (pd.Timestamp(day) for day in CYCLES[cycle][:2])
    areas = gpd.read_file(f"{folder}/areas.geojson")
    catchments = gpd.read_file(f"{folder}/{CYCLES[cycle][2]}")
    population = pd.read_csv(f"{folder}/under-fives.csv").set_index("area_code").sum(axis=1)
    deprivation = pd.read_csv(f"{folder}/deprivation.csv", thousands=",").set_index("area_code")
    children, homes = located(folder, children_of(folder, first, last))
    use = pd.read_csv(f"{folder}/service-use.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")
    use["date"] = pd.to_datetime(use.date, format="%d/%m/%Y")
    use = use[use.date.between(first, last)]

    by_child = use[use.child_id != ""].groupby("child_id").agg(visits=("date", "size"), days=("date", "nunique"))
    children = children.merge(by_child, left_on="child_id", right_index=True, how="left").fillna({"visits": 0, "days": 0})
    children["reached"], children["sustained"] = children.visits > 0, children.days >= 3
    in_areas = children.sjoin(areas[["area_code", "geometry"]], predicate="covered_by", how="left")
    in_areas = in_areas.sort_values("area_code").drop_duplicates("child_id")
    in_catchments = children.sjoin(catchments, predicate="covered_by")

    of_areas = tally(in_areas, "area_code").reindex(areas.area_code, fill_value=0)
    of_catchments = tally(in_catchments, "centre_id").reindex(catchments.centre_id, fill_value=0)
    visits = use.merge(in_catchments[["child_id", "centre_id"]], on="child_id", suffixes=("", "_home"))
    own = visits[visits.centre_id == visits.centre_id_home]
    of_catchments["reached_here"] = own.groupby("centre_id").child_id.nunique()
    of_catchments["visits_here"] = own.groupby("centre_id").size()
    of_catchments = of_catchments.fillna(0).astype(int)
    services = visits.groupby(["centre_id_home", "service"]).child_id.nunique()
    flows = visits.groupby(["centre_id_home", "centre_id"]).child_id.nunique()
    months = use.groupby(["centre_id", use.date.dt.strftime("%Y-%m")]).size()
    groups = {name: tally(in_catchments[in_catchments[name] != ""], ["centre_id", name])
              for name in ("language_group", "household_group", "send_group")}

    # Two rules that share areas out: surface, and live residential postcodes.
    pieces = areas.overlay(catchments, how="intersection")
    surface = pieces.dissolve(["centre_id", "area_code"]).area.rename("surface").reset_index()
    surface["weight"] = surface.surface / surface.area_code.map(areas.set_index("area_code").area)
    homes = homes.sjoin(areas[["area_code", "geometry"]], predicate="covered_by").drop(columns="index_right")
    shares = homes.sjoin(catchments, predicate="covered_by").groupby(["centre_id", "area_code"]).size()
    shares = (shares / homes.groupby("area_code").size()).rename("weight").reset_index()

    pages = {}
    for code, row in of_catchments.iterrows():
        share = shares[shares.centre_id == code].set_index("area_code").weight
        under_five = (share * population.reindex(share.index)).sum()
        people = share * deprivation.population.reindex(share.index)
        score = (people * deprivation.imd_score.reindex(share.index)).sum() / people.sum()
        low, high = wilson(row.reached, under_five)
        here = of_areas[of_areas.index.isin(share.index)]
        pages[code] = f"""<h1>{code}, {cycle}</h1><p>{row.enrolled} enrolled of {under_five:.0f}; reached {row.reached}
 ({row.reached / under_five:.0%}, {low:.0%} to {high:.0%}); sustained {row.sustained}; average score {score:.1f}</p>
{here.to_html()}{services[code].to_frame().to_html()}{flows[code].to_frame().to_html()}"""
    for code, page in pages.items():
        with open(f"{out}/{code}.html", "w", encoding="utf-8") as file:
            file.write(page)
    areas.merge(of_areas.reset_index(), on="area_code").to_file(f"{out}/borough.gpkg", layer="areas")
    catchments.merge(of_catchments.reset_index(), on="centre_id").to_file(f"{out}/borough.gpkg", layer="catchments")
    of_areas.to_csv(f"{out}/areas.csv", index_label="area")
    of_catchments.to_csv(f"{out}/catchments.csv", index_label="catchment")
    surface[["centre_id", "area_code", "weight"]].to_csv(f"{out}/area-weights.csv", index=False)
    months.to_csv(f"{out}/months.csv")
    for name, table in groups.items():
        table.to_csv(f"{out}/{name}.csv")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "2025-26")
