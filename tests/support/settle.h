// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <QThreadPool>

//! For cleanupTestCase(): lets detached coroutines and deferred deletions end, and worker threads
//! go with what OpenSSL keeps for each. A thread that is still on its way out when the process ends
//! would be reported by the leak sanitizer.
inline void settleEverything()
{
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(50);
}
