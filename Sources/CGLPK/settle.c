// SPDX-License-Identifier: GPL-3.0-or-later
// Points made from zero, which breaks no row: columns are raised as far as the rows allow. A point near the optimum
// breaks some rows a little; from it, every column is raised towards where it stands there, and then beyond as long as
// that pays.

#include "approach.h"

#include <math.h>
#include <stdlib.h>

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

/// Room for making a point, which is kept for the next one.
typedef struct {
    candidate *order;
    double *x, *used;
} room_for_point;

static room_for_point clear_room(job *j)
{
    const model *m = j->model;
    if (j->settling == NULL) {
        room_for_point *made = job_allocate(j, 1, sizeof *made);
        made->order = job_allocate(j, m->columns, sizeof *made->order);
        made->x = job_allocate(j, m->columns, sizeof *made->x);
        made->used = job_allocate(j, m->rows, sizeof *made->used);
        j->settling = made;
    }
    room_for_point r = *(room_for_point *)j->settling;
    for (int c = 0; c < m->columns; c++) r.x[c] = 0;
    for (int i = 0; i < m->rows; i++) r.used[i] = 0;
    return r;
}

void settle(job *j, const approach *a)
{
    const model *m = j->model;
    if (!feasible_at_zero(m)) return;
    room_for_point r = clear_room(j);
    int count = 0;
    for (int c = 0; c < m->columns; c++)
        if (a->values[c] > 0 || a->reduced_costs[c] > 0) r.order[count++] = (candidate){ a->gain[c], c };
    qsort(r.order, count, sizeof *r.order, by_gain);
    for (int k = 0; k < count; k++)
        raise(m, r.x, r.used, r.order[k].column, a->values[r.order[k].column] * a->column_scale[r.order[k].column]);
    for (int k = 0; k < count; k++)
        if (r.order[k].gain > 0) raise(m, r.x, r.used, r.order[k].column, m->column_upper[r.order[k].column]);
    keep_point(j, r.x);
}

// Gain for the part of a row that the column uses, of the row of which it uses most.
static double attractiveness(const model *m, int c)
{
    double gain = m->maximise ? m->objective[c] : -m->objective[c], use = 0;
    if (!(gain > 0)) return 0;
    for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) {
        double side = m->coefficients[e] > 0 ? m->row_upper[m->row_indices[e]] : m->row_lower[m->row_indices[e]];
        if (side == 0) return 0;
        use = fmax(use, m->coefficients[e] / side);
    }
    return use == 0 ? gain : gain / use;
}

void settle_greedily(job *j)
{
    const model *m = j->model;
    if (!feasible_at_zero(m)) return;
    room_for_point r = clear_room(j);
    int count = 0;
    for (int c = 0; c < m->columns; c++) {
        double gain = attractiveness(m, c);
        if (gain > 0) r.order[count++] = (candidate){ gain, c };
    }
    qsort(r.order, count, sizeof *r.order, by_gain);
    for (int k = 0; k < count; k++) raise(m, r.x, r.used, r.order[k].column, m->column_upper[r.order[k].column]);
    keep_point(j, r.x);
}
