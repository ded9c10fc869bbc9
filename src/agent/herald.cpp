// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/herald.h"

#include "agent/quiethours.h"
#include "base/logging.h"
#include "core/settingspecs.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace agent {

using core::Notification;
using std::chrono::seconds;

namespace {

//! lupdate and the program agree on this context wherever Words::tr() stands.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

const QString expiryMatter = QStringLiteral("expiry/");
const QString signInMatter = QStringLiteral("sign_in/");
const QString recoveredMatter = QStringLiteral("recovered/");

QString titleOf(const core::AccountView &view)
{
    return view.providerName + QLatin1Char(' ') + view.account.id.account;
}

QString spanInWords(qint64 left)
{
    if (left < 90)
        return Words::tr("in %n second(s)", nullptr, static_cast<int>(std::max<qint64>(left, 1)));
    if (left < 90 * 60)
        return Words::tr("in %n minute(s)", nullptr, static_cast<int>((left + 30) / 60));
    if (left < 36 * 3600)
        return Words::tr("in %n hour(s)", nullptr, static_cast<int>((left + 1800) / 3600));
    return Words::tr("in %n day(s)", nullptr, static_cast<int>((left + 43200) / 86400));
}

//! Hours and minutes as the language writes them; the plain locale would add seconds.
QString clockTime(const QDateTime &time, const QDateTime &now)
{
    const QLocale locale;
    const QDateTime local = time.toLocalTime();
    const QString hour = locale.language() == QLocale::C
                             ? local.time().toString(QStringLiteral("HH:mm"))
                             : locale.toString(local.time(), QLocale::ShortFormat);
    return local.date() == now.toLocalTime().date()
               ? hour
               : locale.toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + hour;
}

} // namespace

Herald::Herald(Parts parts)
    : m_parts(parts)
{
    m_onMove = m_parts.book.moved.subscribe(
        [this](const auto &id, const auto &before, const auto &now) { follow(id, before, now); });
    m_onChange =
        m_parts.book.changed.subscribe([this](const core::AccountId &id) { m_agenda.add(id); });
    m_onReset = m_parts.book.reset.subscribe([this] { m_agenda.restart(); });
    m_onAction = m_parts.notifications.actionInvoked.subscribe(
        [this](const Notification &notification, const QString &action) {
            act(notification, action);
        });
}

QDateTime Herald::watchExpiry(const QDateTime &now)
{
    const bool wanted = m_parts.settings.flag(core::setting::notifyExpiry);
    const auto general = warnBeforeOf(m_parts.settings);
    if (wanted != m_wanted || general != m_general) {
        m_wanted = wanted;
        m_general = general;
        m_agenda.restart();
    }
    const QList<core::AccountId> due = m_agenda.take(now);
    for (const core::AccountId &id : due) {
        const auto view = m_parts.book.find(id);
        m_agenda.add(id, view ? look(*view, now) : QDateTime());
    }
    return m_agenda.next(now);
}

//! Warns of the account if it is time to; when to look at it again.
QDateTime Herald::look(const core::AccountView &view, const QDateTime &now)
{
    const core::AccountState &state = view.state;
    const core::AccountId &id = view.account.id;
    const auto warnBefore = core::effectiveWarnBefore(view.account, m_general);
    const QDateTime next = core::nextChange(state, now, warnBefore);
    if (!m_wanted || state.renewable || state.signInLost || !state.expiresAt.isValid())
        return next;
    const bool ended = state.expiresAt <= now;
    const auto reached = core::reachedThreshold(state, now, warnBefore);
    if (!ended && !reached)
        return next;
    const seconds threshold = ended ? seconds(0) : *reached;
    const auto told = m_told.constFind(id);
    const bool already =
        told != m_told.cend() && told->expiresAt == state.expiresAt && told->threshold <= threshold;
    if (state.snoozedUntil.isValid()) {
        if (state.snoozedUntil > now)
            return next.isValid() ? std::min(next, state.snoozedUntil) : state.snoozedUntil;
        // The person asked to hear of it again now.
        m_parts.book.snooze(id, {});
    } else if (already) {
        return next;
    }
    m_told.insert(id, {state.expiresAt, threshold});
    const QString when = clockTime(state.expiresAt, now);
    const QString body =
        ended ? Words::tr("Ended at %1. Sign in again to go on.").arg(when)
              : Words::tr("Ends %1, at %2.").arg(spanInWords(now.secsTo(state.expiresAt)), when);
    Notification notification = about(view, expiryMatter, body);
    if (!ended)
        notification.actions.insert(1, {QStringLiteral("copy"), Words::tr("Copy token")});
    notification.urgency =
        threshold <= seconds(300) ? Notification::Urgency::Critical : Notification::Urgency::Normal;
    raise(std::move(notification));
    return next;
}

