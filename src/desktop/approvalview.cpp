// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/approvalview.h"

namespace desktop {

namespace {

constexpr int tones = 10; // Theme.marks

QVariantMap grant(const char *icon, const QString &text)
{
    return {{QStringLiteral("icon"), QLatin1String(icon)}, {QStringLiteral("text"), text}};
}

} // namespace

ApprovalView::ApprovalView(core::AuthorityService &authority,
                           const base::Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_authority(authority)
    , m_clock(clock)
    , m_time(clock)
{
    connect(&m_time, &AnswerTime::ticked, this, &ApprovalView::ticked);
    connect(&m_time, &AnswerTime::over, this, &ApprovalView::look);
    m_changed = m_authority.approvalsChanged.subscribe([this] { look(); });
    look();
}

void ApprovalView::look()
{
    const QDateTime now = m_clock.now();
    QList<core::ApprovalQuestion> waiting = m_authority.approvals();
    // What has timed out here is gone, whatever the service is about to say.
    waiting.removeIf([&now](const core::ApprovalQuestion &question) {
        return question.until.isValid() && question.until <= now;
    });
    QHash<QString, QDateTime> seen;
    for (const core::ApprovalQuestion &question : std::as_const(waiting))
        seen.insert(question.id, m_firstSeen.value(question.id, now));
    m_firstSeen = std::move(seen);
    const QString before = m_question.id;
    m_count = static_cast<int>(waiting.size());
    m_question = waiting.isEmpty() ? core::ApprovalQuestion{} : waiting.constFirst();
    Q_EMIT changed();
    m_time.follow(m_firstSeen.value(m_question.id), m_question.until);
    if (m_question.id != before) {
        if (m_question.id.isEmpty())
            Q_EMIT settled();
        else
            Q_EMIT asked();
    }
}

QString ApprovalView::clientName() const
{
    return m_question.clientName.isEmpty() ? m_question.clientId : m_question.clientName;
}

QString ApprovalView::letters() const
{
    const QString name = clientName();
    return name.left(1).toUpper() + name.mid(1, 1).toLower();
}

int ApprovalView::tone() const
{
    return static_cast<int>(qHash(m_question.clientId, 0) % tones);
}

QVariantList ApprovalView::grants() const
{
    QVariantList list;
    for (const QString &scope : m_question.scopes) {
        if (scope == QLatin1String("openid"))
            list << grant("user", tr("that it is you"));
        else if (scope == QLatin1String("profile"))
            list << grant("users", tr("your name and picture"));
        else if (scope == QLatin1String("email"))
            list << grant("mail", tr("your e-mail address"));
        else if (scope == QLatin1String("phone"))
            list << grant("smartphone", tr("your telephone number"));
        else if (scope == QLatin1String("address"))
            list << grant("globe", tr("your postal address"));
        else if (scope == QLatin1String("offline_access"))
            list << grant("infinity", tr("and it stays signed in until you end it"));
        else
            list << grant("key-round", tr("what it calls ‘%1’").arg(scope));
    }
    for (const QString &resource : m_question.resources)
        list << grant("link", tr("and may use %1 for you").arg(resource));
    return list;
}

QString ApprovalView::returnsTo() const
{
    return m_question.returnsTo.isEmpty() ? tr("nowhere: it shows a code on another device")
                                          : m_question.returnsTo;
}

QString ApprovalView::before() const
{
    if (m_question.isFirstParty)
        return tr("part of Latchkey");
    return m_question.isKnown ? tr("allowed before") : tr("has never asked");
}

ApprovalView::Doubt ApprovalView::doubt() const
{
    if (m_question.isFirstParty)
        return Doubt::None;
    if (m_question.isSelfRegistered)
        return Doubt::Stranger;
    return m_question.isKnown ? Doubt::None : Doubt::New;
}

void ApprovalView::allow()
{
    if (!m_question.id.isEmpty())
        m_authority.answerApproval(QString(m_question.id), true);
}

void ApprovalView::deny()
{
    if (!m_question.id.isEmpty())
        m_authority.answerApproval(QString(m_question.id), false);
}

void ApprovalView::denyAll()
{
    const auto waiting = m_authority.approvals();
    for (const core::ApprovalQuestion &question : waiting)
        m_authority.answerApproval(question.id, false);
}

} // namespace desktop
