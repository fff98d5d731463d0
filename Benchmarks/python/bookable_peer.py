# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for a good bookable plan in an exported integer program, and prints the value of the best one found as JSON.

    bookable_peer.py highs|cp-sat MODEL.mps SECONDS

HiGHS runs in its default settings, CP-SAT through OR-Tools' model builder, which puts what is continuous on a grid of
integers. Reading the file is not timed.
"""

import json
import sys
import time


def by_highs(path, limit):
    import highspy

    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    if highs.readModel(path) == highspy.HighsStatus.kError:
        sys.exit(f"HiGHS cannot read {path}")
    highs.setOptionValue("time_limit", limit)
    start = time.perf_counter()
    highs.run()
    info = highs.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    return {
        "value": info.objective_function_value if found else None, "wall": time.perf_counter() - start,
        "status": highs.modelStatusToString(highs.getModelStatus()), "version": f"HiGHS {highs.version()}"}


def by_cp_sat(path, limit):
    import ortools
    from ortools.linear_solver.python import model_builder

    model = model_builder.Model()
    if not model.import_from_mps_file(path):
        sys.exit(f"CP-SAT cannot read {path}")
    solver = model_builder.Solver("sat")
    solver.set_time_limit_in_seconds(limit)
    start = time.perf_counter()
    status = solver.solve(model)
    found = status in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE)
    return {
        "value": solver.objective_value if found else None, "wall": time.perf_counter() - start,
        "status": status.name, "version": f"OR-Tools {ortools.__version__}"}


def main(peer, path, limit):
    print(json.dumps({"highs": by_highs, "cp-sat": by_cp_sat}[peer](path, float(limit))))


main(*sys.argv[1:])
