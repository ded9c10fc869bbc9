// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/authoritypolicies.h"

#include "tray/phrases.h"

namespace desktop {

AuthorityPolicies::AuthorityPolicies(core::AuthorityService &authority,
                                     const base::Clock &clock,
                                     QObject *parent)
    : QObject(parent)
    , m_authority(authority)
    , m_clock(clock)
{}

QString AuthorityPolicies::words() const
{
    if (!m_status.loadedAt.isValid())
        return {};
    return tr("Policies in force: %1. Read %2.", "then '3 h ago'")
        .arg(m_status.policies)
        .arg(tray::Phrases::since(m_status.loadedAt, m_clock.now()).text);
}

QString AuthorityPolicies::took() const
{
    return m_verdict == Verdict::None || m_verdict == Verdict::Failed
               ? QString()
               : tr("Decided in %1 µs.").arg(m_answer.micros);
}

void AuthorityPolicies::retranslate()
{
    Q_EMIT changed();
    Q_EMIT answered();
}

void AuthorityPolicies::findOwner()
{
    QCoro::connect(m_authority.users({}, 1, 50),
                   this,
                   [this](const base::Result<core::AuthorityUserPage> &page) {
                       if (!page)
                           return;
                       // Told only when it changes: a person may have typed another one by now.
                       const QString before = m_owner;
                       for (const core::AuthorityUser &user : page->users) {
                           if (user.isOwner)
                               m_owner = QStringLiteral("User::\"%1\"").arg(user.id);
                       }
                       if (m_owner != before)
                           Q_EMIT ownerChanged();
                   });
}

void AuthorityPolicies::reload()
{
    findOwner();
    ++m_busy;
    Q_EMIT changed();
    QCoro::connect(
        m_authority.policies(), this, [this](const base::Result<core::PolicyStatus> &status) {
            --m_busy;
            if (status)
                m_status = *status;
            m_trouble = status ? m_status.trouble : status.error().message;
            Q_EMIT changed();
        });
}

void AuthorityPolicies::readAgain()
{
    ++m_busy;
    Q_EMIT changed();
    QCoro::connect(m_authority.reloadPolicies(), this, [this](const base::Result<> &result) {
        --m_busy;
        if (result)
            Q_EMIT done(tr("The policies are read again."));
        reload();
    });
}

void AuthorityPolicies::ask(const QString &principal,
                            const QString &action,
                            const QString &resource,
                            const QString &context)
{
    const int epoch = ++m_epoch;
    core::PolicyQuestion question;
    question.principal = principal.trimmed();
    question.action = action.trimmed();
    question.resource = resource.trimmed();
    if (!context.trimmed().isEmpty())
        question.context = context.trimmed();
    QCoro::connect(m_authority.askPolicy(question),
                   this,
                   [this, epoch](const base::Result<core::PolicyAnswer> &answer) {
                       if (epoch != m_epoch)
                           return;
                       m_answer = answer ? *answer : core::PolicyAnswer{};
                       m_verdict = !answer              ? Verdict::Failed
                                   : m_answer.isAllowed ? Verdict::Allowed
                                                        : Verdict::Denied;
                       if (!answer)
                           m_answer.errors = QStringList{answer.error().message};
                       Q_EMIT answered();
                   });
}

} // namespace desktop
