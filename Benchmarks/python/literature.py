# SPDX-License-Identifier: GPL-3.0-or-later
"""Solves published linear and integer programs with our library and with HiGHS, and compares both with the published
optima. Fails where our answer is another. Writes the tables to results.md.

The instances are not part of Muster: give their folder, which holds netlib/ and mip-small/, each with a
best_known.csv."""

import argparse
import csv
import gzip
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from processes import HOME, highs, run
from report import circumstances, seconds, table, write

BENCHMARKS = HOME / "Benchmarks"
SOLVER = BENCHMARKS / ".build/release/solve-mps"
FORMATS = {"netlib": "fixed", "mip-small": "free"}
REPEAT = 3
# Listed optima that are known to agree to about 1e-6 only.
OLD_ANSWERS = {"scrs8", "nesm", "ganges", "finnis", "forplan", "perold", "scagr7"}


def instances(folder):
    """Name, published answer, tolerance and text of each instance."""
    with (folder / "best_known.csv").open(newline="") as listed:
        for row in csv.DictReader(listed):
            name = row["instance"]
            tolerance = max(float(row.get("tolerance", 2e-6)), 2e-6 if name in OLD_ANSWERS else 1e-8)
            packed, plain = folder / f"{name}.mps.gz", folder / f"{name}.mps"
            if packed.exists():
                yield name, row["objective"], tolerance, gzip.decompress(packed.read_bytes())
            elif plain.exists():
                yield name, row["objective"], tolerance, plain.read_bytes()


def ours(file, form, limit):
    """Outcome, objective and seconds of user time of our library; the fastest of some runs."""
    answers = []
    for _ in range(REPEAT):
        result = run([SOLVER, form, file, limit])
        if result.status != 0:
            sys.exit(f"solve-mps on {file} ended with status {result.status}:\n{result.errors}")
        outcome, objective, _, user = result.output.split()
        answers.append((outcome, None if objective == "-" else float(objective), float(user)))
        if outcome in ("feasible", "stopped"):
            break
    return min(answers, key=lambda answer: answer[2])


def agrees(outcome, objective, published, tolerance):
    """Whether an answer is the published one; None where the solver ran out of time."""
    outcome = outcome.lower()
    if outcome in ("feasible", "stopped", "time limit reached"):
        return None
    word = published.split()[0]
    if word in ("infeasible", "unbounded"):
        return word in outcome
    return outcome == "optimal" and math.isclose(objective, float(published), rel_tol=tolerance, abs_tol=tolerance)


def word(agreement):
    return {True: "yes", False: "no", None: "no time"}[agreement]


def is_telling(user, peer):
    """Whether a ratio of times says anything: the clock is good for about a millisecond."""
    return min(user, peer) >= 1e-3 and max(user, peer) >= 1e-2


def compare(name, published, tolerance, file, form, limit):
    """The cells of an instance, whether ours agrees, and the user seconds of both where both found the answer."""
    outcome, objective, user = ours(file, form, limit)
    peer = highs(file, "whole", limit, REPEAT)
    right = agrees(outcome, objective, published, tolerance)
    peer_right = agrees(peer["status"], peer["objective"], published, tolerance)
    cells = [
        name, f"{peer['rows']:,}", f"{peer['columns']:,}", published.split()[0],
        seconds(user) if right is not None else f"> {limit}",
        seconds(peer["user"]) if peer_right is not None else f"> {limit}",
        f"{peer['user'] / user:.1f}" if right and peer_right and is_telling(user, peer["user"]) else "–",
        word(right), word(peer_right),
    ]
    return cells, right, (user, peer["user"]) if right and peer_right else None, peer["version"]


def report(folder, limit, scratch):
    """Prints and writes the section of a folder; the names of instances where ours is another answer."""
    name = folder.name
    rows, times, wrong, version = [], [], [], ""
    for instance, published, tolerance, text in instances(folder):
        file = scratch / "model.mps"
        file.write_bytes(text)
        cells, right, both, version = compare(instance, published, tolerance, file, FORMATS[name], limit)
        print(" ".join(cells), file=sys.stderr, flush=True)
        rows.append(cells)
        times += [both] if both else []
        wrong += [instance] if right is False else []
    ratios = [peer / user for user, peer in times if is_telling(user, peer)]
    mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
    text = "\n\n".join([
        f"## {name}",
        circumstances("Benchmarks/literature", f"HiGHS {version}")
        + f" User CPU seconds, the fastest of {REPEAT} runs, at most {limit} s each; × is the time of HiGHS over ours.",
        f"Both found the published answer for {len(times)} of {len(rows)} instances, in {seconds(sum(user for user, _ in times))} s "
        f"(ours) and {seconds(sum(peer for _, peer in times))} s (HiGHS); geometric mean of × over the {len(ratios)} "
        f"that take 10 ms or more: {mean:.2f}.",
        table(["instance", "rows", "columns", "published", "ours", "HiGHS", "×", "ours agrees", "HiGHS agrees"], rows),
    ])
    print(text, flush=True)
    write(name, text)
    return wrong


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/literature", description=__doc__)
    default = os.environ.get("MUSTER_DATA", HOME.parent / "shared/data")
    parser.add_argument("folder", nargs="?", type=Path, default=default, help="or set MUSTER_DATA to it")
    parser.add_argument("--limit", type=int, default=20, help="seconds for each solve (20)")
    chosen = parser.parse_args()
    folders = [Path(chosen.folder) / name for name in FORMATS]
    missing = [str(folder) for folder in folders if not (folder / "best_known.csv").exists()]
    if missing:
        sys.exit(f"no instances in {', '.join(missing)}: give their folder, or set MUSTER_DATA to it")
    subprocess.run(["swift", "build", "--package-path", BENCHMARKS, "-c", "release", "--quiet"], check=True)
    wrong = []
    with tempfile.TemporaryDirectory() as scratch:
        for folder in folders:
            wrong += report(folder, chosen.limit, Path(scratch))
    for instance in wrong:
        print(f"disagreement: {instance}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


main()
