// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/consent.h"
#include "core/ports.h"

#include <QHash>

namespace agent {

//! Writes decisions about programs into the record: actor is the program's name, detail
//! "WORD; PATH[ SCRIPT]; WISH[; by SOMEBODY]". WORD is a span (once, session, hours, always) or
//! why it was decided without a person: policy, rule, refused_before, paused, silence, nobody,
//! flood, locked.
class ConsentRecord
{
public:
    ConsentRecord(core::Audit &audit, const base::Clock &clock);

    //! A person decided.
    void byPerson(core::AuditKind kind,
                  const core::ConsentQuestion &question,
                  const QString &word,
                  const QString &person) const;
    //! Decided without one. The same again within a while is counted, not written: a program that
    //! tries a hundred times a second does not fill the record. (Each token that is given has its
    //! own line anyway.)
    void byItself(core::AuditKind kind, const core::ConsentRequest &request, const QString &word);
    //! An approval was revoked, or given another end.
    void change(const core::Approval &approval, const QString &word, const QString &person) const;

private:
    struct Repeat
    {
        QDateTime written;
        int since = 0; // how often it came since then
    };

    //! What was decided last, and its place in m_repeats: mostly it comes again.
    struct Latest
    {
        core::ProgramPointer program;
        core::AccountId account;
        core::Wish wish = core::Wish::Use;
        core::AuditKind kind = core::AuditKind::ConsentGiven;
        QString word;
        QByteArray key;
    };

    [[nodiscard]] const QByteArray &keyOf(core::AuditKind kind,
                                          const core::ConsentRequest &request,
                                          const QString &word);

    core::Audit &m_audit;
    const base::Clock &m_clock;
    Latest m_latest;
    QHash<QByteArray, Repeat> m_repeats;
};

} // namespace agent
