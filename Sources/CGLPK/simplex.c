// SPDX-License-Identifier: GPL-3.0-or-later
// The simplex method on what is loaded, and what its return code and its statuses say together.

#include "job.h"

#include <limits.h>

static int clipped(double value) { return value < 0 ? 0 : value > INT_MAX ? INT_MAX : (int)value; }

static int stopped(job *j, cglpk_stop reason)
{
    j->answer.status = CGLPK_STOPPED;
    j->answer.stop = reason;
    j->answer.has_point = glp_get_prim_stat(j->problem) == GLP_FEAS;
    return 0;
}

static glp_smcp parameters(job *j, cglpk_method method)
{
    glp_smcp p;
    glp_init_smcp(&p);
    p.msg_lev = GLP_MSG_ALL; // goes to the hook, which is our only chance to leave
    p.out_frq = 20;
    p.pricing = GLP_PT_PSE;
    p.meth = method == CGLPK_DUAL ? GLP_DUALP : GLP_PRIMAL;
    p.r_test = method == CGLPK_DUAL ? GLP_RT_FLIP : GLP_RT_HAR;
    if (j->options->iteration_limit >= 0)
        p.it_lim = clipped((double)(j->options->iteration_limit - glp_get_it_cnt(j->problem)));
    if (j->options->time_limit >= 0) p.tm_lim = clipped(1000 * (j->options->time_limit - job_seconds(j)));
    return p;
}

// A basis that has the wrong number of members or is singular is replaced by the slack basis.
static cglpk_method suited(job *j)
{
    if (glp_warm_up(j->problem) != 0) {
        glp_std_basis(j->problem);
        glp_warm_up(j->problem);
    }
    if (glp_get_prim_stat(j->problem) == GLP_FEAS) return CGLPK_PRIMAL;
    return glp_get_dual_stat(j->problem) == GLP_FEAS ? CGLPK_DUAL : CGLPK_PRIMAL;
}

int simplex(job *j, cglpk_method method)
{
    cglpk_method fitting = suited(j);
    if (method != CGLPK_PRIMAL && method != CGLPK_DUAL) method = fitting;
    glp_smcp p = parameters(j, method);
    int code = glp_simplex(j->problem, &p);
    if (code == GLP_EFAIL || code == GLP_ESING || code == GLP_ECOND) { // once more, from elsewhere, the other way
        glp_adv_basis(j->problem, 0);
        p = parameters(j, method == CGLPK_DUAL ? CGLPK_PRIMAL : CGLPK_DUAL);
        code = glp_simplex(j->problem, &p);
    }
    if (code == 0 && method == CGLPK_DUAL && glp_get_dual_stat(j->problem) == GLP_NOFEAS) {
        p = parameters(j, CGLPK_PRIMAL); // infeasible or unbounded: only the primal method tells
        code = glp_simplex(j->problem, &p);
    }
    j->answer.iterations = glp_get_it_cnt(j->problem);
    if (code == GLP_EITLIM) return stopped(j, CGLPK_STOP_ITERATIONS);
    if (code == GLP_ETMLIM) return stopped(j, CGLPK_STOP_TIME);
    j->answer.status = CGLPK_FAILED;
    if (code != 0) return 0;
    switch (glp_get_status(j->problem)) {
    case GLP_OPT: j->answer.status = CGLPK_OPTIMAL; break;
    case GLP_NOFEAS: j->answer.status = CGLPK_INFEASIBLE; break;
    case GLP_UNBND: j->answer.status = CGLPK_UNBOUNDED; break;
    }
    return j->answer.status == CGLPK_OPTIMAL;
}
