// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace base {

//! Keeps what is in this process's memory out of core files and, where the system can, out of reach
//! of debuggers of the same user. For the mains of programs that hold secrets; builds for
//! debugging stay open to debuggers and sanitizers.
void closeMemory();

} // namespace base
