// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocol.h"
#include "crypto/signingkey.h"
#include "peoplehouse.h"
#include "support/settle.h"

#include <QJsonArray>

using authority::Actor;
using web::Method;

//! Who has changed what: each change of people, clients and keys is one line of the log, whichever
//! door it came through; and what the admin API takes and says on the way.
class AdminTrailTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PeopleHouse> m_house;
    web::Metrics m_metrics;
    std::unique_ptr<authority::Frontdoor> m_door;
    std::unique_ptr<authority::Protocol> m_protocol;
    std::unique_ptr<web::Router> m_router;
    std::unique_ptr<Browser> m_api;
    QString m_root;

    static QString s(const char *text) { return QString::fromUtf8(text); }
    //! The admin API with the token of \a userId's, which the client "cli" has; empty: the client
    //! for itself.
    void use(const QString &userId)
    {
        authority::AccessClaims claims;
        claims.subject = userId.isEmpty() ? s("cli") : userId;
        claims.clientId = s("cli");
        claims.scopes = {s("admin")};
        claims.all = {{s("amr"), QJsonArray{s("otp")}}};
        m_house->tokens.known.insert("t", claims);
    }
    //! Newest first.
    QList<core::AuthorityEvent> events(const char *kind) const
    {
        core::AuthorityEventFilter filter;
        filter.kind = s(kind);
        return m_door->events().find(filter).value_or(QList<core::AuthorityEvent>());
    }
    //! The one line of \a kind: "user|client|detail", when it says where it came from.
    QString line(const char *kind, const char *peer = "127.0.0.1") const
    {
        const auto found = events(kind);
        if (found.size() != 1)
            return s("%1 lines").arg(found.size());
        const core::AuthorityEvent &event = found.first();
        const QString trace = *peer ? s("0123456789abcdef0123456789abcdef") : QString();
        if (event.peer != s(peer) || event.traceId != trace || event.outcome != s("done"))
            return event.outcome + u' ' + event.peer + u' ' + event.traceId;
        return event.user + u'|' + event.client + u'|' + event.detail;
    }
    QJsonObject addClient(const QJsonObject &more = {})
    {
        QJsonObject body{{s("client_name"), s("Ledger")},
                         {s("token_endpoint_auth_method"), s("client_secret_basic")},
                         {s("redirect_uris"), QJsonArray{s("https://ledger.example/callback")}}};
        for (auto member = more.begin(); member != more.end(); ++member)
            body.insert(member.key(), member.value());
        return m_api->json(Method::Post, "/admin/clients", body);
    }
    QStringList troubles(const QJsonObject &refused) const
    {
        QStringList words;
        const QJsonArray errors = refused[s("errors")].toArray();
        for (const QJsonValue &error : errors)
            words.append(error[s("field")].toString() + u'/' + error[s("code")].toString());
        return words;
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<PeopleHouse>();
        m_door =
            std::make_unique<authority::Frontdoor>(authority::FrontdoorNeeds{*m_house->database,
                                                                             *m_house->keys,
                                                                             m_house->policies,
                                                                             m_house->engine,
                                                                             m_metrics,
                                                                             m_house->clock},
                                                   PeopleHouse::settings());
        authority::ProtocolSettings settings;
        settings.issuer = s("http://127.0.0.1:7420");
        m_protocol =
            std::make_unique<authority::Protocol>(authority::ProtocolNeeds{*m_house->database,
                                                                           *m_house->keys,
                                                                           *m_door,
                                                                           m_door->throttle(),
                                                                           m_door->events(),
                                                                           m_metrics,
                                                                           m_house->clock},
                                                  settings);
        m_door->attach(*m_protocol, m_house->tokens, m_protocol.get());
        m_router = std::make_unique<web::Router>();
        m_door->addRoutes(*m_router);
        m_api = std::make_unique<Browser>(*m_router);
        m_api->extra = {{"Authorization", "Bearer t"}};
        VERIFY_RESULT(m_door->seed(s("root"), s("Root")));
        m_root = m_door->users().owner()->id;
        use(m_root);
    }
    void cleanup()
    {
        m_api.reset();
        m_router.reset();
        m_protocol.reset();
        m_door.reset();
        m_house.reset();
    }
    void cleanupTestCase() { settleEverything(); }

    void peopleAreChangedBySomebody()
    {
        const QJsonObject made =
            m_api->json(Method::Post, "/auth/users", {{s("name"), s("grace")}});
        QCOMPARE(m_api->status, 201);
        const QString id = made[s("id")].toString();
        const QByteArray path = "/auth/users/" + id.toLatin1();
        m_api->json(Method::Patch,
                    path,
                    {{s("display_name"), s("Grace Hopper")},
                     {s("roles"), QJsonArray{s("user"), s("developer")}},
                     {s("password"), s(PeopleHouse::password)}});
        QCOMPARE(m_api->status, 200);
        m_api->json(Method::Delete, path + "/totp");
        QCOMPARE(m_api->status, 204);
        m_house->clock.advance(std::chrono::seconds(1));

        QCOMPARE(line("user_added"), s("grace|cli|by root"));
        QCOMPARE(line("user_changed"),
                 s("grace|cli|display name, roles (user developer), another password, by root"));
        QCOMPARE(line("totp_removed"), s("grace|cli|by root"));
        m_api->json(Method::Delete, path);
        QCOMPARE(m_api->status, 204);
        QCOMPARE(line("user_removed"), id + s("|cli|grace, by root"));
    }

    void manyAtOnceAreALineEach()
    {
        const QString ada = m_house->person("ada").id;
        const QString grace = m_house->person("grace").id;

        m_api->json(
            Method::Post,
            "/auth/users/bulk",
            {{s("ids"), QJsonArray{ada, s("nobody"), grace}}, {s("action"), s("deactivate")}});

        QCOMPARE(m_api->status, 200);
        const auto lines = events("user_deactivated");
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].user, s("ada"));
        QCOMPARE(lines[0].user, s("grace"));
        QCOMPARE(lines[0].detail, s("by root"));
        QVERIFY(!lines[0].traceId.isEmpty());
    }

    void sessionsAreEndedBySomebody()
    {
        m_house->person("ada");
        Browser browser(m_house->router);
        browser.go("/account");
        browser.signIn("ada");
        const QString handle = m_door->sessions().list()->first().handle;

        m_api->json(Method::Delete, "/admin/sessions/" + handle.toLatin1());

        QCOMPARE(m_api->status, 204);
        QCOMPARE(line("session_ended"), s("ada|cli|session ") + handle + s(", by root"));
    }

    //! What people change of themselves says from where, too.
    void theAccountPageHasAPeer()
    {
        m_house->person("ada");
        Browser browser(m_house->router);
        browser.go("/account");
        browser.signIn("ada");

        browser.submit({{"current", PeopleHouse::password},
                        {"password", "nine-herons-weigh-basalt"},
                        {"again", "nine-herons-weigh-basalt"}},
                       s("/account/password"));

        QCOMPARE(line("password_changed"), s("ada||by ada"));
    }

    void clientsAreChangedBySomebody()
    {
        const QString id = addClient()[s("client_id")].toString();
        QCOMPARE(m_api->status, 201);
        const QByteArray path = "/admin/clients/" + id.toLatin1();
        m_api->json(Method::Patch, path, {{s("client_name"), s("Great Ledger")}});
        m_api->json(Method::Post, path + "/secret");
        m_api->json(Method::Delete, path);
        QCOMPARE(m_api->status, 204);

        for (const char *kind :
             {"client_added", "client_changed", "client_secret_renewed", "client_removed"})
            QCOMPARE(line(kind), s("root|") + id + s("|by root with cli"));
    }

    void whatWasRefusedIsNotThere()
    {
        addClient({{s("redirect_uris"), QJsonArray{s("http://evil.example/#x")}}});
        m_api->json(Method::Post, "/auth/users", {{s("name"), s("root")}});
        QCOMPARE(m_api->status, 409);
        m_api->json(Method::Delete, "/auth/users/" + m_root.toLatin1());
        QCOMPARE(m_api->status, 409);

        for (const char *kind : {"client_added", "user_added", "user_removed"})
            QVERIFY2(events(kind).isEmpty(), kind);
    }

    //! A kid is as random as a secret: the log keeps as much of it as one recognizes.
    void keysAreChangedBySomebody()
    {
        m_api->json(Method::Post, "/admin/keys/rotate");
        QCOMPARE(m_api->status, 200);
        const QString kid = m_house->keys->list().first().id;
        m_api->json(Method::Delete, "/admin/keys/" + kid.toLatin1());
        QCOMPARE(m_api->status, 200);

        QCOMPARE(line("keys_rotated"), s("root|cli|by root"));
        QCOMPARE(line("key_revoked"), s("root|cli|kid ") + kid.left(8) + s("…, by root"));
        m_api->json(Method::Delete, "/admin/keys/" + kid.toLatin1());
        QCOMPARE(m_api->status, 404);
        QCOMPARE(events("key_revoked").size(), 1);
    }

    //! The same line from the window, which is nobody's request.
    void theDeskIsNamedToo()
    {
        const QString kid = m_house->keys->list().first().id;
        VERIFY_RESULT(QCoro::waitFor(m_door->keyDesk().rollOver(Actor::desk())));
        VERIFY_RESULT(QCoro::waitFor(m_door->keyDesk().revoke(kid, Actor::desk())));
        core::AuthorityClient client;
        client.name = s("Shop");
        client.redirectUris = {s("https://shop.example/callback")};
        const auto added = m_door->clientDesk().add(client, s("window"), Actor::desk());
        VERIFY_RESULT(added);
        VERIFY_RESULT(m_door->clientDesk().remove(added->client.id, Actor::desk()));
        core::AuthorityUser user;
        user.name = s("grace");
        const auto grace = QCoro::waitFor(m_door->addUser(user, {}));
        VERIFY_RESULT(grace);
        VERIFY_RESULT(m_door->changeUsers({grace->id}, core::BulkVerb::Remove));

        QCOMPARE(line("keys_rotated", ""), s("||by desk"));
        QCOMPARE(line("key_revoked", ""), s("||kid ") + kid.left(8) + s("…, by desk"));
        QCOMPARE(line("client_added", ""), s("|") + added->client.id + s("|by desk"));
        QCOMPARE(line("client_removed", ""), s("|") + added->client.id + s("|by desk"));
        QCOMPARE(line("user_removed", ""), grace->id + s("||grace, by desk"));
    }

    //! Addresses are no part of the log; the id says who it was.
    void anAddressAsANameIsNotWritten()
    {
        core::AuthorityUser user;
        user.name = s("ada@example.org");
        user.roles = {authority::adminRole};
        const auto ada = QCoro::waitFor(m_door->addUser(user, {}));
        VERIFY_RESULT(ada);
        use(ada->id);

        m_api->json(Method::Post, "/admin/keys/rotate");

        QCOMPARE(m_api->status, 200);
        QCOMPARE(events("keys_rotated").first().detail, s("by ") + ada->id);
    }

    void everythingWrongIsSaidOnce()
    {
        const QJsonObject strange = m_api->json(Method::Post,
                                                "/auth/users",
                                                {{s("name"), s("Tom!")},
                                                 {s("password"), s("tom")},
                                                 {s("email"), s("nowhere")},
                                                 {s("rolez"), QJsonArray()}});
        QCOMPARE(m_api->status, 422);
        QStringList said = troubles(strange);
        said.sort();
        QCOMPARE(said,
                 (QStringList{s("email/not_allowed"),
                              s("name/not_allowed"),
                              s("password/too_easy"),
                              s("password/too_short"),
                              s("rolez/unknown")}));

        const QJsonObject missing =
            m_api->json(Method::Post, "/auth/users", {{s("password"), s("tom")}});
        QCOMPARE(
            troubles(missing),
            (QStringList{s("name/required"), s("password/too_short"), s("password/too_easy")}));

        const QJsonObject changed = m_api->json(Method::Patch,
                                                "/auth/users/" + m_root.toLatin1(),
                                                {{s("name"), 7}, {s("email"), s("nowhere")}});
        QCOMPARE(troubles(changed), (QStringList{s("name/not_a_text"), s("email/not_allowed")}));
    }

    void whoHasNoRoleIsAUser()
    {
        core::AuthorityUser user;
        user.name = s("grace");
        const auto grace = QCoro::waitFor(m_door->addUser(user, {}));
        VERIFY_RESULT(grace);
        QCOMPARE(grace->roles, QStringList{s("user")});

        for (const QJsonObject &body :
             {QJsonObject{{s("name"), s("tom")}},
              QJsonObject{{s("name"), s("eve")}, {s("roles"), QJsonArray()}}}) {
            const QJsonObject made = m_api->json(Method::Post, "/auth/users", body);
            QCOMPARE(m_api->status, 201);
            QCOMPARE(made[s("roles")].toArray(), QJsonArray{s("user")});
        }
    }

    void aClientMayHaveKeys()
    {
        const auto key = crypto::SigningKey::generate(crypto::SigningAlgorithm::Es256);
        VERIFY_RESULT(key);
        const QJsonObject keys{{s("keys"), QJsonArray{key->publicKey().json}}};
        const QJsonObject method{{s("token_endpoint_auth_method"), s("private_key_jwt")}};
        QJsonObject with = method;
        with.insert(s("jwks"), keys);

        const QJsonObject made = addClient(with);

        QCOMPARE(m_api->status, 201);
        QCOMPARE(made[s("jwks")].toObject(), keys);
        QVERIFY(!made.contains(s("client_secret")));
        const QByteArray path = "/admin/clients/" + made[s("client_id")].toString().toLatin1();
        const QJsonObject read = m_api->json(Method::Get, path);
        QCOMPARE(m_api->status, 200);
        QCOMPARE(read, made);
        m_api->json(Method::Get, "/admin/clients/nobody");
        QCOMPARE(m_api->status, 404);
        // It cannot do without, and text is no object.
        addClient(method);
        QVERIFY(m_api->status == 400 || m_api->status == 422);
        with.insert(s("jwks"), s("{}"));
        const QJsonObject refused = addClient(with);
        QCOMPARE(m_api->status, 422);
        QCOMPARE(troubles(refused), QStringList{s("jwks/not_an_object")});
    }
};

QTEST_GUILESS_MAIN(AdminTrailTest)
#include "tst_admintrail.moc"
