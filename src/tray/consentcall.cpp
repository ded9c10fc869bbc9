// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/consentcall.h"

#include "tray/phrases.h"
#include "tray/programwords.h"
#include "tray/window.h"

#include <QTimer>

#include <algorithm>

namespace tray {

namespace {

//! One for all questions: a second replaces the first.
const auto matter = QStringLiteral("consent");
const auto actor = QStringLiteral("notification");

} // namespace

ConsentCall::ConsentCall(Needs needs, QObject *parent)
    : QObject(parent)
    , m_needs(std::move(needs))
{
    m_changed = m_needs.consent.waitingChanged.subscribe([this] { look(); });
    m_acted = m_needs.notifications.actionInvoked.subscribe(
        [this](const core::Notification &notification, const QString &action) {
            act(notification, action);
        });
}

void ConsentCall::look()
{
    const auto waiting = m_needs.consent.waiting();
    QStringList ids;
    for (const core::ConsentQuestion &question : waiting)
        ids << question.id;
    const bool isNew = std::any_of(
        ids.cbegin(), ids.cend(), [this](const QString &id) { return !m_known.contains(id); });
    const bool isOther = ids != m_known;
    m_known = ids;
    if (ids.isEmpty()) {
        withdraw();
        return;
    }
    // Who has the window before them sees the next question come. A notification that is shown says
    // how many are left; one that the person has put away does not come back for old questions.
    if (isNew ? !m_needs.window.isConsentActive() : isOther && !m_shown.matter.isEmpty())
        notify(waiting);
    if (isNew)
        // Whoever asks waits for the answer on this very thread: the window is opened behind it.
        QTimer::singleShot(0, this, &ConsentCall::open);
}

void ConsentCall::open()
{
    if (!m_known.isEmpty() && !m_needs.isScreenLocked())
        m_needs.window.showConsent();
}

void ConsentCall::screenUnlocked()
{
    open();
}

void ConsentCall::notify(const QList<core::ConsentQuestion> &waiting)
{
    const core::ConsentQuestion &first = waiting.constFirst();
    core::Notification notification;
    notification.matter = matter;
    notification.urgency = core::Notification::Urgency::Critical;
    // There is no "Allow" here: whom one allows stands in the window, and a notification slides
    // under whatever the pointer is just about to click.
    notification.actions = {{QStringLiteral("show"), tr("Show")}};
    if (waiting.size() == 1) {
        notification.title = ProgramWords::wants(first);
        notification.account = first.account;
        notification.body =
            tr("%1 Without an answer it is denied.")
                .arg(ProgramWords::consequence(first, m_needs.accounts.find(first.account)));
        notification.actions.append({QStringLiteral("deny"), tr("Deny")});
        m_asksOf = first.id;
    } else {
        notification.title = tr("%1 questions wait for your answer").arg(waiting.size());
        notification.body = tr("%1, and others. Without an answer they are denied.")
                                .arg(ProgramWords::wants(first));
        m_asksOf.clear();
    }
    m_shown = notification;
    m_needs.notifications.show(notification);
}

void ConsentCall::withdraw()
{
    m_asksOf.clear();
    if (!std::exchange(m_shown, {}).matter.isEmpty())
        m_needs.notifications.withdraw(matter);
}

void ConsentCall::act(const core::Notification &notification, const QString &action)
{
    if (notification.matter != matter)
        return;
    if (action != QLatin1String("deny")) {
        m_needs.window.showConsent();
        return;
    }
    // The button was drawn for one question: another must not pay for a late click.
    const QString asked = std::exchange(m_asksOf, {});
    if (asked.isEmpty() || notification.title != m_shown.title)
        m_needs.window.showConsent();
    else if (const auto denied = m_needs.consent.answer(asked, {}, actor); !denied)
        look();
}

} // namespace tray
