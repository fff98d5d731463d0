// SPDX-License-Identifier: GPL-3.0-or-later
// From flat arrays to GLPK's problem and back. GLPK counts from 1.

#include "job.h"

#include <math.h>

static int bound_type(double lower, double upper)
{
    if (lower == upper) return GLP_FX;
    if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
    return isinf(upper) ? GLP_LO : GLP_DB;
}

void load_rows(job *j, const int *rows, int count)
{
    if (count == 0) return;
    const model *m = j->model;
    int first = glp_add_rows(j->problem, count);
    for (int k = 0; k < count; k++) {
        int i = rows ? rows[k] : k, number = first + k;
        double lower = m->row_lower[i], upper = m->row_upper[i];
        glp_set_row_bnds(j->problem, number, bound_type(lower, upper), lower, upper);
        glp_set_rii(j->problem, number, j->scale[i]);
        j->row_slot[i] = number;
    }
}

void load_columns(job *j, const int *columns, int count)
{
    if (count == 0) return;
    const model *m = j->model;
    int first = glp_add_cols(j->problem, count);
    for (int k = 0; k < count; k++) {
        int c = columns ? columns[k] : k, number = first + k, length = 0;
        double lower = m->column_lower[c], upper = m->column_upper[c];
        glp_set_obj_coef(j->problem, number, m->objective[c]);
        glp_set_col_bnds(j->problem, number, bound_type(lower, upper), lower, upper);
        if (m->integer != NULL && m->integer[c]) glp_set_col_kind(j->problem, number, GLP_IV);
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++) {
            if (!j->row_slot[m->row_indices[e]]) continue;
            j->indices[++length] = j->row_slot[m->row_indices[e]];
            j->coefficients[length] = m->coefficients[e];
        }
        glp_set_mat_col(j->problem, number, length, j->indices, j->coefficients);
        j->slot[c] = number;
    }
}

void load_basis(job *j)
{
    const arrays *a = j->arrays;
    for (int i = 0; i < j->model->rows; i++)
        if (j->row_slot[i]) glp_set_row_stat(j->problem, j->row_slot[i], a->row_status[i]);
    for (int c = 0; c < j->model->columns; c++)
        if (j->slot[c]) glp_set_col_stat(j->problem, j->slot[c], a->column_status[c]);
}

void read_point(job *j)
{
    for (int c = 0; c < j->model->columns; c++)
        j->arrays->values[c] = j->slot[c] ? glp_get_col_prim(j->problem, j->slot[c]) : 0;
    j->answer.has_point = 1;
    j->answer.objective = glp_get_obj_val(j->problem);
    if (j->answer.status == CGLPK_OPTIMAL) {
        j->answer.has_bound = 1;
        j->answer.bound = j->answer.objective;
    }
}

static uint8_t plain(int status) { return status == GLP_NS ? GLP_NL : (uint8_t)status; }

void read_prices(job *j)
{
    const model *m = j->model;
    const arrays *a = j->arrays;
    for (int i = 0; i < m->rows; i++) {
        int number = j->row_slot[i];
        a->row_status[i] = number ? plain(glp_get_row_stat(j->problem, number)) : GLP_BS;
        a->row_prices[i] = number ? glp_get_row_dual(j->problem, number) : 0;
    }
    for (int c = 0; c < m->columns; c++) {
        if (j->slot[c]) {
            a->column_status[c] = plain(glp_get_col_stat(j->problem, j->slot[c]));
            a->reduced_costs[c] = glp_get_col_dual(j->problem, j->slot[c]);
            continue;
        }
        double d = m->objective[c];
        for (int32_t e = m->starts[c]; e < m->starts[c + 1]; e++)
            d -= m->coefficients[e] * a->row_prices[m->row_indices[e]];
        a->reduced_costs[c] = d;
        a->column_status[c] = m->column_lower[c] == 0 ? GLP_NL : GLP_NU;
    }
}
