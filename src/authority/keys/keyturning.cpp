// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/keys/keyorders.h"
#include "authority/keys/keyring.h"
#include "authority/words.h"
#include "base/faultpoint.h"
#include "base/logging.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QtConcurrentRun>

//! How the keys move on. The database decides which step has been taken (another instance may have
//! been first); the vault is written before a key signs and emptied after it has stopped.
namespace authority {

namespace {

using State = core::AuthorityKey::State;
using Made = base::Result<crypto::SigningKey>;

base::Result<State> stateFrom(const QString &name)
{
    for (const State state : {State::Next, State::Active, State::Retiring, State::Revoked}) {
        if (core::nameOf(state) == name)
            return state;
    }
    return base::fail(base::ErrorCode::Corrupt,
                      Words::tr("The list of the authority's keys is damaged."));
}

QDateTime timeFrom(const QVariant &value)
{
    const qint64 milliseconds = value.toLongLong();
    return milliseconds == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

qint64 numberOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace

QString KeyRing::masterEntry()
{
    return QStringLiteral("latchkey/authority/_keys/master");
}

QString KeyRing::entryOf(const QString &id)
{
    return QStringLiteral("latchkey/authority/_keys/") + id;
}

bool KeyRing::isSigner(const core::AuthorityKey &key)
{
    return key.state == State::Next || key.state == State::Active;
}

QDateTime KeyRing::successorDue(const QString &algorithm, const QDateTime &activeAt) const
{
    for (const auto &[id, held] : m_keys) {
        if (held.view.state == State::Next && held.view.algorithm == algorithm)
            return held.view.activeAt;
    }
    return activeAt.addSecs(m_rule.period.count());
}

QDateTime KeyRing::nextTurn() const
{
    QDateTime due;
    const auto sooner = [&due](const QDateTime &time) {
        if (time.isValid() && (!due.isValid() || time < due))
            due = time;
    };
    for (const auto &[id, held] : m_keys) {
        if (held.view.state == State::Next)
            sooner(held.view.activeAt);
        else if (held.view.state != State::Active)
            sooner(held.view.goneAt);
    }
    return due;
}

base::Result<> KeyRing::read()
{
    TRY(const auto rows,
        m_database.rows(
            QStringLiteral("SELECT kid, algorithm, jwk, state, created_at, active_at, retiring_at,"
                           " gone_at FROM authority_keys")));
    std::map<QString, Held> keys;
    for (const QVariantList &row : rows) {
        Held held;
        held.view.id = row.at(0).toString();
        held.view.algorithm = row.at(1).toString();
        TRY(held.view.state, stateFrom(row.at(3).toString()));
        held.view.createdAt = timeFrom(row.at(4));
        held.view.activeAt = timeFrom(row.at(5));
        held.view.retiringAt = timeFrom(row.at(6));
        held.view.goneAt = timeFrom(row.at(7));
        held.jwk.id = held.view.id;
        held.jwk.algorithm = held.view.algorithm;
        held.jwk.json = QJsonDocument::fromJson(row.at(2).toString().toUtf8()).object();
        if (const auto known = m_keys.find(held.view.id);
            known != m_keys.end() && isSigner(held.view))
            held.key = std::move(known->second.key);
        keys.emplace(held.view.id, std::move(held));
    }
    m_keys = std::move(keys);
    publish();
    return {};
}

base::Task<> KeyRing::turn()
{
    const QDateTime now = m_clock.now();
    const std::optional<QString> nothingForced;
    CO_TRY_VOID(co_await turnAt(now, nothingForced));
    co_return {};
}

base::Task<> KeyRing::rollOver()
{
    const QDateTime now = m_clock.now();
    const std::optional<QString> all{QString()};
    CO_TRY_VOID(co_await turnAt(now, all));
    co_return {};
}

base::Task<> KeyRing::revoke(QString id)
{
    const auto held = m_keys.find(id);
    if (held == m_keys.end() || held->second.view.state == State::Revoked)
        co_return base::fail(base::ErrorCode::NotFound,
                             Words::tr("There is no such key in use."),
                             Words::tr("Look at the list of keys again."));
    const QString algorithm = held->second.view.algorithm;
    const bool wasActive = held->second.view.state == State::Active;
    const QDateTime now = m_clock.now();
    // Out of the published set first: from here on nothing of it verifies.
    CO_TRY_VOID(KeyOrders(m_database, m_clock).revoke(id));
    CO_TRY_VOID(read());
    const QString entry = entryOf(id);
    const auto removed = co_await m_vault.remove(entry);
    std::optional<QString> forced;
    if (wasActive)
        forced = algorithm;
    CO_TRY_VOID(co_await turnAt(now, forced));
    co_return removed;
}

base::Task<> KeyRing::turnAt(QDateTime now, std::optional<QString> forced)
{
    if (m_isTurning)
        co_return {};
    m_isTurning = true;
    const auto over = qScopeGuard([this] { m_isTurning = false; });
    QStringList inMemory;
    for (const auto &[id, held] : m_keys) {
        if (held.key)
            inMemory += id;
    }
    // What another instance has done, or KeyOrders: one that is locked publishes no key that was
    // revoked, either.
    CO_TRY_VOID(read());
    if (!m_isOpen)
        co_return base::fail(base::ErrorCode::Locked,
                             Words::tr("The authority's keys are locked away."),
                             Words::tr("Unlock Latchkey, then try again."));
    for (const QString &id : std::as_const(inMemory)) {
        const auto held = m_keys.find(id);
        if (held == m_keys.end() || held->second.view.state != State::Revoked)
            continue;
        const QString entry = entryOf(id);
        const auto removed = co_await m_vault.remove(entry);
        // It signs nothing any more, and goes with its row at the latest: no reason for the other
        // keys not to turn.
        if (!removed)
            qCWarning(lcAuthority)
                << "A revoked key stays in the vault for now:" << removed.error().message;
    }
    CO_TRY_VOID(co_await fetch());
    CO_TRY_VOID(co_await dropGone(now));
    for (const crypto::SigningAlgorithm algorithm : std::as_const(m_rule.algorithms)) {
        const QString name = crypto::nameOf(algorithm);
        const bool isForced = forced && (forced->isEmpty() || *forced == name);
        CO_TRY_VOID(co_await turnOne(algorithm, now, isForced));
    }
    publish();
    co_return {};
}

base::Task<> KeyRing::turnOne(crypto::SigningAlgorithm algorithm, QDateTime now, bool isForced)
{
    const QString name = crypto::nameOf(algorithm);
    const auto inState = [this, &name](State state) -> QString {
        for (const auto &[id, held] : m_keys) {
            if (held.view.state == state && held.view.algorithm == name)
                return id;
        }
        return {};
    };
    QString next = inState(State::Next);
    QString active = inState(State::Active);
    if (next.isEmpty() && active.isEmpty()) {
        // The very first: nobody can have an older list of keys.
        CO_TRY(next, co_await make(algorithm, now));
    }
    const bool isDue = !next.isEmpty() && (m_keys.at(next).view.activeAt <= now);
    if (!next.isEmpty() && (active.isEmpty() || isDue || isForced)) {
        CO_TRY_VOID(promote(next, active, now));
        if (!active.isEmpty()) {
            // A key that does not sign any more has no reason to be anywhere.
            const QString entry = entryOf(active);
            CO_TRY_VOID(co_await m_vault.remove(entry));
        }
        next.clear();
    }
    if (next.isEmpty() && inState(State::Next).isEmpty()) {
        const QDateTime activeAt = now.addSecs(m_rule.period.count());
        CO_TRY(next, co_await make(algorithm, activeAt));
    }
    co_return {};
}

base::Result<> KeyRing::promote(const QString &next, const QString &active, const QDateTime &now)
{
    TRY_VOID(m_database.transaction([&]() -> base::Result<> {
        TRY(const int promoted,
            m_database.changed(
                QStringLiteral("UPDATE authority_keys SET state = 'active', active_at = ?"
                               " WHERE kid = ? AND state = 'next'"),
                {numberOf(now), next}));
        if (promoted == 0 || active.isEmpty())
            return {}; // another instance was first
        const QDateTime gone = now.addSecs(m_rule.keep.count());
        return m_database.change(
            QStringLiteral("UPDATE authority_keys SET state = 'retiring', retiring_at = ?,"
                           " gone_at = ? WHERE kid = ? AND state = 'active'"),
            {numberOf(now), numberOf(gone), active});
    }));
    base::faultPoint("authority.key_promoted");
    return read();
}

base::Task<> KeyRing::dropGone(QDateTime now)
{
    QStringList gone;
    for (const auto &[id, held] : m_keys) {
        if (!isSigner(held.view) && held.view.goneAt.isValid() && held.view.goneAt <= now)
            gone += id;
    }
    for (const QString &id : std::as_const(gone)) {
        const QString entry = entryOf(id);
        CO_TRY_VOID(co_await m_vault.remove(entry));
        CO_TRY_VOID(
            m_database.change(QStringLiteral("DELETE FROM authority_keys WHERE kid = ?"), {id}));
    }
    if (!gone.isEmpty())
        CO_TRY_VOID(read());
    co_return {};
}

base::Task<QString> KeyRing::make(crypto::SigningAlgorithm algorithm, QDateTime activeAt)
{
    // RSA takes a tenth of a second: requests are answered meanwhile.
    const auto made = QtConcurrent::run(
        [algorithm] { return std::make_shared<Made>(crypto::SigningKey::generate(algorithm)); });
    const std::shared_ptr<Made> result = co_await made;
    if (!*result)
        co_return base::fail(result->error());
    Held held;
    held.key = std::make_shared<const crypto::SigningKey>(std::move(**result));
    held.jwk = held.key->publicKey();
    held.view.id = held.jwk.id;
    held.view.algorithm = crypto::nameOf(algorithm);
    held.view.createdAt = m_clock.now();
    held.view.activeAt = activeAt;
    CO_TRY(base::Secret der, held.key->pkcs8());
    // The row first: what is in the vault and on no list would stay there for ever.
    CO_TRY_VOID(store(held));
    base::faultPoint("authority.key_listed");
    const QString id = held.view.id;
    const QString entry = entryOf(id);
    const auto written = co_await m_vault.write(entry, std::move(der));
    if (!written) {
        CO_TRY_VOID(
            m_database.change(QStringLiteral("DELETE FROM authority_keys WHERE kid = ?"), {id}));
        co_return base::fail(written.error());
    }
    base::faultPoint("authority.key_kept");
    m_keys.insert_or_assign(id, std::move(held));
    publish();
    co_return id;
}

base::Result<> KeyRing::store(const Held &held)
{
    const QByteArray jwk = QJsonDocument(held.jwk.json).toJson(QJsonDocument::Compact);
    return m_database.change(
        QStringLiteral("INSERT INTO authority_keys (kid, algorithm, jwk, state, created_at,"
                       " active_at) VALUES (?, ?, ?, ?, ?, ?)"),
        {held.view.id,
         held.view.algorithm,
         QString::fromUtf8(jwk),
         core::nameOf(held.view.state),
         numberOf(held.view.createdAt),
         numberOf(held.view.activeAt)});
}

QStringList KeyRing::vaultEntries(ledger::Database &database)
{
    QStringList entries{masterEntry()};
    const auto rows = database.rows(QStringLiteral("SELECT kid FROM authority_keys WHERE state IN"
                                                   " ('next', 'active')"));
    if (rows) {
        for (const QVariantList &row : *rows)
            entries += entryOf(row.at(0).toString());
    }
    return entries;
}

} // namespace authority
