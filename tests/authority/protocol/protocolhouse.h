// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/pages/formpostpage.h"
#include "authority/protocol/protocol.h"
#include "base/clock.h"
#include "core/ports.h"
#include "crypto/digest.h"
#include "crypto/random.h"
#include "crypto/signingkey.h"
#include "support/fakeclock.h"

#include <QCoroTask>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <map>
#include <memory>

//! A vault that is always open; with a file it is still there in the next process.
class OpenVault final : public core::SecretStore
{
public:
    explicit OpenVault(QString file)
        : m_file(std::move(file))
    {
        QFile stored(m_file);
        if (m_file.isEmpty() || !stored.open(QIODevice::ReadOnly))
            return;
        const QJsonObject entries = QJsonDocument::fromJson(stored.readAll()).object();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
            m_entries[entry.key()] =
                base::Secret(QByteArray::fromBase64(entry.value().toString().toLatin1()));
        }
    }

    [[nodiscard]] base::Task<base::Secret> read(QString entry) override
    {
        const auto found = m_entries.find(entry);
        if (found == m_entries.end())
            co_return base::fail(base::ErrorCode::NotFound, entry);
        co_return found->second.clone();
    }
    [[nodiscard]] base::Task<> write(QString entry, base::Secret secret) override
    {
        m_entries[entry] = std::move(secret);
        store();
        co_return {};
    }
    [[nodiscard]] base::Task<> remove(QString entry) override
    {
        m_entries.erase(entry);
        co_return {};
    }
    [[nodiscard]] core::StoreState state() const override { return core::StoreState::Ready; }
    [[nodiscard]] base::Task<> unlock(base::Secret) override { co_return {}; }
    void lock() override {}

private:
    void store() const
    {
        if (m_file.isEmpty())
            return;
        QJsonObject entries;
        for (const auto &[name, secret] : m_entries) {
            entries.insert(name, QString::fromLatin1(secret.expose().toByteArray().toBase64()));
        }
        QFile stored(m_file);
        if (!stored.open(QIODevice::WriteOnly) || stored.write(QJsonDocument(entries).toJson()) < 0)
            qFatal("the test's vault cannot be written");
    }

    QString m_file;
    std::map<QString, base::Secret> m_entries;
};

//! People who are there and answer as the test says.
class FakePeople final : public authority::People
{
public:
    enum class Answer { Wait, Allow, Deny };

    QHash<QString, authority::UserClaims> users;
    authority::Interactions *interactions = nullptr;
    Answer answer = Answer::Wait;
    authority::Subject subject;
    QList<authority::Interaction> asked;
    QStringList troubles;
    QStringList redirects;
    QString signedOutTo;
    QString signedOutSession;
    int signOuts = 0;

    [[nodiscard]] base::Result<authority::UserClaims> find(const QString &userId) override
    {
        const auto found = users.constFind(userId);
        if (found == users.constEnd())
            return base::fail(base::ErrorCode::NotFound, userId);
        return *found;
    }
    [[nodiscard]] QCoro::Task<web::Response> present(authority::Interaction interaction,
                                                     web::Request) override
    {
        asked += interaction;
        if (answer == Answer::Wait)
            co_return web::Response::text(QStringLiteral("a page"));
        const auto then = answer == Answer::Allow
                              ? interactions->allow(interaction.id, subject, interaction.scopes)
                              : interactions->deny(interaction.id, QStringLiteral("access_denied"));
        co_return then ? wayOf(*then) : web::Response::error(then.error());
    }
    [[nodiscard]] QCoro::Task<web::Response> signOut(web::Request,
                                                     QString then,
                                                     QString session) override
    {
        ++signOuts;
        signedOutTo = then;
        signedOutSession = session;
        co_return then.isEmpty() ? web::Response::text(QStringLiteral("signed out"))
                                 : web::Response::redirect(then.toLatin1());
    }
    [[nodiscard]] web::Response trouble(const web::Request &,
                                        int status,
                                        const QString &message) override
    {
        troubles += message;
        return web::Response::html(message, status);
    }
    [[nodiscard]] web::Response redirect(const web::Request &,
                                         const authority::WayBack &back) override
    {
        redirects += back.url;
        return wayOf(back);
    }

private:
    static web::Response wayOf(const authority::WayBack &back)
    {
        return back.fields.isEmpty()
                   ? web::Response::redirect(back.url.toLatin1())
                   : authority::formPostPage(back, authority::PageLanguages().best({}), {});
    }
};

//! Lets everybody through until the test sets how many are left.
class FakeThrottle final : public authority::Throttle
{
public:
    QHash<QString, int> left;

    [[nodiscard]] base::Result<Allowance> take(const QString &name, const Rule &rule) override
    {
        const auto found = left.find(name);
        if (found == left.end())
            return Allowance{true, int(rule.burst), int(rule.burst) - 1, 0};
        if (*found == 0)
            return Allowance{false, int(rule.burst), 0, 7};
        --*found;
        return Allowance{true, int(rule.burst), *found, 0};
    }
};

