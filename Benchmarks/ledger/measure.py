#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the reports of a year's ledger, and checks their sums by SQL and plain arithmetic.

Ends with status 1 where a sum is not the ledger's.
"""
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
    return output, time.monotonic() - start, usage.ru_maxrss // 1024


print("| command | seconds | MB |\n|---|---|---|")
for arguments in runs:
    _, seconds, memory = min((run(arguments) for _ in range(3)), key=lambda item: item[1])
    print(f"| `{' '.join(arguments)}` | {seconds:.2f} | {memory} |")

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


found = [
    ("hours", total(["report", "utilisation", "firm.yaml", "--from", "2026-01"], "all hours") * 36, worked),
    ("labour", total(["report", "profit", "firm.yaml"] + year, "labour"), labour),
    ("revenue", total(["report", "profit", "firm.yaml"] + year, "revenue"), revenue),
]
wrong = [item for item in found if item[1] != item[2]]
for name, ours, theirs in wrong:
    print(f"{name}: {ours} in the report, {theirs} in the ledger")
sys.exit(1 if wrong else 0)
