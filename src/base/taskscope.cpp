// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/taskscope.h"

#include <QCoroFuture>

namespace base {

TaskScope::TaskScope() = default;

TaskScope::~TaskScope()
{
    Q_ASSERT_X(m_running == 0, "TaskScope", "await stop() before the scope goes");
}

Task<> TaskScope::stop()
{
    m_stop.request_stop();
    if (m_running == 0)
        co_return {};
    if (!m_idle) {
        m_idle = std::make_unique<QPromise<void>>();
        m_idle->start();
    }
    const QFuture<void> idle = m_idle->future();
    co_await idle;
    co_return {};
}

void TaskScope::finishOne()
{
    --m_running;
    if (m_running == 0 && m_idle)
        m_idle->finish();
}

} // namespace base
