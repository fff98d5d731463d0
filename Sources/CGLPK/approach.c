// SPDX-License-Identifier: GPL-3.0-or-later
// The primal-dual hybrid gradient method: a step of the columns along their reduced costs, a step of the prices along
// the broken rows, nothing but products with the matrix. Reflected, drawn to an anchor with weights 1/2, 1/3, ... and
// restarted from where it stands when the anchor has served (Lu and Yang, Restarted Halpern PDHG for linear
// programming, 2024). Columns that rest at zero against a clear reduced cost are left out until the next look.

#include "approach.h"

#include <math.h>
#include <string.h>

enum { LOOK_EVERY = 40, SCALINGS = 10, NORM_ITERATIONS = 15, MOST_ITERATIONS = 4000, MOST_FOR_GAP = 20000, MOST_NEARBY = 480, SMALL = 3000 };

// How near is near enough for the simplex method to take over.
static const double NEAR_OBJECTIVE = 5e-6, NEAR_ROWS = 2e-5;
// A column sleeps against a reduced cost of this part of its gain.
static const double CLEAR = 0.02;
// Near an optimum the weight of staffing models ends at about this part of the one for a start from nothing.
static const double NEARBY_WEIGHT = 0.05;

static double clamped(double v, double lower, double upper) { return v < lower ? lower : v > upper ? upper : v; }

static double largest_of(double slope, double lower, double upper)
{
    return slope == 0 ? 0 : slope * (slope > 0 ? upper : lower);
}

// Rows and columns are divided by the root of their largest entry, again and again, and last of the sum of their entries,
// after which no product with the matrix lengthens a vector.
static void scale(approach *a, job *j)
{
    const model *m = a->model;
    double *row = job_allocate(j, m->rows, sizeof *row), *column = job_allocate(j, m->columns, sizeof *column);
    for (int i = 0; i < m->rows; i++) a->row_scale[i] = 1;
    for (int c = 0; c < m->columns; c++) a->column_scale[c] = 1;
    for (int round = 0; round <= SCALINGS; round++) {
        memset(row, 0, (size_t)m->rows * sizeof *row);
        memset(column, 0, (size_t)m->columns * sizeof *column);
        for (int c = 0; c < m->columns; c++)
            for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) {
                int i = m->row_indices[e];
                double size = fabs(m->coefficients[e]) * a->row_scale[i] * a->column_scale[c];
                row[i] = round < SCALINGS ? fmax(row[i], size) : row[i] + size;
                column[c] = round < SCALINGS ? fmax(column[c], size) : column[c] + size;
            }
        for (int i = 0; i < m->rows; i++) if (row[i] > 0) a->row_scale[i] /= sqrt(row[i]);
        for (int c = 0; c < m->columns; c++) if (column[c] > 0) a->column_scale[c] /= sqrt(column[c]);
    }
    for (int i = 0; i < m->rows; i++) {
        a->row_lower[i] = m->row_lower[i] * a->row_scale[i];
        a->row_upper[i] = m->row_upper[i] * a->row_scale[i];
    }
    for (int c = 0; c < m->columns; c++) {
        a->gain[c] = (m->maximise ? m->objective[c] : -m->objective[c]) * a->column_scale[c];
        a->lower[c] = m->column_lower[c] / a->column_scale[c];
        a->upper[c] = m->column_upper[c] / a->column_scale[c];
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++)
            a->entries[e] = m->coefficients[e] * a->row_scale[m->row_indices[e]] * a->column_scale[c];
    }
}

static double dot(const approach *a, int c, const double *y)
{
    const model *m = a->model;
    double sum = 0;
    for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) sum += a->entries[e] * y[m->row_indices[e]];
    return sum;
}

static void add(const approach *a, int c, double x, double *activity)
{
    const model *m = a->model;
    for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) activity[m->row_indices[e]] += a->entries[e] * x;
}

static double length(const double *v, int count)
{
    double sum = 0;
    for (int k = 0; k < count; k++) if (isfinite(v[k])) sum += v[k] * v[k];
    return sqrt(sum);
}

