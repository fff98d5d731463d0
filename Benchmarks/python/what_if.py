# SPDX-License-Identifier: GPL-3.0-or-later
"""Times what-ifs on generated firms: re-solved from the base's plan, solved from nothing, and solved by HiGHS, all on
the same linear program in the same run. Writes a section of results.md.

With --check N, compares the optimum from the base's plan with that from nothing for at least N changes instead."""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from statistics import median

from processes import HOME, highs, run
from report import circumstances, table, write

PROGRAM = HOME / "Benchmarks/.build/release/what-if"
SEED = 7
SPREADS = ["steady", "weekly", "mixed"]
# People, weeks, changes of each kind, runs of which the fastest counts.
SIZES = {"S": (50, 26, 5, 3), "M": (200, 52, 2, 1)}
TOLERANCE = 1e-6


def answers(people, weeks, spread, seed, count, repeat, folder):
    result = run([PROGRAM, people, weeks, spread, seed, count, repeat, folder])
    if result.status != 0:
        sys.exit(f"what-if ended with status {result.status}:\n{result.errors}")
    return [json.loads(line) for line in result.output.splitlines()]


def differ(one, other):
    return abs(one - other) > TOLERANCE * abs(one) + 0.02


def milliseconds(value):
    return f"{1e3 * value:,.1f}"


def measure(name, spread, folder):
    people, weeks, count, repeat = SIZES[name]
    rows, failures, solver = [], [], ""
    found = answers(people, weeks, spread, SEED, count, repeat, folder)
    for change in dict.fromkeys(answer["change"] for answer in found):
        group = [answer for answer in found if answer["change"] == change]
        peers = []
        for answer in group:
            peer = highs(answer["model"])
            solver = f"HiGHS {peer['version']}"
            peers.append(peer["user"])
            for what, value in (("from the base", answer["warm bound"]), ("HiGHS", peer["objective"])):
                if value is None or differ(answer["cold bound"], value):
                    failures.append(f"{name} {spread}, {change} {answer['number']}: {answer['cold bound']}, {what} {value}")
            Path(answer["model"]).unlink()
        warm, cold, peer = (median(times) for times in ([a["warm"] for a in group], [a["cold"] for a in group], peers))
        worst = max(answer["warm"] for answer in group)
        rows.append([
            spread, change, milliseconds(warm), milliseconds(worst), milliseconds(cold), milliseconds(peer),
            f"{cold / warm:.1f}", f"{peer / warm:.1f}",
        ])
        print(" ".join(rows[-1]), file=sys.stderr, flush=True)
    return rows, failures, solver


def check(count):
    done, failures = 0, []
    for seed in range(1, 1_000_000):
        for spread in SPREADS:
            for answer in answers([8, 20, 30][seed % 3], [6, 13, 9][seed % 3], spread, seed, 6, 1, "-"):
                done += 1
                if differ(answer["cold bound"], answer["warm bound"]):
                    failures.append(f"seed {seed} {spread}, {answer}")
        if done >= count:
            break
    print(f"{done - len(failures)} of {done} optima from the base's plan are those from nothing, within {TOLERANCE:g}")
    return failures


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/what-if", description=__doc__)
    parser.add_argument("--size", nargs="+", choices=SIZES, default=["S", "M"])
    parser.add_argument("--check", type=int, metavar="N", help="compare at least so many optima instead")
    chosen = parser.parse_args()
    failures = []
    if chosen.check:
        failures = check(chosen.check)
    else:
        texts, solver = [], ""
        with tempfile.TemporaryDirectory() as folder:
            for name in chosen.size:
                rows = []
                for spread in SPREADS:
                    more, wrong, solver = measure(name, spread, folder)
                    rows += more
                    failures += wrong
                people, weeks, count, repeat = SIZES[name]
                texts.append(
                    f"{people} people × {weeks} weeks; the median of {count} changes of each kind, of each the fastest of "
                    f"{repeat}:\n\n" + table(
                        ["firm", "change", "from the base, ms", "the slowest", "from nothing", "HiGHS",
                         "× from nothing", "× HiGHS"], rows))
        command = "Benchmarks/what-if" + (f" --size {' '.join(chosen.size)}" if len(chosen.size) < len(SIZES) else "")
        text = "\n\n".join([
            "## what-if", circumstances(command, solver) + f" Generated firms, seed {SEED}; user CPU time of solving "
            "the staffing stage.", *texts])
        print(text)
        write("what-if", text)
    for failure in failures:
        print(f"failed: {failure}", file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
