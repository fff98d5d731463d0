// SPDX-License-Identifier: GPL-3.0-or-later
// From a point and prices near the optimum to a basis near the optimal one, and from there by the simplex method to the
// optimum. What is far from its bounds should be basic, what has a price should not: columns and slacks are taken by the
// ratio of the two, each if it is independent of those taken before. GLPK is given the rows and columns that matter;
// after each solve the rows that its point breaks are added, and when there are none, the columns that would pay.

#include "approach.h"
#include "independence.h"

#include <math.h>
#include <stdlib.h>

// A column that loses no more than this part of its gain may well be wanted.
static const double NEARLY_PAYS = 0.005;
// By so much more is a member of the basis of a model nearby wanted.
enum { MEMBER_BANDS = 3 };

typedef struct {
    double ratio;
    int band;   // the ratio's power of ten
    int length;
    int member; // column c, or the slack of row i as columns + i
} candidate;

static int band(double ratio) { return ratio <= 1e-3 ? -3 : ratio >= 1e4 ? 4 : (int)floor(log10(ratio)); }

// Among much the same ratios the short columns come first: they keep the factors small.
static int by_ratio(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    if (a->band != b->band) return a->band > b->band ? -1 : 1;
    if (a->length != b->length) return a->length - b->length;
    if (a->ratio != b->ratio) return a->ratio > b->ratio ? -1 : 1;
    return a->member - b->member;
}

// How far `value` is from its bounds against the price of moving it, and at which bound it rests unless basic.
static double ratio(double lower, double value, double upper, double weight, double price, uint8_t *status)
{
    double below = value - lower, above = upper - value, least = fmax(fmin(below, above), 0);
    *status = isinf(lower) && isinf(upper) ? GLP_NF : below <= above ? GLP_NL : GLP_NU;
    return least == 0 ? 0 : least * weight / (fabs(price) + 1e-200);
}

static int nearly_pays(const approach *a, int c)
{
    double d = a->lower[c] == 0 ? a->reduced_costs[c] : -a->reduced_costs[c];
    return d > -NEARLY_PAYS * fabs(a->gain[c]);
}

static int collect(job *j, const approach *a, candidate *candidates)
{
    const model *m = j->model;
    int count = 0, is_nearby = j->arrays->has_point;
    for (int c = 0; c < m->columns; c++) {
        int was = is_nearby && j->arrays->column_status[c] == GLP_BS;
        double r = ratio(a->lower[c], a->values[c], a->upper[c], a->weight, a->reduced_costs[c],
            &j->arrays->column_status[c]);
        if (a->lower[c] < a->upper[c] && (r > 0 || was || nearly_pays(a, c)))
            candidates[count++] = (candidate){ r, band(r) + (was ? MEMBER_BANDS : 0), m->starts[c + 1] - m->starts[c], c };
    }
    for (int i = 0; i < m->rows; i++) {
        int was = is_nearby && j->arrays->row_status[i] == GLP_BS;
        double r = ratio(a->row_lower[i], a->activity[i], a->row_upper[i], a->weight, a->prices[i],
            &j->arrays->row_status[i]);
        candidates[count++] = (candidate){ r, band(r) + (was ? MEMBER_BANDS : 0), 0, m->columns + i };
    }
    qsort(candidates, count, sizeof *candidates, by_ratio);
    return count;
}

// The heaviest basis, as far as rounding lets us see it. False if the time limit passes meanwhile.
static int choose_basis(job *j, const approach *a)
{
    const model *m = j->model;
    candidate *candidates = job_allocate(j, (size_t)m->columns + m->rows, sizeof *candidates);
    int *row_length = job_allocate(j, m->rows, sizeof *row_length);
    for (int32_t e = 0; e < m->starts[m->columns]; e++) row_length[m->row_indices[e]]++;
    int count = collect(j, a, candidates);
    independence f = { 0 };
    independence_begin(&f, j, row_length);
    for (int k = 0; k < count && f.pivots < m->rows; k++) {
        int member = candidates[k].member, i = member - m->columns;
        double one = 1;
        if (k % 16 == 0) {
            if (job_is_cancelled(j, 0)) longjmp(j->escape, ESCAPE_CANCELLED);
            if (job_is_late(j)) return 0;
        }
        if (i >= 0) {
            if (independence_take(&f, j, &i, &one, 1)) j->arrays->row_status[i] = GLP_BS;
        } else {
            int32_t start = m->starts[member], length = m->starts[member + 1] - start;
            if (independence_take(&f, j, m->row_indices + start, a->entries + start, length))
                j->arrays->column_status[member] = GLP_BS;
        }
    }
    for (int i = 0; i < m->rows; i++) if (f.pivot_of_row[i] < 0) j->arrays->row_status[i] = GLP_BS;
    return 1;
}

