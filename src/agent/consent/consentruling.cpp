// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/consent/consentquestion.h"
#include "agent/words.h"
#include "base/logging.h"
#include "core/settingspecs.h"

// What the desk decides without asking anybody.
namespace agent {

using base::ErrorCode;

ConsentDesk::Ruling ConsentDesk::rule(const core::ConsentRequest &request) const
{
    const auto allow = [](const QString &word) { return Ruling{false, {}, word, {}}; };
    const auto deny = [](const QString &word, const QString &message, const QString &remedy) {
        return Ruling{false, base::fail(ErrorCode::Denied, message, remedy), word, {}};
    };
    const core::Program &program = *request.program;
    const auto view = m_parts.accounts.find(request.account);
    const auto policy = view ? view->account.consent : core::ConsentPolicy::Default;
    const QString byPolicy = QStringLiteral("policy");
    if (policy == core::ConsentPolicy::Deny) {
        return deny(byPolicy,
                    Words::tr("%1 is closed to programs.").arg(request.account.joined()),
                    Words::tr("The account's details say who may use it."));
    }
    // "Programs may use it" is not "programs may delete it".
    if (policy == core::ConsentPolicy::Allow && request.wish == core::Wish::Use)
        return allow(byPolicy);

    const QString byRule = QStringLiteral("rule");
    bool isAllowedByRule = false;
    for (const ConsentRule &each : m_rules) {
        if (!each.matches(program, request.account, request.wish))
            continue;
        if (!each.allows) {
            return deny(byRule,
                        Words::tr("A rule of config.toml keeps %1 from %2.")
                            .arg(program.name, request.account.joined()),
                        Words::tr("The rules are in the list consent.rules."));
        }
        isAllowedByRule = true;
    }
    if (isAllowedByRule)
        return allow(byRule);

    const auto before = m_book.find(program, request.account, request.wish);
    if (before.what == ApprovalBook::Finding::What::Denied) {
        return deny(QStringLiteral("refused_before"),
                    Words::tr("The owner has refused %1 the account %2.")
                        .arg(program.name, request.account.joined()),
                    Words::tr("It may ask again in some minutes, or when the refusal is revoked."));
    }
    if (before.what == ApprovalBook::Finding::What::Allowed)
        return {false, {}, {}, before.kept.approval.id};

    const QString general = m_parts.settings.text(core::setting::consentPolicy);
    // An account that says "ask" means it, whatever the others do.
    if (policy != core::ConsentPolicy::Ask && general == QLatin1String("allow"))
        return allow(byPolicy);
    if (policy != core::ConsentPolicy::Ask && general == QLatin1String("deny")) {
        return deny(byPolicy,
                    Words::tr("Programs get nothing unless a rule allows it."),
                    Words::tr("The setting consent.policy says so."));
    }
    return ruleOfUnanswered();
}

ConsentDesk::Ruling ConsentDesk::ruleOfUnanswered() const
{
    const auto refuse = [](const char *word,
                           ErrorCode code,
                           const QString &message,
                           const QString &remedy,
                           base::Retryable retryable = base::Retryable::No) {
        return Ruling{
            false, base::fail(code, message, remedy, retryable), QString::fromLatin1(word), {}};
    };
    const bool mayCli =
        m_parts.settings.text(core::setting::consentAnswerByCli) != QLatin1String("never");
    // Who starts an agent of his own answers by the command line as well.
    if (m_parts.asking == Asking::Allow && mayCli)
        return {false, {}, QStringLiteral("direct"), {}};
    // Whatever the answer, nothing could be given out: the person is spared the question.
    if (m_parts.lock.state() == core::LockService::State::Locked)
        return refuse("locked",
                      ErrorCode::Locked,
                      Words::tr("The store is locked."),
                      Words::tr("Unlock it to go on."));
    if (m_parts.lock.state() == core::LockService::State::StoreUnavailable)
        return refuse("unreachable",
                      ErrorCode::Unreachable,
                      Words::tr("The store of secrets does not answer."),
                      m_parts.lock.reason(),
                      base::Retryable::Yes);
    if (pausedUntil().isValid())
        return refuse("paused",
                      ErrorCode::Denied,
                      Words::tr("Questions are paused, so the answer is no."),
                      Words::tr("Go on with questions in the menu of the tray, then try again."));
    const bool isOnlyCli = !m_parts.hasScreen;
    if (m_parts.asking != Asking::Person || (isOnlyCli && !mayCli))
        return refuse("nobody",
                      ErrorCode::Denied,
                      Words::tr("Nobody is there to be asked."),
                      Words::tr("Write a rule into consent.rules of config.toml."));
    Ruling ask;
    ask.asks = true;
    return ask;
}

base::Result<> ConsentDesk::follow(const Ruling &ruling, const core::ConsentRequest &request)
{
    if (!ruling.approvalId.isEmpty())
        m_book.noteUse(ruling.approvalId);
    else
        m_record.byItself(ruling.verdict ? core::AuditKind::ConsentGiven
                                         : core::AuditKind::ConsentRefused,
                          request,
                          ruling.word);
    return ruling.verdict;
}

void ConsentDesk::readRules()
{
    m_rules.clear();
    m_warnings.clear();
    const QStringList texts = m_parts.settings.texts(core::setting::consentRules);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        auto parsed = ConsentRule::parse(texts.at(i), m_parts.home);
        if (parsed) {
            m_rules += *std::move(parsed);
            continue;
        }
        m_warnings +=
            Words::tr("consent.rules, rule %1 has no effect: %2 %3")
                .arg(QString::number(i + 1), parsed.error().message, parsed.error().remedy);
    }
    for (const QString &warning : std::as_const(m_warnings))
        qCWarning(lcAgent).noquote() << warning;
}

} // namespace agent
