// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/phrases.h"

#include "core/credentialref.h"
#include "core/settingspecs.h"
#include "tray/consentwords.h"
#include "tray/erroraction.h"
#include "tray/programwords.h"

#include <QLocale>

namespace tray {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 wholeDay = 24 * hour;

qint64 nextMidnight(const QDateTime &now)
{
    return now.toLocalTime().date().addDays(1).startOfDay().toMSecsSinceEpoch();
}

} // namespace

QString Phrases::span(std::chrono::seconds span)
{
    const qint64 seconds = std::max<qint64>(0, span.count());
    if (seconds < 120)
        return tr("%1 s").arg(seconds);
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours < 10 && minutes % 60 != 0)
        return tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    if (hours < 48)
        return tr("%1 h").arg(hours);
    const qint64 days = hours / 24;
    return days < 730 ? tr("%1 days").arg(days) : tr("%1 years").arg(days / 365);
}

TimedWords Phrases::until(const QDateTime &end, const QDateTime &now)
{
    const qint64 left = now.msecsTo(end);
    if (left <= 0)
        return since(end, now);
    const std::chrono::seconds seconds(left / second);
    TimedWords words;
    words.text = tr("in %1").arg(span(seconds));
    // The step in which the words count; hours with minutes count in minutes.
    const qint64 step = left < 2 * minute     ? second
                        : left < 10 * hour    ? minute
                        : left < 2 * wholeDay ? hour
                                              : wholeDay;
    words.until = end.toMSecsSinceEpoch() - left / step * step + 1;
    return words;
}

TimedWords Phrases::since(const QDateTime &at, const QDateTime &now)
{
    const qint64 then = at.toMSecsSinceEpoch();
    const qint64 passed = std::max<qint64>(0, at.msecsTo(now));
    if (passed < minute)
        return {tr("just now"), then + minute};
    if (passed < hour)
        return {tr("%1 min ago").arg(passed / minute), then + (passed / minute + 1) * minute};
    const qint64 days = at.toLocalTime().date().daysTo(now.toLocalTime().date());
    if (days == 0 || passed < 6 * hour) {
        const qint64 next = then + (passed / hour + 1) * hour;
        return {tr("%1 h ago").arg(passed / hour),
                passed < 6 * hour ? next : std::min(next, nextMidnight(now))};
    }
    if (days == 1)
        return {tr("yesterday"), nextMidnight(now)};
    if (days < 30)
        return {tr("%1 days ago").arg(days), nextMidnight(now)};
    return clock(at, now);
}

TimedWords Phrases::clock(const QDateTime &at, const QDateTime &now)
{
    const QLocale locale;
    const QDateTime local = at.toLocalTime();
    const QDate today = now.toLocalTime().date();
    if (local.date() == today)
        return {locale.toString(local.time(), tr("HH:mm", "format of a time of day")),
                nextMidnight(now)};
    const bool thisYear = local.date().year() == today.year();
    return {locale.toString(local.date(),
                            thisYear ? tr("d MMMM", "format of a day of this year")
                                     : tr("d MMMM yyyy", "format of a day")),
            nextMidnight(now)};
}

QString Phrases::exact(const QDateTime &at)
{
    if (!at.isValid())
        return {};
    const QDateTime local = at.toLocalTime();
    const QLocale locale;
    return tr("%1, %2").arg(
        locale.toString(local.date(), tr("dddd, d MMMM yyyy", "format of a day in full")),
        locale.toString(local.time(), tr("HH:mm:ss", "format of a time in full")));
}

QString Phrases::day(const QDate &date, const QDate &today)
{
    const qint64 days = date.daysTo(today);
    if (days == 0)
        return tr("Today");
    if (days == 1)
        return tr("Yesterday");
    return QLocale().toString(date,
                              date.year() == today.year()
                                  ? tr("d MMMM", "format of a day of this year")
                                  : tr("d MMMM yyyy", "format of a day"));
}

QString Phrases::moment(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return {};
    const QDate date = at.toLocalTime().date();
    const qint64 days = date.daysTo(now.toLocalTime().date());
    const QString time =
        QLocale().toString(at.toLocalTime().time(), tr("HH:mm", "format of a time of day"));
    if (days == 0)
        return tr("today at %1").arg(time);
    if (days == 1)
        return tr("yesterday at %1").arg(time);
    if (days == -1)
        return tr("tomorrow at %1").arg(time);
    return tr("%1 at %2").arg(clock(at, now).text, time);
}

