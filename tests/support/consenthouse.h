// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/consent/consentdesk.h"
#include "support/agenthouse.h"
#include "support/fakeprograms.h"
#include "support/settle.h"
#include "support/verifyresult.h"

#include <QTemporaryDir>
#include <QTest>

//! A call of permit() that is under way.
struct ConsentCall
{
    std::optional<base::Result<>> result;
    std::stop_source stop;

    [[nodiscard]] bool isOver() const { return result.has_value(); }
    [[nodiscard]] QString word() const
    {
        return !result   ? QStringLiteral("waiting")
               : *result ? QStringLiteral("allowed")
                         : base::nameOf(result->error().code);
    }

    static QCoro::Task<> run(std::shared_ptr<ConsentCall> call, base::Task<> task)
    {
        auto result = co_await task;
        call->result = std::move(result);
    }
};

//! A consent desk on fakes with two accounts, github/work and github/home.
struct ConsentHouse
{
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<base::Settings> m_settings;
    std::unique_ptr<AgentHouse> m_house;
    FakeApprovals m_approvals;
    FakePrograms m_programs;
    std::unique_ptr<agent::ConsentDesk> m_desk;

    void open(agent::ConsentDesk::Asking asking = agent::ConsentDesk::Asking::Person,
              bool hasScreen = true)
    {
        close();
        m_desk = std::make_unique<agent::ConsentDesk>(agent::ConsentDesk::Parts{m_house->book,
                                                                                m_approvals,
                                                                                m_programs,
                                                                                m_house->audit,
                                                                                m_house->lock,
                                                                                m_house->clock,
                                                                                *m_settings,
                                                                                asking,
                                                                                hasScreen,
                                                                                s("/home/maria")});
        VERIFY_RESULT(m_desk->load());
    }
    void close()
    {
        if (m_desk)
            VERIFY_RESULT(QCoro::waitFor(m_desk->stop()));
        m_desk.reset();
        settleEverything();
    }
    std::shared_ptr<ConsentCall> ask(core::ProgramPointer who,
                                     const char *account = "github/work",
                                     core::Wish wish = core::Wish::Use)
    {
        core::ConsentRequest request;
        request.program = std::move(who);
        request.account = AgentHouse::id(account);
        request.wish = wish;
        request.traceId = s("trace");
        const auto call = std::make_shared<ConsentCall>();
        ConsentCall::run(call, m_desk->permit(request, call->stop.get_token()));
        return call;
    }
    void set(const QString &key, const QVariant &value)
    {
        VERIFY_RESULT(m_settings->set(key, value));
    }
    void setRules(const QStringList &rules) { set(core::setting::consentRules, rules); }
    void policy(core::ConsentPolicy policy)
    {
        core::Account account = *m_house->accounts.find(AgentHouse::id("github/work"));
        account.consent = policy;
        VERIFY_RESULT(QCoro::waitFor(m_house->accounts.put(account)));
    }
    void answer(bool allow, core::ConsentSpan span = core::ConsentSpan::Once)
    {
        QTRY_VERIFY(!m_desk->waiting().isEmpty());
        core::ConsentAnswer said;
        said.allow = allow;
        said.span = span;
        VERIFY_RESULT(m_desk->answer(m_desk->waiting().first().id, said, s("window")));
    }
    QString last() const
    {
        const core::AuditEvent &line = m_house->audit.lines.last();
        return core::nameOf(line.kind) + QLatin1Char(' ') + line.actor + QLatin1Char(' ')
               + line.detail;
    }

    void init()
    {
        m_house = std::make_unique<AgentHouse>();
        m_folder = std::make_unique<QTemporaryDir>();
        base::Settings::Sources sources;
        sources.userFile = m_folder->filePath(s("config.toml"));
        m_settings = std::make_unique<base::Settings>(core::settingSpecs(), sources);
        VERIFY_RESULT(m_settings->load());
        m_house->oauth("github/work", std::chrono::hours(1), true);
        m_house->oauth("github/home", std::chrono::hours(1), true);
        m_approvals = {};
        m_programs.backing = core::Backing::Package;
        m_programs.vouched = 0;
        open();
    }
    void cleanup()
    {
        close();
        m_house.reset();
        m_settings.reset();
    }
    static std::shared_ptr<core::Program> program(const char *path, const char *hash = "11")
    {
        const auto made = std::make_shared<core::Program>();
        made->peer = {4242, 1000};
        made->executable = s(path);
        made->name = made->executable.section(QLatin1Char('/'), -1);
        made->hash = hash;
        return made;
    }
    static QString s(const char *text) { return QString::fromUtf8(text); }
};

#define WAIT_FOR_QUESTIONS(count) QTRY_COMPARE(m_desk->waiting().size(), (count))
#define WAIT_FOR_CALL(call, expected) \
    QTRY_VERIFY((call)->isOver());    \
    QCOMPARE((call)->word(), s(expected))
