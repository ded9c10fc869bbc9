// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace base {

//! Opens what was closed of standard input, output and error (`latchkeyd >&-`) to nothing, before
//! anything else is opened: a file or socket that took such a number would be written into by
//! whatever complains.
void holdStandardFiles();

//! Lets go of a file without a name on standard error, which somebody who waited only for the start
//! has put there to read the last words of a program that could not start.
void leaveStartersFile();

} // namespace base