QString Phrases::warning(const QString &text)
{
    const auto parsed = core::parseSpan(text);
    if (!parsed)
        return text;
    const qint64 seconds = parsed->count();
    if (seconds % 86400 == 0 && seconds != 86400)
        return tr("%1 days before").arg(seconds / 86400);
    if (seconds == 3600)
        return tr("1 hour before");
    if (seconds % 3600 == 0)
        return tr("%1 hours before").arg(seconds / 3600);
    if (seconds == 60)
        return tr("1 minute before");
    if (seconds % 60 == 0)
        return tr("%1 minutes before").arg(seconds / 60);
    return tr("%1 seconds before").arg(seconds);
}

TimedWords Phrases::standing(const core::AccountState &state,
                             core::Standing standing,
                             const QDateTime &now,
                             TimeStyle style)
{
    if (!state.expiresAt.isValid() || standing == core::Standing::NeedsSignIn
        || standing == core::Standing::NoExpiry || standing == core::Standing::Checking)
        return {};
    const qint64 left = now.msecsTo(state.expiresAt);
    if (left <= 0 && standing == core::Standing::Valid)
        return {tr("renewed when used"), std::numeric_limits<qint64>::max()};
    if (style == TimeStyle::Clock) {
        TimedWords words = clock(state.expiresAt, now);
        if (left > 0) {
            words.text = tr("until %1").arg(words.text);
            words.until = std::min(words.until, state.expiresAt.toMSecsSinceEpoch());
        }
        return words;
    }
    if (standing != core::Standing::Valid || left <= 0)
        return until(state.expiresAt, now);
    // Calm rows count in minutes: seconds are for what needs a person.
    if (left < 2 * minute)
        return {left < minute ? tr("under 1 min") : tr("%1 min").arg(1),
                state.expiresAt.toMSecsSinceEpoch() - (left < minute ? 0 : minute - 1)};
    TimedWords words = until(state.expiresAt, now);
    words.text = span(std::chrono::seconds(left / second));
    return words;
}

QString Phrases::key(core::Standing standing)
{
    switch (standing) {
    case core::Standing::Valid:
        return QStringLiteral("valid");
    case core::Standing::NoExpiry:
        return QStringLiteral("steady");
    case core::Standing::Checking:
        return QStringLiteral("checking");
    case core::Standing::Expiring:
        return QStringLiteral("expiring");
    case core::Standing::Expired:
        return QStringLiteral("expired");
    case core::Standing::NeedsSignIn:
        return QStringLiteral("signin");
    }
    Q_UNREACHABLE();
}

QString Phrases::name(core::Standing standing)
{
    switch (standing) {
    case core::Standing::Valid:
        return tr("Valid");
    case core::Standing::NoExpiry:
        return tr("No expiry");
    case core::Standing::Checking:
        return tr("Checking");
    case core::Standing::Expiring:
        return tr("Expiring");
    case core::Standing::Expired:
        return tr("Expired");
    case core::Standing::NeedsSignIn:
        return tr("Sign in");
    }
    Q_UNREACHABLE();
}

QString Phrases::kind(core::AccountKind kind)
{
    switch (kind) {
    case core::AccountKind::OAuth:
        return tr("OAuth");
    case core::AccountKind::ApiKey:
        return tr("API key");
    case core::AccountKind::AwsKeys:
        return tr("AWS keys");
    case core::AccountKind::AwsRole:
        return tr("AWS role");
    case core::AccountKind::AwsSso:
        return tr("AWS SSO");
    }
    Q_UNREACHABLE();
}

QString Phrases::ways(const QList<core::SignInMethod> &methods)
{
    QStringList words;
    for (const core::SignInMethod method : methods) {
        switch (method) {
        case core::SignInMethod::Browser:
            words << tr("browser", "a way to sign in");
            break;
        case core::SignInMethod::Device:
            words << tr("code", "a way to sign in");
            break;
        case core::SignInMethod::ApiKey:
            words << tr("API key", "a way to sign in");
            break;
        }
    }
    if (!words.isEmpty())
        words.front() = words.front().left(1).toUpper() + words.front().sliced(1);
    return words.join(QStringLiteral(", "));
}

