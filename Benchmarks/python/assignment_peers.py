# SPDX-License-Identifier: GPL-3.0-or-later
"""Published assignment instances as HiGHS and CP-SAT take them, each for a given time."""

import highspy
import numpy

try:
    from ortools import __version__ as CP_SAT
    from ortools.sat.python import cp_model
except ImportError:
    CP_SAT = None

THREADS = 2


def highs_gap(instance, limit):
    """Least cost found and what no cost is below, by HiGHS, in at most `limit` seconds."""
    agents, items = len(instance.capacity), len(instance.cost[0])
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = agents * items, agents + items
    lp.col_cost_ = numpy.array(instance.cost, dtype=float).ravel()
    lp.col_lower_, lp.col_upper_ = numpy.zeros(agents * items), numpy.ones(agents * items)
    lp.row_lower_ = numpy.array([-highspy.kHighsInf] * agents + [1.0] * items)
    lp.row_upper_ = numpy.array([float(amount) for amount in instance.capacity] + [1.0] * items)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * (agents * items)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = numpy.arange(0, 2 * agents * items + 1, 2)
    lp.a_matrix_.index_ = numpy.array([row for agent in range(agents) for item in range(items) for row in (agent, agents + item)])
    lp.a_matrix_.value_ = numpy.array([value for agent in range(agents) for item in range(items) for value in (instance.use[agent][item], 1.0)])
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", THREADS)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("time_limit", limit)
    solver.passModel(lp)
    solver.run()
    info = solver.getInfo()
    found = info.objective_function_value if info.primal_solution_status == 2 else None
    return found, info.mip_dual_bound


def cp_sat_gap(instance, limit):
    model = cp_model.CpModel()
    agents, items = range(len(instance.capacity)), range(len(instance.cost[0]))
    does = {(agent, item): model.new_bool_var("") for agent in agents for item in items}
    for item in items:
        model.add_exactly_one(does[agent, item] for agent in agents)
    for agent in agents:
        model.add(sum(instance.use[agent][item] * does[agent, item] for item in items) <= instance.capacity[agent])
    model.minimize(sum(instance.cost[agent][item] * does[agent, item] for agent in agents for item in items))
    return cp_sat(model, limit)


def cp_sat_smptsp(instance, limit):
    """Fewest people found and what no number is below, by CP-SAT."""
    model = cp_model.CpModel()
    paid = [model.new_bool_var("") for _ in instance.qualified]
    does = [{} for _ in instance.jobs]
    for person, jobs in enumerate(instance.qualified):
        for job in jobs:
            does[job][person] = model.new_bool_var("")
            model.add_implication(does[job][person], paid[person])
    for job in does:
        model.add_exactly_one(job.values())
    for moment in sorted({start for start, _ in instance.jobs}):
        busy = [job for job, (start, end) in enumerate(instance.jobs) if start <= moment < end]
        for person in range(len(paid)):
            model.add_at_most_one(does[job][person] for job in busy if person in does[job])
        model.add(sum(paid) >= len(busy))
    model.minimize(sum(paid))
    return cp_sat(model, limit)


def cp_sat(model, limit):
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limit
    solver.parameters.num_workers = THREADS
    status = solver.solve(model)
    found = solver.objective_value if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None
    return found, solver.best_objective_bound
