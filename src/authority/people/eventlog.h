// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/interaction.h"
#include "base/clock.h"
#include "base/event.h"
#include "core/authority.h"
#include "ledger/database.h"

#include <QHash>

namespace authority {

//! The authority's own log (authority_events). What strangers can cause without end is sampled: the
//! first of a minute are written one by one, then one for every so many, which says how many it
//! stands for.
class EventLog final : public Events
{
public:
    struct Rule
    {
        int wholePerMinute = 20; //!< of one noisy kind
        int oneOf = 50; //!< of those beyond
        int keepDays = 90;
        qint64 keepRows = 200'000;
    };

    EventLog(ledger::Database &database, const base::Clock &clock);
    EventLog(ledger::Database &database, const base::Clock &clock, Rule rule);

    void record(const Entry &entry) override;

    //! Newest first.
    [[nodiscard]] base::Result<QList<core::AuthorityEvent>> find(
        const core::AuthorityEventFilter &filter) const;
    //! Takes away what is too old or too much.
    [[nodiscard]] base::Result<> cleanUp();
    //! Entries that could not be written since this was made: the database is in trouble.
    [[nodiscard]] qint64 lost() const { return m_lost; }

    //! What was written just now.
    base::Event<core::AuthorityEvent> recorded;

private:
    struct Minute
    {
        qint64 number = 0;
        int seen = 0;
        int left = 0; //!< since the last line that was written
    };
    //! How many the line stands for; 0: not written.
    [[nodiscard]] int sampled(const Entry &entry);
    [[nodiscard]] QString nameOfUser(const QString &id) const;

    ledger::Database &m_database;
    const base::Clock &m_clock;
    Rule m_rule;
    QHash<QString, Minute> m_minutes;
    qint64 m_lost = 0;
};

} // namespace authority
