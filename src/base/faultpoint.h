// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace base {

//! A named line at which a kill test may end the process with SIGKILL: LATCHKEY_FAULT_POINT holds
//! "name" or "name#n" (the n-th time). Compiled to nothing unless FAULT_POINTS is on.
#ifdef LATCHKEY_FAULT_POINTS
void faultPoint(const char *name) noexcept;
#else
inline void faultPoint(const char *) noexcept {}
#endif

} // namespace base
