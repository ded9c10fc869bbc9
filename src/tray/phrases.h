// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

#include <limits>

namespace tray {

//! Words that stay true for a while.
struct TimedWords
{
    QString text;
    //! The moment (ms since 1970) from which other words are right; never by default.
    qint64 until = std::numeric_limits<qint64>::max();
};

//! How times are told: "in 42 min" or "16:24".
enum class TimeStyle { Relative, Clock };

//! The room's words for times, kinds and deeds. Pure: the present comes in.
class Phrases
{
    Q_DECLARE_TR_FUNCTIONS(tray::Phrases)

public:
    //! "90 s", "42 min", "1 h 48 min", "6 days": rounded down.
    [[nodiscard]] static QString span(std::chrono::seconds span);
    //! "in 42 min"; an end that has passed gives since().
    [[nodiscard]] static TimedWords until(const QDateTime &end, const QDateTime &now);
    //! "just now", "8 min ago", "3 h ago", "yesterday", "4 days ago", "14 October".
    [[nodiscard]] static TimedWords since(const QDateTime &at, const QDateTime &now);
    //! "16:24" today, "14 December" or "14 December 2027" else.
    [[nodiscard]] static TimedWords clock(const QDateTime &at, const QDateTime &now);
    //! The whole date and time, for hovering.
    [[nodiscard]] static QString exact(const QDateTime &at);
    //! "Today", "Yesterday", "20 November".
    [[nodiscard]] static QString day(const QDate &day, const QDate &today);
    //! "today at 15:24", "on 14 December".
    [[nodiscard]] static QString moment(const QDateTime &at, const QDateTime &now);
    //! "1 hour before", "5 minutes before"; the text itself when it is no span.
    [[nodiscard]] static QString warning(const QString &span);

    //! The words beside a standing: "in 42 min", "42 min", "3 h ago", "".
    [[nodiscard]] static TimedWords standing(const core::AccountState &state,
                                             core::Standing standing,
                                             const QDateTime &now,
                                             TimeStyle style);
    //! "valid", "steady", "expiring", "expired", "signin", "checking": what the pages know it by.
    [[nodiscard]] static QString key(core::Standing standing);
    //! "Valid", "No expiry", …
    [[nodiscard]] static QString name(core::Standing standing);
    //! "OAuth", "API key", …
    [[nodiscard]] static QString kind(core::AccountKind kind);
    //! "Browser", "code", "API key": a service's ways to sign in, for its tile.
    [[nodiscard]] static QString ways(const QList<core::SignInMethod> &methods);
    //! "copied the token", "tried to refresh": what follows a name.
    [[nodiscard]] static QString deed(const core::AuditEvent &event);
    //! "ok", "denied", "failed", "signin": what the page shows an outcome by.
    [[nodiscard]] static QString outcomeKey(const core::AuditEvent &event);
    //! The event's own detail, or the outcome in words.
    [[nodiscard]] static QString detail(const core::AuditEvent &event);
    //! "the tray" → "You", "scheduler" → "Latchkey", a program's name as it is.
    [[nodiscard]] static QString actor(const QString &actor);
    //! The icon beside an actor.
    [[nodiscard]] static QString actorIcon(const QString &actor);
    //! "GitHub": the service's own name, or the word in the id.
    [[nodiscard]] static QString service(const core::AccountView &view);
    //! "GitHub work": how people say an account.
    [[nodiscard]] static QString account(const QString &serviceName, const QString &account);
};

//! auth://service/account/type: what stands in a configuration instead of the secret.
[[nodiscard]] QString referenceOf(const core::Account &account);
//! "24h", "90m", "5m", "30s": as settings write it.
[[nodiscard]] QString spanText(std::chrono::seconds span);
//! "2026-12-31" → the end of that day; "" → an invalid time. The error says how to write it.
[[nodiscard]] base::Result<QDateTime> endOfDay(const QString &date);

} // namespace tray
