// SPDX-License-Identifier: GPL-3.0-or-later
// Sifting: a model with far more columns than rows is solved over the few columns that matter. After each solve all
// columns are priced against the row prices; the most attractive of each row join, and the basis stays. Columns are
// never dropped, so it ends, and it ends only when no column left out could improve the objective: the optimum of the
// whole model. Only columns that rest at zero may be left out, so that leaving them out changes no row.

#include "job.h"

#include <math.h>
#include <string.h>

enum { PER_ROW = 2 };

typedef struct {
    double *gains; // of each column that is not loaded
    int *best;     // the PER_ROW most attractive columns of each row, -1 for none
} pricing;

int may_wait(const model *m, int c)
{
    return m->column_lower[c] == 0 || (isinf(m->column_lower[c]) && m->column_upper[c] == 0);
}

double attraction(const model *m, int c, const double *prices)
{
    double d = m->objective[c];
    if (prices != NULL)
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) d -= m->coefficients[e] * prices[m->row_indices[e]];
    if (!m->maximise) d = -d;
    return m->column_lower[c] == 0 ? d : -d;
}

// The PER_ROW most attractive columns of every row, and every column that must not wait.
static int choose(job *j, pricing p, const double *prices)
{
    const model *m = j->model;
    int count = 0;
    memset(p.best, -1, (size_t)m->rows * PER_ROW * sizeof *p.best);
    for (int c = 0; c < m->columns; c++) {
        if (j->slot[c]) continue;
        double d = p.gains[c] = attraction(m, c, prices);
        int is_attractive = d > 1e-9 * (1 + fabs(m->objective[c]));
        if (!may_wait(m, c) || (is_attractive && m->starts[c] == m->starts[c + 1])) { // no row would choose it
            j->slot[c] = -1;
            j->chosen[count++] = c;
            continue;
        }
        if (!is_attractive) continue;
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) {
            int *best = p.best + (size_t)m->row_indices[e] * PER_ROW, entering = c;
            for (int k = 0; k < PER_ROW && entering >= 0; k++)
                if (best[k] < 0 || p.gains[entering] > p.gains[best[k]]) {
                    int out = best[k];
                    best[k] = entering;
                    entering = out;
                }
        }
    }
    for (size_t k = 0; k < (size_t)m->rows * PER_ROW; k++) {
        int c = p.best[k];
        if (c < 0 || j->slot[c]) continue;
        j->slot[c] = -1; // chosen once, however many rows want it
        j->chosen[count++] = c;
    }
    return count;
}

// The columns of the given basis that are off zero.
static int choose_basis(job *j)
{
    int count = 0;
    for (int c = 0; c < j->model->columns; c++)
        if (j->arrays->column_status[c] == GLP_BS || j->arrays->column_status[c] == GLP_NU) j->chosen[count++] = c;
    return count;
}

// The point of a solve keeps every row, since all are loaded, and its prices are priced against every column.
static int is_near_enough(job *j)
{
    double *values = j->arrays->values;
    for (int c = 0; c < j->model->columns; c++)
        values[c] = j->slot[c] > 0 ? glp_get_col_prim(j->problem, j->slot[c]) : 0;
    keep_point(j, values);
    keep_prices(j, j->arrays->row_prices, bound_of(j->model, j->arrays->row_prices));
    return j->options->relative_gap > 0 && is_within_gap(j);
}

int sift(job *j)
{
    const model *m = j->model;
    pricing p = {
        job_allocate(j, m->columns, sizeof *p.gains),
        job_allocate(j, (size_t)m->rows * PER_ROW, sizeof *p.best),
    };
    if (j->arrays->has_basis || feasible_at_zero(m)) {
        load_columns(j, j->chosen, j->arrays->has_basis ? choose_basis(j) : choose_greedily(j));
        load_basis(j);
    }
    if (glp_get_num_cols(j->problem) == 0) load_columns(j, j->chosen, choose(j, p, NULL));
    for (;;) {
        if (!simplex(j, CGLPK_AUTOMATIC)) break;
        for (int i = 0; i < m->rows; i++) j->arrays->row_prices[i] = glp_get_row_dual(j->problem, i + 1);
        int is_near = is_near_enough(j), count = choose(j, p, j->arrays->row_prices);
        if (count == 0) return 1;
        if (is_near) {
            j->answer.status = CGLPK_STOPPED;
            j->answer.stop = CGLPK_STOP_GAP;
            j->answer.has_point = 1;
            for (int k = 0; k < count; k++) j->slot[j->chosen[k]] = 0;
            return 0;
        }
        load_columns(j, j->chosen, count);
    }
    if (j->answer.status != CGLPK_INFEASIBLE) return 0;
    // The columns loaded so far allow no feasible point; the whole model may.
    int count = 0;
    for (int c = 0; c < m->columns; c++) if (!j->slot[c]) j->chosen[count++] = c;
    load_columns(j, j->chosen, count);
    return simplex(j, CGLPK_AUTOMATIC);
}
