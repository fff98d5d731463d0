// SPDX-License-Identifier: GPL-3.0-or-later
// One call in flight, shared by the files of this target.

#ifndef CGLPK_JOB_H
#define CGLPK_JOB_H

#include "CGLPK.h"

#include <glpk.h>
#include <setjmp.h>

typedef struct {
    int maximise, rows, columns;
    double constant;
    const double *row_lower, *row_upper;
    const double *column_lower, *column_upper, *objective;
    const bool *integer; // NULL for a linear program
    const int32_t *starts, *row_indices;
    const double *coefficients;
} model;

typedef struct {
    int has_basis, has_point;
    uint8_t *row_status, *column_status;
    double *values, *row_prices, *reduced_costs;
} arrays;

/// The best point that keeps every row and bound, and the prices that prove the best bound, of all that were met.
/// Both may be known by their numbers alone, without the arrays.
typedef struct {
    int has_objective, has_bound;
    double objective, bound;
    double *values, *prices;      // NULL if there are none
    double values_objective, prices_bound;
} hand;

typedef struct {
    const model *model;
    const arrays *arrays;
    const cglpk_options *options;
    cglpk_answer answer;

    glp_prob *problem;
    int *slot, *row_slot;         // GLPK's number of each column and row, 0 while it is not loaded
    int *chosen, *chosen_rows;    // what to load next
    int *indices;                 // one column as GLPK wants it: 1-based, element 0 unused
    double *coefficients;
    double *scale;                // of each row
    double *start;                // a point to begin branch and bound with, or NULL
    void *memory;                 // all of the above and more, as a list

    hand hand;
    struct approach *approach;    // once it has begun
    void *settling;               // room for making points
    jmp_buf escape;
    int in_tree;
    double started, last_poll;
} job;

enum { ESCAPE_ABORTED = 1, ESCAPE_CANCELLED = 2 };

double job_seconds(const job *j);
/// Whether the time limit has passed.
int job_is_late(const job *j);
/// Asks the caller whether to go on; at most every few milliseconds unless `urgent`.
int job_is_cancelled(job *j, int urgent);

/// Zeroed memory that is freed with the call, also when GLPK aborts.
void *job_allocate(job *j, size_t count, size_t size);

/// Adds rows without entries; NULL for all.
void load_rows(job *j, const int *rows, int count);
/// Adds columns with their entries in the rows loaded so far; NULL for all.
void load_columns(job *j, const int *columns, int count);

/// The model row by row, and room for one row as GLPK wants it.
typedef struct {
    int32_t *starts;
    int *columns;
    double *coefficients;
    int *indices;
    double *numbers;
} by_rows;

by_rows transpose(job *j);
/// Adds rows with their entries in the columns loaded so far.
void add_rows(job *j, const by_rows *t, const int *rows, int count);
/// Fills `chosen_rows` with the rows left out that the solved problem's point breaks.
int choose_broken(job *j, double *activity);
/// Gain in the objective for moving column c off zero, per unit; positive is attractive.
double attraction(const model *m, int c, const double *prices);
/// Whether column c may be left out for now: only one that rests at zero changes no row.
int may_wait(const model *m, int c);

/// Whether the arrays' basis has as many members as the model has rows.
int has_right_size(const job *j);
/// Makes a basis of the arrays' statuses.
void repair_basis(job *j);

/// Hands the arrays' statuses of what is loaded to GLPK.
void load_basis(job *j);
void read_point(job *j);
void read_prices(job *j);

/// Runs the simplex method on what is loaded and sets the answer's status. True if optimal.
int simplex(job *j, cglpk_method method);
/// Loads columns and solves until none prices out. True if optimal for the whole model.
int sift(job *j);
/// Approaches the optimum without a basis, finds one, and goes on from there. True if optimal for the whole model.
int cross_over(job *j);

/// Takes note of a point's objective, or of a bound, for whoever watches.
void see_objective(job *j, double objective);
void see_bound(job *j, double bound);
/// Keeps a point that keeps every row, or the prices of a bound, if they are the best so far.
void keep_point(job *j, const double *values);
void keep_prices(job *j, const double *prices, double bound);
/// The value that no point can beat, from any prices whatever, by weak duality; infinite if they prove nothing.
double bound_of(const model *m, const double *prices);
/// Whether what is kept is within the relative gap asked for.
int is_within_gap(const job *j);
/// Writes out the best that can be had in a moment for a search that ended early: what is kept, what can be settled from
/// the point approached, or a greedy fill. Without a point that keeps every row nothing is written.
void write_best(job *j);
/// The slack basis, for a point that has none.
void write_slack_basis(job *j);
/// Keeps the point that comes of raising columns from zero, the most attractive first.
void settle_greedily(job *j);

int feasible_at_zero(const model *m);
/// How far column c can rise, and the row that stops it or -1.
double room(const model *m, int c, const double *activity, int *stopper);
/// Fills `chosen` and the arrays' statuses with a starting basis, for a model that is feasible at zero.
int choose_greedily(job *j);
void branch_and_bound(job *j);

#endif
