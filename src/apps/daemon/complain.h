// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QTextStream>

namespace apps {

//! Says on standard error what went wrong and what to do about it; gives \a exitCode back.
inline int complain(const base::Error &error, int exitCode)
{
    QTextStream words(stderr);
    words << error.message << '\n';
    if (!error.remedy.isEmpty())
        words << error.remedy << '\n';
    return exitCode;
}

} // namespace apps
