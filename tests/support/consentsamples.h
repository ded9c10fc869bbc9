// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakeconsent.h"

//! A well-known program asks, and has a minute left.
inline core::ConsentQuestion sampleConsent(const QDateTime &now)
{
    core::ConsentQuestion question;
    question.id = QStringLiteral("c-1");
    question.program = std::make_shared<core::Program>(FakePrograms::git());
    question.account = {QStringLiteral("github"), QStringLiteral("work")};
    question.askedAt = now;
    question.until = now.addSecs(60);
    question.allowedThisWeek = 12;
    return question;
}

//! A script that nobody knows.
inline core::ConsentQuestion doubtfulConsent(const QDateTime &now)
{
    core::Program program;
    program.peer = {6120, 1000};
    program.name = QStringLiteral("upload.sh");
    program.executable = QStringLiteral("/usr/bin/bash");
    program.hash = QByteArray(64, 'b');
    program.script = QStringLiteral("/tmp/.cache/upload.sh");
    program.scriptHash = QByteArray(64, 'c');
    program.parents = {QStringLiteral("node"), QStringLiteral("sh"), program.name};
    program.folder = QStringLiteral("/home/maria/src/web/node_modules/left");
    program.fileChanged = now.addSecs(-4 * 60);
    core::ConsentQuestion question = sampleConsent(now);
    question.id = QStringLiteral("c-doubt");
    question.program = std::make_shared<core::Program>(program);
    question.allowedThisWeek = 0;
    question.isDoubtful = true;
    return question;
}

//! What is remembered: always, an hour's, a no, a rule, a script.
inline QList<core::Approval> sampleApprovals(const QDateTime &now)
{
    const auto made = [&now](const char *id, const char *name, const char *path, const char *of) {
        core::Approval approval;
        approval.id = QString::fromLatin1(id);
        approval.name = QString::fromLatin1(name);
        approval.executable = QString::fromLatin1(path);
        approval.account = *core::AccountId::parse(QString::fromLatin1(of));
        approval.span = core::ConsentSpan::Always;
        approval.since = now.addDays(-19);
        approval.source = QStringLiteral("person");
        return approval;
    };
    core::Approval git = made("a-git", "git", "/usr/bin/git", "github/work");
    git.uses = 241;
    git.lastUsed = now.addSecs(-120);
    core::Approval aws = made("a-aws", "aws", "/usr/local/bin/aws", "aws/prod-deploy");
    aws.span = core::ConsentSpan::Hours;
    aws.until = now.addSecs(5 * 3600);
    aws.uses = 7;
    aws.lastUsed = now.addSecs(-40 * 60);
    core::Approval node = made("a-node", "upload.sh", "/usr/bin/bash", "github/work");
    node.script = QStringLiteral("/tmp/.cache/upload.sh");
    node.allowed = false;
    node.until = now.addSecs(240);
    node.since = now.addSecs(-60);
    core::Approval rule = made("a-rule", "docker", "/usr/bin/docker", "gitlab/acme");
    rule.source = QStringLiteral("config");
    rule.uses = 1;
    rule.lastUsed = now.addDays(-1);
    core::Approval code = made("a-code", "code", "/usr/share/code/code", "npm/publish");
    code.span = core::ConsentSpan::Session;
    code.wish = core::Wish::Change;
    return {git, aws, node, rule, code};
}
