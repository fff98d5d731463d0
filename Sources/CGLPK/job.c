// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a call: hooks, escape from aborts, clean-up.

#include "job.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static _Thread_local job *current;

int cglpk_is_solving(void) { return current != NULL; }

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

double job_seconds(const job *j) { return now() - j->started; }

int job_is_late(const job *j) { return j->options->time_limit >= 0 && job_seconds(j) > j->options->time_limit; }

int job_is_cancelled(job *j, int urgent)
{
    if (j->options->poll == NULL) return 0;
    double seconds = job_seconds(j);
    if (!urgent && seconds - j->last_poll < 0.01) return 0;
    j->last_poll = seconds;
    const hand *h = &j->hand;
    cglpk_progress progress = {
        .seconds = seconds, .nodes = j->answer.nodes,
        .has_incumbent = h->has_objective, .incumbent = h->objective,
        .has_bound = h->has_bound, .bound = h->bound,
    };
    return j->options->poll(j->options->context, &progress);
}

// In its second phase the primal method tells the objective of a point that keeps all rows it has.
static void read_objective(job *j, const char *text)
{
    int count;
    double objective;
    if (j->problem == NULL || glp_get_num_rows(j->problem) != j->model->rows) return;
    if (j->model->integer == NULL && sscanf(text, "*%d: obj = %lf", &count, &objective) == 2) see_objective(j, objective);
}

// GLPK's terminal. It also prints during long simplex runs, which is the only moment to leave them.
static int hear(void *info, const char *text)
{
    job *j = info;
    if (!j->in_tree) read_objective(j, text);
    size_t length = strlen(text), room = sizeof j->answer.message - 1;
    if (length > room) length = room;
    size_t kept = strlen(j->answer.message);
    size_t drop = kept + length > room ? kept + length - room : 0;
    memmove(j->answer.message, j->answer.message + drop, kept - drop);
    memcpy(j->answer.message + kept - drop, text, length);
    j->answer.message[kept - drop + length] = '\0';
    if (!j->in_tree && job_is_cancelled(j, 0)) longjmp(j->escape, ESCAPE_CANCELLED);
    return 1;
}

static void catch_abort(void *info) { longjmp(((job *)info)->escape, ESCAPE_ABORTED); }

typedef union block {
    union block *next;
    max_align_t alignment;
} block;

void *job_allocate(job *j, size_t count, size_t size)
{
    block *memory = calloc(1, sizeof(block) + (count ? count : 1) * size);
    if (memory == NULL) longjmp(j->escape, ESCAPE_ABORTED);
    memory->next = j->memory;
    j->memory = memory;
    return memory + 1;
}

static void free_memory(job *j)
{
    for (block *b = j->memory, *next; b != NULL; b = next) {
        next = b->next;
        free(b);
    }
}

// Rows are scaled so that their largest coefficient is near one, by powers of two so that nothing is rounded.
static void find_scale(job *j)
{
    const model *m = j->model;
    for (int32_t e = 0; e < m->starts[m->columns]; e++) {
        double size = fabs(m->coefficients[e]), *largest = &j->scale[m->row_indices[e]];
        if (size > *largest) *largest = size;
    }
    for (int i = 0; i < m->rows; i++) j->scale[i] = j->scale[i] > 0 ? exp2(-round(log2(j->scale[i]))) : 1;
}

static int solve_relaxation(job *j)
{
    if (j->arrays->has_basis && !has_right_size(j)) repair_basis(j);
    if (j->options->method == CGLPK_CROSSOVER) return cross_over(j);
    load_rows(j, NULL, j->model->rows);
    if (j->options->method == CGLPK_SIFTING) return sift(j);
    load_columns(j, NULL, j->model->columns);
    if (j->arrays->has_basis) load_basis(j);
    return simplex(j, j->options->method);
}

static void solve(job *j)
{
    size_t rows = j->model->rows, columns = j->model->columns;
    j->slot = job_allocate(j, columns, sizeof *j->slot);
    j->row_slot = job_allocate(j, rows, sizeof *j->row_slot);
    j->chosen = job_allocate(j, columns, sizeof *j->chosen);
    j->chosen_rows = job_allocate(j, rows, sizeof *j->chosen_rows);
    j->indices = job_allocate(j, rows + 1, sizeof *j->indices);
    j->coefficients = job_allocate(j, rows + 1, sizeof *j->coefficients);
    j->scale = job_allocate(j, rows, sizeof *j->scale);
    find_scale(j);
    j->problem = glp_create_prob();
    glp_set_obj_dir(j->problem, j->model->maximise ? GLP_MAX : GLP_MIN);
    glp_set_obj_coef(j->problem, 0, j->model->constant);
    if (j->model->integer != NULL && j->arrays->has_point) { // the arrays are written to
        j->start = job_allocate(j, columns, sizeof *j->start);
        memcpy(j->start, j->arrays->values, columns * sizeof *j->start);
    }
    int optimal = solve_relaxation(j);
    int is_stopped = j->answer.status == CGLPK_STOPPED;
    if (optimal || is_stopped) read_prices(j);
    if (j->model->integer != NULL) { // a point of the relaxation is none
        j->answer.has_point = 0;
        if (optimal) branch_and_bound(j);
        return;
    }
    if (optimal || j->answer.has_point) read_point(j);
    if (!is_stopped) return;
    if (j->answer.has_point) keep_point(j, j->arrays->values);
    keep_prices(j, j->arrays->row_prices, bound_of(j->model, j->arrays->row_prices));
    write_best(j);
}

// `j` lives in the caller's frame, so its contents survive the jump back to here.
static int escaped(job *j)
{
    int reason = setjmp(j->escape);
    if (reason == 0) {
        glp_term_hook(hear, j);
        glp_error_hook(catch_abort, j);
        if (job_is_cancelled(j, 1)) reason = ESCAPE_CANCELLED;
        else solve(j);
    }
    if (reason == ESCAPE_CANCELLED) {
        j->answer.has_point = j->answer.has_bound = 0;
        if (j->model->integer == NULL) {
            write_slack_basis(j);
            write_best(j);
        }
    }
    return reason;
}

cglpk_answer cglpk_solve(
    cglpk_shape shape, cglpk_options options,
    const double *row_lower, const double *row_upper,
    const double *column_lower, const double *column_upper, const double *objective, const bool *integer,
    const int32_t *starts, const int32_t *row_indices, const double *coefficients,
    uint8_t *row_status, uint8_t *column_status, double *values, double *row_prices, double *reduced_costs)
{
    if (current != NULL) return (cglpk_answer){ .status = CGLPK_REENTERED };
    model m = {
        shape.maximise, shape.rows, shape.columns, shape.constant, row_lower, row_upper, column_lower, column_upper,
        objective, shape.has_integers ? integer : NULL, starts, row_indices, coefficients,
    };
    arrays a = { shape.has_basis, shape.has_point, row_status, column_status, values, row_prices, reduced_costs };
    job j = { .model = &m, .arrays = &a, .options = &options, .started = now() };
    current = &j;
    int reason = escaped(&j);
    glp_free_env(); // frees the problem too
    free_memory(&j);
    current = NULL;
    if (reason == ESCAPE_ABORTED) {
        j.answer.has_point = j.answer.has_bound = 0;
        j.answer.status = CGLPK_FAILED;
    }
    if (reason == ESCAPE_CANCELLED) {
        j.answer.status = CGLPK_STOPPED;
        j.answer.stop = CGLPK_STOP_CANCELLED;
    }
    return j.answer;
}
