#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times what a year of a large firm takes, from the import to the reports, and checks sums by SQL and plain arithmetic.

Ends with status 1 where a sum is not the ledger's.
"""
import calendar
import csv
import io
import os
import sqlite3
import subprocess
import sys
import time

muster = sys.argv[1]
year = ["--from", "2026-01", "--through", "2026-11"]
runs = [
    ["report", "profit", "firm.yaml"] + year,
    ["report", "profit", "firm.yaml", "--month", "2026-11", "--by", "person"],
    ["report", "profit", "firm.yaml", "--month", "2026-12"],
    ["report", "margin", "firm.yaml"] + year,
    ["report", "utilisation", "firm.yaml", "--from", "2026-01", "--by", "office"],
    ["report", "realisation", "firm.yaml", "--from", "2026-01"],
    ["report", "leakage", "firm.yaml", "--month", "2026-11"],
    ["report", "backlog", "firm.yaml", "--month", "2026-11"],
    ["report", "wip", "firm.yaml"],
    ["report", "ageing", "firm.yaml"],
    ["report", "health", "firm.yaml"],
    ["report", "revenue", "firm.yaml"],
    ["report", "cash", "firm.yaml"],
    ["invoice", "propose", "firm.yaml"],
]


def run(arguments):
    start = time.monotonic()
    child = subprocess.Popen([muster] + arguments, stdout=subprocess.PIPE)
    output = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    # A proposal with remarks ends with 1.
    if os.waitstatus_to_exitcode(status) > 1:
        sys.exit(f"{' '.join(arguments)} failed: {output}")
    return output, (usage.ru_utime + usage.ru_stime, time.monotonic() - start), usage.ru_maxrss // 1024


def row(arguments, seconds, memory):
    print(f"| `{' '.join(arguments)}` | {seconds[0]:.2f} | {seconds[1]:.2f} | {memory} |", flush=True)


def once(*arguments):
    _, seconds, memory = run(list(arguments))
    return seconds, memory


print("| command | CPU | seconds | MB |\n|---|---|---|---|")
os.environ["MUSTER_NOW"] = "2026-12-31T18:00:00Z"
once("ledger", "init", "firm.yaml")
for step in ["time import firm.yaml time.csv", "time import firm.yaml time.csv",
             "time approve --from 2026-01-01 --through 2026-12-31"]:
    row(step.split(), *once(*step.split()))
months = []
for month in range(1, 12):
    day = f"2026-{month:02}-{calendar.monthrange(2026, month)[1]}"
    os.environ["MUSTER_NOW"] = day + "T20:00:00Z"
    months.append([once("invoice", "propose", "firm.yaml", "--through", day),
                   once("invoice", "issue", "firm.yaml", "--through", day),
                   once("close", day[:7], "firm.yaml")])
for name, index in [("invoice propose", 0), ("invoice issue", 1), ("close", 2)]:
    seconds, memory = max(month[index] for month in months)
    row([name, "firm.yaml, the slowest of eleven months"], seconds, memory)
os.environ["MUSTER_NOW"] = "2026-12-31T20:00:00Z"
row(["ledger", "check"], *once("ledger", "check"))
for arguments in runs:
    _, seconds, memory = min((run(arguments) for _ in range(3)), key=lambda item: item[1])
    row(arguments, seconds, memory)

ledger = sqlite3.connect("muster.ledger")
worked = ledger.execute("SELECT sum(seconds) FROM time_entry WHERE state = 'approved'").fetchone()[0]
labour = 0
for person, month, seconds in ledger.execute(
        "SELECT person, month, seconds FROM time_entry WHERE state = 'approved' AND month <= '2026-11'"):
    rate = 100 * ((38 if month <= "2026-06" else 39) + int(person[1:]) % 40)
    whole, rest = divmod(rate * seconds, 3600)
    labour += whole + (1 if rest * 2 > 3600 or (rest * 2 == 3600 and whole % 2) else 0)
revenue = ledger.execute("SELECT sum(home) FROM recognition WHERE kind = 'revenue'").fetchone()[0]


def total(arguments, column):
    rows = csv.DictReader(io.StringIO(run(arguments + ["--csv"])[0]))
    return sum(round(float(row[column]) * 100) for row in rows)


count, imported = 0, 0
with open("time.csv") as file:
    for entry in csv.DictReader(file):
        hours, minutes = entry["hours"].split(":")
        count, imported = count + 1, imported + int(hours) * 3600 + int(minutes) * 60
stored = ledger.execute("SELECT count(*), sum(seconds) FROM time_entry WHERE external IS NOT NULL").fetchone()
found = [
    ("entries", stored[0], count),
    ("imported", stored[1], imported),
    ("hours", total(["report", "utilisation", "firm.yaml", "--from", "2026-01"], "all hours") * 36, worked),
    ("labour", total(["report", "profit", "firm.yaml"] + year, "labour"), labour),
    ("revenue", total(["report", "profit", "firm.yaml"] + year, "revenue"), revenue),
]
wrong = [item for item in found if item[1] != item[2]]
for name, ours, theirs in wrong:
    print(f"{name}: {ours} is not {theirs}")
sys.exit(1 if wrong else 0)
