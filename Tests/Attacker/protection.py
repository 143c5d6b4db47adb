"""The protection of measures.md, Disclosure, computed a second time, in parts that can be left out one by one."""

import json
import sqlite3
from collections import defaultdict

from cells import MEASURES, Cells, Centre, SetOfCatchments, coarsen
from solver import Tally

PARTS = ("joining", "gate", "auditor", "across")
SPLITS = {"group": "groups", "service": "service", "centre": "centre"}


def protect(cells, parts=PARTS):
    """Withholds what the rules withhold, in place."""
    for name, unit in cells.sets.items():
        totals = [[sum(counts[i][end] for counts in unit.atoms.values()) for end in (0, 1)] for i in range(3)]
        if "gate" in parts and any(most > 0 and least < 2 * cells.base for least, most in totals):
            for kind in SPLITS:
                withhold(unit, kind)
        elif "auditor" in parts:
            held = {kind: getattr(unit, attribute) for kind, attribute in SPLITS.items()}
            # A kind that is withheld tells nothing; one by one they go until nothing is pinned down.
            for kind in ("service", "centre", "group"):
                if not Tally(cells, [name], [], across=False).attack(stop_at_first=True):
                    break
                if held[kind] or kind != "group":
                    withhold(unit, kind)
    for name, unit in cells.centres.items():
        if "gate" in parts and unit.all[0] < 2 * cells.base:
            unit.withheld, unit.service, unit.month = {"service", "month"}, {}, {}
        elif "auditor" in parts:
            for kind in ("month", "service"):
                if not Tally(cells, [], [name], across=False).attack(stop_at_first=True):
                    break
                unit.withheld.add(kind)
                setattr(unit, kind, {})
    if "across" in parts:
        withhold_across(cells)
    return cells


def withhold(unit, kind):
    unit.withheld.add(kind)
    setattr(unit, SPLITS[kind], {})


def withhold_across(cells):
    def hide(unit):
        unit.all, unit.service, unit.month, unit.withheld = None, {}, {}, {"all", "service", "month"}

    for name, unit in cells.centres.items():
        reached = sum(s.centre[name][1] for s in cells.sets.values() if name in s.centre)
        lows = [unit.all[0]] + [sum(c[0] for c in part.values()) for part in (unit.service, unit.month) if part]
        if min(lows) < reached:
            hide(unit)
    for service in {key for s in cells.sets.values() for key in s.service}:
        reached = sum(s.service[service][1] for s in cells.sets.values() if service in s.service)
        if sum(u.service[service][0] for u in cells.centres.values() if service in u.service) < reached:
            for unit in cells.centres.values():
                unit.service = {}
                unit.withheld.add("service")
            break
    atoms = [counts for s in cells.sets.values() for counts in s.atoms.values()]
    most = sum(c[1][1] for c in atoms) + (cells.days - 1) * sum(c[2][1] for c in atoms)
    if sum(u.all[0] for u in cells.centres.values() if u.all) < most:
        for unit in cells.centres.values():
            hide(unit)


