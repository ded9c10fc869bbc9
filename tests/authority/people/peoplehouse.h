// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/frontdoor.h"
#include "crypto/totp.h"
#include "fakeprotocol.h"
#include "support/fakeclock.h"
#include "support/testdatabase.h"
#include "support/verifyresult.h"
#include "vault/memorystore.h"
#include "web/websocketsession.h"

#include <QCoroTask>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QTemporaryDir>

//! The people half of the authority on a database of its own, with a clock that we move.
struct PeopleHouse
{
    QTemporaryDir folder;
    FakeClock clock;
    web::PeerOwner owner = web::PeerOwner::Unknown; //!< of the browser
    vault::MemoryStore vault;
    std::unique_ptr<ledger::Database> database;
    std::unique_ptr<authority::KeyRing> keys;
    policy::PolicyFolder policies{folder.filePath(QStringLiteral("policies")),
                                  policy::defaultPolicies()};
    policy::Engine engine{clock};
    web::Metrics metrics;
    FakeInteractions interactions;
    FakeAccessTokens tokens;
    web::Router router;
    std::unique_ptr<authority::Frontdoor> door;

    //! On \a given (PostgreSQL), or on a file.
    explicit PeopleHouse(std::unique_ptr<ledger::Database> given = {})
        : database(std::move(given))
    {
        if (!database) {
            auto opened = openTestDatabase(folder.filePath(QStringLiteral("latchkey.db")));
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message));
            database = std::move(*opened);
        }
        authority::KeyRing::Rule rule;
        rule.algorithms = {crypto::SigningAlgorithm::Es256};
        keys = std::make_unique<authority::KeyRing>(*database, vault, clock, rule);
        if (const auto ready = QCoro::waitFor(keys->open()); !ready)
            qFatal("%s", qPrintable(ready.error().message));
        if (const auto read = policies.reload(); !read)
            qFatal("%s", qPrintable(read.error().message));
        engine.use(policies.policies(), policies.entities());
        door = makeDoor();
        door->addRoutes(router);
    }

    static authority::FrontdoorSettings settings()
    {
        authority::FrontdoorSettings settings;
        settings.passwordWorks.cost = {.passes = 1, .kibibytes = 64, .lanes = 1};
        settings.openBreakers = std::make_shared<std::atomic<int>>(2);
        return settings;
    }

    //! Another instance on the same database makes another one.
    std::unique_ptr<authority::Frontdoor> makeDoor(
        const authority::FrontdoorSettings &with = settings())
    {
        auto wanted = with;
        wanted.ownerOf = [this](const web::Peer &) { return owner; };
        auto made = std::make_unique<authority::Frontdoor>(
            authority::FrontdoorNeeds{*database, *keys, policies, engine, metrics, clock}, wanted);
        made->attach(interactions, tokens);
        return made;
    }

    //! A person with a password that the rules like.
    core::AuthorityUser person(const char *name,
                               const QStringList &roles = {QStringLiteral("user")})
    {
        core::AuthorityUser user;
        user.name = QString::fromLatin1(name);
        user.displayName = QString::fromLatin1(name).toUpper();
        user.roles = roles;
        const auto added = QCoro::waitFor(door->addUser(user, base::Secret(password)));
        if (!added)
            qFatal("%s", qPrintable(added.error().message));
        return *added;
    }
    static constexpr char password[] = "seven-otters-juggle-quartz";

    //! A request of the client "web" that waits.
    authority::Interaction &request(const QString &id = QStringLiteral("r1"))
    {
        authority::Interaction interaction;
        interaction.id = id;
        interaction.clientId = QStringLiteral("web");
        interaction.clientName = QStringLiteral("Ledger of Ada");
        interaction.scopes = {QStringLiteral("openid"), QStringLiteral("profile")};
        interaction.returnsTo = QStringLiteral("127.0.0.1");
        interaction.formTarget = "http://localhost:3000";
        interaction.createdAt = clock.now();
        interaction.expiresAt = clock.now().addSecs(600);
        interactions.waiting.insert(id, interaction);
        return interactions.waiting[id];
    }
};

//! A browser that keeps its cookies and reads forms.
class Browser
{
public:
    explicit Browser(const web::Router &router, const char *address = "127.0.0.1")
        : m_router(router)
        , m_address(QString::fromLatin1(address))
    {}

