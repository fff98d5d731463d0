// SPDX-License-Identifier: GPL-3.0-or-later
// A point near the optimum breaks some rows a little. From zero, which breaks none, every column is raised towards it
// as far as the rows allow, and then beyond it as long as that pays.

#include "approach.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    double gain;
    int column;
} candidate;

// Columns that cost come first: they are in the point because they make room for others.
static int by_gain(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    int costs_a = a->gain < 0, costs_b = b->gain < 0;
    if (costs_a != costs_b) return costs_b - costs_a;
    if (a->gain != b->gain) return a->gain > b->gain ? -1 : 1;
    return a->column - b->column;
}

static void raise(const model *m, double *x, double *activity, int c, double target)
{
    int stopper;
    double step = fmin(target - x[c], room(m, c, activity, &stopper));
    if (!(step > 0) || isinf(step)) return;
    x[c] += step;
    for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++)
        activity[m->row_indices[e]] += step * m->coefficients[e];
}

// Prices and reduced costs in the model's own units, with the slack basis: a point between vertices has none.
static void write_prices(job *j, const approach *a)
{
    const model *m = j->model;
    double sign = m->maximise ? 1 : -1;
    for (int i = 0; i < m->rows; i++) {
        j->arrays->row_prices[i] = sign * a->prices[i] * a->row_scale[i];
        j->arrays->row_status[i] = GLP_BS;
    }
    for (int c = 0; c < m->columns; c++) {
        j->arrays->reduced_costs[c] = sign * a->reduced_costs[c] / a->column_scale[c];
        j->arrays->column_status[c] =
            isfinite(m->column_lower[c]) ? GLP_NL : isfinite(m->column_upper[c]) ? GLP_NU : GLP_NF;
    }
}

int settle(job *j, approach *a)
{
    const model *m = j->model;
    if (!feasible_at_zero(m)) return 0;
    if (a->order == NULL) a->order = job_allocate(j, m->columns, sizeof(candidate));
    if (a->used == NULL) a->used = job_allocate(j, m->rows, sizeof(double));
    double *x = j->arrays->values;
    candidate *order = a->order;
    int count = 0;
    memset(x, 0, (size_t)m->columns * sizeof *x);
    memset(a->used, 0, (size_t)m->rows * sizeof *a->used);
    for (int c = 0; c < m->columns; c++)
        if (a->values[c] > 0 || a->reduced_costs[c] > 0) order[count++] = (candidate){ a->gain[c], c };
    qsort(order, count, sizeof *order, by_gain);
    for (int k = 0; k < count; k++)
        raise(m, x, a->used, order[k].column, a->values[order[k].column] * a->column_scale[order[k].column]);
    for (int k = 0; k < count; k++)
        if (order[k].gain > 0) raise(m, x, a->used, order[k].column, m->column_upper[order[k].column]);
    write_prices(j, a);
    double objective = m->constant;
    for (int c = 0; c < m->columns; c++) objective += m->objective[c] * x[c];
    j->answer.objective = objective;
    j->answer.has_point = j->is_settled = 1;
    return 1;
}