class FakeEvents final : public authority::Events
{
public:
    QList<Entry> entries;
    void record(const Entry &entry) override { entries += entry; }
    [[nodiscard]] QStringList kinds() const
    {
        QStringList kinds;
        for (const Entry &entry : entries)
            kinds += entry.kind;
        return kinds;
    }
};

using Form = QList<std::pair<QByteArray, QByteArray>>;

//! The protocol on a database of its own, with fakes around it and no sockets.
class ProtocolHouse
{
public:
    static constexpr const char *issuer = "http://127.0.0.1:7420";
    static constexpr auto es256 = crypto::SigningAlgorithm::Es256; // RSA keys take their time

    ProtocolHouse()
        : ProtocolHouse(QString(), QString::fromLatin1(issuer), {.algorithms = {es256}})
    {}
    using Change = std::function<void(authority::ProtocolSettings &)>;
    //! With settings that are not the usual ones.
    explicit ProtocolHouse(const Change &change)
        : ProtocolHouse({}, QString(), QString::fromLatin1(issuer), {.algorithms = {es256}}, change)
    {}
    //! \a kept: a folder whose files are there in the next process; empty: a temporary one.
    ProtocolHouse(const QString &kept, const QString &address, const authority::KeyRing::Rule &rule)
        : ProtocolHouse({}, kept, address, rule)
    {}
    //! \a given: a database of the test's own; null: SQLite in \a kept.
    ProtocolHouse(std::unique_ptr<ledger::Database> given,
                  const QString &kept,
                  const QString &address,
                  const authority::KeyRing::Rule &rule,
                  const Change &change = {})
        : vault(kept.isEmpty() ? QString() : kept + QStringLiteral("/vault.json"))
        , database(given ? std::move(given)
                         : ledger::Database::open((kept.isEmpty() ? folder.path() : kept)
                                                  + QStringLiteral("/latchkey.db"))
                               .value())
        , keys(*database, vault, clock, rule)
    {
        const auto opened = QCoro::waitFor(keys.open());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        authority::ProtocolSettings settings;
        settings.issuer = address;
        if (change)
            change(settings);
        protocol = std::make_unique<authority::Protocol>(
            authority::ProtocolNeeds{*database, keys, people, throttle, events, metrics, clock},
            settings);
        protocol->addRoutes(router);
        people.interactions = protocol.get();
        people.users.insert(QStringLiteral("u-ada"),
                            {QStringLiteral("u-ada"),
                             QStringLiteral("ada"),
                             QStringLiteral("Ada Lovelace"),
                             QStringLiteral("ada@acme.dev"),
                             {QStringLiteral("developer")}});
        people.subject = {
            QStringLiteral("u-ada"), QStringLiteral("s-1"), clock.now(), {QStringLiteral("pwd")}};
    }

    [[nodiscard]] static core::AuthorityClient webClient(const QString &id)
    {
        core::AuthorityClient client;
        client.id = id;
        client.name = QStringLiteral("Web ") + id;
        client.redirectUris = {QStringLiteral("http://127.0.0.1/callback"),
                               QStringLiteral("https://rp.example/cb")};
        client.postLogoutRedirectUris = {QStringLiteral("https://rp.example/bye")};
        client.grants = {QStringLiteral("authorization_code"),
                         QStringLiteral("refresh_token"),
                         QStringLiteral("urn:ietf:params:oauth:grant-type:device_code")};
        client.scopes += {QStringLiteral("api:read"), QStringLiteral("api:write")};
        client.resources = {QStringLiteral("https://api.example/a"),
                            QStringLiteral("https://api.example/b")};
        return client;
    }

    //! Registers; gives the secret (empty: public).
    QByteArray add(const core::AuthorityClient &client)
    {
        auto made = protocol->addClient(client, QStringLiteral("test"));
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return made->secret.expose().toByteArray();
    }

    [[nodiscard]] static QByteArray encoded(const Form &form)
    {
        QByteArray text;
        for (const auto &[name, value] : form) {
            if (!text.isEmpty())
                text += '&';
            text += name + '=' + web::formEncoded(value);
        }
        return text;
    }

    web::Response send(web::RequestParts parts)
    {
        parts.base = issuer;
        web::Request request(std::move(parts));
        return QCoro::waitFor(router.answer(std::move(request)));
    }

    web::Response post(const QByteArray &path, const Form &form, const Form &headers = {})
    {
        web::RequestParts parts;
        parts.method = web::Method::Post;
        parts.target = path;
        parts.headers.append("Content-Type", "application/x-www-form-urlencoded");
        for (const auto &[name, value] : headers)
            parts.headers.append(name, value);
        parts.body = encoded(form);
        return send(std::move(parts));
    }

    web::Response get(const QByteArray &path, const Form &query = {}, const Form &headers = {})
    {
        web::RequestParts parts;
        parts.target = query.isEmpty() ? path : path + '?' + encoded(query);
        for (const auto &[name, value] : headers)
            parts.headers.append(name, value);
        return send(std::move(parts));
    }