    QByteArray agent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    QByteArray language = "en";
    QMap<QByteArray, QByteArray> cookies;
    QList<std::pair<QByteArray, QByteArray>> extra; //!< headers
    QString html;
    int status = 0;
    QByteArray location;
    web::Response last;

    web::Response send(web::Method method,
                       const QByteArray &target,
                       const QByteArray &body = {},
                       const QByteArray &type = {})
    {
        web::RequestParts parts;
        parts.method = method;
        parts.target = target;
        parts.body = body;
        parts.peer.address = QHostAddress(m_address);
        parts.peer.isLocal = parts.peer.address.isLoopback();
        parts.base = base;
        parts.traceId = QStringLiteral("0123456789abcdef0123456789abcdef");
        parts.headers.append("User-Agent", agent);
        parts.headers.append("Accept-Language", language);
        if (!type.isEmpty())
            parts.headers.append("Content-Type", type);
        for (const auto &[name, value] : extra)
            parts.headers.append(name, value);
        QByteArrayList jar;
        for (auto cookie = cookies.cbegin(); cookie != cookies.cend(); ++cookie)
            jar.append(cookie.key() + '=' + cookie.value());
        if (!jar.isEmpty())
            parts.headers.append("Cookie", jar.join("; "));
        last = QCoro::waitFor(m_router.answer(web::Request(std::move(parts))));
        status = last.status();
        location = last.header("Location");
        html = QString::fromUtf8(last.body());
        for (const web::Cookie &cookie : last.cookies()) {
            if (cookie.maxAge.count() == 0)
                cookies.remove(cookie.name);
            else
                cookies[cookie.name] = cookie.value;
        }
        return last;
    }

    int get(const QByteArray &target)
    {
        send(web::Method::Get, target);
        return status;
    }
    //! Follows redirects on this site.
    int go(const QByteArray &target)
    {
        get(target);
        for (int i = 0; i < 8 && status == 303 && location.startsWith('/'); ++i)
            get(QByteArray(location));
        return status;
    }
    //! Fills the form of the page that is shown and sends it, with its CSRF token.
    int submit(const QList<std::pair<QByteArray, QByteArray>> &fields, const QString &action = {})
    {
        const QString to = action.isEmpty() ? formAction() : action;
        QByteArray body = "csrf=" + web::formEncoded(csrf().toUtf8());
        for (const auto &[name, value] : fields)
            body += '&' + name + '=' + web::formEncoded(value);
        send(web::Method::Post, to.toUtf8(), body, "application/x-www-form-urlencoded");
        return status;
    }
    //! The same, and then where it leads on this site.
    int submitAndGo(const QList<std::pair<QByteArray, QByteArray>> &fields,
                    const QString &action = {})
    {
        submit(fields, action);
        return status == 303 && location.startsWith('/') ? go(QByteArray(location)) : status;
    }
    QJsonObject json(web::Method method, const QByteArray &target, const QJsonObject &body = {})
    {
        const bool hasBody = method != web::Method::Get;
        send(method,
             target,
             hasBody ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray(),
             hasBody ? "application/json" : QByteArray());
        return last.object();
    }

    QString csrf() const { return found(QStringLiteral("name=\"csrf\" value=\"([^\"]+)\"")); }
    QString formAction() const
    {
        return found(QStringLiteral("<form method=\"post\" action=\"([^\"]+)\""));
    }
    QString title() const { return found(QStringLiteral("<h1>([^<]*)</h1>")); }
    QString found(const QString &pattern) const
    {
        return QRegularExpression(pattern).match(html).captured(1).replace(QStringLiteral("&amp;"),
                                                                           QStringLiteral("&"));
    }
    //! Signs in with name and password on the page that is shown.
    int signIn(const QByteArray &name, const QByteArray &password = PeopleHouse::password)
    {
        return submitAndGo({{"name", name}, {"password", password}});
    }
    bool hasSession() const { return cookies.contains("latchkey-session"); }

    QByteArray base = "http://127.0.0.1:7420";

private:
    const web::Router &m_router;
    QString m_address;
};

//! The code that an app with the key of the page shows.
inline QByteArray codeFor(const Browser &browser, const QDateTime &at)
{
    const QString key = browser.found(QStringLiteral("<p class=\"key\">([A-Z2-7 ]+)</p>"));
    const auto seed = crypto::fromBase32(base::Secret(key.toLatin1()));
    const crypto::TotpSettings settings;
    return seed
               ? crypto::hotp(*seed, static_cast<quint64>(crypto::totpStep(at, settings)), settings)
               : QByteArray();
}
