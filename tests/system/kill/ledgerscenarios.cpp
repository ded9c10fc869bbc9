// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/accountstatetable.h"
#include "ledger/auditlog.h"
#include "scenario.h"
#include "support/fakeclock.h"

#include <QCoroTask>

#include <algorithm>

namespace {

core::AccountId account(const char *name)
{
    return {QStringLiteral("github"), QLatin1String(name)};
}

core::AccountState stateWith(const char *trouble)
{
    core::AccountState state;
    state.trouble = QLatin1String(trouble);
    state.expiresAt = QDateTime({2026, 11, 22}, {13, 0}, Qt::UTC);
    return state;
}

//! The database, from its making on.
class DatabaseScenario final : public Scenario
{
public:
    using Scenario::Scenario;

    base::Result<> prepare() override { return {}; }

    base::Result<QList<Step>> steps() override
    {
        const auto put = [this](const char *name, const char *trouble) {
            return [this, name, trouble] {
                return ledger::AccountStateTable(*m_database)
                    .put(account(name), stateWith(trouble));
            };
        };
        return QList<Step>{
            [this]() -> base::Result<> {
                TRY(m_database, ledger::Database::open(path("latchkey.db")));
                return {};
            },
            put("work", "first"),
            put("work", "second"),
            put("home", "third"),
            [this] { return ledger::AccountStateTable(*m_database).remove(account("work")); }};
    }

    base::Result<QByteArray> state() override
    {
        TRY(const auto database, ledger::Database::open(path("latchkey.db")));
        TRY(const auto states, ledger::AccountStateTable(*database).all());
        QByteArrayList lines;
        for (auto it = states.cbegin(); it != states.cend(); ++it)
            lines.append(it.key().joined().toUtf8() + '=' + it->trouble.toUtf8());
        std::sort(lines.begin(), lines.end());
        return lines.join(',');
    }

private:
    std::unique_ptr<ledger::Database> m_database;
};

//! The record: every line that was written is in the chain and in the index.
class AuditScenario final : public Scenario
{
public:
    AuditScenario(const QString &folder, bool trims)
        : Scenario(folder)
        , m_trims(trims)
    {}

    base::Result<> prepare() override
    {
        TRY_VOID(open());
        for (const char *detail : {"one", "two"})
            TRY_VOID(append(detail)());
        m_clock.advance(std::chrono::hours(24 * 40));
        TRY_VOID(append("three")());
        m_clock.advance(std::chrono::hours(24 * 40));
        return append("four")();
    }

    base::Result<QList<Step>> steps() override
    {
        m_clock.advance(std::chrono::hours(24 * 80));
        TRY_VOID(open());
        if (!m_trims)
            return QList<Step>{append("five"), append("six"), look(), append("seven"), look()};
        return QList<Step>{[this] { return QCoro::waitFor(m_log->trim({30, 1024 * 1024})); }};
    }

    base::Result<QByteArray> state() override
    {
        m_clock.advance(std::chrono::hours(24 * 80));
        TRY_VOID(open());
        TRY_VOID(QCoro::waitFor(m_log->verify({})));
        TRY(const auto events, m_log->find({}));
        QByteArrayList details;
        for (const core::AuditEvent &event : events) {
            // Trimming goes file by file: what it is to keep has to be there, no more is said.
            const bool isOld = event.detail == QLatin1String("one")
                               || event.detail == QLatin1String("two")
                               || event.detail == QLatin1String("three");
            if (event.actor == QLatin1String("tray") && !(m_trims && isOld))
                details.append(event.detail.toUtf8());
        }
        return details.join(',');
    }

private:
    base::Result<> open()
    {
        TRY(m_database, ledger::Database::open(path("latchkey.db")));
        TRY(m_log, ledger::AuditLog::open(path("state"), *m_database, m_clock));
        return {};
    }

    Step append(const char *detail)
    {
        return [this, detail] {
            core::AuditEvent event;
            event.kind = core::AuditKind::TokenCopied;
            event.account = account("work");
            event.actor = QStringLiteral("tray");
            event.detail = QLatin1String(detail);
            return m_log->append(event);
        };
    }

    //! Puts what waits into the index.
    Step look()
    {
        return [this]() -> base::Result<> {
            TRY_VOID(m_log->find({}));
            return {};
        };
    }

    bool m_trims;
    FakeClock m_clock{QDateTime({2026, 9, 1}, {12, 0}, Qt::UTC)};
    std::unique_ptr<ledger::Database> m_database;
    std::unique_ptr<ledger::AuditLog> m_log;
};

} // namespace

QMap<QString, MakeScenario> ledgerScenarios()
{
    return {{QStringLiteral("database"),
             [](const QString &folder) { return std::make_unique<DatabaseScenario>(folder); }},
            {QStringLiteral("audit"),
             [](const QString &folder) { return std::make_unique<AuditScenario>(folder, false); }},
            {QStringLiteral("audit_trim"),
             [](const QString &folder) { return std::make_unique<AuditScenario>(folder, true); }}};
}
