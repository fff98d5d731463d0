# SPDX-License-Identifier: GPL-3.0-or-later
"""Bookable plans of generated firms from 50 to 5,000 people: time, memory and gap, beside HiGHS and CP-SAT on the same exported integer program for the same time.

Fails where a plan does not pass its own check, or a peer finds more than our bound allows. Writes a section of results.md and the picture growth.svg."""

import argparse
import json
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from processes import HOME, MUSTER, build, muster, run
from report import circumstances, seconds, table, write

SEED = 7
PEER = Path(__file__).with_name("bookable_peer.py")
PICTURE = HOME / "Benchmarks/growth.svg"
# So many people and weeks; above the last that peers are given, writing their model takes longer than planning.
SIZES = [(50, 26), (200, 52), (1000, 52), (5000, 52)]
MOST_FOR_PEERS = 1000


@dataclass
class Measured:
    people: int
    weeks: int
    plan: object
    stage: dict
    gap: float
    peers: dict
    phases: dict


def above(stage, value):
    """How far a value is below the bound, in per cent of the bound."""
    return 100 * (stage["bound"] - value) / stage["bound"]


def peer(name, model, limit):
    """What a peer found in so many seconds; None where it could not be had to answer."""
    result = run([sys.executable, PEER, name, model, limit], limit=3 * limit + 300)
    return json.loads(result.output.splitlines()[-1]) if result.status == 0 else None


def measure(people, weeks, folder, effort):
    firm, plan, model = folder / "firm.yaml", folder / "plan.json", folder / "model.mps"
    muster("generate", "--people", people, "--weeks", weeks, "--seed", SEED, "--spread", "steady", output=firm)
    best = muster("plan", firm, "--timings", "--effort", effort, "--out", plan, output=os.devnull)
    phases = {name: float(wall) for name, wall, _ in re.findall(r"^(\w+) +([\d.]+) +([\d.]+)$", best.errors, re.MULTILINE)}
    checked = run([MUSTER, "verify", plan, firm])
    if checked.status != 0:
        sys.exit(f"{people} people: {checked.output}{checked.errors}")
    stage = json.loads(plan.read_text())["stages"][0]
    peers = {}
    if people <= MOST_FOR_PEERS:
        muster("model", firm, "--bookable", "--mps", output=model)
        limit = max(5.0, best.wall)
        peers = {name: peer(name, model, limit) for name in ("highs", "cp-sat")}
    return Measured(people, weeks, best, stage, above(stage, stage["objective"]), peers, phases)


def cell(one, name):
    if name not in one.peers:
        return "–"
    answer = one.peers[name]
    return "nothing" if answer is None or answer["value"] is None else f"{above(one.stage, answer['value']):.2f}"


def section(measured, command):
    versions = sorted({answer["version"] for one in measured for answer in one.peers.values() if answer})
    rows = [
        [f"{one.people:,} × {one.weeks}", f"{one.gap:.2f}", seconds(one.plan.wall), seconds(one.plan.user),
         f"{one.plan.peak / 1e6:,.0f}", cell(one, "highs"), cell(one, "cp-sat")]
        for one in measured]
    return "\n\n".join([
        "## growth: bookable plans from 50 to 5,000 people",
        f"{circumstances(command, ', '.join(versions))} Generated firms, seed {SEED}, steady lines; one run each.",
        "Per cent below a bound that is verified, seconds, and memory at the peak. HiGHS and CP-SAT get the exported integer"
        " program and the wall time that ours took, at least five seconds; what they found is set against the same bound.",
        table(["people × weeks", "ours, %", "wall", "user", "MB", "HiGHS, %", "CP-SAT, %"], rows),
        "![How time, memory and gap grow with the firm](growth.svg)"])


def draw(measured):
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.hashsalt": "growth", "svg.fonttype": "none", "font.family": "sans-serif"})
    from matplotlib import pyplot

    people = [one.people for one in measured]
    figure, axes = pyplot.subplots(1, 3, figsize=(11, 3.4), layout="constrained")
    panels = [
        ("seconds", [one.plan.wall for one in measured], "log"),
        ("memory, MB", [one.plan.peak / 1e6 for one in measured], "log"),
        ("gap to the bound, %", [one.gap for one in measured], "linear")]
    for axis, (title, values, scale) in zip(axes, panels):
        axis.plot(people, values, marker="o", color="#0b6e99")
        for x, y in zip(people, values):
            axis.annotate(f"{y:,.3g}" if y < 100 else f"{y:,.0f}", (x, y), xytext=(0, 7), textcoords="offset points", ha="center")
        axis.set(title=title, xlabel="people", xscale="log", yscale=scale)
        axis.set_xticks(people, [f"{count:,}" for count in people])
        axis.minorticks_off()
        axis.margins(x=0.15, y=0.25)
        axis.spines[["top", "right"]].set_visible(False)
        if scale == "linear":
            axis.set_ylim(bottom=0)
    figure.savefig(PICTURE, metadata={"Date": None})


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/growth", description=__doc__)
    parser.add_argument("--people", nargs="+", type=int, help="only those of 50, 200, 1000 and 5000; nothing is written")
    parser.add_argument("--effort", default="normal", help="of the search: low, normal or high")
    chosen = parser.parse_args()
    build()
    measured = []
    with tempfile.TemporaryDirectory() as folder:
        for people, weeks in SIZES:
            if chosen.people and people not in chosen.people:
                continue
            print(f"{people:,} people …", file=sys.stderr, flush=True)
            measured.append(measure(people, weeks, Path(folder), chosen.effort))
    command = "Benchmarks/growth" + ("" if chosen.effort == "normal" else f" --effort {chosen.effort}")
    text = section(measured, command)
    print(text)
    if not chosen.people and chosen.effort == "normal":
        write("growth", text)
        draw(measured)
    wrong = [
        f"{one.people} people: {name} found more than our bound allows" for one in measured
        for name, answer in one.peers.items()
        if answer and answer["value"] is not None and answer["value"] > one.stage["bound"] * (1 + 1e-6)]
    for failure in wrong:
        print(f"failed: {failure}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


main()
