// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/taskscope.h"

#include <QList>
#include <QString>

#include <functional>

namespace agent {

//! Runs the background jobs: a coarse tick plus the wall clock. A job says itself when it wants to
//! run again; after a suspend or a jump of the clock everything that is due runs once. Jobs start
//! their work and return at once.
class Scheduler
{
public:
    //! Runs what is due at `now` and returns when to run again; invalid: at the next tick.
    using Job = std::function<QDateTime(const QDateTime &now)>;

    //! Ticks at least this often, so a moved clock is noticed.
    static constexpr std::chrono::seconds tick{60};

    explicit Scheduler(base::Clock &clock);

    void add(const QString &name, Job job);
    void start();
    //! Something changed that a job may want to look at: all of them run in the next turn.
    void poke();
    [[nodiscard]] base::Task<> stop();

private:
    struct Entry
    {
        QString name;
        Job run;
        QDateTime due;
    };

    [[nodiscard]] base::Task<> loop();

    base::Clock &m_clock;
    QList<Entry> m_jobs;
    base::TaskScope m_scope;
    std::stop_source m_nap;
    bool m_poked = false;
    bool m_started = false;
};

} // namespace agent
