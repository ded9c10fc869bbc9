// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/consent.h"

#include <QHash>

namespace agent {

//! What a person has decided: in memory for a session or a few minutes, behind the port for longer.
class ApprovalBook
{
public:
    //! How long a no holds, so that a program that tries again and again is no doorbell.
    static constexpr std::chrono::minutes noHolds{5};

    struct Finding
    {
        enum class What {
            Nothing,
            Allowed,
            Denied,
            Changed //!< it was allowed, but its files were others then
        };

        What what = What::Nothing;
        core::KeptApproval kept; //!< empty for Nothing
    };

    ApprovalBook(core::Approvals &approvals, const base::Clock &clock);

    [[nodiscard]] base::Result<> load();
    [[nodiscard]] Finding find(const core::Program &program,
                               const core::AccountId &account,
                               core::Wish wish) const;
    //! Remembers what was said, where it is to be remembered, in place of what was said before. An
    //! error means that it will be forgotten when the agent ends.
    [[nodiscard]] base::Result<> remember(const core::Program &program,
                                          const core::AccountId &account,
                                          core::Wish wish,
                                          const core::ConsentAnswer &answer);
    //! Counts; written down now and then.
    void noteUse(const QString &id);
    [[nodiscard]] base::Result<core::Approval> revoke(const QString &id);
    [[nodiscard]] base::Result<core::Approval> setEnd(const QString &id, const QDateTime &until);
    //! Whether anything was dropped.
    [[nodiscard]] bool endSession();
    [[nodiscard]] bool forget(const core::AccountId &account);
    //! Writes down the uses that were only counted.
    void flush();

    //! What has not ended, newest first.
    [[nodiscard]] QList<core::Approval> all() const;

private:
    struct Entry
    {
        core::KeptApproval kept;
        QDateTime written; //!< when the port was told last; invalid: never
    };

    [[nodiscard]] static QByteArray key(const QByteArray &identity,
                                        const core::AccountId &account,
                                        core::Wish wish);
    [[nodiscard]] bool hasEnded(const core::Approval &approval) const;
    [[nodiscard]] static bool outlivesAgent(const core::Approval &approval);
    [[nodiscard]] base::Result<> write(Entry &entry);
    void insert(const Entry &entry);
    [[nodiscard]] base::Result<> drop(const QString &id);
    void dropEnded();

    core::Approvals &m_approvals;
    const base::Clock &m_clock;
    QHash<QString, Entry> m_entries; // by id
    QHash<QByteArray, QString> m_yes; // key → id
    QHash<QByteArray, QString> m_no;
};

} // namespace agent
