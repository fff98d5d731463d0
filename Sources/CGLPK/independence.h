// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a column is independent of those taken so far.

#ifndef CGLPK_INDEPENDENCE_H
#define CGLPK_INDEPENDENCE_H

#include "job.h"

/// The lower factor of the columns taken so far: what is needed to reduce another column by them, and no more.
typedef struct {
    int row_count, pivots;
    int *pivot_of_row;      // -1 while the row has none
    const int *row_length;  // rows with few entries are preferred as pivots
    int64_t *starts;        // of each pivot's multipliers
    int *rows;
    double *multipliers;
    int64_t count, room;
    double *work;
    int *reached, *stack, *mark, stamp;
    int64_t *place;
} independence;

void independence_begin(independence *f, job *j, const int *row_length);
/// Takes a column unless it is close to a combination of those taken before.
int independence_take(independence *f, job *j, const int *indices, const double *entries, int count);

#endif
