"""The cells of a release as the attacker knows them: an interval for each count that is shown.

A count is a pair (least, most). Nothing here is shared with the engine that made the release.
"""

import sqlite3
from dataclasses import dataclass, field


@dataclass
class SetOfCatchments:
    """What is shown of the children of one catchment set: by atom always, by group, service and centre used where shown."""

    catchments: str
    atoms: dict = field(default_factory=dict)  # area -> [enrolled, reached, sustained]
    groups: dict = field(default_factory=dict)  # column=value -> [enrolled, reached, sustained]
    service: dict = field(default_factory=dict)  # service -> reached
    centre: dict = field(default_factory=dict)  # centre used -> reached
    withheld: set = field(default_factory=set)  # of group, service, centre


@dataclass
class Centre:
    """What is shown of all visits to one centre."""

    id: str
    all: tuple | None = None
    service: dict = field(default_factory=dict)
    month: dict = field(default_factory=dict)
    withheld: set = field(default_factory=set)  # of all, service, month


@dataclass
class Cells:
    """All cells of one cycle's release. `totals`: sums that were rounded by themselves, which a release never has."""

    hide: int
    base: int
    days: int
    sets: dict = field(default_factory=dict)  # catchments -> SetOfCatchments
    centres: dict = field(default_factory=dict)  # id -> Centre
    totals: list = field(default_factory=list)  # (measure, {(catchments, area)}, least, most)
    sensitive: set = field(default_factory=set)

    def is_hidden(self, count):
        return count[1] == self.hide

    def rows(self):
        """Every cell as a row, sorted, so that two can be compared."""
        found = []
        for name, unit in self.sets.items():
            for area, counts in unit.atoms.items():
                for measure, count in zip(MEASURES, counts):
                    found.append(("atom", name, area, measure, *count))
            for group, counts in unit.groups.items():
                for measure, count in zip(MEASURES, counts):
                    found.append(("group", name, group, measure, *count))
            for kind in ("service", "centre"):
                for key, count in getattr(unit, kind).items():
                    found.append((kind, name, key, "reached", *count))
            for kind in unit.withheld:
                found.append(("withheld", name, kind, "", -1, -1))
        for name, centre in self.centres.items():
            if centre.all is not None:
                found.append(("visits", name, "", "all", *centre.all))
            for kind in ("service", "month"):
                for key, count in getattr(centre, kind).items():
                    found.append(("visits", name, key, kind, *count))
            for kind in centre.withheld:
                found.append(("visits withheld", name, kind, "", -1, -1))
        return sorted(found)


MEASURES = ("enrolled", "reached", "sustained")


def coarsen(count, hide, base, sensitive=False):
    """measures.md, Disclosure, 2: the least and the most counts that coarsen to the same."""
    if count <= hide:
        return (0, hide) if sensitive else (0, 0) if count == 0 else (1, hide)

    def shown(n):
        return max((2 * n + base) // (2 * base) * base, (hide // base + 1) * base)

    low = high = count
    while low - 1 > hide and shown(low - 1) == shown(count):
        low -= 1
    while shown(high + 1) == shown(count):
        high += 1
    return (low, high)


def read(path, cycle=None):
    """The cells of a release, a GeoPackage."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    query = "SELECT label, hide, base, sustained_days, sensitive FROM cycles ORDER BY starts_on DESC"
    rows = [row for row in db.execute(query) if cycle in (None, row[0])]
    label, hide, base, days, sensitive = rows[0]
    import json

    cells = Cells(hide, base, days, sensitive=set(json.loads(sensitive)))
    places = {}
    for atom, kind, area, catchments in db.execute(
        "SELECT atom, kind, area, catchments FROM atoms WHERE cycle = ?", (label,)
    ):
        unit = cells.sets.setdefault(catchments, SetOfCatchments(catchments))
        places[atom] = (unit, kind, area)
        if kind == "atom":
            unit.atoms[area] = [(0, 0)] * 3
    for atom, measure, by, key, low, high in db.execute(
        "SELECT atom, measure, by, key, low, high FROM tallies WHERE cycle = ?", (label,)
    ):
        unit, kind, area = places[atom]
        assert (by == "all") == (kind == "atom"), "a count stands on the wrong kind of atom"
        if by == "all":
            unit.atoms[area][MEASURES.index(measure)] = (low, high)
        elif by == "group":
            unit.groups.setdefault(key, [(0, 0)] * 3)[MEASURES.index(measure)] = (low, high)
        else:
            assert measure == "reached"
            getattr(unit, by)[key] = (low, high)
    for centre, by, key, low, high in db.execute(
        "SELECT centre, by, key, low, high FROM centre_visits WHERE cycle = ?", (label,)
    ):
        unit = cells.centres.setdefault(centre, Centre(centre))
        if by == "all":
            unit.all = (low, high)
        else:
            getattr(unit, by)[key] = (low, high)
    for atom, centre, by in db.execute("SELECT atom, centre, by FROM withheld WHERE cycle = ?", (label,)):
        if atom is None:
            cells.centres.setdefault(centre, Centre(centre)).withheld.add(by)
        else:
            places[atom][0].withheld.add(by)
    return cells
