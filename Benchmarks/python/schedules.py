# SPDX-License-Identifier: GPL-3.0-or-later
"""Schedules published projects of people with skills (iMOPSE), checks every schedule by reading the files anew, and
compares with the reference schedules and with CP-SAT given the same time. Fails where a schedule is wrong, where one is
longer than the reference is known to be best, where the mean is more than 1 % above the references, or where the
cheapest cost is not the exact one. Writes the tables to schedules.md.

The instances are not part of Muster: give the folder that holds imopse/ with its tables of references."""

import argparse
import csv
import json
import os
import re
import sys
from pathlib import Path

from processes import HOME, run
from report import circumstances, table

PROGRAM = HOME / "Benchmarks/.build/release/schedules"
RESULTS = HOME / "Benchmarks/schedules.md"


class Project:
    """An instance, read without the code under test."""

    def __init__(self, file):
        people, tasks = re.search(r"ResourceID.*?\n(.*?)\n=+.*?TaskID.*?\n(.*?)(?:\n=|\Z)", file.read_text(), re.S).groups()
        self.salaries, self.skills = [], []
        for line in filter(None, map(str.strip, people.splitlines())):
            _, salary, *skills = line.split()
            self.salaries.append(round(float(salary) * 10))
            self.skills.append({name.rstrip(":"): int(level) for name, level in zip(skills[::2], skills[1::2])})
        rows = [line.split() for line in tasks.splitlines() if line.strip()]
        place = {row[0]: index for index, row in enumerate(rows)}
        self.durations = [int(row[1]) for row in rows]
        self.needs = [(row[2].rstrip(":"), int(row[3])) for row in rows]
        self.predecessors = [[place[one] for one in row[4:]] for row in rows]

    def able(self, task):
        skill, level = self.needs[task]
        return [person for person, skills in enumerate(self.skills) if skills.get(skill, -1) >= level]

    def faults(self, schedule):
        """What is wrong with a list of [person, start]."""
        if len(schedule) != len(self.durations):
            return ["not one entry for each task"]
        found = []
        ends = [start + duration for (_, start), duration in zip(schedule, self.durations)]
        for task, (person, start) in enumerate(schedule):
            if start < 0 or person not in self.able(task):
                found.append(f"task {task + 1} by {person + 1} at {start}")
            found += [f"task {task + 1} before {one + 1}" for one in self.predecessors[task] if ends[one] > start]
        for person in range(len(self.salaries)):
            mine = sorted((start, ends[task], task) for task, (who, start) in enumerate(schedule) if who == person)
            found += [f"{a[2] + 1} and {b[2] + 1} at once" for a, b in zip(mine, mine[1:]) if a[1] > b[0]]
        return found

    def makespan(self, schedule):
        return max(start + duration for (_, start), duration in zip(schedule, self.durations))

    def cost(self, schedule):
        """In tenths."""
        return sum(self.salaries[person] * duration for (person, _), duration in zip(schedule, self.durations))

    def cheapest(self):
        """Every task by its cheapest able person; nothing hinders that where time does not count."""
        return sum(min(self.salaries[person] for person in self.able(task)) * duration
                   for task, duration in enumerate(self.durations))


