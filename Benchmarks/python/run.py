# SPDX-License-Identifier: GPL-3.0-or-later
"""Times Muster phase by phase on generated firms, beside HiGHS on the same exported linear programs in the same run.

Fails where the two do not agree on the optimum, or ours finds none within the limit. Writes the tables to results.md, a section for each size."""

import argparse
import json
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from processes import build, highs, muster
from report import circumstances, seconds, table, write

SEED = 7
PHASES = ["read", "match", "model", "solve", "book", "cover", "explain", "verify", "print"]
SPREADS = ["steady", "weekly", "mixed"]


@dataclass(frozen=True)
class Size:
    people: int
    weeks: int
    # Of several runs the fastest counts: short times vary.
    repeat: int


SIZES = {"S": Size(50, 26, 5), "M": Size(200, 52, 3), "L": Size(1000, 52, 1)}


@dataclass
class Measured:
    """One firm: its cells in the two tables, and what is wrong."""

    phases: list
    solves: list
    wrong: list
    solver: str


def planned(file, plan, repeat, limit):
    """The run of `muster plan` with the least user time, and its wall and user seconds by phase; or None twice."""
    runs = []
    for _ in range(repeat):
        runs.append(muster("plan", file, "--timings", "--out", plan, output=os.devnull, limit=limit))
        if runs[-1] is None:
            return None, None
    best = min(runs, key=lambda run: run.user)
    lines = re.findall(r"^(\w+) +([\d.]+) +([\d.]+)$", best.errors, re.MULTILINE)
    return best, {phase: (float(wall), float(user)) for phase, wall, user in lines}


def disagreement(stage, optimum):
    """What is wrong between a plan's staffing stage and the optimum of HiGHS; nothing if they agree.

    The bound is the optimum; the value may fall a little short of it, since hours are whole seconds."""
    slack = 1e-6 * abs(optimum) + 0.01
    if abs(stage["bound"] - optimum) > slack:
        return f"bound {stage['bound']} of Muster, optimum {optimum} of HiGHS"
    if not optimum - 1e-4 * abs(optimum) - 0.01 <= stage["objective"] <= optimum + slack:
        return f"value {stage['objective']} of Muster, optimum {optimum} of HiGHS"
    return None


def beside(answer, ours, limit):
    """The cells of a peer: user and wall seconds, and how many times as much user time as ours."""
    if answer is None:
        return ["–", "–", "–"]
    ratio = f"{answer['user'] / ours:.1f}" if ours else "–"
    if answer["objective"] is None:
        return [f"> {seconds(answer['user'])}", f"> {limit}", f"> {ratio}"]
    return [seconds(answer["user"]), seconds(answer["wall"]), ratio]


def measure(size, spread, limit, folder):
    firm, plan, model = folder / "firm.yaml", folder / "plan.json", folder / "model.mps"
    muster("generate", "--people", size.people, "--weeks", size.weeks, "--seed", SEED, "--spread", spread, output=firm)
    best, times = planned(firm, plan, size.repeat, limit)
    muster("model", firm, "--mps", output=model)
    whole = highs(model, "whole", limit, size.repeat)
    split = highs(model, "blocks", limit, size.repeat) if spread == "weekly" else None
    if best:
        stage = json.loads(plan.read_text())["stages"][0]
        solved = [answer for answer in (whole, split) if answer and answer["objective"] is not None]
        wrong = [reason for answer in solved if (reason := disagreement(stage, answer["objective"]))]
        agreement = "no" if wrong else "yes" if solved else "–"
        wall, user = times["solve"]
        phases = [seconds(times[phase][1]) for phase in PHASES]
        phases += [seconds(best.user), seconds(best.wall), f"{best.peak / 1e6:.0f}"]
    else:
        wrong, agreement = [f"no plan within {limit} s"], "–"
        wall, user = None, None
        phases = ["–"] * (len(PHASES) + 1) + [f"> {limit}", "–"]
    return Measured(
        phases=[spread, *phases],
        solves=[spread, *(f"{whole[key]:,}" for key in ("rows", "columns", "nonzeros"))]
        + ([seconds(user), seconds(wall)] if best else ["–", f"> {limit}"])
        + [*beside(whole, user, limit), *beside(split, user, limit), f"{whole['peak'] / 1e6:.0f}", agreement],
        wrong=wrong,
        solver=f"HiGHS {whole['version']}",
    )


def section(name, size, measured, limit):
    command = f"Benchmarks/run --size {name}" + (f" --limit {limit}" if limit != 600 else "")
    runs = f"the fastest of {size.repeat} runs" if size.repeat > 1 else "one run"
    return "\n\n".join([
        f"## {name}: {size.people:,} people × {size.weeks} weeks",
        f"{circumstances(command, measured[0].solver)} Generated firms, seed {SEED}; {runs}.",
        "User CPU seconds by phase, the whole program, and its memory at the peak:",
        table(["firm", *PHASES, "all, user", "wall", "MB"], [firm.phases for firm in measured]),
        "Seconds for the linear program of the staffing stage; × is the user time of HiGHS over ours:",
        table(
            ["firm", "rows", "columns", "nonzeros", "ours, user", "wall", "HiGHS, user", "wall", "×"]
            + ["by week, user", "wall", "×", "HiGHS, MB", "agree"],
            [firm.solves for firm in measured]),
    ])


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description=__doc__)
    parser.add_argument("--size", nargs="+", choices=SIZES, default=list(SIZES), help="all without it")
    parser.add_argument(
        "--spread", nargs="+", choices=SPREADS, default=SPREADS, help="only those firms; results.md stays as it is")
    parser.add_argument("--limit", type=int, default=600, help="seconds for each plan, and each solve by HiGHS (600)")
    chosen = parser.parse_args()
    build()
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen.size:
            measured = []
            for spread in chosen.spread:
                print(f"{name} {spread} …", file=sys.stderr, flush=True)
                measured.append(measure(SIZES[name], spread, chosen.limit, Path(folder)))
                print(" ".join(measured[-1].solves[1:]), file=sys.stderr, flush=True)
                failures += [f"{name} {spread}: {reason}" for reason in measured[-1].wrong]
            text = section(name, SIZES[name], measured, chosen.limit)
            print(text, flush=True)
            if chosen.spread == SPREADS:
                write(name, text)
    for failure in failures:
        print(f"failed: {failure}", file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
