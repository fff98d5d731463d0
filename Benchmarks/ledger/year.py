#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of a large firm: its scenario, and its ledger with 1.3 million approved time entries.

    year.py MUSTER FOLDER [PEOPLE]

Everybody works in three offices on projects of contracts by the hour (of each ten: seven), for a fixed fee (two) and by
retainer (one), one entry a day of the 260 working days of 2026 but holidays. The rows are put in by SQL, through all
constraints and triggers of the ledger; numbers come from a small generator of their own, so that the same call makes the
same ledger.
"""
import datetime
import sqlite3
import subprocess
import sys

muster, folder = sys.argv[1], sys.argv[2]
people = int(sys.argv[3]) if len(sys.argv) > 3 else 5000
projects = max(10, people // 10)
state = 20260101


def random(below):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % below


def scenario():
    yield "muster: 1\nscenario: A year\nhorizon: 2026-01-01 .. 2026-12-31\ncurrency: EUR\n"
    yield "offices: { north: {}, south: {}, west: {} }\nclients:\n"
    for number in range(projects // 5):
        yield f"  c{number}: {{ name: Client {number}, due: 30 days, pays: {number % 20} days late }}\n"
    yield "people:\n"
    for number in range(people):
        office = ["north", "south", "west"][number % 3]
        role = ["lead", "maker", "tester"][number % 3]
        old, new = 38 + number % 40, 39 + number % 40
        yield (f"  p{number}: {{ name: Person {number}, role: {role}, office: {office}, "
               f"cost: [{old}/h to 2026-06-30, {new}/h from 2026-07-01] }}\n")
    yield "rates: { lead: 140/h, maker: 105/h, tester: 88/h }\nprojects:\n"
    for number in range(projects):
        lines = ", ".join(f"{role}: {{ role: {role}, hours: 100h/week }}" for role in ["lead", "maker", "tester"])
        yield f"  j{number}: {{ name: Project {number}, client: c{number % (projects // 5)}, needs: {{ {lines} }} }}\n"
    yield "contracts:\n"
    for number in range(projects):
        kind = number % 10
        if kind < 7:
            terms = "hourly: {}"
        elif kind < 9:
            terms = "fixed: 1800000, billing: percent complete"
        else:
            terms = "retainer: { fee: 90000/month, hours: 900h, dates: 2026-01-01 .. 2026-12-31, overage: 120/h }"
        yield f"  j{number}: {{ {terms} }}\n"
    yield "seller: { name: A year, tax: S 23%, due: 30 days }\n"


def entries():
    day = datetime.date(2026, 1, 1)
    while day.year == 2026:
        if day.weekday() < 5:
            text = day.isoformat()
            for person in range(people):
                if random(25) == 0:
                    continue
                project = (person // 10 + (day.month // 4) * (person % 3)) % projects
                line = ["lead", "maker", "tester"][person % 3]
                seconds = 28800 if random(4) else 900 * (20 + random(20))
                yield (f"p{person}", f"j{project}", line, text, text[:7], seconds, 0 if random(40) == 0 else 1)
        day += datetime.timedelta(days=1)


with open(f"{folder}/firm.yaml", "w") as file:
    file.writelines(scenario())
subprocess.run([muster, "ledger", "init", f"{folder}/firm.yaml"], check=True)
ledger = sqlite3.connect(f"{folder}/muster.ledger", isolation_level=None)
ledger.execute("PRAGMA synchronous = OFF")
ledger.execute("BEGIN")
cursor = ledger.execute("INSERT INTO event (at, who, verb, subject, note) VALUES "
                        "('2026-12-31T18:00:00Z', 'year.py', 'import', 'a year', '')")
event = cursor.lastrowid
ledger.executemany(
    "INSERT INTO time_entry (event, person, project, line, day, month, seconds, billable, note, state) "
    f"VALUES ({event}, ?, ?, ?, ?, ?, ?, ?, '', 'submitted')", entries())
ledger.execute("UPDATE time_entry SET state = 'approved'")
ledger.execute("COMMIT")
print(ledger.execute("SELECT count(*) FROM time_entry").fetchone()[0], "entries")