void Herald::follow(const core::AccountId &id,
                    const core::AccountState &before,
                    const core::AccountState &now)
{
    m_agenda.add(id);
    const QString name = id.joined();
    if (now.expiresAt != before.expiresAt)
        withdraw(expiryMatter + name);
    if (!now.signInLost && before.signInLost)
        withdraw(signInMatter + name);

    const auto view = m_parts.book.find(id);
    if (!view)
        return;
    if (now.signInLost && !before.signInLost && before != core::AccountState{}) {
        withdraw(expiryMatter + name);
        if (m_parts.settings.flag(core::setting::notifySignIn)) {
            Notification notification =
                about(*view,
                      signInMatter,
                      Words::tr("%1 has ended this sign-in. Sign in again to go on.")
                          .arg(view->providerName));
            notification.urgency = Notification::Urgency::Critical;
            raise(std::move(notification));
        }
    } else if (!before.trouble.isEmpty() && now.trouble.isEmpty() && !now.signInLost
               && m_parts.settings.flag(core::setting::notifyRecovery)) {
        Notification notification =
            about(*view, recoveredMatter, Words::tr("Renewing works again."));
        notification.actions.clear();
        notification.urgency = Notification::Urgency::Low;
        raise(std::move(notification));
    }
}

Notification Herald::about(const core::AccountView &view,
                           const QString &subject,
                           const QString &body) const
{
    Notification notification;
    notification.matter = subject + view.account.id.joined();
    notification.title = titleOf(view);
    notification.body = body;
    notification.account = view.account.id;
    notification.actions = {{QStringLiteral("sign_in"),
                             view.account.kind == core::AccountKind::OAuth
                                 ? Words::tr("Sign in again")
                                 : Words::tr("Replace the key")},
                            {QStringLiteral("later"), Words::tr("Remind me later")}};
    return notification;
}

void Herald::raise(Notification notification)
{
    const QString matter = notification.matter;
    m_waiting.insert(matter, std::move(notification));
    if (!m_flushing) {
        m_flushing = true;
        m_scope.launch(flushLater());
    }
}

void Herald::withdraw(const QString &matter)
{
    if (m_waiting.remove(matter) == 0)
        m_parts.notifications.withdraw(matter);
}

base::Task<> Herald::flushLater()
{
    auto slept = co_await m_parts.clock.sleep(gatherFor, m_scope.stopToken());
    while (slept) {
        const auto quiet = QuietHours::parse(m_parts.settings.text(core::setting::quietHours));
        if (!quiet)
            qCWarning(lcAgent) << "notify.quiet_hours:" << quiet.error().message;
        const QDateTime now = m_parts.clock.now();
        const QDateTime end = quiet ? quiet->endAfter(now) : QDateTime();
        if (!end.isValid())
            break;
        const std::chrono::milliseconds rest(now.msecsTo(end));
        slept = co_await m_parts.clock.sleep(rest, m_scope.stopToken());
    }
    m_flushing = false;
    if (slept)
        flush();
    co_return {};
}

void Herald::flush()
{
    const QMap<QString, Notification> waiting = std::exchange(m_waiting, {});
    if (waiting.size() <= oneByOne) {
        for (const Notification &notification : waiting)
            m_parts.notifications.show(notification);
        return;
    }
    Notification gathered;
    gathered.matter = QStringLiteral("gathered");
    int needy = 0;
    QStringList names;
    for (const Notification &notification : waiting) {
        gathered.urgency = std::max(gathered.urgency, notification.urgency);
        needy += notification.matter.startsWith(recoveredMatter) ? 0 : 1;
        if (names.size() < 3)
            names += notification.title;
    }
    const auto count = static_cast<int>(waiting.size());
    gathered.title = needy > 0
                         ? Words::tr("%n account(s) need you", nullptr, needy)
                         : Words::tr("Renewing works again for %n account(s)", nullptr, count);
    gathered.body = count > names.size() ? Words::tr("%1 and %2 more")
                                               .arg(names.join(QStringLiteral(", ")))
                                               .arg(count - names.size())
                                         : names.join(QStringLiteral(", "));
    gathered.actions = {{QStringLiteral("show"), Words::tr("Show")}};
    m_parts.notifications.show(gathered);
}

void Herald::act(const Notification &notification, const QString &action)
{
    // Questions of the authority have a caller of their own.
    if (notification.matter.startsWith(QLatin1String("approval/")))
        return;
    const core::AccountId &id = notification.account;
    if (action == QLatin1String("sign_in")) {
        signInWanted.announce(id);
    } else if (action == QLatin1String("copy")) {
        copyWanted.announce(id);
    } else if (action == QLatin1String("later")) {
        const auto view = m_parts.book.find(id);
        if (!view)
            return;
        // In an hour, but always while there is still something to be done about it.
        const QDateTime now = m_parts.clock.now();
        const qint64 left = view->state.expiresAt.isValid() ? now.secsTo(view->state.expiresAt) : 0;
        const qint64 rest = left > 0 ? std::clamp<qint64>(left / 2, 30, 3600) : 3600;
        m_parts.book.snooze(id, now.addSecs(rest));
    } else {
        showWanted.announce();
    }
}

} // namespace agent