QString Phrases::deed(const core::AuditEvent &event)
{
    const bool done = event.outcome == core::AuditOutcome::Done;
    switch (event.kind) {
    case core::AuditKind::AccountAdded:
        return done ? tr("added the account") : tr("tried to add the account");
    case core::AuditKind::AccountChanged:
        return done ? tr("changed the account") : tr("tried to change the account");
    case core::AuditKind::AccountRemoved:
        return done ? tr("removed the account") : tr("tried to remove the account");
    case core::AuditKind::SignInStarted:
        return tr("began to sign in");
    case core::AuditKind::SignInFailed:
        return tr("tried to sign in");
    case core::AuditKind::TokenIssued:
        return done ? tr("read the token") : tr("asked for the token");
    case core::AuditKind::TokenCopied:
        return done ? tr("copied the token") : tr("tried to copy the token");
    case core::AuditKind::TokenRefreshed:
        return done ? tr("refreshed the token") : tr("tried to refresh");
    case core::AuditKind::TokenRefused:
        return tr("asked for the token");
    case core::AuditKind::TokenRevoked:
        return done ? tr("ended the token") : tr("tried to end the token");
    case core::AuditKind::StoreChanged:
        return done ? tr("moved the secrets") : tr("tried to move the secrets");
    case core::AuditKind::Locked:
        return tr("locked the store");
    case core::AuditKind::Unlocked:
        return done ? tr("unlocked the store") : tr("tried to unlock the store");
    case core::AuditKind::ConsentGiven:
    case core::AuditKind::ConsentRefused:
    case core::AuditKind::ConsentRevoked:
        return ConsentWords::deed(event);
    case core::AuditKind::CallerRefused:
        return tr("was turned away at the socket");
    case core::AuditKind::SettingChanged:
        return tr("changed a setting");
    case core::AuditKind::KeyExported:
        return done ? tr("took the recovery key of the vault")
                    : tr("tried to take the recovery key of the vault");
    }
    Q_UNREACHABLE();
}

QString Phrases::outcomeKey(const core::AuditEvent &event)
{
    if (event.outcome == core::AuditOutcome::Done)
        return QStringLiteral("ok");
    if (event.detail == nameOf(base::ErrorCode::SignInRequired))
        return QStringLiteral("signin");
    return event.outcome == core::AuditOutcome::Refused ? QStringLiteral("denied")
                                                        : QStringLiteral("failed");
}

QString Phrases::detail(const core::AuditEvent &event)
{
    // The record keeps an error's code; people get its sentence.
    for (int code = 0; code <= static_cast<int>(base::ErrorCode::Internal); ++code) {
        const auto known = static_cast<base::ErrorCode>(code);
        if (event.detail == nameOf(known))
            return errorAction(known).title;
    }
    if (const QString words = ConsentWords::detail(event); !words.isEmpty())
        return words;
    if (!event.detail.isEmpty())
        return event.detail;
    switch (event.outcome) {
    case core::AuditOutcome::Done:
        return tr("Done");
    case core::AuditOutcome::Failed:
        return tr("Failed");
    case core::AuditOutcome::Refused:
        return tr("Refused");
    }
    Q_UNREACHABLE();
}

QString Phrases::actor(const QString &actor)
{
    if (actor == QLatin1String("window") || actor == QLatin1String("tray")
        || actor == QLatin1String("notification"))
        return tr("You");
    if (actor.isEmpty() || actor == QLatin1String("scheduler") || actor == QLatin1String("agent")
        || actor == QLatin1String("latchkey"))
        return QStringLiteral("Latchkey");
    return actor;
}

QString Phrases::actorIcon(const QString &actor)
{
    const QString said = Phrases::actor(actor);
    if (said == tr("You"))
        return QStringLiteral("user");
    if (said == QLatin1String("Latchkey"))
        return QStringLiteral("key-round");
    return ProgramWords::icon(said);
}

QString Phrases::service(const core::AccountView &view)
{
    return view.providerName.isEmpty() ? view.account.id.service : view.providerName;
}

QString Phrases::account(const QString &serviceName, const QString &account)
{
    return tr("%1 %2", "service and account").arg(serviceName, account);
}

QString referenceOf(const core::Account &account)
{
    QString type = QStringLiteral("aws");
    if (account.kind == core::AccountKind::OAuth)
        type = QStringLiteral("token");
    else if (account.kind == core::AccountKind::ApiKey)
        type = QStringLiteral("api_key");
    return core::CredentialRef{account.id, type}.toString();
}

QString spanText(std::chrono::seconds span)
{
    const qint64 seconds = span.count();
    if (seconds % 3600 == 0)
        return QStringLiteral("%1h").arg(seconds / 3600);
    if (seconds % 60 == 0)
        return QStringLiteral("%1m").arg(seconds / 60);
    return QStringLiteral("%1s").arg(seconds);
}

base::Result<QDateTime> endOfDay(const QString &date)
{
    const QString typed = date.trimmed();
    if (typed.isEmpty())
        return QDateTime();
    QDate day = QDate::fromString(typed, Qt::ISODate);
    if (!day.isValid())
        day = QDate::fromString(typed, QStringLiteral("d.M.yyyy"));
    if (!day.isValid())
        return base::fail(base::ErrorCode::InvalidInput,
                          Phrases::tr("‘%1’ is not a date.").arg(typed),
                          Phrases::tr("Write it as year-month-day, such as 2026-12-31."));
    return day.endOfDay().toUTC();
}

} // namespace tray
