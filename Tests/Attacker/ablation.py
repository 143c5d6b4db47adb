"""ablation.py NEEDS FIRST LAST FOLDER: what each part of the protection is for. Makes boroughs, leaves out one part of the
protection at a time, and attacks every hidden cell of what is left. With all parts the cells have to be the release's.

Prints a line a variant: boroughs, hidden cells, cells broken, boroughs broken. Exit 1 if the whole protection is broken or
differs from the release, or if nothing breaks without gate and auditor, or with totals rounded by themselves.
"""

import shutil
import sys
from pathlib import Path

from boroughs import make
from cells import read
from protection import PARTS, read_exact
from solver import Tally

VARIANTS = [("all parts", PARTS, False)]
VARIANTS += [(f"without {part}", tuple(p for p in PARTS if p != part), False) for part in PARTS]
VARIANTS += [("without gate and auditor", ("joining", "across"), False)]
VARIANTS += [("with totals rounded by themselves", PARTS, True), ("without any part", (), False)]
VARIANTS += [("without any part, totals rounded by themselves", (), True)]


def atoms(cells):
    """The counts of each atom, by its catchments and area."""
    return {(name, area): counts for name, unit in cells.sets.items() for area, counts in unit.atoms.items()}


def main():
    needs, first, last, root = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    table = {name: [0, 0, 0] for name, _, _ in VARIANTS}
    differing, gardens, lived = 0, 0, 0
    for seed in range(first, last + 1):
        folder = root / f"ablation-{seed}"
        make(needs, folder, seed)
        exact = read_exact(folder / "W.gpkg")
        for name, parts, totals in VARIANTS:
            cells = exact.released(parts, totals)
            if name == "all parts" and cells.rows() != read(folder / "R.gpkg").rows():
                differing += 1
                left, right = set(cells.rows()), set(read(folder / "R.gpkg").rows())
                print(f"borough {seed}: only here {sorted(left - right)[:5]}, only in the release {sorted(right - left)[:5]}")
            if name == "all parts":
                places = set(atoms(cells))
            if name == "without joining":
                small = [counts for place, counts in atoms(cells).items() if place not in places]
                gardens += len(small)
                lived += sum(1 for enrolled, _, _ in small if enrolled[1] > 0)
            tally = Tally(cells)
            broken = tally.attack()
            if broken and not cells.totals:
                print(f"borough {seed}, {name}: {len(broken)} broken, such as {sorted(broken.items())[0]}", flush=True)
            table[name][0] += len(tally.hidden)
            table[name][1] += len(broken)
            table[name][2] += bool(broken)
        shutil.rmtree(folder)
    count = last - first + 1
    print(f"{'protection':50}{'boroughs':>10}{'hidden cells':>14}{'broken cells':>14}{'boroughs broken':>17}")
    for name, (attacked, broken, boroughs) in table.items():
        print(f"{name:50}{count:>10}{attacked:>14}{broken:>14}{boroughs:>17}")
    print(f"without joining {gardens} atoms under 5 % of their area would be shown, {lived} of them with children")
    print(f"the second computation differs from the release in {differing} boroughs")
    needed = ("without gate and auditor", "with totals rounded by themselves")
    sys.exit(0 if table["all parts"][1] == 0 and differing == 0 and all(table[name][1] for name in needed) else 1)


if __name__ == "__main__":
    main()
