# SPDX-License-Identifier: GPL-3.0-or-later
"""Times Muster phase by phase on generated firms, beside HiGHS on the same exported linear programs in the same run.

Fails where the two do not agree on the optimum. Writes the tables to results.md, a section for each size."""

import argparse
import datetime
import json
import os
import platform
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from processes import HOME, build, highs, muster

RESULTS = HOME / "Benchmarks/results.md"
SEED = 7
PHASES = ["read", "match", "model", "solve", "book", "cover", "explain", "verify", "print"]


@dataclass(frozen=True)
class Size:
    people: int
    weeks: int
    # Of several runs the fastest counts: short times vary.
    repeat: int

    def title(self, name):
        return f"{name}: {self.people:,} people × {self.weeks} weeks"


SIZES = {"S": Size(50, 26, 5), "M": Size(200, 52, 2), "L": Size(1000, 52, 1)}
SPREADS = ["steady", "weekly", "mixed"]


def table(header, rows):
    """An aligned Markdown table; the first column to the left, the others to the right."""
    cells = [header] + rows
    widths = [max(len(row[index]) for row in cells) for index in range(len(header))]
    def line(row):
        return "| " + " | ".join(cell.ljust(width) if not index else cell.rjust(width) for index, (cell, width) in enumerate(zip(row, widths))) + " |"
    rule = "|" + "|".join("-" * (width + 1) + (":" if index else "-") for index, width in enumerate(widths)) + "|"
    return "\n".join([line(header), rule] + [line(row) for row in rows])


def seconds(value):
    return f"{value:.1f}" if value >= 100 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def phases(text):
    """What `muster plan --timings` says: wall and user seconds of each phase."""
    found = {}
    for line in text.splitlines():
        match = re.fullmatch(r"(\w+) +([\d.]+) +([\d.]+)", line)
        if match:
            found[match[1]] = (float(match[2]), float(match[3]))
    return found


def planned(file, plan, repeat):
    """The run of `muster plan` with the least user time, and its phases."""
    runs = [muster("plan", file, "--timings", "--out", plan, output=os.devnull) for _ in range(repeat)]
    best = min(runs, key=lambda run: run.user)
    return best, phases(best.errors)


def disagreement(stage, optimum):
    """What is wrong between a plan's staffing stage and the optimum of HiGHS; nothing if they agree."""
    slack = 1e-6 * abs(optimum) + 0.01
    if abs(stage["bound"] - optimum) > slack:
        return f"bound {stage['bound']} of Muster, optimum {optimum} of HiGHS"
    if not optimum - 1e-4 * abs(optimum) <= stage["objective"] <= optimum + slack:
        return f"value {stage['objective']} of Muster, optimum {optimum} of HiGHS"
    return None


def beside(answer, ours, limit):
    """The cells of a peer: user and wall seconds, and how many times faster ours is by user time."""
    if answer is None:
        return ["–", "–", "–"]
    if answer["objective"] is None:
        return [f"> {limit}", f"> {limit}", f"> {answer['user'] / ours:.1f}"]
    return [seconds(answer["user"]), seconds(answer["wall"]), f"{answer['user'] / ours:.1f}"]


def measure(size, spread, limit, folder):
    """The rows of one firm in the two tables, and what is wrong."""
    firm, plan, model = folder / "firm.yaml", folder / "plan.json", folder / "model.mps"
    muster("generate", "--people", size.people, "--weeks", size.weeks, "--seed", SEED, "--spread", spread, output=firm)
    best, times = planned(firm, plan, size.repeat)
    stage = json.loads(plan.read_text())["stages"][0]
    muster("model", firm, "--mps", output=model)
    whole = highs(model, "whole", limit, size.repeat)
    split = highs(model, "blocks", limit, size.repeat) if spread == "weekly" else None
    model.unlink()
    wrong = [disagreement(stage, answer["objective"]) for answer in (whole, split) if answer and answer["objective"] is not None]
    agreed = "no" if any(wrong) else "yes" if wrong else "–"
    wall, user = times["solve"]
    return (
        [spread] + [seconds(times[phase][1]) for phase in PHASES] + [seconds(best.user), seconds(best.wall), f"{best.peak / 1e6:.0f}"],
        [spread] + [f"{whole[key]:,}" for key in ("rows", "columns", "nonzeros")] + [seconds(user), seconds(wall)]
        + beside(whole, user, limit) + beside(split, user, limit) + [f"{whole['peak'] / 1e6:.0f}", agreed],
        [reason for reason in wrong if reason],
    ), whole["version"]


def section(name, size, rows, version, limit):
    command = f"Benchmarks/run --size {name}" + (f" --limit {limit}" if limit != 600 else "")
    return "\n\n".join([
        f"## {size.title(name)}",
        f"`{command}`, {datetime.date.today()}, {machine()}, HiGHS {version}. Generated firms, seed {SEED}; "
        + (f"the fastest of {size.repeat} runs." if size.repeat > 1 else "one run."),
        "User CPU seconds by phase; the whole program; its memory at the peak:",
        table(["firm"] + PHASES + ["all, user", "all, wall", "MB"], [phases for phases, _, _ in rows]),
        "The linear program of the staffing stage, seconds, beside HiGHS; × is user time of HiGHS over ours:",
        table(
            ["firm", "rows", "columns", "nonzeros", "ours, user", "wall", "HiGHS, user", "wall", "×",
             "by week, user", "wall", "×", "HiGHS, MB", "agree"],
            [solves for _, solves, _ in rows]),
    ]) + "\n"


def machine():
    model = platform.machine()
    try:
        found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
        model = found[1].strip() if found else model
    except OSError:
        pass
    return f"{os.cpu_count()} cores ({model}), {platform.system()}"


def write(name, text):
    """Puts the section of a size into results.md in place of its old one."""
    introduction = "# Results\n\nWritten by `Benchmarks/run`; [README.md](README.md) says what the columns mean.\n"
    sections = {}
    if RESULTS.exists():
        for part in RESULTS.read_text().split("\n## ")[1:]:
            sections[part[0]] = "## " + part.rstrip("\n") + "\n"
    sections[name] = text
    RESULTS.write_text("\n".join([introduction] + [sections[key] for key in SIZES if key in sections]))


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description=__doc__)
    parser.add_argument("--size", nargs="+", choices=SIZES, default=list(SIZES), help="which sizes; all without it")
    parser.add_argument("--spread", nargs="+", choices=SPREADS, default=SPREADS, help="which firms; all without it, and only then results.md is written")
    parser.add_argument("--limit", type=int, default=600, help="seconds for HiGHS (600)")
    chosen = parser.parse_args()
    build()
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen.size:
            rows = []
            for spread in chosen.spread:
                print(f"{name} {spread} …", file=sys.stderr, flush=True)
                row, version = measure(SIZES[name], spread, chosen.limit, Path(folder))
                rows.append(row)
                failures += [f"{name} {spread}: {reason}" for reason in row[2]]
            text = section(name, SIZES[name], rows, version, chosen.limit)
            print(text, flush=True)
            if chosen.spread == SPREADS:
                write(name, text)
    for failure in failures:
        print(f"disagreement: {failure}", file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
