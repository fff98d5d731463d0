# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads calendar files with the library `icalendar` (PyPI), which is strict here: what it cannot parse ends the script.

calendars.py FILE…  every event, one a line: uid, first day, day after the last, status, transparency, summary, description
"""
import sys

from icalendar import Calendar

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        calendar = Calendar.from_ical(file.read())
    assert not calendar.errors, calendar.errors
    print("calendar", calendar["VERSION"], str(calendar["X-WR-CALNAME"]), sep="\t")
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        print(
            str(event["UID"]), event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat(), str(event["STATUS"]),
            str(event["TRANSP"]), str(event["SUMMARY"]), str(event["DESCRIPTION"]).replace("\n", "|"), sep="\t")