static void load_what_matters(job *j, const approach *a)
{
    const model *m = j->model;
    int rows = 0, columns = 0;
    for (int i = 0; i < m->rows; i++)
        if (j->arrays->row_status[i] != GLP_BS || (a != NULL && a->prices[i] != 0)) j->chosen_rows[rows++] = i;
    load_rows(j, j->chosen_rows, rows);
    for (int c = 0; c < m->columns; c++) {
        int rests_at_zero = may_wait(m, c) && j->arrays->column_status[c] == (m->column_lower[c] == 0 ? GLP_NL : GLP_NU);
        if (!rests_at_zero || (a != NULL && nearly_pays(a, c))) j->chosen[columns++] = c;
    }
    load_columns(j, j->chosen, columns);
    load_basis(j);
}

static int choose_attractive(job *j)
{
    const model *m = j->model;
    double *prices = j->arrays->row_prices;
    int count = 0;
    for (int i = 0; i < m->rows; i++) prices[i] = j->row_slot[i] ? glp_get_row_dual(j->problem, j->row_slot[i]) : 0;
    for (int c = 0; c < m->columns; c++)
        if (!j->slot[c] && attraction(m, c, prices) > 1e-9 * (1 + fabs(m->objective[c]))) j->chosen[count++] = c;
    return count;
}

static void load_rest(job *j, const by_rows *t)
{
    int count = 0;
    for (int i = 0; i < j->model->rows; i++) if (!j->row_slot[i]) j->chosen_rows[count++] = i;
    add_rows(j, t, j->chosen_rows, count);
    count = 0;
    for (int c = 0; c < j->model->columns; c++) if (!j->slot[c]) j->chosen[count++] = c;
    load_columns(j, j->chosen, count);
}

// A point that keeps also the rows that are not loaded, though other columns would pay.
static void keep_solved(job *j)
{
    const model *m = j->model;
    for (int c = 0; c < m->columns; c++)
        j->arrays->values[c] = j->slot[c] ? glp_get_col_prim(j->problem, j->slot[c]) : 0;
    keep_point(j, j->arrays->values);
    keep_prices(j, j->arrays->row_prices, bound_of(m, j->arrays->row_prices));
}

static int stop(job *j, cglpk_stop reason)
{
    j->answer.status = CGLPK_STOPPED;
    j->answer.stop = reason;
    return 0;
}

// A basis near the optimal one; false if a point without a basis is all that there will be.
static int approach_and_choose(job *j, approach *a)
{
    approach_begin(a, j);
    j->approach = a;
    approach_end end = approach_run(a, j);
    if (end == APPROACH_WITHIN) return stop(j, CGLPK_STOP_GAP);
    if (end == APPROACH_NEAR && choose_basis(j, a)) return 1;
    return stop(j, CGLPK_STOP_TIME);
}

int cross_over(job *j)
{
    approach *a = NULL;
    if (!j->arrays->has_basis || j->arrays->has_point) {
        a = job_allocate(j, 1, sizeof *a);
        if (!approach_and_choose(j, a)) return 0;
    }
    load_what_matters(j, a);
    by_rows t = transpose(j);
    double *activity = job_allocate(j, j->model->rows, sizeof *activity);
    while (simplex(j, CGLPK_AUTOMATIC)) {
        int broken = choose_broken(j, activity), attractive = broken ? 0 : choose_attractive(j);
        if (broken == 0 && attractive == 0) return 1;
        if (broken == 0) keep_solved(j);
        add_rows(j, &t, j->chosen_rows, broken);
        load_columns(j, j->chosen, attractive);
    }
    if (j->answer.status != CGLPK_STOPPED) { // what is loaded may have no optimum though the whole has one
        load_rest(j, &t);
        return simplex(j, CGLPK_AUTOMATIC);
    }
    if (j->answer.has_point && choose_broken(j, activity) > 0) j->answer.has_point = 0;
    return 0;
}
