// SPDX-License-Identifier: GPL-3.0-or-later
// Branch and bound from the solved relaxation, with cuts, without presolve.

#include "job.h"

#include <limits.h>
#include <math.h>

// Hands over the point that the caller has found to keep every row, once.
static void propose(glp_tree *tree, job *j)
{
    double *x = job_allocate(j, j->model->columns + 1, sizeof *x);
    for (int c = 0; c < j->model->columns; c++)
        x[j->slot[c]] = j->model->integer[c] ? round(j->start[c]) : j->start[c];
    j->start = NULL;
    glp_ios_heur_sol(tree, x);
}

static void watch(glp_tree *tree, void *info)
{
    job *j = info;
    if (glp_ios_reason(tree) == GLP_IHEUR && j->start != NULL) propose(tree, j);
    int best = glp_ios_best_node(tree);
    if (best != 0) {
        j->answer.has_bound = 1;
        j->answer.bound = j->hand.bound = glp_ios_node_bound(tree, best);
        j->hand.has_bound = 1;
    }
    int reason = glp_ios_reason(tree);
    if (reason == GLP_IBINGO) {
        j->answer.has_point = 1;
        j->answer.objective = glp_mip_obj_val(j->problem);
        see_objective(j, j->answer.objective);
    }
    if (reason == GLP_ISELECT) {
        j->answer.nodes++;
        if (j->options->node_limit >= 0 && j->answer.nodes > j->options->node_limit) {
            j->answer.stop = CGLPK_STOP_NODES;
            glp_ios_terminate(tree);
        }
    }
    if (job_is_cancelled(j, reason == GLP_IBINGO)) {
        j->answer.stop = CGLPK_STOP_CANCELLED;
        glp_ios_terminate(tree);
    }
}

static void read_incumbent(job *j)
{
    j->answer.has_point = 1;
    j->answer.objective = glp_mip_obj_val(j->problem);
    for (int c = 0; c < j->model->columns; c++)
        j->arrays->values[c] = glp_mip_col_val(j->problem, j->slot[c]);
}

void branch_and_bound(job *j)
{
    glp_iocp p;
    glp_init_iocp(&p);
    p.gmi_cuts = p.mir_cuts = p.cov_cuts = p.clq_cuts = GLP_ON;
    p.mip_gap = j->options->relative_gap;
    p.cb_func = watch;
    p.cb_info = j;
    if (j->options->time_limit >= 0) {
        double left = 1000 * (j->options->time_limit - job_seconds(j));
        p.tm_lim = left < 0 ? 0 : left > INT_MAX ? INT_MAX : (int)left;
    }
    j->answer.status = CGLPK_STOPPED;
    j->answer.has_bound = 1;
    j->answer.bound = glp_get_obj_val(j->problem);
    j->in_tree = 1;
    int code = glp_intopt(j->problem, &p);
    j->in_tree = 0;
    int status = glp_mip_status(j->problem);
    if (status == GLP_OPT || status == GLP_FEAS) read_incumbent(j);
    switch (code) {
    case 0:
        j->answer.status = status == GLP_OPT ? CGLPK_OPTIMAL : status == GLP_NOFEAS ? CGLPK_INFEASIBLE : CGLPK_FAILED;
        if (status == GLP_OPT) j->answer.bound = j->answer.objective;
        break;
    case GLP_EMIPGAP: j->answer.stop = CGLPK_STOP_GAP; break;
    case GLP_ETMLIM: j->answer.stop = CGLPK_STOP_TIME; break;
    case GLP_ESTOP: break; // `watch` has said why
    default: j->answer.status = CGLPK_FAILED;
    }
}
