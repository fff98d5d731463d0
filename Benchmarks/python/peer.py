# SPDX-License-Identifier: GPL-3.0-or-later
"""Solves a linear program with HiGHS in its default settings and prints what came of it as JSON.

    peer.py MODEL.mps whole|blocks LIMIT REPEAT

With `blocks`, the model is first split into parts that share no row and no column, and each is solved on its own; the
splitting is not timed, nor is the reading of the file. Of REPEAT solves the fastest is reported. Integer programs are
solved to the same gap as ours.
"""

import json
import resource
import sys
import time

import highspy
import numpy

GAP = 1e-7


def quiet():
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    return highs


def component_of_rows(lp):
    """The number of the connected component of each row; rows in a column are connected."""
    starts = numpy.array(lp.a_matrix_.start_, dtype=numpy.int64)
    rows = numpy.array(lp.a_matrix_.index_, dtype=numpy.int64)
    columns = numpy.repeat(numpy.arange(lp.num_col_), numpy.diff(starts))
    label = numpy.arange(lp.num_row_)
    while True:
        of_column = numpy.full(lp.num_col_, lp.num_row_)
        numpy.minimum.at(of_column, columns, label[rows])
        new = label.copy()
        numpy.minimum.at(new, rows, of_column[columns])
        new = new[new]
        if (new == label).all():
            return label, of_column
        label = new


def blocks(lp):
    """The parts of a linear program that nothing couples, as linear programs."""
    starts = numpy.array(lp.a_matrix_.start_, dtype=numpy.int64)
    indices = numpy.array(lp.a_matrix_.index_, dtype=numpy.int64)
    values = numpy.array(lp.a_matrix_.value_)
    bounds = {name: numpy.array(getattr(lp, name)) for name in ("col_cost_", "col_lower_", "col_upper_", "row_lower_", "row_upper_")}
    label, of_column = component_of_rows(lp)
    row_order = numpy.argsort(label, kind="stable")
    column_order = numpy.argsort(of_column, kind="stable")
    position = numpy.empty(lp.num_row_, dtype=numpy.int64)
    parts = []
    for component in numpy.unique(of_column):
        rows = row_order[slice(*numpy.searchsorted(label[row_order], [component, component + 1]))]
        columns = column_order[slice(*numpy.searchsorted(of_column[column_order], [component, component + 1]))]
        position[rows] = numpy.arange(len(rows))
        counts = starts[columns + 1] - starts[columns]
        first = numpy.concatenate([[0], numpy.cumsum(counts)])
        entries = numpy.repeat(starts[columns] - first[:-1], counts) + numpy.arange(first[-1])
        part = highspy.HighsLp()
        part.num_row_, part.num_col_, part.sense_ = len(rows), len(columns), lp.sense_
        for name, all_values in bounds.items():
            setattr(part, name, all_values[columns if name.startswith("col") else rows])
        part.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        part.a_matrix_.start_, part.a_matrix_.index_, part.a_matrix_.value_ = first, position[indices[entries]], values[entries]
        parts.append(part)
    return parts


def solve(lps, limit):
    """Objective, status, and seconds of wall and user CPU time for all of them, one after another."""
    objective, wall, user = 0.0, 0.0, 0.0
    for lp in lps:
        highs = quiet()
        highs.passModel(lp)
        highs.setOptionValue("mip_rel_gap", GAP)
        highs.setOptionValue("time_limit", max(0.0, limit - wall))
        start, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_utime
        highs.run()
        wall += time.perf_counter() - start
        user += resource.getrusage(resource.RUSAGE_SELF).ru_utime - used
        objective += highs.getInfo().objective_function_value
        status = highs.modelStatusToString(highs.getModelStatus())
        if status != "Optimal":
            return {"objective": None, "status": status, "wall": wall, "user": user}
    return {"objective": objective, "status": "Optimal", "wall": wall, "user": user}


def main(path, division, limit, repeat):
    highs = quiet()
    if highs.readModel(path) == highspy.HighsStatus.kError:
        sys.exit(f"HiGHS cannot read {path}")
    lp = highs.getLp()
    parts = blocks(lp) if division == "blocks" else [lp]
    answers = [solve(parts, float(limit)) for _ in range(int(repeat))]
    answer = min(answers, key=lambda answer: (answer["objective"] is None, answer["user"]))
    answer.update(rows=lp.num_row_, columns=lp.num_col_, nonzeros=len(lp.a_matrix_.value_), parts=len(parts), version=highs.version())
    print(json.dumps(answer))


main(*sys.argv[1:])
