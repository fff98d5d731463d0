// SPDX-License-Identifier: GPL-3.0-or-later
// Left-looking sparse elimination (Gilbert and Peierls 1988): the pivots that touch a column are found by a walk along
// the multipliers, so the work is in proportion to the arithmetic and not to the size of the basis.

#include "independence.h"

#include <math.h>
#include <string.h>

static const double DEPENDENT = 1e-2;       // what is left of a column whose entries are near one
static const double PIVOT_THRESHOLD = 0.1;  // of the largest entry
static const int64_t MOST_FILL = 32; // multipliers for each row, beyond the first million

void independence_begin(independence *f, job *j, const int *row_length)
{
    size_t rows = f->row_count = j->model->rows;
    f->row_length = row_length;
    f->room = 4 * (int64_t)rows + 1024;
    f->pivot_of_row = job_allocate(j, rows, sizeof *f->pivot_of_row);
    f->starts = job_allocate(j, rows + 1, sizeof *f->starts);
    f->rows = job_allocate(j, f->room, sizeof *f->rows);
    f->multipliers = job_allocate(j, f->room, sizeof *f->multipliers);
    f->work = job_allocate(j, rows, sizeof *f->work);
    f->reached = job_allocate(j, rows, sizeof *f->reached);
    f->stack = job_allocate(j, rows, sizeof *f->stack);
    f->mark = job_allocate(j, rows, sizeof *f->mark);
    f->place = job_allocate(j, rows, sizeof *f->place);
    for (size_t i = 0; i < rows; i++) f->pivot_of_row[i] = -1;
}

static void push(independence *f, int depth, int row)
{
    f->mark[row] = f->stamp;
    f->stack[depth] = row;
    f->place[depth] = f->pivot_of_row[row] < 0 ? 0 : f->starts[f->pivot_of_row[row]];
}

// Puts the rows that can be reached from `row` before those at `top`, each before all that it leads to.
static int reach(independence *f, int row, int top)
{
    if (f->mark[row] == f->stamp) return top;
    int depth = 0;
    push(f, 0, row);
    while (depth >= 0) {
        int pivot = f->pivot_of_row[f->stack[depth]], below = depth;
        while (pivot >= 0 && f->place[depth] < f->starts[pivot + 1]) {
            int next = f->rows[f->place[depth]++];
            if (f->mark[next] == f->stamp) continue;
            push(f, ++depth, next);
            break;
        }
        if (depth == below) f->reached[--top] = f->stack[depth--];
    }
    return top;
}

static void grow(independence *f, job *j)
{
    int *rows = job_allocate(j, 2 * f->room, sizeof *rows);
    double *multipliers = job_allocate(j, 2 * f->room, sizeof *multipliers);
    memcpy(rows, f->rows, f->count * sizeof *rows);
    memcpy(multipliers, f->multipliers, f->count * sizeof *multipliers);
    f->rows = rows;
    f->multipliers = multipliers;
    f->room *= 2;
}

// The shortest of the rows with a fair entry; -1 if all entries are small.
static int best_pivot(const independence *f, int top)
{
    double largest = 0;
    int best = -1;
    for (int k = top; k < f->row_count; k++)
        if (f->pivot_of_row[f->reached[k]] < 0) largest = fmax(largest, fabs(f->work[f->reached[k]]));
    if (largest < DEPENDENT) return -1;
    for (int k = top; k < f->row_count; k++) {
        int row = f->reached[k];
        if (f->pivot_of_row[row] >= 0 || fabs(f->work[row]) < PIVOT_THRESHOLD * largest) continue;
        int difference = best < 0 ? -1 : f->row_length[row] - f->row_length[best];
        if (difference < 0 || (difference == 0 && row < best)) best = row;
    }
    return best;
}

int independence_take(independence *f, job *j, const int *indices, const double *entries, int count)
{
    if (f->count > 1000000 + MOST_FILL * f->row_count) return 0;
    int top = f->row_count;
    f->stamp++;
    for (int e = 0; e < count; e++) top = reach(f, indices[e], top);
    for (int k = top; k < f->row_count; k++) f->work[f->reached[k]] = 0;
    for (int e = 0; e < count; e++) f->work[indices[e]] = entries[e];
    for (int k = top; k < f->row_count; k++) {
        int pivot = f->pivot_of_row[f->reached[k]];
        double v = f->work[f->reached[k]];
        if (pivot < 0 || v == 0) continue;
        for (int64_t e = f->starts[pivot]; e < f->starts[pivot + 1]; e++)
            f->work[f->rows[e]] -= v * f->multipliers[e];
    }
    int chosen = best_pivot(f, top);
    if (chosen < 0) return 0;
    for (int k = top; k < f->row_count; k++) {
        int row = f->reached[k];
        if (f->pivot_of_row[row] >= 0 || row == chosen || fabs(f->work[row]) < 1e-14) continue;
        if (f->count == f->room) grow(f, j);
        f->rows[f->count] = row;
        f->multipliers[f->count++] = f->work[row] / f->work[chosen];
    }
    f->pivot_of_row[chosen] = f->pivots++;
    f->starts[f->pivots] = f->count;
    return 1;
}
