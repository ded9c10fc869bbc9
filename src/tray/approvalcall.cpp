// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/approvalcall.h"

#include "tray/window.h"

namespace tray {

namespace {

const auto matterPrefix = QStringLiteral("approval/");

} // namespace

ApprovalCall::ApprovalCall(Needs needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(patience);
    connect(&m_soon, &QTimer::timeout, this, &ApprovalCall::notify);
    m_changed = m_needs.authority.approvalsChanged.subscribe([this] { look(); });
    m_acted = m_needs.notifications.actionInvoked.subscribe(
        [this](const core::Notification &notification, const QString &action) {
            act(notification, action);
        });
}

void ApprovalCall::look()
{
    const auto waiting = m_needs.authority.approvals();
    QStringList ids;
    for (const core::ApprovalQuestion &question : waiting)
        ids << question.id;
    const bool isNew = std::any_of(
        ids.cbegin(), ids.cend(), [this](const QString &id) { return !m_known.contains(id); });
    m_known = ids;
    if (!m_notified.isEmpty() && !ids.contains(m_notified.mid(matterPrefix.size())))
        m_needs.notifications.withdraw(std::exchange(m_notified, {}));
    if (ids.isEmpty())
        m_soon.stop();
    if (isNew) {
        // Whoever asks waits for the answer on this very thread: the window is opened behind it.
        QTimer::singleShot(0, this, [this] {
            if (!m_known.isEmpty())
                m_needs.window.showApproval();
        });
        m_soon.start();
    }
}

void ApprovalCall::notify()
{
    const auto waiting = m_needs.authority.approvals();
    if (waiting.isEmpty() || m_needs.window.isApprovalActive())
        return;
    const core::ApprovalQuestion &question = waiting.constFirst();
    core::Notification notification;
    notification.matter = matterPrefix + question.id;
    notification.title = question.clientName.isEmpty() ? question.clientId : question.clientName;
    notification.body =
        tr("Wants to sign you in as %1. Without an answer it is denied.").arg(question.user);
    notification.urgency = core::Notification::Urgency::Critical;
    // No "Allow" here: what is allowed stands in the window.
    notification.actions = {{QStringLiteral("show"), tr("Show")},
                            {QStringLiteral("deny"), tr("Deny")}};
    m_notified = notification.matter;
    m_needs.notifications.show(notification);
}

void ApprovalCall::act(const core::Notification &notification, const QString &action)
{
    if (!notification.matter.startsWith(matterPrefix))
        return;
    if (action == QLatin1String("deny"))
        m_needs.authority.answerApproval(notification.matter.mid(matterPrefix.size()), false);
    else
        m_needs.window.showApproval();
}

} // namespace tray
