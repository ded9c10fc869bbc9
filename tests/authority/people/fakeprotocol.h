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
    [[nodiscard]] base::Result<authority::WayBack> allow(const QString &id,
                                                         const authority::Subject &subject,
                                                         const QStringList &scopes) override
    {
        TRY(const auto interaction, find(id));
        waiting.remove(id);
        answers.append({id, {}, subject, scopes});
        return back(interaction, "code", "abc");
    }
    [[nodiscard]] base::Result<authority::WayBack> deny(const QString &id,
                                                        const QString &error) override
    {
        TRY(const auto interaction, find(id));
        waiting.remove(id);
        answers.append({id, error, {}, {}});
        return back(interaction, "error", error.toLatin1());
    }
    [[nodiscard]] base::Result<> revokeGrants(const QString &userId,
                                              const QString &session,
                                              const QString &why) override
    {
        revoked.append(userId + u'|' + session + u'|' + why);
        return {};
    }
    bool postsForms = false; //!< response_mode=form_post

private:
    [[nodiscard]] authority::WayBack back(const authority::Interaction &interaction,
                                          const QByteArray &name,
                                          const QByteArray &value) const
    {
        if (interaction.kind == authority::Interaction::Kind::Device)
            return {};
        const QString url = QStringLiteral("http://localhost:3000/callback");
        if (postsForms)
            return {url, {{name, value}}, QStringLiteral("localhost"), "http://localhost:3000"};
        return {url + u'?' + QString::fromLatin1(name + '=' + value)};
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