def release(path, parts=PARTS, totals=False, cycle=None):
    """Cells of a workspace with exact counts, with some parts of the protection; `totals`: sums of areas, catchments and
    the borough rounded by themselves beside them, as tables often are."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = db.execute(
        "SELECT label, profile_hide, profile_base, sustained_days, sensitive, named_groups, named_services FROM cycles "
        "ORDER BY starts_on DESC"
    )
    label, hide, base, days, *lists = [row for row in rows if cycle in (None, row[0])][0]
    sensitive, named_groups, named_services = (set(json.loads(text)) for text in lists)
    cells = Cells(hide, base, days, sensitive=sensitive)
    areas = dict(db.execute("SELECT code, surface FROM areas WHERE cycle = ?", (label,)))
    atoms, surface = {}, defaultdict(float)
    for atom, area, catchments, ground in db.execute(
        "SELECT atom, area, catchments, surface FROM atoms WHERE cycle = ?", (label,)
    ):
        atoms[atom] = (area, catchments)
        surface[(area, catchments)] += ground or 0
    target = {}
    for name in set(atoms.values()):
        target[name] = name
        if "joining" in parts and name[0] and surface[name] < 0.05 * areas[name[0]]:
            target[name] = max(sorted(a for a in set(atoms.values()) if a[0] == name[0]), key=lambda a: surface[a])
    exact, keys = defaultdict(int), set()
    for atom, measure, by, key, low in db.execute(
        "SELECT atom, measure, by, key, low FROM tallies WHERE cycle = ? AND measure <> 'visits' AND by <> 'month'", (label,)
    ):
        if by in ("service", "centre") and measure != "reached":
            continue
        exact[(by, *target[atoms[atom]], key, measure)] += low
        if by == "service":
            keys.add(key)
    visits = list(
        db.execute(
            "SELECT centre, by, key, low FROM centre_visits WHERE cycle = ? AND by IN ('all', 'service', 'month') "
            "AND low > 0",
            (label,),
        )
    )
    keys |= {key for _, by, key, _ in visits if by == "service"}
    centres = {row[0] for row in db.execute("SELECT code FROM centres WHERE cycle = ?", (label,))}
    printed = names(keys, named_services)
    used = {v[0] for v in visits} | {k[3] for k in exact if k[0] == "centre"}
    places = names(used, centres)

    people, splits, parts_of = defaultdict(lambda: [0, 0, 0]), defaultdict(lambda: [0, 0, 0]), {}
    uses = defaultdict(int)
    for (by, area, catchments, key, measure), count in exact.items():
        if by == "all":
            people[(area, catchments)][MEASURES.index(measure)] += count
        elif by == "group":
            name = key if key in named_groups else key.split("=")[0] + "=other"
            splits[(catchments, name)][MEASURES.index(measure)] += count
        else:
            uses[(catchments, by, printed[key] if by == "service" else places[key])] += count
    for area, catchments in sorted(set(target.values())):
        counts = people[(area, catchments)]
        if surface[(area, catchments)] > 0 or counts[0] > 0:
            unit = cells.sets.setdefault(catchments, SetOfCatchments(catchments))
            unit.atoms[area] = [coarsen(n, hide, base) for n in counts]
            for total in [("area", area), ("borough", "")] + [("catchment", c) for c in catchments.split("|") if c]:
                parts_of.setdefault(total, []).append((catchments, area))
    for name, unit in cells.sets.items():
        sums = [sum(counts[i][1] for counts in unit.atoms.values()) for i in range(3)]
        shown = {group for (catchments, group), counts in splits.items() if catchments == name and any(counts)}
        if sums[0] > 0:
            shown |= {g for g in named_groups if g.split("=")[0] in sensitive} | {f"{c}=other" for c in sensitive}
        for group in shown:
            is_sensitive = group.split("=")[0] in sensitive
            unit.groups[group] = [
                coarsen(n, hide, base, is_sensitive and most > 0) for n, most in zip(splits[(name, group)], sums)
            ]
        for (catchments, by, key), count in uses.items():
            if catchments == name and count > 0:
                getattr(unit, by)[key] = coarsen(count, hide, base)
    for centre, by, key, low in visits:
        unit = cells.centres.setdefault(places[centre], Centre(places[centre]))
        if by == "all":
            unit.all = coarsen(low, hide, base)
        else:
            getattr(unit, by)[printed[key] if by == "service" else key] = coarsen(low, hide, base)
    protect(cells, parts)
    if totals:
        for members in parts_of.values():
            for index, measure in enumerate(MEASURES):
                count = sum(people[(area, catchments)][index] for catchments, area in members)
                shown = (2 * count + base) // (2 * base) * base
                least, most = max(0, (2 * shown - base + 1) // 2), (2 * shown + base - 1) // 2
                cells.totals.append((measure, set(members), least, most))
    return cells


def names(keys, named):
    """What prints for each: itself where it is named or empty, else other, other 2, … in the order of the keys."""
    unnamed = [key for key in sorted(keys) if key and key not in named]
    return {key: key for key in keys} | {
        key: "other" if index == 0 else f"other {index + 1}" for index, key in enumerate(unnamed)
    }
