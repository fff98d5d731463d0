// SPDX-License-Identifier: GPL-3.0-or-later
// A point and prices near the optimum, found without a basis.

#ifndef CGLPK_APPROACH_H
#define CGLPK_APPROACH_H

#include "job.h"

/// Everything is scaled, and the goal is to maximise. Row i reads row_lower <= sum <= row_upper.
typedef struct approach {
    const model *model;
    double *row_scale, *column_scale;
    double *entries;                              // in the model's places
    double *gain, *lower, *upper;                 // of columns
    double *row_lower, *row_upper;
    double *values, *prices;                      // the point and the prices reached
    double *reduced_costs, *activity;             // at these, as of the last look
    double *x, *y, *anchor_x, *anchor_y;          // where the iteration stands and whence it started
    int *awake, awake_count;                      // columns that may leave zero
    double weight;                                // of a unit of x against a unit of y
    double step;
    double objective, bound, broken;              // as of the last look; `broken` relative to the right-hand sides
    double *proven;                               // room for prices in the model's own units
} approach;

void approach_begin(approach *a, job *j);

typedef enum {
    APPROACH_NEAR,   // as near as asked, or the count used up
    APPROACH_WITHIN, // what is kept is within the relative gap asked for
    APPROACH_LATE,   // the time limit has passed
} approach_end;

approach_end approach_run(approach *a, job *j);

/// Keeps a point that keeps every row, made from the one reached. Does nothing if the model is not feasible at zero.
void settle(job *j, const approach *a);

#endif
