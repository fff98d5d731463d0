#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of a large firm: its scenario, and a table of 1.25 million time entries.

    year.py FOLDER [PEOPLE]

Everybody works in three offices on projects of contracts by the hour (of each ten: seven), for a fixed fee (two) and by
retainer (one), one entry a day of the 260 working days of 2026 but holidays. Numbers come from a small generator of their
own, so that the same call makes the same files.
"""
import datetime
import sys

folder = sys.argv[1]
people = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
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
                yield f"p{person}", f"j{project}", line, text, seconds, random(40) != 0
        day += datetime.timedelta(days=1)


with open(f"{folder}/firm.yaml", "w") as file:
    file.writelines(scenario())
with open(f"{folder}/time.csv", "w") as file:
    file.write("person,project,line,date,hours,billable,id\n")
    for person, project, line, day, seconds, billable in entries():
        file.write(f"{person},{project},{line},{day},{seconds // 3600}:{seconds % 3600 // 60:02},"
                   f"{'yes' if billable else 'no'},{day}/{person}\n")
