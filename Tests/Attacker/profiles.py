"""profiles.py NEEDS FOLDER [SHARED-DATA]: the sample's and Sunderland's releases under each profile and a council's own.

Every hidden cell is attacked; Sunderland's cells are computed again from its input files. Prints a line a release. Exit 1 if
a cell is broken or differs.
"""

import subprocess
import sys
from pathlib import Path

from cells import read
from solver import Tally
from sunderland import exact

ROOT = Path(__file__).resolve().parents[2]
OWN = "{hide: 6, base: 4, sensitive: [send, language]}"
PROFILES = {name: f"{{profile: {name}}}" for name in ("small", "six", "eight", "ten")} | {"own, two sensitive": OWN}


def declare(text, block):
    """The audit file with another profile; the names that it lets print stay."""
    start = text.index("disclosure:")
    lines = text[start:].split("\n")
    end = next((i for i, line in enumerate(lines[1:], 1) if line and line[0] not in " #"), len(lines))
    old = "\n".join(lines[:end])
    names = old[old.index("groups: {") :].split("}")[0] + "}"
    return text.replace(old, f"disclosure: {block[:-1]}, {names}}}")


def main():
    needs, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    shared = Path(sys.argv[3]).resolve() if len(sys.argv) > 3 and Path(sys.argv[3]).is_dir() else None
    audits = [("sample", ROOT / "geodata/audit.yml", ROOT / "geodata")]
    if shared:
        audits.append(("Sunderland", ROOT / "Tests/Acceptance/sunderland/audit.yml", shared / "sunderland"))
    failed = False
    for name, audit, data in audits:
        for profile, block in PROFILES.items():
            place = folder / f"{name}-{profile.split(',')[0]}"
            place.mkdir(parents=True, exist_ok=True)
            for old in place.iterdir():
                old.unlink()
            (place / "audit.yml").write_text(declare(audit.read_text(), block))
            for arguments in (
                ["audit", place / "audit.yml", "--data", data, "--workspace", place / "W.gpkg"],
                ["release", "--workspace", place / "W.gpkg", "--to", place / "R.gpkg"],
            ):
                subprocess.run([needs, *arguments], check=True, capture_output=True)
            cells = read(place / "R.gpkg")
            tally = Tally(cells)
            broken = tally.attack()
            line = f"{name}, {profile}: {len(cells.rows())} cells, {len(tally.hidden)} hidden, {len(broken)} broken"
            failed |= bool(broken)
            if name == "Sunderland":
                again = set(exact(data, cells, str(shared / "proj")).released().rows())
                differing = len(again ^ set(cells.rows()))
                line += f"; computed again from the files: {differing} differ"
                failed |= differing > 0
            print(line, flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
