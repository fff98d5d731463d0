// SPDX-License-Identifier: GPL-3.0-or-later
// The best that a search has in hand, so that one that ends early has something to show for its time.

#include "approach.h"

#include <math.h>
#include <string.h>

static int is_better(const model *m, double objective, double than)
{
    return m->maximise ? objective > than : objective < than;
}

void see_objective(job *j, double objective)
{
    hand *h = &j->hand;
    if (!isfinite(objective) || (h->has_objective && !is_better(j->model, objective, h->objective))) return;
    h->objective = objective;
    h->has_objective = 1;
}

void see_bound(job *j, double bound)
{
    hand *h = &j->hand;
    if (!isfinite(bound) || (h->has_bound && !is_better(j->model, h->bound, bound))) return;
    h->bound = bound;
    h->has_bound = 1;
}

void keep_point(job *j, const double *values)
{
    const model *m = j->model;
    hand *h = &j->hand;
    double objective = m->constant;
    for (int c = 0; c < m->columns; c++) objective += m->objective[c] * values[c];
    if (!isfinite(objective) || (h->values != NULL && !is_better(m, objective, h->values_objective))) return;
    if (h->values == NULL) h->values = job_allocate(j, m->columns, sizeof(double));
    memcpy(h->values, values, (size_t)m->columns * sizeof *values);
    h->values_objective = objective;
    see_objective(j, objective);
}

void keep_prices(job *j, const double *prices, double bound)
{
    const model *m = j->model;
    hand *h = &j->hand;
    if (!isfinite(bound) || (h->prices != NULL && !is_better(m, h->prices_bound, bound))) return;
    if (h->prices == NULL) h->prices = job_allocate(j, m->rows, sizeof(double));
    memcpy(h->prices, prices, (size_t)m->rows * sizeof *prices);
    h->prices_bound = bound;
    see_bound(j, bound);
}

static double largest_of(double slope, double lower, double upper)
{
    return slope == 0 ? 0 : slope * (slope > 0 ? upper : lower);
}

double bound_of(const model *m, const double *prices)
{
    double sign = m->maximise ? 1 : -1, sum = sign * m->constant;
    for (int i = 0; i < m->rows; i++) {
        double term = largest_of(sign * prices[i], m->row_lower[i], m->row_upper[i]);
        if (!isfinite(term)) return sign * INFINITY;
        sum += term;
    }
    for (int c = 0; c < m->columns; c++) {
        double d = m->objective[c];
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) d -= m->coefficients[e] * prices[m->row_indices[e]];
        sum += largest_of(sign * d, m->column_lower[c], m->column_upper[c]);
    }
    return sign * sum;
}

int is_within_gap(const job *j)
{
    const hand *h = &j->hand;
    if (h->values == NULL || h->prices == NULL) return 0;
    double missing = fabs(h->prices_bound - h->values_objective);
    return missing <= j->options->relative_gap * fabs(h->values_objective);
}

void write_slack_basis(job *j)
{
    const model *m = j->model;
    for (int i = 0; i < m->rows; i++) j->arrays->row_status[i] = GLP_BS;
    for (int c = 0; c < m->columns; c++)
        j->arrays->column_status[c] =
            isfinite(m->column_lower[c]) ? GLP_NL : isfinite(m->column_upper[c]) ? GLP_NU : GLP_NF;
}

static void write_prices(job *j)
{
    const model *m = j->model;
    const hand *h = &j->hand;
    for (int i = 0; i < m->rows; i++) j->arrays->row_prices[i] = h->prices != NULL ? h->prices[i] : 0;
    for (int c = 0; c < m->columns; c++) {
        double d = m->objective[c];
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++)
            d -= m->coefficients[e] * j->arrays->row_prices[m->row_indices[e]];
        j->arrays->reduced_costs[c] = d;
    }
}

void write_best(job *j)
{
    if (j->approach != NULL) settle(j, j->approach);
    settle_greedily(j);
    if (j->hand.values == NULL) return;
    memcpy(j->arrays->values, j->hand.values, (size_t)j->model->columns * sizeof(double));
    j->answer.objective = j->hand.values_objective;
    j->answer.has_point = 1;
    j->answer.has_bound = 0; // whoever reads the prices adds it up
    write_prices(j);
}
