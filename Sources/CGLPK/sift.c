// SPDX-License-Identifier: GPL-3.0-or-later
// Sifting: a model with far more columns than rows is solved over the few columns that matter. After each solve all
// columns are priced against the row prices; the most attractive of each row join, and the basis stays. Columns are
// never dropped, so it ends, and it ends only when no column left out could improve the objective: the optimum of the
// whole model. Only columns that rest at zero may be left out, so that leaving them out changes no row.

#include "job.h"

#include <math.h>
#include <string.h>

enum { PER_ROW_FIRST = 4, PER_ROW = 4 };

static int may_wait(const model *m, int c)
{
    return (m->column_lower[c] == 0 || (isinf(m->column_lower[c]) && m->column_upper[c] == 0));
}

// Gain in the objective for moving column c off zero, per unit; positive is attractive.
static double attraction(const model *m, int c, const double *prices)
{
    double d = m->objective[c];
    if (prices != NULL)
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) d -= m->coefficients[e] * prices[m->row_indices[e]];
    if (!m->maximise) d = -d;
    return m->column_lower[c] == 0 ? d : -d;
}

// The `per_row` most attractive columns of every row, and every column that must not wait.
static int choose(job *j, const double *prices, int per_row)
{
    const model *m = j->model;
    int count = 0;
    memset(j->best, -1, (size_t)m->rows * per_row * sizeof *j->best);
    for (int c = 0; c < m->columns; c++) {
        if (j->slot[c]) continue;
        if (!may_wait(m, c)) { j->slot[c] = -1; j->chosen[count++] = c; continue; }
        double d = j->reduced[c] = attraction(m, c, prices);
        if (d <= 1e-9 * (1 + fabs(m->objective[c]))) continue;
        if (m->starts[c] == m->starts[c + 1]) { j->slot[c] = -1; j->chosen[count++] = c; continue; }
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) {
            int *best = j->best + (size_t)m->row_indices[e] * per_row, entering = c;
            for (int k = 0; k < per_row && entering >= 0; k++)
                if (best[k] < 0 || j->reduced[entering] > j->reduced[best[k]]) {
                    int out = best[k];
                    best[k] = entering;
                    entering = out;
                }
        }
    }
    for (size_t k = 0; k < (size_t)m->rows * per_row; k++) {
        int c = j->best[k];
        if (c < 0 || j->slot[c]) continue;
        j->slot[c] = -1; // chosen once, however many rows want it
        j->chosen[count++] = c;
    }
    return count;
}

static int choose_basis(job *j)
{
    const arrays *a = j->arrays;
    int count = 0;
    if (a->has_basis)
        for (int c = 0; c < j->model->columns; c++)
            if (a->column_status[c] == GLP_BS || a->column_status[c] == GLP_NU) {
                j->slot[c] = -1;
                j->chosen[count++] = c;
            }
    return count;
}

int sift(job *j)
{
    const model *m = j->model;
    j->reduced = job_allocate(j, m->columns, sizeof *j->reduced);
    j->best = job_allocate(j, (size_t)m->rows * PER_ROW_FIRST, sizeof *j->best);
    j->chosen = job_allocate(j, m->columns, sizeof *j->chosen);
    load_columns(j, j->chosen, choose_basis(j));
    load_basis(j);
    load_columns(j, j->chosen, choose(j, NULL, PER_ROW_FIRST));
    for (;;) {
        if (!simplex(j, CGLPK_AUTOMATIC)) break;
        for (int i = 0; i < m->rows; i++) j->arrays->row_prices[i] = glp_get_row_dual(j->problem, i + 1);
        int count = choose(j, j->arrays->row_prices, PER_ROW);
        if (count == 0) return 1;
        load_columns(j, j->chosen, count);
    }
    if (j->answer.status != CGLPK_INFEASIBLE) return 0;
    // The columns loaded so far allow no feasible point; the whole model may.
    int count = 0;
    for (int c = 0; c < m->columns; c++) if (!j->slot[c]) j->chosen[count++] = c;
    load_columns(j, j->chosen, count);
    return simplex(j, CGLPK_AUTOMATIC);
}
