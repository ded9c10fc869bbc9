// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/buckets.h"

#include <cmath>

namespace authority {

namespace {

constexpr int leaseSeconds = 5;
constexpr qsizetype mostLeases = 4096;

//! The level at a moment, as SQL over (now, now, per millisecond, burst, now, now, per
//! millisecond, burst): portable, one statement, so no two instances spend the same.
const QString levelNow = QStringLiteral(
    "(CASE WHEN level + (CASE WHEN ? > counted_at THEN ? - counted_at ELSE 0 END)"
    " * CAST(? AS DOUBLE PRECISION) > ? THEN ? ELSE level"
    " + (CASE WHEN ? > counted_at THEN ? - counted_at ELSE 0 END) * CAST(? AS DOUBLE PRECISION)"
    " END)");

QVariantList valuesOf(qint64 now, const Throttle::Rule &rule)
{
    const double perMilli = rule.perMinute / 60'000.0;
    return {now, now, perMilli, rule.burst, rule.burst, now, now, perMilli};
}

double portion(const Throttle::Rule &rule)
{
    return std::max(1.0, std::floor(rule.burst / 10));
}

} // namespace

Buckets::Buckets(ledger::Database &database, const base::Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

base::Result<bool> Buckets::lease(const QString &name, const Rule &rule, double amount)
{
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    ++m_counters.leases;
    TRY(const int taken,
        m_database.changed(
            QStringLiteral("UPDATE authority_buckets SET level = %1 - ?,"
                           " counted_at = CASE WHEN ? > counted_at THEN ? ELSE counted_at END"
                           " WHERE name = ? AND %1 >= ?")
                .arg(levelNow),
            valuesOf(now, rule) + QVariantList{amount, now, now, name} + valuesOf(now, rule)
                + QVariantList{amount}));
    if (taken == 1)
        return true;
    TRY(const int made,
        m_database.changed(QStringLiteral("INSERT INTO authority_buckets (name, level, counted_at)"
                                          " VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING"),
                           {name, rule.burst - amount, now}));
    return made == 1;
}

base::Result<double> Buckets::level(const QString &name, const Rule &rule) const
{
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    TRY(const auto rows,
        m_database.rows(
            QStringLiteral("SELECT %1 FROM authority_buckets WHERE name = ?").arg(levelNow),
            valuesOf(now, rule) + QVariantList{name}));
    return rows.isEmpty() ? rule.burst : rows.first().first().toDouble();
}

base::Result<> Buckets::giveBack(const QString &name, const Rule &rule, double amount)
{
    return m_database.change(
        QStringLiteral("UPDATE authority_buckets SET level = CASE WHEN level + ? > ? THEN ?"
                       " ELSE level + ? END WHERE name = ?"),
        {amount, rule.burst, rule.burst, amount, name});
}

base::Result<Throttle::Allowance> Buckets::take(const QString &name, const Rule &rule)
{
    const QDateTime now = m_clock.now();
    Allowance allowance;
    allowance.limit = static_cast<int>(rule.burst);
    if (m_leases.size() > mostLeases)
        forgetOld();
    Lease &held = m_leases[name];
    if (held.left >= 1 && now >= held.until) {
        TRY_VOID(giveBack(name, rule, held.left));
        held.left = 0;
    }
    if (held.left < 1 && held.emptyUntil.isValid() && now < held.emptyUntil) {
        // A flood costs the database nothing.
        ++m_counters.refused;
        allowance.isAllowed = false;
        allowance.retryAfter =
            static_cast<int>(std::ceil(static_cast<double>(now.msecsTo(held.emptyUntil)) / 1000));
        return allowance;
    }
    if (held.left < 1) {
        double amount = portion(rule);
        TRY(bool has, lease(name, rule, amount));
        if (!has && amount > 1) {
            amount = 1;
            TRY(has, lease(name, rule, amount));
        }
        TRY(const double rest, level(name, rule));
        held.level = rest;
        if (!has) {
            const double missing = std::max(0.0, 1 - rest);
            const double millis = std::ceil(missing / std::max(rule.perMinute, 1e-6) * 60'000);
            held.emptyUntil = now.addMSecs(std::max<qint64>(1, static_cast<qint64>(millis)));
            ++m_counters.refused;
            allowance.isAllowed = false;
            allowance.retryAfter = std::max(1, static_cast<int>(std::ceil(millis / 1000)));
            return allowance;
        }
        held.left = amount;
        held.until = now.addSecs(leaseSeconds);
        held.emptyUntil = {};
    }
    held.left -= 1;
    ++m_counters.allowed;
    allowance.remaining = static_cast<int>(held.left + held.level);
    return allowance;
}

void Buckets::forgetOld()
{
    const QDateTime now = m_clock.now();
    m_leases.removeIf([&](const auto &entry) {
        return now >= entry.value().until
               && (!entry.value().emptyUntil.isValid() || now >= entry.value().emptyUntil);
    });
    // All of them fresh: somebody makes up names. What was taken is lost to them, nobody else.
    if (m_leases.size() > mostLeases)
        m_leases.clear();
}

base::Result<> Buckets::cleanUp()
{
    forgetOld();
    return m_database.change(QStringLiteral("DELETE FROM authority_buckets WHERE counted_at < ?"),
                             {m_clock.now().addDays(-1).toMSecsSinceEpoch()});
}

Buckets::Counters Buckets::counters() const
{
    Counters counters = m_counters;
    counters.held = m_leases.size();
    return counters;
}

} // namespace authority
