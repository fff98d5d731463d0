// SPDX-License-Identifier: GPL-3.0-or-later
// Lazy rows: a model in which few rows will bind is solved without the others. The dual simplex method starts with the
// rows that stop a greedy plan; rows that its answer breaks are added, and the basis stays. A row left out is one whose
// slack is basic and whose price is zero, so that the last basis is an optimal basis of the whole model.

#include "job.h"

#include <math.h>

by_rows transpose(job *j)
{
    const model *m = j->model;
    size_t entries = m->starts[m->columns];
    by_rows t = {
        job_allocate(j, (size_t)m->rows + 2, sizeof(int32_t)),
        job_allocate(j, entries, sizeof(int)),
        job_allocate(j, entries, sizeof(double)),
        job_allocate(j, (size_t)m->columns + 1, sizeof(int)),
        job_allocate(j, (size_t)m->columns + 1, sizeof(double)),
    };
    for (size_t e = 0; e < entries; e++) t.starts[m->row_indices[e] + 2]++;
    for (int i = 0; i < m->rows; i++) t.starts[i + 2] += t.starts[i + 1];
    for (int c = 0; c < m->columns; c++)
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) {
            int32_t place = t.starts[m->row_indices[e] + 1]++;
            t.columns[place] = c;
            t.coefficients[place] = m->coefficients[e];
        }
    return t;
}

void add_rows(job *j, const by_rows *t, const int *rows, int count)
{
    load_rows(j, rows, count);
    for (int k = 0; k < count; k++) {
        int i = rows[k], length = 0;
        for (int32_t e = t->starts[i]; e < t->starts[i + 1]; e++) {
            if (!j->slot[t->columns[e]]) continue;
            t->indices[++length] = j->slot[t->columns[e]];
            t->numbers[length] = t->coefficients[e];
        }
        glp_set_mat_row(j->problem, j->row_slot[i], length, t->indices, t->numbers);
    }
}

int choose_broken(job *j, double *activity)
{
    const model *m = j->model;
    int count = 0;
    for (int i = 0; i < m->rows; i++) activity[i] = 0;
    for (int c = 0; c < m->columns; c++) {
        double x = j->slot[c] ? glp_get_col_prim(j->problem, j->slot[c]) : 0;
        if (x == 0) continue;
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++)
            activity[m->row_indices[e]] += x * m->coefficients[e];
    }
    for (int i = 0; i < m->rows; i++) {
        if (j->row_slot[i]) continue;
        double over = fmax(activity[i] - m->row_upper[i], m->row_lower[i] - activity[i]);
        if (over > 1e-8 * (1 + fabs(activity[i]))) j->chosen_rows[count++] = i;
    }
    return count;
}

// The dual simplex method starts without effort where every column has a bound to rest at on its better side.
static int is_boxed(const model *m)
{
    for (int c = 0; c < m->columns; c++) {
        double d = m->maximise ? m->objective[c] : -m->objective[c];
        if ((d > 0 && isinf(m->column_upper[c])) || (d < 0 && isinf(m->column_lower[c]))) return 0;
    }
    return 1;
}

int solve_lazily(job *j)
{
    const model *m = j->model;
    int count = 0;
    if (!is_boxed(m) || !feasible_at_zero(m)) {
        load_rows(j, NULL, m->rows);
        load_columns(j, NULL, m->columns);
        return simplex(j, CGLPK_AUTOMATIC);
    }
    by_rows t = transpose(j);
    double *activity = job_allocate(j, m->rows, sizeof *activity);
    choose_greedily(j);
    for (int i = 0; i < m->rows; i++)
        if (j->arrays->row_status[i] != GLP_BS) j->chosen_rows[count++] = i;
    load_rows(j, j->chosen_rows, count);
    load_columns(j, NULL, m->columns);
    for (int c = 0; c < m->columns; c++) {
        double d = m->maximise ? m->objective[c] : -m->objective[c];
        glp_set_col_stat(j->problem, j->slot[c], d > 0 ? GLP_NU : GLP_NL);
    }
    while (simplex(j, CGLPK_DUAL)) {
        count = choose_broken(j, activity);
        if (count == 0) return 1;
        add_rows(j, &t, j->chosen_rows, count);
    }
    j->answer.has_point = 0; // it keeps the rows loaded so far, not all
    return 0;
}
