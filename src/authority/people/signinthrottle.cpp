// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/signinthrottle.h"

#include "crypto/digest.h"
#include "crypto/random.h"

namespace authority {

SignInThrottle::SignInThrottle(ledger::Database &database, const base::Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

base::Result<SignInThrottle::Attempt> SignInThrottle::begin(const QString &purpose,
                                                            const QString &peer,
                                                            const QString &subject)
{
    return begin(purpose, peer, subject, Rule());
}

base::Result<SignInThrottle::Attempt> SignInThrottle::begin(const QString &purpose,
                                                            const QString &peer,
                                                            const QString &subject,
                                                            const Rule &rule)
{
    // People type passwords into the name's field: what was typed is not kept.
    const QString joined = purpose + u'\n' + peer + u'\n' + subject.trimmed().toLower();
    Attempt attempt;
    attempt.name = QString::fromLatin1(
        crypto::toBase64Url(crypto::digest(crypto::Hash::Sha256, joined.toUtf8())));
    const QDateTime now = m_clock.now();
    const qint64 from = now.toMSecsSinceEpoch() - std::chrono::milliseconds(rule.within).count();
    const QString id = QString::fromLatin1(crypto::randomToken(12));
    TRY_VOID(m_database.change(
        QStringLiteral("INSERT INTO authority_attempts (id, name, at) VALUES (?, ?, ?)"),
        {id, attempt.name, now.toMSecsSinceEpoch()}));
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT COUNT(*), MIN(at) FROM authority_attempts"
                                       " WHERE name = ? AND at > ?"),
                        {attempt.name, from}));
    if (rows.first()[0].toInt() <= rule.most)
        return attempt;
    // Not checked, so not a guess: who waits gets in, however often they have knocked.
    TRY_VOID(
        m_database.change(QStringLiteral("DELETE FROM authority_attempts WHERE id = ?"), {id}));
    const qint64 wait = rows.first()[1].toLongLong() - from;
    attempt.retryAfter = static_cast<int>(qMax<qint64>(1, (wait + 999) / 1000));
    return attempt;
}

base::Result<> SignInThrottle::forgive(const Attempt &attempt)
{
    return m_database.change(QStringLiteral("DELETE FROM authority_attempts WHERE name = ?"),
                             {attempt.name});
}

base::Result<> SignInThrottle::cleanUp()
{
    return m_database.change(QStringLiteral("DELETE FROM authority_attempts WHERE at < ?"),
                             {m_clock.now().addSecs(-3600).toMSecsSinceEpoch()});
}

} // namespace authority
