# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables, and results.md with a section for each thing measured."""

import datetime
import os
import platform
import re
from pathlib import Path

from processes import HOME

RESULTS = HOME / "Benchmarks/results.md"
INTRODUCTION = "# Results\n\nWritten by the programs here; [README.md](README.md) says what the columns mean.\n"
# In the order of the file. A heading begins with its section's name.
SECTIONS = ["growth", "S", "M", "L", "what-if", "netlib", "mip-small"]


def table(header, rows):
    """An aligned Markdown table; the first column to the left, the others to the right."""
    cells = [header] + rows
    widths = [max(len(row[index]) for row in cells) for index in range(len(header))]

    def line(row):
        first, *others = zip(row, widths)
        return "| " + " | ".join([first[0].ljust(first[1])] + [cell.rjust(width) for cell, width in others]) + " |"

    rule = "|" + "|".join("-" * (width + 1) + (":" if index else "-") for index, width in enumerate(widths)) + "|"
    return "\n".join([line(header), rule] + [line(row) for row in rows])


def seconds(value):
    """Three digits that count, as far as milliseconds go."""
    return f"{value:.1f}" if value >= 100 else f"{value:.2f}" if value >= 10 else f"{value:.3f}"


def circumstances(command, solver):
    """When, where and how, for the head of a section."""
    return f"`{command}`, {datetime.date.today()}, {machine()}, {solver}."


def machine():
    model = platform.machine()
    processor = Path("/proc/cpuinfo")
    if processor.exists():
        found = re.search(r"model name\s*: (.*)", processor.read_text())
        model = found[1].strip() if found else model
    return f"{os.cpu_count()} cores ({model}), {platform.system()}"


def write(section, text):
    """Puts a section into results.md, in place of the old one of that name."""
    texts = {}
    if RESULTS.exists():
        for part in RESULTS.read_text().split("\n## ")[1:]:
            texts[re.match(r"[\w-]+", part)[0]] = "## " + part.rstrip("\n") + "\n"
    texts[section] = text.rstrip("\n") + "\n"
    RESULTS.write_text("\n".join([INTRODUCTION] + [texts[name] for name in SECTIONS if name in texts]))
