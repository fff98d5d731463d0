// SPDX-License-Identifier: GPL-3.0-or-later
// A basis of another model, taken over for this one, may have too few members or too many, or be singular. What it wants
// basic is kept as far as it is independent: slacks first, which cost nothing, then columns, the short ones first. Rows
// that are left without a pivot get their slack.

#include "independence.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
    int length, column;
} wanted;

static int by_length(const void *left, const void *right)
{
    const wanted *a = left, *b = right;
    return a->length != b->length ? a->length - b->length : a->column - b->column;
}

int has_right_size(const job *j)
{
    const model *m = j->model;
    int basic = 0;
    for (int i = 0; i < m->rows; i++) basic += j->arrays->row_status[i] == GLP_BS;
    for (int c = 0; c < m->columns; c++) basic += j->arrays->column_status[c] == GLP_BS;
    return basic == m->rows;
}

static void rest(job *j, int c)
{
    const model *m = j->model;
    j->arrays->column_status[c] =
        isfinite(m->column_lower[c]) ? GLP_NL : isfinite(m->column_upper[c]) ? GLP_NU : GLP_NF;
}

void repair_basis(job *j)
{
    const model *m = j->model;
    int *row_length = job_allocate(j, m->rows, sizeof *row_length);
    wanted *columns = job_allocate(j, m->columns, sizeof *columns);
    double *entries = job_allocate(j, (size_t)m->rows + 1, sizeof *entries);
    int count = 0;
    for (int c = 0; c < m->columns; c++) {
        if (j->arrays->column_status[c] != GLP_BS) continue;
        int length = m->starts[c + 1] - m->starts[c];
        columns[count++] = (wanted){ length, c };
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) row_length[m->row_indices[e]]++;
    }
    qsort(columns, count, sizeof *columns, by_length);
    independence f = { 0 };
    independence_begin(&f, j, row_length);
    double one = 1;
    for (int i = 0; i < m->rows; i++)
        if (j->arrays->row_status[i] == GLP_BS) independence_take(&f, j, &i, &one, 1);
    for (int k = 0; k < count; k++) {
        int c = columns[k].column;
        int32_t start = m->starts[c];
        double largest = 0;
        for (int e = 0; e < columns[k].length; e++) {
            entries[e] = m->coefficients[start + e] * j->scale[m->row_indices[start + e]];
            largest = fmax(largest, fabs(entries[e]));
        }
        for (int e = 0; e < columns[k].length; e++) entries[e] /= largest;
        if (largest == 0 || !independence_take(&f, j, m->row_indices + start, entries, columns[k].length)) rest(j, c);
    }
    for (int i = 0; i < m->rows; i++)
        if (f.pivot_of_row[i] < 0) j->arrays->row_status[i] = GLP_BS;
}
