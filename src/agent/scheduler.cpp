// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/scheduler.h"

#include "base/logging.h"

#include <algorithm>

namespace agent {

Scheduler::Scheduler(base::Clock &clock)
    : m_clock(clock)
{}

void Scheduler::add(const QString &name, Job job)
{
    m_jobs.append({name, std::move(job), {}});
}

void Scheduler::start()
{
    if (m_started)
        return;
    m_started = true;
    m_scope.launch(loop());
}

void Scheduler::poke()
{
    m_poked = true;
    m_nap.request_stop();
}

base::Task<> Scheduler::stop()
{
    // The stop comes first, so that the woken loop sees it.
    auto stopped = m_scope.stop();
    m_nap.request_stop();
    co_return co_await stopped;
}

base::Task<> Scheduler::loop()
{
    const std::stop_token stop = m_scope.stopToken();
    QDateTime last = m_clock.now();
    while (!stop.stop_requested()) {
        const QDateTime now = m_clock.now();
        // The clock was set back: what was due "later" may be due long ago or never come.
        const bool jumped = now < last;
        last = now;
        const bool poked = std::exchange(m_poked, false);
        QDateTime next = now.addSecs(tick.count());
        for (Entry &job : m_jobs) {
            if (poked || jumped || !job.due.isValid() || job.due <= now) {
                job.due = job.run(now);
                if (!job.due.isValid() || job.due <= now)
                    job.due = now.addSecs(tick.count());
            }
            next = std::min(next, job.due);
        }
        if (m_poked)
            continue;
        m_nap = std::stop_source();
        const std::chrono::milliseconds nap(now.msecsTo(next));
        const auto slept = co_await m_clock.sleep(nap, m_nap.get_token());
        if (!slept && slept.error().code != base::ErrorCode::Cancelled)
            qCCritical(lcAgent) << "The scheduler cannot wait:" << slept.error().message;
    }
    co_return {};
}

} // namespace agent
