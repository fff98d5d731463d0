# SPDX-License-Identifier: GPL-3.0-or-later
"""Confirms Muster's optima by another solver.

The linear program of each example and of some generated firms is exported and solved by HiGHS. Its optimum must equal
the one in optima.csv, and lie between the value and the bound that Muster's plan states for its staffing stage."""

import argparse
import csv
import json
import sys
import tempfile
from pathlib import Path

from processes import HOME, build, highs, muster

TABLE = HOME / "Benchmarks/optima.csv"
FIELDS = ["scenario", "rows", "columns", "nonzeros", "optimum", "solver"]

SIZES = [(10, 8, (1, 2, 3)), (30, 12, (4, 5)), (50, 26, (6,))]
GENERATED = [
    f"generate --people {people} --weeks {weeks} --seed {seed} --spread {spread}"
    for people, weeks, seeds in SIZES
    for spread in ("steady", "weekly", "mixed")
    for seed in seeds
]

# Examples whose plans choose when work begins.
WITH_WINDOWS = ["Scenarios/windows/base.yaml"]

# The plan's hours are whole seconds, which costs it a little; its amounts are rounded to the cent.
MOST_LOST_IN_ROUNDING = 1e-4
TOLERANCE = 1e-6
CENT = 0.01


def confirm(scenario, file, folder):
    """What HiGHS says of a scenario as a row of the table, and what is wrong with the plan."""
    muster("model", file, "--mps", output=folder / "model.mps")
    answer = highs(folder / "model.mps")
    plan = json.loads(muster("plan", file, "--json").output)
    stage = plan["stages"][0]
    optimum = answer["objective"]
    row = {
        "scenario": scenario,
        "rows": answer["rows"],
        "columns": answer["columns"],
        "nonzeros": answer["nonzeros"],
        "optimum": f"{optimum:.6f}",
        "solver": f"HiGHS {answer['version']}",
    }
    if scenario in WITH_WINDOWS:
        # The model is of the first starts, the plan of those that it has chosen.
        return row, []
    slack = TOLERANCE * abs(optimum) + CENT
    wrong = []
    if abs(stage["bound"] - optimum) > slack:
        wrong.append(f"the plan's bound {stage['bound']} is not the optimum {optimum}")
    if stage["objective"] > optimum + slack:
        wrong.append(f"the plan's value {stage['objective']} exceeds the optimum {optimum}")
    if stage["objective"] < optimum - MOST_LOST_IN_ROUNDING * abs(optimum) - CENT:
        wrong.append(f"the plan's value {stage['objective']} is too far below the optimum {optimum}")
    return row, wrong


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/confirm", description=__doc__)
    parser.add_argument("--update", action="store_true", help="write what HiGHS finds to optima.csv")
    update = parser.parse_args().update
    build()
    known = {}
    if TABLE.exists():
        with TABLE.open(newline="") as table:
            known = {row["scenario"]: row for row in csv.DictReader(table)}
    examples = [str(file.relative_to(HOME)) for file in sorted(HOME.glob("Scenarios/*/base.yaml"))]
    rows, failures = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for scenario in examples + GENERATED:
            file = HOME / scenario
            if scenario in GENERATED:
                file = folder / "firm.yaml"
                muster(*scenario.split(), output=file)
            row, wrong = confirm(scenario, file, folder)
            listed = known.get(scenario)
            if not update and (listed is None or abs(float(listed["optimum"]) - float(row["optimum"])) > TOLERANCE * abs(float(row["optimum"]))):
                wrong.append(f"optima.csv lists {listed and listed['optimum']}; --update writes {row['optimum']}")
            print(f"{scenario:64} {row['optimum']:>18}  {'; '.join(wrong) or 'confirmed'}", flush=True)
            rows.append(row)
            failures += bool(wrong)
    for stale in known.keys() - {row["scenario"] for row in rows}:
        if not update:
            print(f"{stale:64} is listed in optima.csv and no longer there")
            failures += 1
    if update and not failures:
        with TABLE.open("w", newline="") as table:
            writer = csv.DictWriter(table, FIELDS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    print(f"{len(rows) - failures} of {len(rows)} confirmed by {rows[0]['solver']}")
    sys.exit(1 if failures else 0)


main()