// By the power method, from a vector of no particular direction.
static double norm(approach *a)
{
    const model *m = a->model;
    double size = 1;
    for (int i = 0; i < m->rows; i++) a->y[i] = 1 + 0.1 * (i % 7);
    for (int round = 0; round < NORM_ITERATIONS; round++) {
        double all = length(a->y, m->rows), sum = 0;
        if (all == 0) break;
        for (int i = 0; i < m->rows; i++) { a->y[i] /= all; a->activity[i] = 0; }
        for (int c = 0; c < m->columns; c++) {
            double d = dot(a, c, a->y);
            sum += d * d;
            add(a, c, d, a->activity);
        }
        size = sqrt(sum);
        memcpy(a->y, a->activity, (size_t)m->rows * sizeof *a->y);
    }
    memset(a->y, 0, (size_t)m->rows * sizeof *a->y);
    return size > 0 ? size : 1;
}

// Reduced costs, activity, objective, bound, and who may sleep.
static void look(approach *a)
{
    const model *m = a->model;
    double objective = 0, bound = 0, broken = 0;
    memset(a->activity, 0, (size_t)m->rows * sizeof *a->activity);
    for (int i = 0; i < m->rows; i++) {
        double *y = &a->prices[i]; // a price whose side has no bound is noise
        if ((*y > 0 && isinf(a->row_upper[i])) || (*y < 0 && isinf(a->row_lower[i]))) *y = 0;
        bound += largest_of(*y, a->row_lower[i], a->row_upper[i]);
    }
    a->awake_count = 0;
    for (int c = 0; c < m->columns; c++) {
        double x = a->values[c], d = a->reduced_costs[c] = a->gain[c] - dot(a, c, a->prices);
        if (x != 0) add(a, c, x, a->activity);
        objective += a->gain[c] * x;
        bound += largest_of(d, a->lower[c], a->upper[c]);
        int sleeps = x == 0 && ((a->lower[c] == 0 && d < -CLEAR * fabs(a->gain[c])) ||
                                (a->upper[c] == 0 && d > CLEAR * fabs(a->gain[c])));
        if (sleeps) a->x[c] = a->anchor_x[c] = 0;
        else a->awake[a->awake_count++] = c;
    }
    for (int i = 0; i < m->rows; i++) {
        double over = fmax(fmax(a->activity[i] - a->row_upper[i], a->row_lower[i] - a->activity[i]), 0);
        broken += over * over;
    }
    a->objective = objective;
    a->bound = bound;
    a->broken = sqrt(broken) / (1 + length(a->row_upper, m->rows));
}

// From the point and the prices that are given.
static void begin_nearby(approach *a, const job *j)
{
    const model *m = a->model;
    for (int c = 0; c < m->columns; c++)
        a->values[c] = clamped(j->arrays->values[c] / a->column_scale[c], a->lower[c], a->upper[c]);
    for (int i = 0; i < m->rows; i++)
        a->prices[i] = (m->maximise ? 1 : -1) * j->arrays->row_prices[i] / a->row_scale[i];
    look(a);
    a->weight *= NEARBY_WEIGHT;
    memcpy(a->x, a->values, (size_t)m->columns * sizeof *a->x);
    memcpy(a->anchor_x, a->values, (size_t)m->columns * sizeof *a->x);
    memcpy(a->y, a->prices, (size_t)m->rows * sizeof *a->y);
    memcpy(a->anchor_y, a->prices, (size_t)m->rows * sizeof *a->y);
}

void approach_begin(approach *a, job *j)
{
    const model *m = a->model = j->model;
    size_t rows = m->rows, columns = m->columns;
    double **of_rows[] = { &a->row_scale, &a->row_lower, &a->row_upper, &a->prices, &a->activity, &a->y, &a->anchor_y,
        &a->proven };
    double **of_columns[] = {
        &a->column_scale, &a->gain, &a->lower, &a->upper, &a->values, &a->reduced_costs, &a->x, &a->anchor_x,
    };
    for (size_t k = 0; k < sizeof of_rows / sizeof *of_rows; k++) *of_rows[k] = job_allocate(j, rows, sizeof(double));
    for (size_t k = 0; k < sizeof of_columns / sizeof *of_columns; k++)
        *of_columns[k] = job_allocate(j, columns, sizeof(double));
    a->entries = job_allocate(j, m->starts[m->columns], sizeof(double));
    a->awake = job_allocate(j, columns, sizeof(int));
    scale(a, j);
    a->step = 0.95 / norm(a);
    for (int c = 0; c < m->columns; c++) {
        a->awake[c] = c;
        a->x[c] = a->anchor_x[c] = a->values[c] = clamped(0, a->lower[c], a->upper[c]);
    }
    a->awake_count = m->columns;
    double gains = length(a->gain, m->columns), sides = length(a->row_upper, m->rows) + length(a->row_lower, m->rows);
    a->weight = gains > 0 && sides > 0 ? gains / sides : 1;
    if (j->arrays->has_point) begin_nearby(a, j);
}

