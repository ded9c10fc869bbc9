// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/consent/approvalbook.h"
#include "agent/consent/consentrecord.h"
#include "agent/consent/consentrule.h"
#include "base/clock.h"
#include "base/settings.h"
#include "base/taskscope.h"
#include "core/consent.h"
#include "core/services.h"

#include <QDir>
#include <QPromise>

#include <memory>
#include <vector>

namespace agent {

//! Decides whether a program may have an account: by the account's own policy, the rules of
//! config.toml, what the person has decided before, and else by asking. Many callers make one
//! list of questions, and callers that want the same thing make one question.
class ConsentDesk final : public core::ConsentService
{
public:
    //! Who answers what no policy, rule or remembered decision does.
    enum class Asking {
        Person, //!< a person, in a window or by `latchkey approve`
        Nobody, //!< nobody is there to answer: denied at once
        Allow //!< whoever started us is the one who asks (`latchkeyd --once`): allowed
    };

    //! Everything outlives the desk.
    struct Parts
    {
        core::AccountService &accounts;
        core::Approvals &approvals;
        core::Programs &programs;
        core::Audit &audit;
        core::LockService &lock;
        base::Clock &clock;
        base::Settings &settings;
        Asking asking = Asking::Person;
        //! Without one only `latchkey approve` answers; where consent.answer_by_cli forbids that as
        //! well, nobody is asked.
        bool hasScreen = true;
        QString home = QDir::homePath(); //!< what ~ in a rule means
    };

    explicit ConsentDesk(Parts parts);
    ~ConsentDesk() override;

    //! Reads what is remembered.
    [[nodiscard]] base::Result<> load();
    //! Ends every question (Cancelled) and writes down what was counted.
    [[nodiscard]] base::Task<> stop();
    //! The person's login session has ended: what was allowed "for this session" is over.
    void endSession();
    //! Rules of config.toml that have no effect, for people.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

    [[nodiscard]] base::Task<> permit(core::ConsentRequest request, std::stop_token stop) override;
    [[nodiscard]] QList<core::ConsentQuestion> waiting() const override;
    [[nodiscard]] base::Result<> answer(const QString &questionId,
                                        const core::ConsentAnswer &answer,
                                        const QString &actor) override;
    [[nodiscard]] base::Result<QList<core::Approval>> approvals() const override;
    [[nodiscard]] base::Result<> revoke(const QString &approvalId, const QString &actor) override;
    [[nodiscard]] base::Result<> setEnd(const QString &approvalId,
                                        const QDateTime &until,
                                        const QString &actor) override;
    [[nodiscard]] QDateTime pausedUntil() const override;
    void pause(const QDateTime &until, const QString &actor) override;

private:
    struct Waiter;
    struct Question;
    struct Ruling;

    [[nodiscard]] Ruling rule(const core::ConsentRequest &request) const;
    [[nodiscard]] Ruling ruleOfUnanswered() const;
    [[nodiscard]] base::Result<> follow(const Ruling &ruling, const core::ConsentRequest &request);
    [[nodiscard]] base::Task<int> countUses(core::ConsentRequest request);
    [[nodiscard]] Question *find(const core::ConsentRequest &request);
    [[nodiscard]] base::Result<> open(const core::ConsentRequest &request, int uses);
    [[nodiscard]] base::Task<> awaitAnswer(core::ConsentRequest request, std::stop_token stop);
    [[nodiscard]] base::Task<> awaitSilence(QString questionId,
                                            std::chrono::seconds wait,
                                            std::stop_token stop);
    [[nodiscard]] base::Task<> awaitPauseEnd(std::stop_token stop);
    void settle(const QString &questionId, const base::Result<> &verdict);
    void withdraw(const QString &questionId, const std::shared_ptr<Waiter> &waiter);
    void reconsider();
    void readRules();

    Parts m_parts;
    ApprovalBook m_book;
    ConsentRecord m_record;
    QList<ConsentRule> m_rules;
    QStringList m_warnings;
    std::vector<std::unique_ptr<Question>> m_questions; // oldest first
    QDateTime m_pausedUntil;
    std::stop_source m_pause;
    bool m_isStopped = false;
    base::TaskScope m_scope;
    base::Subscription m_onSettings;
    base::Subscription m_onAccount;
    base::Subscription m_onAccounts;
    base::Subscription m_onLock;
};

} // namespace agent
