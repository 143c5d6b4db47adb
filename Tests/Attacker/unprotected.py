"""What a release would be without its protection: every cell coarsened, nothing gated or withheld, small atoms not joined,
and totals of areas, catchments and the borough rounded by themselves, as tables often are."""

import json
import sqlite3

from cells import MEASURES, Cells, Centre, SetOfCatchments, coarsen


def release(path, cycle=None):
    """Cells of a workspace with exact counts, and the true count behind each of them."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = db.execute(
        "SELECT label, profile_hide, profile_base, sustained_days, sensitive FROM cycles ORDER BY starts_on DESC"
    )
    label, hide, base, days, sensitive = [row for row in rows if cycle in (None, row[0])][0]
    sensitive = set(json.loads(sensitive))
    cells, truth, places = Cells(hide, base, days), {}, {}
    for atom, area, catchments in db.execute("SELECT atom, area, catchments FROM atoms WHERE cycle = ?", (label,)):
        places[atom] = (catchments, area)
    exact = {}
    for atom, measure, by, key, low in db.execute(
        "SELECT atom, measure, by, key, low FROM tallies WHERE cycle = ? AND measure <> 'visits'", (label,)
    ):
        catchments, area = places[atom]
        name = ("atom", catchments, area, measure) if by == "all" else (by, catchments, key, measure)
        if by in ("all", "group") or (by in ("service", "centre") and measure == "reached"):
            exact[name] = exact.get(name, 0) + low
    totals = {}
    for (kind, catchments, key, measure), count in exact.items():
        unit = cells.sets.setdefault(catchments, SetOfCatchments(catchments))
        cell = coarsen(count, hide, base, kind == "group" and key.split("=")[0] in sensitive)
        if kind in ("atom", "group"):
            where = unit.atoms if kind == "atom" else unit.groups
            where.setdefault(key, [(0, 0)] * 3)[MEASURES.index(measure)] = cell
        else:
            getattr(unit, kind)[key] = cell
        if kind == "atom":
            for total in [("area", key), ("borough", "")] + [("catchment", c) for c in catchments.split("|") if c]:
                totals.setdefault((*total, measure), []).append((catchments, key, count))
    for (_, _, measure), parts in totals.items():
        shown = (2 * sum(count for _, _, count in parts) + base) // (2 * base) * base
        least, most = max(0, (2 * shown - base + 1) // 2), (2 * shown + base - 1) // 2
        cells.totals.append((measure, {(catchments, area) for catchments, area, _ in parts}, least, most))
    for centre, by, key, low in db.execute(
        "SELECT centre, by, key, low FROM centre_visits WHERE cycle = ? AND by IN ('all', 'service', 'month')", (label,)
    ):
        unit = cells.centres.setdefault(centre, Centre(centre))
        cell = coarsen(low, hide, base)
        if by == "all":
            unit.all = cell
        else:
            getattr(unit, by)[key] = cell
    return cells
