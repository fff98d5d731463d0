// SPDX-License-Identifier: GPL-3.0-or-later
// A starting basis that is already a fair plan. Columns are raised one after the other, the most attractive first, each
// until a row or its own bound stops it. A column stopped by a row becomes basic in that row's place. No column raised
// later touches that row, so the basis is triangular: feasible and never singular.

#include "job.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
    double score;
    int column;
} candidate;

static int by_score(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    return a->column - b->column;
}

// Gain per unit of the row that the column uses most of.
static double score(const model *m, int c, const double *scale)
{
    double use = 0;
    for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++)
        use = fmax(use, fabs(m->coefficients[e]) * scale[m->row_indices[e]]);
    return use == 0 ? 0 : (m->maximise ? m->objective[c] : -m->objective[c]) / use;
}

double room(const model *m, int c, const double *activity, int *stopper)
{
    double step = m->column_upper[c];
    *stopper = -1;
    for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) {
        int i = m->row_indices[e];
        double limit = m->coefficients[e] > 0 ? m->row_upper[i] : m->row_lower[i];
        double possible = (limit - activity[i]) / m->coefficients[e];
        if (possible < step) { step = possible; *stopper = i; }
    }
    return step;
}

int feasible_at_zero(const model *m)
{
    for (int i = 0; i < m->rows; i++)
        if (m->row_lower[i] > 0 || m->row_upper[i] < 0) return 0;
    for (int c = 0; c < m->columns; c++)
        if (m->column_lower[c] > 0 || m->column_upper[c] < 0) return 0;
    return 1;
}

int choose_greedily(job *j)
{
    const model *m = j->model;
    candidate *candidates = job_allocate(j, m->columns, sizeof *candidates);
    double *activity = job_allocate(j, m->rows, sizeof *activity);
    for (int i = 0; i < m->rows; i++) j->arrays->row_status[i] = GLP_BS;
    int count = 0, chosen = 0;
    for (int c = 0; c < m->columns; c++) {
        double s = m->column_lower[c] == 0 ? score(m, c, j->scale) : 0;
        if (s > 0) candidates[count++] = (candidate){ s, c };
    }
    qsort(candidates, count, sizeof *candidates, by_score);
    for (int k = 0; k < count; k++) {
        int c = candidates[k].column, stopper;
        double step = room(m, c, activity, &stopper);
        if (!(step > 1e-9) || isinf(step)) continue;
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++)
            activity[m->row_indices[e]] += step * m->coefficients[e];
        j->arrays->column_status[c] = stopper < 0 ? GLP_NU : GLP_BS;
        if (stopper >= 0) {
            int upper = activity[stopper] > 0 ? 1 : 0;
            j->arrays->row_status[stopper] = upper ? GLP_NU : GLP_NL;
            activity[stopper] = upper ? m->row_upper[stopper] : m->row_lower[stopper];
        }
        j->chosen[chosen++] = c;
    }
    return chosen;
}
