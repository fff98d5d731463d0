// SPDX-License-Identifier: GPL-3.0-or-later
//
// libxlsxwriter, which writes XLSX files.

#ifndef CXLSX_H
#define CXLSX_H

#include <xlsxwriter.h>

#endif
