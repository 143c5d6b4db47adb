"""boroughs.py NEEDS COUNT FOLDER: makes boroughs, audits and releases each, and attacks both the release and what it would
be without its protection. Exit 1 if a cell of a release is broken, or if the attacker breaks nothing that is unprotected.

Prints a table: boroughs, cells attacked, cells broken, boroughs with a broken cell; and what protection costs.
"""

import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from cells import read
from protection import read_exact
from solver import Tally

PROFILES = ["small", "small", "small", "six", "eight", "ten"]


def make(needs, folder, seed):
    """A borough of some size and its workspace and release."""
    draw = random.Random(seed)
    areas, catchments = draw.randint(12, 24), draw.randint(3, 6)
    children = max(100, areas * draw.choice([5, 8, 15, 40]))
    visits = children * draw.choice([2, 4, 8])
    profile = draw.choice(PROFILES)
    shutil.rmtree(folder, ignore_errors=True)

    def run(*arguments):
        done = subprocess.run([needs, *map(str, arguments)], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"seed {seed}: {' '.join(map(str, arguments))}: {done.stderr[-500:]}")

    run("sample", "--out", folder, "--seed", seed, "--areas", areas, "--catchments", catchments,
        "--children", children, "--visits", visits)  # fmt: skip
    file = folder / "audit.yml"
    file.write_text(file.read_text().replace("profile: small", f"profile: {profile}"))
    run("audit", file, "--workspace", folder / "W.gpkg")
    run("release", "--workspace", folder / "W.gpkg", "--to", folder / "R.gpkg")
    return profile


def cost(folder):
    """How far catchment totals are from the truth, as a share, over all measures: the mean and the most."""
    sums = {}
    for name in ("W", "R"):
        db = sqlite3.connect(folder / f"{name}.gpkg")
        for row in db.execute(
            "SELECT catchment, enrolled, reached, sustained FROM people_by_catchment ORDER BY cycle, catchment"
        ):
            sums.setdefault(name, []).append(row[1:])
    pairs = [(w, r) for ws, rs in zip(sums["W"], sums["R"]) for w, r in zip(ws, rs) if w >= 20]
    errors = [abs(r - w) / w for w, r in pairs]
    return (sum(errors) / len(errors), max(errors)) if errors else (0.0, 0.0)


def main():
    needs, count, root = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    table = {"without": [0, 0, 0], "with": [0, 0, 0]}
    hidden_share, withheld_sets, sets, errors, worst = [], 0, 0, [], 0.0
    for seed in range(1, count + 1):
        folder = root / f"borough-{seed}"
        profile = make(needs, folder, seed)
        released = read(folder / "R.gpkg")
        for name, cells, first in (("without", read_exact(folder / "W.gpkg").released((), totals=True), True), ("with", released, False)):
            tally = Tally(cells)
            broken = tally.attack(stop_at_first=first)
            table[name][0] += len(tally.hidden)
            table[name][1] += len(broken)
            table[name][2] += bool(broken)
            if name == "with" and broken:
                print(f"borough {seed} ({profile}): {broken}", flush=True)
        rows = [row for row in released.rows() if row[4] >= 0]
        hidden_share.append(sum(1 for row in rows if row[5] == released.hide) / max(1, len(rows)))
        sets += len(released.sets)
        withheld_sets += sum(1 for unit in released.sets.values() if unit.withheld)
        mean, most = cost(folder)
        errors.append(mean)
        worst = max(worst, most)
        shutil.rmtree(folder)
        if seed % 20 == 0:
            print(f"{seed} boroughs: without {table['without']}, with {table['with']}", flush=True)
    print(f"{'protection':12}{'boroughs':>10}{'hidden cells':>14}{'broken cells':>14}{'boroughs broken':>17}")
    for name in ("without", "with"):
        attacked, broken, boroughs = table[name]
        print(f"{name:12}{count:>10}{attacked:>14}{broken:>14}{boroughs:>17}")
    print("(without protection the attack on a borough ends at its first broken cell)")
    print(
        f"cost: {100 * sum(hidden_share) / count:.1f} % of the cells shown are hidden; {withheld_sets} of {sets} sets show "
        f"not all kinds; catchment totals of 20 and more are off by {100 * sum(errors) / count:.1f} % at the mean, "
        f"{100 * worst:.1f} % at the most"
    )
    sys.exit(0 if table["with"][1] == 0 and table["without"][1] > 0 else 1)


if __name__ == "__main__":
    main()
