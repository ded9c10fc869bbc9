// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consent.h"

//! Everybody is the program that the test says.
class FakePrograms final : public core::Programs
{
public:
    static core::Program git()
    {
        core::Program program;
        program.peer = {4821, 1000};
        program.name = QStringLiteral("git");
        program.executable = QStringLiteral("/usr/bin/git");
        program.hash = QByteArray(64, 'a');
        program.parents = {QStringLiteral("VS Code"), QStringLiteral("bash"), program.name};
        program.folder = QStringLiteral("/home/maria/src/latchkey");
        program.backing = core::Backing::Package;
        program.package = QStringLiteral("git 2.39.5");
        return program;
    }

    base::Task<core::ProgramPointer> identify(core::Peer peer) override
    {
        auto seen = std::make_shared<core::Program>(program);
        seen->peer = peer;
        core::ProgramPointer known = seen;
        co_return known;
    }

    core::Program program = git();
};

//! Decides as the test says, and remembers who asked.
class FakeConsent final : public core::ConsentService
{
public:
    base::Task<> permit(core::ConsentRequest request, std::stop_token) override
    {
        asked.append(request);
        if (refusal)
            co_return base::fail(*refusal);
        co_return {};
    }
    QList<core::ConsentQuestion> waiting() const override { return questions; }
    base::Result<> answer(const QString &id,
                          const core::ConsentAnswer &answer,
                          const QString &actor) override
    {
        answers.append({id, answer, actor});
        const auto before = questions.size();
        questions.removeIf([&](const auto &question) { return question.id == id; });
        if (questions.size() == before)
            return base::fail(base::ErrorCode::NotFound, QStringLiteral("This question is over."));
        waitingChanged.announce();
        return {};
    }
    base::Result<QList<core::Approval>> approvals() const override { return remembered; }
    base::Result<> revoke(const QString &id, const QString &) override
    {
        revoked.append(id);
        remembered.removeIf([&](const auto &approval) { return approval.id == id; });
        approvalsChanged.announce();
        return {};
    }
    base::Result<> setEnd(const QString &id, const QDateTime &until, const QString &) override
    {
        for (core::Approval &approval : remembered) {
            if (approval.id == id)
                approval.until = until;
        }
        approvalsChanged.announce();
        return {};
    }
    QDateTime pausedUntil() const override { return paused; }
    void pause(const QDateTime &until, const QString &) override
    {
        paused = until;
        waitingChanged.announce();
    }

    void ask(const core::ConsentQuestion &question)
    {
        questions.append(question);
        waitingChanged.announce();
    }

    struct Answered
    {
        QString id;
        core::ConsentAnswer answer;
        QString actor;
    };
    std::optional<base::Error> refusal;
    QList<core::ConsentRequest> asked;
    QList<core::ConsentQuestion> questions;
    QList<Answered> answers;
    QList<core::Approval> remembered;
    QStringList revoked;
    QDateTime paused;
};
