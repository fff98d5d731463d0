# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs our search on published assignment instances, checks each answer, and compares it with the best known one and
with what HiGHS and, where it is installed, CP-SAT find in the same time. Fails where an answer breaks a rule, where it
is better than what is proven, or where a bound is above a known answer. Writes assignments.md.

The instances are not part of Muster: give the folder that holds gap/ and smptsp/, each with a best_known.csv."""

import argparse
import csv
import datetime
import json
import math
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import assignment_peers as peers
import highspy
from processes import HOME, run
from report import machine, seconds, table

BENCHMARKS = HOME / "Benchmarks"
SOLVER = BENCHMARKS / ".build/release/assignments"
REPORT = BENCHMARKS / "assignments.md"
LEAST_TIME = 0.1


def numbers(text):
    return [int(word) for word in re.findall(r"-?\d+", text)]


@dataclass
class Gap:
    """Each item to exactly one agent, at least cost, within what each agent has."""

    cost: list
    use: list
    capacity: list

    @staticmethod
    def read(file):
        words = numbers(file.read_text())
        m, n = words[:2]
        rows = [words[2 + row * n : 2 + (row + 1) * n] for row in range(2 * m)]
        return Gap(rows[:m], rows[m:], words[2 + 2 * m * n :])

    def check(self, holder):
        """The cost of an answer, and what is wrong with it."""
        used = [0] * len(self.capacity)
        wrong = ["an item without an agent"] * holder.count(-1)
        for item, agent in enumerate(holder):
            if agent >= 0:
                used[agent] += self.use[agent][item]
        wrong += [f"agent {agent} uses {most} of {self.capacity[agent]}" for agent, most in enumerate(used) if most > self.capacity[agent]]
        if len(holder) != len(self.cost[0]):
            wrong.append("another number of items")
        return sum(self.cost[agent][item] for item, agent in enumerate(holder) if agent >= 0), wrong


@dataclass
class Shifts:
    """All jobs, each by somebody qualified, nobody two at a time, as few people as possible; ends are not included."""

    jobs: list
    qualified: list

    @staticmethod
    def read(file):
        lines = [line for line in file.read_text().splitlines() if line and not line.startswith("#")]
        first = next(index for index, line in enumerate(lines) if line.startswith("Jobs"))
        count = numbers(lines[first])[0]
        jobs = [tuple(numbers(line)) for line in lines[first + 1 : first + 1 + count]]
        people = numbers(lines[first + 1 + count])[0]
        return Shifts(jobs, [numbers(line)[1:] for line in lines[first + 2 + count : first + 2 + count + people]])

    def check(self, holder):
        wrong = ["a job that nobody does"] * holder.count(-1)
        if len(holder) != len(self.jobs):
            wrong.append("another number of jobs")
        for person, jobs in enumerate(self.qualified):
            own = sorted(self.jobs[job] for job, by in enumerate(holder) if by == person)
            wrong += [f"person {person} does two jobs at once" for one, two in zip(own, own[1:]) if two[0] < one[1]]
            wrong += [f"person {person} is not qualified" for job, by in enumerate(holder) if by == person and job not in jobs]
        return len(set(holder) - {-1}), wrong


def gap_instances(folder, chosen):
    with (folder / "best_known.csv").open(newline="") as listed:
        for row in csv.DictReader(listed):
            if matches(row["path"], chosen):
                yield row["path"].split("/")[1], folder / row["path"], int(row["optimum"]), int(row["optimum"])


def smptsp_instances(folder, chosen):
    with (folder / "best_known.csv").open(newline="") as listed:
        for row in csv.DictReader(listed):
            if matches(row["instance"], chosen):
                file = folder / row["set"] / (row["instance"] + ".dat")
                yield row["instance"], file, round(float(row["LB_results2xls"])), round(float(row["UB_results2xls"]))


def matches(name, chosen):
    return not chosen or any(part in name for part in chosen)


def away(found, known):
    return None if found is None else 100 * (found - known) / known


def percent(value):
    return "–" if value is None else "0" if abs(value) < 5e-4 else f"{value:.2f}"


def whole(bound):
    """The bound, to the next whole number: all data are whole."""
    return math.ceil(bound - 1e-6) if math.isfinite(bound) else None


def compare(kind, name, file, lower, upper, arguments):
    """The cells of an instance, its figures, and what is wrong."""
    result = run([SOLVER, kind, file, *arguments])
    if result.status != 0:
        sys.exit(f"assignments on {name} ended with status {result.status}:\n{result.errors}")
    answer = json.loads(result.output)
    instance = (Gap if kind == "gap" else Shifts).read(file)
    value, wrong = instance.check(answer["holder"])
    bound = whole(answer["bound"])
    if value < lower:
        wrong.append(f"{value} is less than the {lower} proven")
    if bound > upper:
        wrong.append(f"the bound {bound} is above the {upper} known")
    limit = max(LEAST_TIME, result.wall)
    highs = peers.highs_gap(instance, limit) if kind == "gap" else (None, -math.inf)
    sat = (None, -math.inf)
    if peers.CP_SAT:
        sat = (peers.cp_sat_gap if kind == "gap" else peers.cp_sat_smptsp)(instance, limit)
    figures = {
        "searched": away(answer["searched"], upper), "value": away(value, upper), "bound": away(bound, upper),
        "proven": value == bound, "user": result.user, "HiGHS": away(highs[0], upper), "CP-SAT": away(sat[0], upper),
        "HiGHS proven": highs[0] is not None and round(highs[0]) == whole(highs[1]),
        "CP-SAT proven": sat[0] is not None and round(sat[0]) == whole(sat[1]),
    }
    cells = [name, f"{upper}" if lower == upper else f"{lower}–{upper}", f"{value}", f"{bound}", "yes" if value == bound else "no",
             percent(figures["searched"]), percent(figures["value"]), seconds(result.user)]
    if kind == "gap":
        cells += [percent(figures["HiGHS"]), "yes" if figures["HiGHS proven"] else "no"]
    cells += [percent(figures["CP-SAT"]), "yes" if figures["CP-SAT proven"] else "no"]
    return cells, figures, [f"{name}: {fault}" for fault in wrong]


def summary(kind, all_figures):
    """A table with a row for each solver."""
    rows = []
    solvers = [("search alone", "searched", None), ("ours", "value", "proven")]
    solvers += ([("HiGHS", "HiGHS", "HiGHS proven")] if kind == "gap" else [])
    solvers += [("CP-SAT", "CP-SAT", "CP-SAT proven")] if peers.CP_SAT else []
    for solver, key, proven in solvers:
        found = [figures[key] for figures in all_figures if figures[key] is not None]
        rows.append([
            solver, f"{len(found)}", f"{sum(value <= 0 for value in found)}", f"{sum(value <= 1 for value in found)}",
            f"{sum(found) / len(found):.3f}" if found else "–", f"{max(found):.2f}" if found else "–",
            "–" if proven is None else f"{sum(figures[proven] for figures in all_figures)}",
        ])
    return table(["", "answers", "best known", "within 1 %", "mean % above", "worst %", "proven"], rows)


def section(kind, title, instances, arguments):
    rows, all_figures, wrong = [], [], []
    for name, file, lower, upper in instances:
        cells, figures, faults = compare(kind, name, file, lower, upper, arguments)
        print(" ".join(cells + faults), file=sys.stderr, flush=True)
        rows.append(cells)
        all_figures.append(figures)
        wrong += faults
    if not rows:
        return "", wrong
    heads = ["instance", "best known", "ours", "bound", "proven", "search % above", "ours % above", "user s"]
    heads += (["HiGHS % above", "proven"] if kind == "gap" else []) + ["CP-SAT % above", "proven"]
    used = seconds(sum(figures["user"] for figures in all_figures))
    solvers = ([f"HiGHS {highspy.Highs().version()}"] if kind == "gap" else [])
    solvers += [f"CP-SAT {peers.CP_SAT}"] if peers.CP_SAT else []
    said = (f"`assignments {kind} FILE {' '.join(map(str, arguments))}`, {datetime.date.today()}, {machine()}; "
            f"{len(rows)} instances in {used} s of user CPU time. Every answer was checked. {' and '.join(solvers) or 'No other solver'} "
            "had the wall time that ours took, and two threads.")
    return "\n\n".join([f"## {title}", said, summary(kind, all_figures), table(heads, rows)]), wrong


def write(title, text):
    """Puts a section into assignments.md, in place of the old one of that title."""
    texts = {}
    if REPORT.exists():
        for part in REPORT.read_text().split("\n## ")[1:]:
            texts[part.split("\n")[0]] = "## " + part.rstrip("\n") + "\n"
    texts[title] = text.rstrip("\n") + "\n"
    REPORT.write_text("\n".join(["# Assignments\n\nWritten by `Benchmarks/assignments`; [README.md](README.md) says what the columns mean.\n"]
                                + [texts[title] for title, _ in KINDS.values() if title in texts]))


KINDS = {"gap": ("Generalised assignment", gap_instances), "smptsp": ("Shift minimisation", smptsp_instances)}


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/assignments", description=__doc__)
    default = os.environ.get("MUSTER_DATA", HOME.parent / "shared/data")
    parser.add_argument("folder", nargs="?", type=Path, default=default, help="or set MUSTER_DATA to it")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), help="gap, smptsp, or both")
    parser.add_argument("--only", action="append", help="instances whose name holds this; assignments.md stays as it is")
    parser.add_argument("--iterations", type=int, default=10000, help="rounds of each walk (10000)")
    parser.add_argument("--nodes", type=int, default=1000, help="nodes for GLPK to prove what prices leave open (1000)")
    parser.add_argument("--evictions", type=int, default=400000, help="steps of each walk to do with fewer people (400000)")
    chosen = parser.parse_args()
    folder = Path(chosen.folder)
    missing = [str(folder / kind) for kind in chosen.kinds if not (folder / kind / "best_known.csv").exists()]
    if missing:
        sys.exit(f"no instances in {', '.join(missing)}: give their folder, or set MUSTER_DATA to it")
    subprocess.run(["swift", "build", "--package-path", BENCHMARKS, "-c", "release", "--product", "assignments", "--quiet"], check=True)
    faults = []
    for kind in chosen.kinds:
        title, instances = KINDS[kind]
        arguments = [chosen.iterations, chosen.nodes if kind == "gap" else chosen.evictions]
        text, wrong = section(kind, title, instances(folder / kind, chosen.only), arguments)
        print(text, flush=True)
        if text and not chosen.only:
            write(title, text)
        faults += wrong
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
