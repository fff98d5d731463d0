// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that join later. A row left out is one whose slack is basic and whose price is zero, so that an optimal basis of
// what is loaded is one of the whole model as soon as its point breaks none of them.

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
