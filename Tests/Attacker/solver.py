"""The attacker: asks HiGHS, an integer-programming solver that we did not write, whether a tally exists.

The unknowns are the exact counts behind the cells; the constraints are the cells' intervals and everything that anybody
knows of such counts (measures.md, Disclosure, 4). A hidden cell is broken if it could not hold each number that it hides.
"""

import random

import highspy
import numpy as np

from cells import MEASURES

NO_LIMIT = highspy.kHighsInf


class Tally:
    """The counts behind a release, as an integer program. `alone`: one catchment set or centre, without the others."""

    def __init__(self, cells, sets=None, centres=None, across=True):
        self.cells = cells
        self.names, self.bounds, self.rows = [], [], []
        self.hidden = []
        reached_at, reached_by, everybody = {}, {}, []
        for name in cells.sets if sets is None else sets:
            self.add_set(cells.sets[name], reached_at, reached_by, everybody)
        known = cells.centres if centres is None else {c: cells.centres[c] for c in centres}
        visits = {c: self.add_centre(centre) for c, centre in known.items()}
        if across:
            self.add_ties_across(visits, reached_at, reached_by, everybody)
        for measure, atoms, least, most in cells.totals:
            columns = [self.place[("atom", name, area, measure)] for name, area in atoms]
            self.row({c: 1 for c in columns}, least, most)
        self.solver = self.ties = None

    place = None

    def variable(self, name, count, shown=True):
        if self.place is None:
            self.place = {}
        index = len(self.bounds)
        self.place[name] = index
        self.bounds.append(count)
        if shown and self.cells.is_hidden(count):
            self.hidden.append(name)
        return index

    def row(self, terms, least, most):
        self.rows.append((terms, least, most))

    def people(self, kind, unit, key, counts):
        e, r, s = (self.variable((kind, unit, key, m), c) for m, c in zip(MEASURES, counts))
        self.row({e: 1, r: -1}, 0, NO_LIMIT)
        self.row({r: 1, s: -1}, 0, NO_LIMIT)
        return e, r, s

    def add_set(self, unit, reached_at, reached_by, everybody):
        name = unit.catchments
        atoms = [self.people("atom", name, area, counts) for area, counts in unit.atoms.items()]
        everybody += atoms
        columns = {}
        for group, counts in unit.groups.items():
            columns.setdefault(group.split("=")[0], []).append(self.people("group", name, group, counts))
        # The values of one column are different children: of each class no more than the set has.
        classes = [lambda e, r, s: {s: 1}, lambda e, r, s: {r: 1, s: -1}, lambda e, r, s: {e: 1, r: -1}]
        for groups in columns.values():
            for terms in classes:
                row = {}
                for atom in atoms:
                    row.update(terms(*atom))
                for group in groups:
                    row.update({c: -f for c, f in terms(*group).items()})
                self.row(row, 0, NO_LIMIT)
        reached = {r: 1 for _, r, _ in atoms}
        for kind, others in (("service", reached_by), ("centre", reached_at)):
            uses = getattr(unit, kind)
            if kind in unit.withheld:
                continue
            indexes = [self.variable((kind, name, key, "reached"), count) for key, count in uses.items()]
            for index in indexes:
                self.row({**reached, index: -1}, 0, NO_LIMIT)
            self.row({**{i: 1 for i in indexes}, **{r: -1 for r in reached}}, 0, NO_LIMIT)
            for key, index in zip(uses, indexes):
                others.setdefault(key, []).append(index)

    def add_centre(self, centre):
        whole = None
        if centre.all is not None:
            whole = self.variable(("visits", centre.id, "", "all"), centre.all)
        parts = {}
        for kind in ("service", "month"):
            shown = kind not in centre.withheld and (centre.all is not None or getattr(centre, kind))
            if not shown:
                continue
            parts[kind] = {
                key: self.variable(("visits", centre.id, key, kind), count)
                for key, count in getattr(centre, kind).items()
            }
            if whole is not None:
                self.row({**{i: 1 for i in parts[kind].values()}, whole: -1}, 0, 0)
        return whole, parts

    def add_ties_across(self, visits, reached_at, reached_by, everybody):
        # Every child reached at a centre has a visit there.
        for centre, (whole, _) in visits.items():
            if whole is not None and centre in reached_at:
                self.row({whole: 1, **{i: -1 for i in reached_at[centre]}}, 0, NO_LIMIT)
        # Every child reached by a service has a visit to it at some centre.
        if all(whole is not None for whole, _ in visits.values()) and visits:
            services = {key for _, parts in visits.values() for key in parts.get("service", {})} | set(reached_by)
            unknown = {}
            for centre, (whole, parts) in visits.items():
                if "service" in parts:
                    continue
                for key in sorted(services):
                    index = self.variable(("unknown", centre, key, ""), (0, 10**7), shown=False)
                    unknown.setdefault(key, []).append(index)
                    unknown.setdefault(("of", centre), []).append(index)
                self.row({whole: 1, **{i: -1 for i in unknown.get(("of", centre), [])}}, 0, NO_LIMIT)
            for key, children in reached_by.items():
                terms = {i: -1 for i in children}
                for _, parts in visits.values():
                    if key in parts.get("service", {}):
                        terms[parts["service"][key]] = 1
                terms.update({i: 1 for i in unknown.get(key, [])})
                self.row(terms, 0, NO_LIMIT)
            # Every reached child has a visit, every child in sustained use has one on each of its days.
            terms = {whole: 1 for whole, _ in visits.values()}
            for _, r, s in everybody:
                terms[r] = -1
                terms[s] = 1 - self.cells.days
            self.row(terms, 0, NO_LIMIT)

    def model(self, rows, columns, cost):
        """HiGHS with these rows; columns from `len(self.bounds)` on are slack, of no sign but their own, and cost."""
        lp = highspy.HighsLp()
        slack = columns - len(self.bounds)
        lp.num_col_, lp.num_row_ = columns, len(rows)
        lp.col_cost_ = np.array([0.0] * len(self.bounds) + [cost] * slack)
        lp.col_lower_ = np.array([b[0] for b in self.bounds] + [0] * slack, dtype=float)
        lp.col_upper_ = np.array([b[1] for b in self.bounds] + [NO_LIMIT] * slack, dtype=float)
        lp.row_lower_ = np.array([r[1] for r in rows], dtype=float)
        lp.row_upper_ = np.array([r[2] for r in rows], dtype=float)
        starts, index, value = [0], [], []
        for terms, _, _ in rows:
            index += terms.keys()
            value += terms.values()
            starts.append(len(index))
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(starts)
        lp.a_matrix_.index_ = np.array(index)
        lp.a_matrix_.value_ = np.array(value, dtype=float)
        lp.integrality_ = [highspy.HighsVarType.kInteger] * len(self.bounds) + [highspy.HighsVarType.kContinuous] * slack
        solver = highspy.Highs()
        solver.silent()
        solver.setOptionValue("threads", 1)
        model = highspy.HighsModel()
        model.lp_ = lp
        solver.passModel(model)
        return solver

    def solve(self, column=None, number=None):
        """A tally that fits, with the count in a column fixed; None if there is none."""
        if self.solver is None:
            self.solver = self.model(self.rows, len(self.bounds), 0)
        if column is not None:
            self.solver.changeColBounds(column, number, number)
        self.solver.run()
        status = self.solver.getModelStatus()
        found = None
        if status == highspy.HighsModelStatus.kOptimal:
            found = self.whole(self.solver)
            self.check(found)
        elif status != highspy.HighsModelStatus.kInfeasible:
            raise RuntimeError(f"the solver gave up: {status}")
        if column is not None:
            self.solver.changeColBounds(column, *self.bounds[column])
        return found

    def whole(self, solver):
        return np.rint(np.array(solver.getSolution().col_value)[: len(self.bounds)]).astype(np.int64)

    def check(self, found):
        """The tally, whole numbers, has the same release: each count in its interval, each tie kept."""
        if self.ties is None:
            rows = [(row, c, f) for row, (terms, _, _) in enumerate(self.rows) for c, f in terms.items()]
            self.ties = tuple(np.array(part, dtype=np.int64) for part in zip(*rows))
            self.limits = tuple(np.array([r[i] for r in self.rows], dtype=float) for i in (1, 2))
            self.ends = tuple(np.array([b[i] for b in self.bounds], dtype=np.int64) for i in (0, 1))
        assert (self.ends[0] <= found).all() and (found <= self.ends[1]).all()
        row, column, factor = self.ties
        sums = np.bincount(row, weights=factor * found[column], minlength=len(self.rows))
        assert (self.limits[0] <= sums).all() and (sums <= self.limits[1]).all()

    def witnesses(self, possible):
        """Tallies in which many hidden cells hold a number at once that none held before.

        Each cell is drawn towards such a number, and what it is off costs. Whatever comes out is a tally with the same
        release, however far it is from the best; that a number cannot be is never concluded here.
        """
        draw = random.Random(len(self.bounds))
        first, rows = len(self.bounds), list(self.rows)
        for at, name in enumerate(self.hidden):
            rows.append(({self.place[name]: 1, first + 2 * at: 1, first + 2 * at + 1: -1}, 0, 0))
        solver = self.model(rows, first + 2 * len(self.hidden), 1.0)
        solver.setOptionValue("mip_rel_gap", 0.2)
        solver.setOptionValue("mip_max_nodes", 50)
        while True:
            for at, name in enumerate(self.hidden):
                least, most = self.bounds[self.place[name]]
                unseen = [n for n in range(least, most + 1) if n not in possible[name]]
                target = draw.choice(unseen) if unseen else None
                limits = (target, target) if unseen else (-NO_LIMIT, NO_LIMIT)
                solver.changeRowBounds(len(self.rows) + at, *limits)
            solver.run()
            if solver.getInfo().primal_solution_status != 2:  # no tally within so many nodes
                return
            found = self.whole(solver)
            self.check(found)
            new = sum(int(found[self.place[name]]) not in possible[name] for name in self.hidden)
            yield found
            if new < 3:
                return

    def attack(self, stop_at_first=False):
        """The numbers that each hidden cell could not hold, by cell; empty where all of them could.

        For each number of each cell either a tally that holds it was found, and checked, or HiGHS says that there is none.
        """
        possible = {name: set() for name in self.hidden}
        if not self.hidden:
            return {}

        def learn(found):
            for name in self.hidden:
                possible[name].add(int(found[self.place[name]]))

        first = self.solve()
        assert first is not None, "no tally at all has this release"
        learn(first)
        for found in self.witnesses(possible):
            learn(found)
        broken = {}
        for name in self.hidden:
            least, most = self.bounds[self.place[name]]
            for number in range(least, most + 1):
                if number in possible[name]:
                    continue
                found = self.solve(self.place[name], number)
                if found is None:
                    broken.setdefault(name, []).append(number)
                    if stop_at_first:
                        return broken
                else:
                    learn(found)
        return broken
