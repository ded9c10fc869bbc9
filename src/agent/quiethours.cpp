// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/quiethours.h"

#include <QCoreApplication>

namespace agent {

base::Result<QuietHours> QuietHours::parse(const QString &text)
{
    if (text.trimmed().isEmpty())
        return QuietHours{};
    const QStringList ends = text.split(QLatin1Char('-'));
    if (ends.size() == 2) {
        const QTime from = QTime::fromString(ends[0].trimmed(), QStringLiteral("HH:mm"));
        const QTime to = QTime::fromString(ends[1].trimmed(), QStringLiteral("HH:mm"));
        if (from.isValid() && to.isValid() && from != to)
            return QuietHours{from, to};
    }
    return base::fail(base::ErrorCode::InvalidInput,
                      QCoreApplication::translate("agent", "‘%1’ is no span of the day.").arg(text),
                      QCoreApplication::translate("agent", "Write it as 20:00-08:00."));
}

QDateTime QuietHours::endAfter(const QDateTime &now) const
{
    if (!from.isValid())
        return {};
    const QDateTime local = now.toLocalTime();
    const QTime time = local.time();
    const bool crossesMidnight = to < from;
    const bool quiet = crossesMidnight ? time >= from || time < to : time >= from && time < to;
    if (!quiet)
        return {};
    const QDate day = crossesMidnight && time >= from ? local.date().addDays(1) : local.date();
    return QDateTime(day, to, Qt::LocalTime).toUTC();
}

} // namespace agent
