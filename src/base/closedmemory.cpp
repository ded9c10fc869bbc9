// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/closedmemory.h"

#include <QtGlobal>

#if defined(Q_OS_UNIX)
#include <sys/resource.h>
#endif
#if defined(Q_OS_LINUX)
#include <sys/prctl.h>
#endif

namespace base {

void closeMemory()
{
#if defined(NDEBUG)
#if defined(Q_OS_UNIX)
    // Where one of them is refused the program is as open as any other, and goes on.
    const rlimit none{0, 0};
    static_cast<void>(::setrlimit(RLIMIT_CORE, &none));
#endif
#if defined(Q_OS_LINUX)
    static_cast<void>(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
#endif
#endif
}

} // namespace base