// One iteration; the length of the move before reflection, in the norm in which the method contracts.
static double iterate(approach *a, int since)
{
    const model *m = a->model;
    double tau = a->step / a->weight, sigma = a->step * a->weight;
    double forward = (since + 1.0) / (since + 2.0), back = 1 - forward, moved_x = 0, moved_y = 0;
    memset(a->activity, 0, (size_t)m->rows * sizeof *a->activity);
    for (int k = 0; k < a->awake_count; k++) {
        int c = a->awake[k];
        double x = a->x[c], next = clamped(x + tau * (a->gain[c] - dot(a, c, a->y)), a->lower[c], a->upper[c]);
        double reflected = 2 * next - x;
        moved_x += (next - x) * (next - x);
        a->values[c] = next;
        if (reflected != 0) add(a, c, reflected, a->activity);
        a->x[c] = forward * reflected + back * a->anchor_x[c];
    }
    for (int i = 0; i < m->rows; i++) {
        double y = a->y[i], to = y + sigma * a->activity[i];
        double next = to - sigma * clamped(to / sigma, a->row_lower[i], a->row_upper[i]);
        moved_y += (next - y) * (next - y);
        a->prices[i] = next;
        a->y[i] = forward * (2 * next - y) + back * a->anchor_y[i];
    }
    return sqrt(moved_x * a->weight + moved_y / a->weight);
}

static void restart(approach *a)
{
    const model *m = a->model;
    double x = 0, y = 0;
    for (int c = 0; c < m->columns; c++) x += (a->values[c] - a->anchor_x[c]) * (a->values[c] - a->anchor_x[c]);
    for (int i = 0; i < m->rows; i++) y += (a->prices[i] - a->anchor_y[i]) * (a->prices[i] - a->anchor_y[i]);
    if (x > 0 && y > 0) a->weight = sqrt(a->weight * sqrt(y / x));
    memcpy(a->x, a->values, (size_t)m->columns * sizeof *a->x);
    memcpy(a->anchor_x, a->values, (size_t)m->columns * sizeof *a->x);
    memcpy(a->y, a->prices, (size_t)m->rows * sizeof *a->y);
    memcpy(a->anchor_y, a->prices, (size_t)m->rows * sizeof *a->y);
}

// The prices of the last look, if they prove more than any before.
static void keep_bound(approach *a, job *j)
{
    const model *m = a->model;
    double bound = m->constant + (m->maximise ? a->bound : -a->bound), sign = m->maximise ? 1 : -1;
    if (!isfinite(bound) || (j->hand.prices != NULL && sign * bound >= sign * j->hand.prices_bound)) return;
    for (int i = 0; i < m->rows; i++) a->proven[i] = sign * a->prices[i] * a->row_scale[i];
    keep_prices(j, a->proven, bound);
}

approach_end approach_run(approach *a, job *j)
{
    const cglpk_options *o = j->options;
    double first = 0, previous = INFINITY;
    int most = o->relative_gap > 0 ? MOST_FOR_GAP : MOST_ITERATIONS, next_try = 0;
    // A small model is sooner solved by more steps of the simplex method.
    if (j->arrays->has_point && a->model->rows < SMALL) most = MOST_NEARBY;
    for (int done = 0, since = 0; done < most; since++) {
        double moved = iterate(a, since);
        if (since == 0) { first = moved; previous = INFINITY; }
        if (++done % LOOK_EVERY != 0 && done != most) continue;
        look(a);
        keep_bound(a, j);
        if ((o->relative_gap > 0 || o->is_watched) && done >= next_try) {
            settle(j, a);
            if (o->relative_gap > 0 && is_within_gap(j)) return APPROACH_WITHIN;
            next_try = done + done / 10;
        }
        if (job_is_cancelled(j, 0)) longjmp(j->escape, ESCAPE_CANCELLED);
        if (job_is_late(j)) return APPROACH_LATE;
        double size = 1 + fabs(a->bound) + fabs(a->objective);
        if (fabs(a->bound - a->objective) <= NEAR_OBJECTIVE * size && a->broken <= NEAR_ROWS) break;
        if (moved < 0.2 * first || (moved < 0.8 * first && moved > previous) || since > 0.36 * done) {
            restart(a);
            since = -1;
        }
        previous = moved;
    }
    return APPROACH_NEAR;
}