    web::Response sendJson(web::Method method,
                           const QByteArray &path,
                           const QJsonObject &body,
                           const Form &headers = {})
    {
        web::RequestParts parts;
        parts.method = method;
        parts.target = path;
        parts.headers.append("Content-Type", "application/json");
        for (const auto &[name, value] : headers)
            parts.headers.append(name, value);
        parts.body = QJsonDocument(body).toJson();
        return send(std::move(parts));
    }

    [[nodiscard]] static QByteArray verifier() { return QByteArray(43, 'v'); }

    [[nodiscard]] static Form authorization(const QByteArray &client,
                                            const QByteArray &scope = "openid offline_access")
    {
        return {{"response_type", "code"},
                {"client_id", client},
                {"redirect_uri", "http://127.0.0.1:51004/callback"},
                {"scope", scope},
                {"state", "st 1"},
                {"nonce", "n-1"},
                {"code_challenge", crypto::pkceChallenge(verifier())},
                {"code_challenge_method", "S256"}};
    }

    [[nodiscard]] static QUrlQuery queryOf(const web::Response &redirect)
    {
        QByteArray location = redirect.header("Location");
        return QUrlQuery(QUrl(QString::fromLatin1(location)).query());
    }
    [[nodiscard]] static QByteArray parameter(const web::Response &redirect, const char *name)
    {
        return queryOf(redirect)
            .queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded)
            .replace(u'+', u' ')
            .toUtf8();
    }

    //! A code for \a client, allowed by Ada.
    QByteArray code(const Form &form)
    {
        people.answer = FakePeople::Answer::Allow;
        const auto response = get("/oauth/authorize", form);
        return parameter(response, "code");
    }
    QByteArray code(const QByteArray &client) { return code(authorization(client)); }

    [[nodiscard]] static Form codeForm(const QByteArray &client, const QByteArray &code)
    {
        return {{"grant_type", "authorization_code"},
                {"client_id", client},
                {"code", code},
                {"redirect_uri", "http://127.0.0.1:51004/callback"},
                {"code_verifier", verifier()}};
    }
    QJsonObject tokens(const QByteArray &client)
    {
        return post("/oauth/token", codeForm(client, code(client))).object();
    }
    web::Response refresh(const QByteArray &client, const QByteArray &token, const Form &more = {})
    {
        return post(
            "/oauth/token",
            Form{{"grant_type", "refresh_token"}, {"client_id", client}, {"refresh_token", token}}
                + more);
    }

    //! The claims of a token of ours; empty when it does not verify.
    [[nodiscard]] QJsonObject claims(const QString &token, const QByteArray &type = "at+jwt")
    {
        return keys.verify(token.toLatin1(), type).value_or(QJsonObject());
    }

    QTemporaryDir folder;
    FakeClock clock;
    OpenVault vault;
    std::unique_ptr<ledger::Database> database;
    authority::KeyRing keys;
    FakePeople people;
    FakeThrottle throttle;
    FakeEvents events;
    web::Metrics metrics;
    web::Router router;
    std::unique_ptr<authority::Protocol> protocol;
};

//! What a test reads of an answer at once: "400 invalid_grant".
[[nodiscard]] inline QByteArray outcome(const web::Response &response)
{
    const QByteArray error = response.object().value(u"error").toString().toLatin1();
    return QByteArray::number(response.status()) + (error.isEmpty() ? "" : " ") + error;
}

[[nodiscard]] inline QByteArray textOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toUtf8();
}

//! A DPoP proof as a client makes it.
[[nodiscard]] inline QByteArray dpopProof(const crypto::SigningKey &key,
                                          const QByteArray &method,
                                          const QByteArray &url,
                                          qint64 now,
                                          const QByteArray &accessToken = {},
                                          const QByteArray &id = crypto::randomToken(12),
                                          const QByteArray &nonce = {})
{
    QJsonObject publicKey = key.publicKey().json;
    for (const char *member : {"kid", "alg", "use"})
        publicKey.remove(QLatin1String(member));
    const QJsonObject header{{QStringLiteral("typ"), QStringLiteral("dpop+jwt")},
                             {QStringLiteral("jwk"), publicKey}};
    QJsonObject payload{{QStringLiteral("jti"), QString::fromLatin1(id)},
                        {QStringLiteral("htm"), QString::fromLatin1(method)},
                        {QStringLiteral("htu"), QString::fromLatin1(url)},
                        {QStringLiteral("iat"), now}};
    if (!nonce.isEmpty())
        payload.insert(QStringLiteral("nonce"), QString::fromLatin1(nonce));
    if (!accessToken.isEmpty()) {
        payload.insert(QStringLiteral("ath"),
                       QString::fromLatin1(
                           crypto::toBase64Url(crypto::digest(crypto::Hash::Sha256, accessToken))));
    }
    return key.signWith(header, QJsonDocument(payload).toJson(QJsonDocument::Compact)).value();
}