def cpsat(project, seconds, threads):
    """The makespan that CP-SAT finds and the bound that it proves, in that time."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    horizon = sum(project.durations)
    starts, ends, by_person = [], [], [[] for _ in project.salaries]
    for task, duration in enumerate(project.durations):
        start, end = model.new_int_var(0, horizon, ""), model.new_int_var(0, horizon, "")
        model.add(end == start + duration)
        does = []
        for person in project.able(task):
            chosen = model.new_bool_var("")
            by_person[person].append(model.new_optional_interval_var(start, duration, end, chosen, ""))
            does.append(chosen)
        model.add_exactly_one(does)
        starts.append(start)
        ends.append(end)
    for task, before in enumerate(project.predecessors):
        for one in before:
            model.add(starts[task] >= ends[one])
    for intervals in by_person:
        model.add_no_overlap(intervals)
    last = model.new_int_var(0, horizon, "")
    model.add_max_equality(last, ends)
    model.minimize(last)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = threads
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, solver.best_objective_bound
    return round(solver.objective_value), solver.best_objective_bound


def listed(folder, name, key):
    with (folder / name).open(newline="") as rows:
        return {row["instance"]: row for row in csv.DictReader(rows) if row["set"] == key}


def percent(part, whole):
    return f"{100 * (part / whole - 1):+.2f}"


def tenths(amount):
    return f"{amount / 10:,.1f}"


def solve(file, chosen, points):
    arguments = [PROGRAM, file, chosen.steps, chosen.starts, chosen.threads, points]
    result = run(arguments)
    if result.status != 0:
        sys.exit(f"schedules on {file} ended with status {result.status}:\n{result.errors}")
    return json.loads(result.output)


def check(name, project, found, reference, exact):
    """What is wrong with an answer."""
    wrong = project.faults(found["shortest"]) + project.faults(found["cheapest"])
    if project.makespan(found["shortest"]) != found["makespan"]:
        wrong.append("its makespan is another")
    if found["bound"] > found["makespan"] or found["bound"] > int(reference["cpsat_makespan"]):
        wrong.append("its bound is above a schedule")
    if reference["status"] == "OPTIMAL" and found["makespan"] != int(reference["cpsat_makespan"]):
        wrong.append(f"{found['makespan']}, and {reference['cpsat_makespan']} is known to be the best")
    cheap = project.cost(found["cheapest"])
    if cheap != found["cheapest_cost"] or cheap != project.cheapest() or cheap != round(float(exact["min_cost_exact"]) * 10):
        wrong.append(f"costs {tenths(cheap)}, the cheapest being {exact['min_cost_exact']}")
    for point in found["frontier"]:
        wrong += project.faults(point["schedule"])
        if project.makespan(point["schedule"]) != point["makespan"] or project.cost(point["schedule"]) != point["cost"]:
            wrong.append("a point of the frontier is not where it says")
        if point["cost_bound"] > point["cost"]:
            wrong.append("a point of the frontier is below its bound")
    return [f"{name}: {one}" for one in wrong]


def row(name, found, reference, exact, peer):
    best, known = found["makespan"], int(reference["cpsat_makespan"])
    return [
        name, str(known), "yes" if reference["status"] == "OPTIMAL" else "–", str(best), str(found["bound"]),
        "yes" if best == found["bound"] else "–", percent(best, known), f"{found['seconds']:.2f}",
        "–" if peer is None else "none" if peer[0] is None else str(peer[0]),
        "–" if peer is None else f"{peer[1]:.0f}", tenths(found["cheapest_cost"]), exact["min_cost_exact"],
    ]


HEADER = ["instance", "reference", "proven", "ours", "bound", "proven by us", "%", "seconds", "CP-SAT", "its bound",
          "cheapest", "exact"]


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/schedules", description=__doc__)
    default = os.environ.get("MUSTER_DATA", HOME.parent / "shared/data")
    parser.add_argument("folder", nargs="?", type=Path, default=default, help="or set MUSTER_DATA to it")
    parser.add_argument("--set", default="d36", help="which instances: d36 or Small (d36)")
    parser.add_argument("--only", nargs="*", help="names of instances; schedules.md stays as it is")
    parser.add_argument("--steps", type=int, default=3_000_000, help="schedules tried from each start (3,000,000)")
    parser.add_argument("--starts", type=int, default=2, help="starts (2)")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="starts at a time, and of CP-SAT")
    parser.add_argument("--frontier", nargs="*", default=["100_5_22_15", "100_10_47_9"], help="of these instances")
    parser.add_argument("--least", type=float, default=10, help="seconds that CP-SAT gets at least (10)")
    parser.add_argument("--no-peer", action="store_true", help="leave CP-SAT out")
    chosen = parser.parse_args()
    folder = Path(chosen.folder) / "imopse"
    if not (folder / "cpsat_reference_bounds.csv").exists():
        sys.exit(f"no instances in {folder}: give the folder that holds imopse/, or set MUSTER_DATA to it")
    references = listed(folder, "cpsat_reference_bounds.csv", chosen.set)
    exact = listed(folder, "instance_stats_derived.csv", chosen.set)
    rows, wrong, gaps, frontiers, peers = [], [], [], [], []
    for name, reference in references.items():
        if chosen.only and name not in chosen.only:
            continue
        file = folder / chosen.set / f"{name}.def"
        project = Project(file)
        found = solve(file, chosen, 8 if name in chosen.frontier else 0)
        peer = None if chosen.no_peer else cpsat(project, max(chosen.least, found["seconds"]), chosen.threads)
        wrong += check(name, project, found, reference, exact[name])
        known = int(reference["cpsat_makespan"])
        gaps.append(found["makespan"] / known - 1)
        if peer and peer[0]:
            peers.append(peer[0] / known - 1)
        rows.append(row(name, found, reference, exact[name], peer))
        print(" ".join(rows[-1]), file=sys.stderr, flush=True)
        if found["frontier"]:
            frontiers.append((name, found["frontier"]))
    mean = sum(gaps) / len(gaps)
    if mean > 0.01:
        wrong.append(f"{100 * mean:.2f} % above the references in the mean")
    text = report(chosen, rows, mean, peers, frontiers)
    print(text)
    if not chosen.only and chosen.set == "d36":
        RESULTS.write_text(text + "\n")
    for one in wrong:
        print(f"wrong: {one}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


def report(chosen, rows, mean, peers, frontiers):
    from importlib.metadata import version

    proven = sum(row[5] == "yes" for row in rows)
    words = (f"{len(rows)} projects: {100 * mean:+.2f} % against the reference schedules in the mean, {proven} proven optimal "
             "by our own bound.")
    if peers:
        words += (f" CP-SAT, given as many seconds but at least {chosen.least:g}, found a schedule for {len(peers)} of them, "
                  f"{100 * sum(peers) / len(peers):+.2f} % in the mean.")
    parts = [
        "# Schedules",
        circumstances(f"Benchmarks/schedules --steps {chosen.steps} --starts {chosen.starts} --threads {chosen.threads}",
                      f"OR-Tools {version('ortools')}")
        + " Written by that program; [README.md](README.md) says what the columns mean.",
        words, table(HEADER, rows),
    ]
    for name, points in frontiers:
        cells = [[str(p["makespan"]), tenths(p["cost"]), tenths(p["cost_bound"]), percent(p["cost"], p["cost_bound"])]
                 for p in points]
        parts += [f"## What time costs: {name}", table(["makespan", "cost", "bound", "%"], cells)]
    return "\n\n".join(parts)


main()
