"""attack.py RELEASE.gpkg … : tries to break every hidden cell of releases. Exit 1 if one is broken.

Prints, for each release, how many cells are shown, hidden, withheld kinds, and broken cells.
"""

import sys

from cells import read
from solver import Tally


def summary(path, cycle=None):
    cells = read(path, cycle)
    tally = Tally(cells)
    broken = tally.attack()
    shown = sum(1 for row in cells.rows() if row[4] >= 0)
    withheld = sum(1 for row in cells.rows() if row[4] < 0)
    return shown, len(tally.hidden), withheld, broken


def main():
    failed = False
    for path in sys.argv[1:]:
        shown, hidden, withheld, broken = summary(path)
        print(f"{path}: {shown} cells shown, {hidden} of them hidden, {withheld} kinds withheld, {len(broken)} broken")
        failed |= bool(broken)
        for name, numbers in broken.items():
            print(f"  {' '.join(name)}: cannot be {numbers}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
