#!/usr/bin/env python3
"""How often planted truths are found, by the ordinary command line: planted.py GENERATOR NEEDS FIRST LAST [FOLDER]

GENERATOR SEED OUT makes a borough with truths.json (it was not written by the detector's author); NEEDS audits both
cycles and prints its findings; what they say is held against what was planted, pooled over the seeds FIRST to LAST.
Ends with 1 if a target is missed.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

AUDIT = """name: planted
crs: EPSG:27700
areas: {file: areas.geojson, columns: {code: code}}
catchments: {areas: {file: which-areas-2025-26.csv, columns: {catchment: centre_id, area: area}}}
centres: {file: centres.csv, columns: {id: centre_id, name: name, easting: easting, northing: northing}}
population: {file: under-fives.csv, columns: {area: area, children: under5}, date: 2025-06-30}
indicators:
  - {id: imd, file: deprivation.csv, columns: {area: area, rank: imd_rank, decile: imd_decile}, of: 32844}
enrolments:
  file: enrolments.csv
  columns: {child: child_id, family: family_id, born: date_of_birth, easting: easting, northing: northing, registered: registered_on}
  groups: {language: language_group}
service-use: {file: service-use.csv, columns: {child: child_id, date: date, centre: centre_id, service: service}}
cycles:
  - label: 2024-25
    from: 2024-09-01
    to: 2025-08-31
    catchments: {areas: {file: which-areas-2024-25.csv, columns: {catchment: centre_id, area: area}}}
  - {label: 2025-26, from: 2025-09-01, to: 2026-08-31}
voices: {file: voices.csv}
"""


def findings_of(needs, folder):
    with open(f"{folder}/audit.yml", "w", encoding="utf-8") as file:
        file.write(AUDIT)
    workspace = f"{folder}/planted.gpkg"
    if os.path.exists(workspace):
        os.remove(workspace)
    for cycle in ("2024-25", "2025-26"):
        subprocess.run([needs, "audit", f"{folder}/audit.yml", "--workspace", workspace, "--cycle", cycle],
                       check=True, capture_output=True)
    printed = subprocess.run([needs, "findings", "--workspace", workspace, "--format", "json", "--full"],
                             check=True, capture_output=True, text=True).stdout
    return json.loads(printed)


def main(generator, needs, first, last, folder=None):
    counts = dict.fromkeys(
        ["boroughs", "areas", "pockets", "found", "false", "silent", "silent found", "silent false", "loud",
         "loud found", "loud false", "fell", "fell found", "moved", "moved found", "moved false", "apart"], 0)
    for seed in range(first, last + 1):
        place = f"{folder}/b{seed}" if folder else tempfile.mkdtemp()
        if not os.path.exists(f"{place}/truths.json"):
            subprocess.run([sys.executable, generator, str(seed), place], check=True)
        truth = json.load(open(f"{place}/truths.json", encoding="utf-8"))
        areas = len(json.load(open(f"{place}/areas.geojson", encoding="utf-8"))["features"])
        found = findings_of(needs, place)
        if not folder:
            shutil.rmtree(place)
        pockets = set(truth["pocket"])
        counts["boroughs"] += 1
        counts["areas"] += areas - len(pockets)
        counts["pockets"] += len(pockets)
        counts["found"] += len(pockets & set(found["pockets"]))
        counts["false"] += len(set(found["pockets"]) - pockets)
        for name, planted, said in (("silent", truth["silent_group"], found["unheard"]),
                                    ("loud", truth["loud_voice"], found["loud"])):
            counts[name] += planted is not None
            counts[f"{name} found"] += planted is not None and planted in said
            counts[f"{name} false"] += len([one for one in said if one != planted])
        reached = {row["catchment"]: row for row in found["changes"] if row["measure"] == "reached"}
        if truth["real_change"]:
            # It fell by three in ten: the real part says so, whatever passed over the boundary.
            fell = reached[truth["real_change"]]
            share = {code: row["real"] / max(1, row["after"] - row["real"]) for code, row in reached.items()}
            counts["fell"] += 1
            counts["fell found"] += min(share, key=share.get) == truth["real_change"] and fell["real"] < 0
        touched = {code for _, *codes in truth["moved"] for code in codes}
        enrolled = {row["catchment"]: row for row in found["changes"] if row["measure"] == "enrolled"}
        counts["moved"] += len(touched)
        counts["moved found"] += len([code for code in touched if enrolled[code]["boundary"] != 0])
        counts["moved false"] += len([code for code in enrolled if code not in touched and enrolled[code]["boundary"] != 0])
        counts["apart"] += sum(row["after"] - row["before"] != row["real"] + row["data"] + row["boundary"] + row["method"]
                               for row in found["changes"])
    share = counts["found"] / max(1, counts["pockets"])
    false = counts["false"] / counts["areas"]
    print(f"{counts['boroughs']} boroughs, seeds {first} to {last}")
    print(f"pockets: {counts['found']} of {counts['pockets']} found ({share:.1%}); "
          f"{counts['false']} of {counts['areas']} other areas flagged ({false:.2%})")
    for name, what in (("silent", "silent groups"), ("loud", "loud voices")):
        print(f"{what}: {counts[f'{name} found']} of {counts[name]} found; {counts[f'{name} false']} where none was planted")
    print(f"real falls: {counts['fell found']} of {counts['fell']} are the deepest real part of their borough")
    print(f"moved boundaries: {counts['moved found']} of {counts['moved']} catchments show it; {counts['moved false']} others do")
    print(f"changes whose parts do not add up: {counts['apart']}")
    good = (share >= 0.95 and false <= 0.07 and counts["silent found"] == counts["silent"] and counts["apart"] == 0
            and counts["loud found"] == counts["loud"] and not counts["silent false"] and not counts["loud false"]
            and not counts["moved false"])
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), *sys.argv[5:6])
