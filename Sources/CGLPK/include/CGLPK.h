// SPDX-License-Identifier: GPL-3.0-or-later
//
// GLPK in one call: flat arrays go in, flat arrays come out, and no GLPK object outlives the call.
//
// GLPK keeps its memory per thread and calls abort() when it is displeased. Here every call makes its problem,
// solves it, reads it and frees the thread's whole GLPK environment, so any thread may call at any time, and an
// abort comes back as CGLPK_FAILED with GLPK's last words in `message`.

#ifndef CGLPK_H
#define CGLPK_H

#include <stdbool.h>
#include <stdint.h>

/// How a linear program (or the relaxation of an integer program) is solved.
typedef enum {
    /// From the starting basis by what suits it: primal if it is primal feasible, dual if it is dual feasible.
    CGLPK_AUTOMATIC,
    CGLPK_PRIMAL,
    CGLPK_DUAL,
    /// Primal over a growing set of columns, until none of those left out has an attractive reduced cost.
    CGLPK_SIFTING,
    /// Without a basis to the neighbourhood of the optimum, and from there by the simplex method over what matters there.
    /// From a starting basis only the latter.
    CGLPK_CROSSOVER,
} cglpk_method;

typedef enum {
    CGLPK_OPTIMAL,
    CGLPK_INFEASIBLE,
    CGLPK_UNBOUNDED,
    /// A limit or the caller ended the search; see `stop`. `has_point` says whether there is a point to read.
    CGLPK_STOPPED,
    CGLPK_FAILED,
    /// The thread is already inside a call: a progress callback tried to solve.
    CGLPK_REENTERED,
} cglpk_status;

typedef enum {
    CGLPK_STOP_NONE,
    CGLPK_STOP_GAP,
    CGLPK_STOP_TIME,
    CGLPK_STOP_ITERATIONS,
    CGLPK_STOP_NODES,
    CGLPK_STOP_CANCELLED,
} cglpk_stop;

/// How far a search has come. `incumbent` and `bound` mean something only where their flags are set.
typedef struct {
    double seconds;
    int64_t nodes;
    int has_incumbent, has_bound;
    double incumbent, bound;
} cglpk_progress;

/// Asked now and then; anything but zero cancels. A linear program that is feasible at zero has a point all the same.
typedef int (*cglpk_poll)(void *context, const cglpk_progress *progress);

typedef struct {
    cglpk_method method;
    double time_limit;       ///< seconds; negative for none
    int64_t iteration_limit; ///< simplex iterations; negative for none
    int64_t node_limit;      ///< branch-and-bound nodes; negative for none
    /// |incumbent - bound| / |incumbent| at which branch and bound, CGLPK_CROSSOVER or CGLPK_SIFTING may end
    double relative_gap;
    int is_watched;          ///< `poll` looks at the progress, so that it is worth some time to make it known
    cglpk_poll poll;         ///< may be NULL
    void *context;
} cglpk_options;

typedef struct {
    int maximise;
    int rows, columns;
    double constant;   ///< added to the objective
    int has_integers;  ///< otherwise `integer` is not looked at
    int has_basis;     ///< otherwise the starting basis is the slack basis
    /// `values` and `row_prices` are near the optimum, which CGLPK_CROSSOVER makes use of; of an integer program `values` keep
    /// every row and bound, and branch and bound begins with them as its best point
    int has_point;
} cglpk_shape;

typedef struct {
    cglpk_status status;
    cglpk_stop stop;
    int has_point, has_bound;
    double objective, bound;
    int64_t iterations, nodes;
    char message[256];
} cglpk_answer;

/// Solves a model whose numbers the caller has checked: no NaN, no crossed bounds, no fractional bound on an integer
/// column, no entry twice, every row index in range.
///
/// Columns are stored one after the other: the entries of column j are at starts[j] ..< starts[j + 1]. Bounds may be
/// infinite. The last five arrays are written to, as far as the status says. Statuses are GLP_BS, GLP_NL, GLP_NU and
/// GLP_NF, and they are read as the starting basis if `has_basis`; one
/// that has too few or too many members is mended. For an integer program prices, reduced costs and
/// basis are those of the linear relaxation.
cglpk_answer cglpk_solve(
    cglpk_shape shape, cglpk_options options,
    const double *row_lower, const double *row_upper,
    const double *column_lower, const double *column_upper, const double *objective, const bool *integer,
    const int32_t *starts, const int32_t *row_indices, const double *coefficients,
    uint8_t *row_status, uint8_t *column_status, double *values, double *row_prices, double *reduced_costs);

/// Whether the calling thread is inside `cglpk_solve`, that is, inside its callback.
int cglpk_is_solving(void);

#endif
