// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/interaction.h"

#include <QHash>

//! Requests that wait for a person, and what was done with them.
class FakeInteractions final : public authority::Interactions
{
public:
    struct Answer
    {
        QString id;
        QString error; //!< empty: allowed
        authority::Subject subject;
        QStringList scopes;
    };
    QHash<QString, authority::Interaction> waiting;
    QHash<QString, QString> deviceCodes; //!< user code → id
    QList<Answer> answers;
    QStringList revoked; //!< "user|session|why"

    [[nodiscard]] base::Result<authority::Interaction> find(const QString &id) override
    {
        if (!waiting.contains(id))
            return base::fail(base::ErrorCode::NotFound, QStringLiteral("no such request"));
        return waiting.value(id);
    }
    [[nodiscard]] base::Result<authority::Interaction> findDevice(const QString &code) override
    {
        return find(deviceCodes.value(code.toUpper().remove(u'-')));
    }
    [[nodiscard]] base::Result<QString> allow(const QString &id,
                                              const authority::Subject &subject,
                                              const QStringList &scopes) override
    {
        TRY(const auto interaction, find(id));
        waiting.remove(id);
        answers.append({id, {}, subject, scopes});
        return interaction.kind == authority::Interaction::Kind::Device
                   ? QString()
                   : QStringLiteral("http://localhost:3000/callback?code=abc");
    }
    [[nodiscard]] base::Result<QString> deny(const QString &id, const QString &error) override
    {
        TRY(const auto interaction, find(id));
        waiting.remove(id);
        answers.append({id, error, {}, {}});
        return interaction.kind == authority::Interaction::Kind::Device
                   ? QString()
                   : QStringLiteral("http://localhost:3000/callback?error=") + error;
    }
    [[nodiscard]] base::Result<> revokeGrants(const QString &userId,
                                              const QString &session,
                                              const QString &why) override
    {
        revoked.append(userId + u'|' + session + u'|' + why);
        return {};
    }
};

//! Access tokens that the test has written down.
class FakeAccessTokens final : public authority::AccessTokens
{
public:
    QHash<QByteArray, authority::AccessClaims> known;

    [[nodiscard]] base::Result<authority::AccessClaims> check(const web::Request &request,
                                                              const QString &) override
    {
        const auto token = request.bearer();
        const QByteArray text = token ? token->expose().toByteArray() : QByteArray();
        if (!known.contains(text))
            return base::fail(base::ErrorCode::Denied, QStringLiteral("no such token"));
        return known.value(text);
    }
};
