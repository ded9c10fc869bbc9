// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/consent/consentquestion.h"
#include "agent/words.h"
#include "base/logging.h"

#include <algorithm>

// What a person does at the desk: answer, look, take back, pause.
namespace agent {

using base::ErrorCode;

namespace {

constexpr std::chrono::hours mostHours{24 * 30};

QString ruleId(qsizetype number)
{
    return QStringLiteral("rule-%1").arg(number);
}

base::Result<> fromConfig()
{
    return base::fail(ErrorCode::Unsupported,
                      Words::tr("That is a rule of config.toml."),
                      Words::tr("Change the list consent.rules there."));
}

base::Result<> mayHave(const core::ConsentQuestion &question, const core::ConsentAnswer &answer)
{
    if (!answer.allow || answer.span == core::ConsentSpan::Once)
        return {};
    if (question.program->hash.isEmpty())
        return base::fail(ErrorCode::InvalidInput,
                          Words::tr("The program could not be recognised again."),
                          Words::tr("Allow it once."));
    if (question.isDoubtful && answer.span != core::ConsentSpan::Session)
        return base::fail(ErrorCode::InvalidInput,
                          Words::tr("Nobody vouches for this program."),
                          Words::tr("Allow it once or for this session."));
    if (answer.span == core::ConsentSpan::Hours
        && (answer.hours < std::chrono::hours(1) || answer.hours > mostHours))
        return base::fail(ErrorCode::InvalidInput,
                          Words::tr("An approval holds for 1 to %1 hours.").arg(mostHours.count()));
    return {};
}

} // namespace

QList<core::ConsentQuestion> ConsentDesk::waiting() const
{
    QList<core::ConsentQuestion> waiting;
    for (const auto &question : m_questions)
        waiting += question->shown;
    return waiting;
}

base::Result<> ConsentDesk::answer(const QString &questionId,
                                   const core::ConsentAnswer &answer,
                                   const QString &actor)
{
    const auto found =
        std::find_if(m_questions.cbegin(), m_questions.cend(), [&questionId](const auto &each) {
            return each->shown.id == questionId;
        });
    if (found == m_questions.cend())
        return base::fail(ErrorCode::NotFound,
                          Words::tr("That question is over."),
                          Words::tr("The program can ask again."));
    const core::ConsentQuestion question = (*found)->shown;
    const QString traceId = (*found)->traceId;
    TRY_VOID(mayHave(question, answer));
    const auto remembered =
        m_book.remember(*question.program, question.account, question.wish, answer);
    const base::TraceScope trace(traceId.isEmpty() ? base::TraceScope::current() : traceId);
    if (answer.allow) {
        m_record.byPerson(
            core::AuditKind::ConsentGiven, question, core::nameOf(answer.span), actor);
        const auto kept = m_book.find(*question.program, question.account, question.wish);
        for (int i = 0; i < question.callers; ++i)
            m_book.noteUse(kept.kept.approval.id);
        settle(questionId, {});
    } else {
        m_record.byPerson(
            core::AuditKind::ConsentRefused, question, QStringLiteral("person"), actor);
        settle(questionId,
               base::fail(ErrorCode::Denied,
                          Words::tr("The owner has refused %1 the account %2.")
                              .arg(question.program->name, question.account.joined())));
    }
    approvalsChanged.announce();
    return remembered;
}

base::Result<QList<core::Approval>> ConsentDesk::approvals() const
{
    QList<core::Approval> all = m_book.all();
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const ConsentRule &each = m_rules.at(i);
        // One line a rule: its first wish stands for what it is about.
        core::Approval approval;
        approval.id = ruleId(i + 1);
        approval.name =
            each.program == QLatin1String("*") ? Words::tr("Any program") : each.program;
        approval.executable = each.program;
        approval.account = {each.service, each.account};
        approval.wish = each.wishes.first();
        approval.allowed = each.allows;
        approval.span = core::ConsentSpan::Always;
        approval.source = QStringLiteral("config");
        all += approval;
    }
    return all;
}

base::Result<> ConsentDesk::revoke(const QString &approvalId, const QString &actor)
{
    if (approvalId.startsWith(QLatin1String("rule-")))
        return fromConfig();
    TRY(const core::Approval gone, m_book.revoke(approvalId));
    m_record.change(gone, QStringLiteral("revoked"), actor);
    approvalsChanged.announce();
    return {};
}

base::Result<> ConsentDesk::setEnd(const QString &approvalId,
                                   const QDateTime &until,
                                   const QString &actor)
{
    if (approvalId.startsWith(QLatin1String("rule-")))
        return fromConfig();
    TRY(const core::Approval changed, m_book.setEnd(approvalId, until));
    m_record.change(changed, QStringLiteral("end_changed"), actor);
    approvalsChanged.announce();
    return {};
}

QDateTime ConsentDesk::pausedUntil() const
{
    return m_pausedUntil.isValid() && m_pausedUntil > m_parts.clock.now() ? m_pausedUntil
                                                                          : QDateTime();
}

void ConsentDesk::pause(const QDateTime &until, const QString &actor)
{
    m_pause.request_stop();
    m_pausedUntil = until.toUTC();
    if (pausedUntil().isValid()) {
        qCInfo(lcAgent).noquote() << "Questions are paused until"
                                  << m_pausedUntil.toString(Qt::ISODate) << "by" << actor;
        m_pause = {};
        m_scope.launch(awaitPauseEnd(m_pause.get_token()));
        reconsider();
    }
    waitingChanged.announce();
}

base::Task<> ConsentDesk::awaitPauseEnd(std::stop_token stop)
{
    const std::chrono::milliseconds span(m_parts.clock.now().msecsTo(m_pausedUntil));
    CO_TRY_VOID(co_await m_parts.clock.sleep(span, stop));
    m_pausedUntil = {};
    waitingChanged.announce();
    co_return {};
}

} // namespace agent
