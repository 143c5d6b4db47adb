"""The protection of measures.md, Disclosure, computed a second time, in parts that can be left out one by one."""

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field

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


@dataclass
class Exact:
    """The exact counts of a cycle, and what its audit.yml says of their protection."""

    hide: int
    base: int
    days: int
    sensitive: set  # group columns
    groups: set  # named column=value
    services: set  # named
    centres: set  # named
    people: dict = field(default_factory=dict)  # (area, catchments) -> [enrolled, reached, sustained]
    splits: dict = field(default_factory=dict)  # (area, catchments, column=value) -> [enrolled, reached, sustained]
    uses: dict = field(default_factory=dict)  # (area, catchments, service or centre, key) -> reached
    visits: dict = field(default_factory=dict)  # (centre, all or service or month, key) -> visits
    surfaces: dict = field(default_factory=dict)  # (area, catchments) -> m²
    area_surfaces: dict = field(default_factory=dict)  # area -> m²

    def joined(self):
        """By atom: itself, or the largest of its area where it has under 5 % of the area's surface."""
        target, surface = {}, defaultdict(float, self.surfaces)
        atoms = set(self.people) | set(self.surfaces)
        for atom in atoms:
            target[atom] = atom
            if atom[0] and surface[atom] < 0.05 * self.area_surfaces[atom[0]]:
                target[atom] = max(sorted(a for a in atoms if a[0] == atom[0]), key=lambda a: surface[a])
        return target

    def released(self, parts=PARTS, totals=False):
        """The cells with some parts of the protection; `totals`: sums of areas, catchments and the borough rounded by
        themselves beside them, as tables often are."""
        hide, base = self.hide, self.base
        cells = Cells(hide, base, self.days, sensitive=self.sensitive)
        target = self.joined() if "joining" in parts else defaultdict(lambda: None)
        counted = defaultdict(lambda: [0, 0, 0])
        for atom in set(self.people) | set(self.surfaces):
            place = target[atom] or atom
            for i, n in enumerate(self.people.get(atom, (0, 0, 0))):
                counted[place][i] += n
        sums = defaultdict(list)
        for (area, catchments), counts in sorted(counted.items()):
            if self.surfaces.get((area, catchments), 0) > 0 or counts[0] > 0:
                unit = cells.sets.setdefault(catchments, SetOfCatchments(catchments))
                unit.atoms[area] = [coarsen(n, hide, base) for n in counts]
                for total in [("area", area), ("borough", "")] + [("catchment", c) for c in catchments.split("|") if c]:
                    sums[total].append((catchments, area))
        self.add_splits(cells, target)
        self.add_visits(cells)
        protect(cells, parts)
        if totals:
            for members in sums.values():
                for index, measure in enumerate(MEASURES):
                    count = sum(counted[(area, catchments)][index] for catchments, area in members)
                    shown = (2 * count + base) // (2 * base) * base
                    least, most = max(0, (2 * shown - base + 1) // 2), (2 * shown + base - 1) // 2
                    cells.totals.append((measure, set(members), least, most))
        return cells

    def add_splits(self, cells, target):
        groups, uses = defaultdict(lambda: defaultdict(lambda: [0, 0, 0])), defaultdict(int)
        for (area, catchments, group), counts in self.splits.items():
            _, catchments = target[(area, catchments)] or (area, catchments)
            name = group if group in self.groups else group.split("=")[0] + "=other"
            for i, n in enumerate(counts):
                groups[catchments][name][i] += n
        for (area, catchments, kind, key), count in self.uses.items():
            _, catchments = target[(area, catchments)] or (area, catchments)
            uses[(catchments, kind, self.printed[kind][key])] += count
        for (catchments, kind, key), count in uses.items():
            if count > 0:
                getattr(cells.sets[catchments], kind)[key] = coarsen(count, self.hide, self.base)
        for name, unit in cells.sets.items():
            most = [sum(counts[i][1] for counts in unit.atoms.values()) for i in range(3)]
            shown = {group for group, counts in groups[name].items() if any(counts)}
            if most[0] > 0:
                shown |= {g for g in self.groups if g.split("=")[0] in self.sensitive}
                shown |= {f"{column}=other" for column in self.sensitive}
            for group in shown:
                unit.groups[group] = [
                    coarsen(n, self.hide, self.base, group.split("=")[0] in self.sensitive and most[i] > 0)
                    for i, n in enumerate(groups[name][group])
                ]

    def add_visits(self, cells):
        for (centre, by, key), count in self.visits.items():
            if count > 0:
                name = self.printed["centre"][centre]
                unit = cells.centres.setdefault(name, Centre(name))
                count = coarsen(count, self.hide, self.base)
                if by == "all":
                    unit.all = count
                else:
                    getattr(unit, by)[self.printed["service"][key] if by == "service" else key] = count

    @property
    def printed(self):
        """What a release prints for each service and centre."""
        keys = {"service": set(), "centre": {centre for centre, _, _ in self.visits}}
        for _, _, kind, key in self.uses:
            keys[kind].add(key)
        keys["service"] |= {key for _, by, key in self.visits if by == "service"}
        return {"service": names(keys["service"], self.services), "centre": names(keys["centre"], self.centres)}


def read_exact(path, cycle=None):
    """The exact counts of a workspace, of its last cycle if none is named."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = db.execute(
        "SELECT label, profile_hide, profile_base, sustained_days, sensitive, named_groups, named_services FROM cycles "
        "ORDER BY starts_on DESC"
    )
    label, hide, base, days, *lists = [row for row in rows if cycle in (None, row[0])][0]
    centres = {row[0] for row in db.execute("SELECT code FROM centres WHERE cycle = ?", (label,))}
    exact = Exact(hide, base, days, *(set(json.loads(text)) for text in lists), centres)
    exact.area_surfaces = dict(db.execute("SELECT code, surface FROM areas WHERE cycle = ?", (label,)))
    atoms = {}
    for atom, area, catchments, ground in db.execute(
        "SELECT atom, area, catchments, surface FROM atoms WHERE cycle = ?", (label,)
    ):
        atoms[atom] = (area, catchments)
        exact.surfaces[atoms[atom]] = exact.surfaces.get(atoms[atom], 0) + (ground or 0)
    for atom, measure, by, key, count in db.execute(
        "SELECT atom, measure, by, key, low FROM tallies WHERE cycle = ? AND measure <> 'visits' AND by <> 'month'", (label,)
    ):
        if by in ("all", "group"):
            where, name = (exact.people, ()) if by == "all" else (exact.splits, (key,))
            where.setdefault((*atoms[atom], *name), [0, 0, 0])[MEASURES.index(measure)] += count
        elif measure == "reached":
            name = (*atoms[atom], by, key)
            exact.uses[name] = exact.uses.get(name, 0) + count
    for centre, by, key, count in db.execute(
        "SELECT centre, by, key, low FROM centre_visits WHERE cycle = ? AND by IN ('all', 'service', 'month')", (label,)
    ):
        exact.visits[(centre, by, key)] = count
    return exact


def names(keys, named):
    """What prints for each: itself where it is named or empty, else other, other 2, … in the order of the keys."""
    unnamed = [key for key in sorted(keys) if key and key not in named]
    return {key: key for key in keys} | {
        key: "other" if index == 0 else f"other {index + 1}" for index, key in enumerate(unnamed)
    }
