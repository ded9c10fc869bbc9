// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "support/verifyresult.h"

#include <QRegularExpression>
#include <QTest>

namespace {

//! The fields of the form that a page posts.
QHash<QString, QString> fieldsOf(const web::Response &page)
{
    static const QRegularExpression field(
        QStringLiteral("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">"));
    QHash<QString, QString> fields;
    auto found = field.globalMatch(QString::fromUtf8(page.body()));
    while (found.hasNext()) {
        const auto one = found.next();
        fields.insert(one.captured(1), one.captured(2));
    }
    return fields;
}

Form asForm(const QByteArray &state = "st 1")
{
    Form form = ProtocolHouse::authorization("app") + Form{{"response_mode", "form_post"}};
    for (auto &[name, value] : form) {
        if (name == "state")
            value = state;
    }
    return form;
}

} // namespace

//! OAuth 2.0 Form Post Response Mode.
class FormPostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCodeIsPostedByAPage()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.people.answer = FakePeople::Answer::Allow;

        const auto page = house.get("/oauth/authorize", asForm());

        QCOMPARE(page.status(), 200);
        QVERIFY(page.header("Location").isEmpty());
        QCOMPARE(page.header("Cache-Control"), "no-store");
        QVERIFY(page.body().contains(
            "<form method=\"post\" action=\"http://127.0.0.1:51004/callback\">"));
        const auto fields = fieldsOf(page);
        QCOMPARE(fields.size(), 3);
        QCOMPARE(fields.value(QStringLiteral("state")), QStringLiteral("st 1"));
        QCOMPARE(fields.value(QStringLiteral("iss")), QString::fromLatin1(ProtocolHouse::issuer));
        const QByteArray code = fields.value(QStringLiteral("code")).toLatin1();
        QCOMPARE(outcome(house.post("/oauth/token", ProtocolHouse::codeForm("app", code))), "200");
    }

    void itsPolicyAllowsTheOneScriptAndTheOneOrigin()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.people.answer = FakePeople::Answer::Allow;

        const auto page = house.get("/oauth/authorize", asForm());

        const QByteArray policy = page.header("Content-Security-Policy");
        QVERIFY(policy.contains("; form-action http://127.0.0.1:51004; "));
        static const QRegularExpression script(QStringLiteral("<script>([^<]*)</script>"),
                                               QRegularExpression::DotMatchesEverythingOption);
        const auto found = script.match(QString::fromUtf8(page.body()));
        QVERIFY(found.hasMatch());
        const QByteArray hash =
            crypto::digest(crypto::Hash::Sha256, found.captured(1).toUtf8()).toBase64();
        QVERIFY(policy.contains("; script-src 'sha256-" + hash + "';"));
        QVERIFY(!policy.contains("unsafe"));
        // With the browser's scripts off a person presses it.
        QVERIFY(page.body().contains("<button"));
    }

    void whatTheClientSaysIsNoMarkup()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.people.answer = FakePeople::Answer::Allow;

        const auto page =
            house.get("/oauth/authorize", asForm("\"><script>alert(1)</script><a b='"));

        QCOMPARE(page.body().count("<script"), 1);
        QCOMPARE(fieldsOf(page).value(QStringLiteral("state")),
                 QStringLiteral("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;a b='"));
    }

    void errorsArePostedToo()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.people.answer = FakePeople::Answer::Deny;
        const auto denied = fieldsOf(house.get("/oauth/authorize", asForm()));
        QCOMPARE(denied.value(QStringLiteral("error")), QStringLiteral("access_denied"));
        QCOMPARE(denied.value(QStringLiteral("state")), QStringLiteral("st 1"));
        QCOMPARE(denied.value(QStringLiteral("iss")), QString::fromLatin1(ProtocolHouse::issuer));

        Form wrong = asForm() + Form{{"prompt", "never"}};
        const auto refused = fieldsOf(house.get("/oauth/authorize", wrong));
        QCOMPARE(refused.value(QStringLiteral("error")), QStringLiteral("invalid_request"));
        QVERIFY(!refused.value(QStringLiteral("error_description")).isEmpty());
    }

    void aPushedRequestKeepsItsMode()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        house.people.answer = FakePeople::Answer::Allow;
        const auto pushed = house.post("/oauth/par", asForm());
        QCOMPARE(outcome(pushed), "201");

        const auto page = house.get(
            "/oauth/authorize",
            {{"client_id", "app"}, {"request_uri", textOf(pushed.object(), "request_uri")}});

        QVERIFY(fieldsOf(page).contains(QStringLiteral("code")));
    }

    void aSchemeOfItsOwnCanBePostedNothing()
    {
        ProtocolHouse house;
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.redirectUris += QStringLiteral("com.example.app:/cb");
        house.add(client);
        Form form = asForm();
        for (auto &[name, value] : form) {
            if (name == "redirect_uri")
                value = "com.example.app:/cb";
        }

        const auto response = house.get("/oauth/authorize", form);

        QCOMPARE(response.status(), 303);
        QCOMPARE(ProtocolHouse::parameter(response, "error"), "invalid_request");
    }

    void itIsAnnounced()
    {
        ProtocolHouse house;
        const QJsonObject document = house.get("/.well-known/openid-configuration").object();
        QCOMPARE(document.value(u"response_modes_supported").toArray(),
                 (QJsonArray{QStringLiteral("query"), QStringLiteral("form_post")}));
    }
};

QTEST_GUILESS_MAIN(FormPostTest)
#include "tst_formpost.moc"
