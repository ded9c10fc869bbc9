// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "support/verifyresult.h"

#include <QTest>

#include <rapidcheck.h>

namespace {

QByteArray anyText()
{
    const auto text = *rc::gen::oneOf(
        rc::gen::string<std::string>(),
        rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcXYZ019-_.=~+/ %&\""))),
        rc::gen::container<std::string>(200, rc::gen::elementOf(std::string("eyJhbGciOi.J9-_"))));
    return QByteArray::fromStdString(text);
}

//! \a token with one letter changed, left out, or put in.
QByteArray damaged(QByteArray token)
{
    const std::string letters = "ABCabc019-_.=";
    const auto at = *rc::gen::inRange<int>(0, static_cast<int>(token.size()));
    const char letter = *rc::gen::elementOf(letters);
    switch (*rc::gen::inRange(0, 3)) {
    case 0:
        RC_PRE(token.at(at) != letter);
        token[at] = letter;
        break;
    case 1:
        token.remove(at, 1);
        break;
    default:
        token.insert(at, letter);
    }
    return token;
}

} // namespace

//! Whatever is shown as a token: only what was given is good, and nothing breaks.
class TokenPropertyTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ProtocolHouse> m_house;
    QByteArray m_secret;
    QJsonObject m_tokens;

    QByteArray shown(const QByteArray &token) const
    {
        return outcome(m_house->get("/oauth/userinfo", {}, {{"Authorization", "Bearer " + token}}));
    }
    QJsonObject introspected(const QByteArray &token) const
    {
        return m_house
            ->post("/oauth/introspect",
                   {{"client_id", "app"}, {"client_secret", m_secret}, {"token", token}})
            .object();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_house = std::make_unique<ProtocolHouse>();
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.authMethod = QStringLiteral("client_secret_post");
        m_secret = m_house->add(client);
        const Form form = ProtocolHouse::codeForm("app", m_house->code("app"))
                          + Form{{"client_secret", m_secret}};
        m_tokens = m_house->post("/oauth/token", form).object();
        QCOMPARE(shown(textOf(m_tokens, "access_token")), "200");
    }

    void aDamagedAccessTokenIsNoToken()
    {
        const QByteArray token = textOf(m_tokens, "access_token");
        QVERIFY(rc::check("damaged", [&] {
            const QByteArray other = damaged(token);
            RC_ASSERT(shown(other) == "401 invalid_token");
            RC_ASSERT(!introspected(other).value(u"active").toBool(true));
        }));
    }

    void aDamagedRefreshTokenIsNoToken()
    {
        const QByteArray token = textOf(m_tokens, "refresh_token");
        QVERIFY(rc::check("damaged", [&] {
            const QByteArray answered =
                outcome(m_house->refresh("app", damaged(token), {{"client_secret", m_secret}}));
            RC_ASSERT(answered == "400 invalid_grant");
        }));
        // None of them has ended the family.
        QCOMPARE(outcome(m_house->refresh("app", token, {{"client_secret", m_secret}})), "200");
    }

    void anyTextIsRefusedInOrder()
    {
        QVERIFY(rc::check("any text", [&] {
            const QByteArray text = anyText();
            const QByteArray refreshed =
                outcome(m_house->refresh("app", text, {{"client_secret", m_secret}}));
            RC_LOG() << text.toPercentEncoding().toStdString() << " -> " << refreshed.toStdString();
            RC_ASSERT(refreshed == "400 invalid_grant" || refreshed == "400 invalid_request");
            const Form form =
                ProtocolHouse::codeForm("app", text) + Form{{"client_secret", m_secret}};
            const QByteArray traded = outcome(m_house->post("/oauth/token", form));
            RC_ASSERT(traded == "400 invalid_grant" || traded == "400 invalid_request");
            RC_ASSERT(!introspected(text).value(u"active").toBool());
            const QByteArray proof = outcome(m_house->post("/oauth/token", form, {{"DPoP", text}}));
            RC_ASSERT(proof.startsWith("400 invalid_"));
        }));
    }
};

QTEST_GUILESS_MAIN(TokenPropertyTest)
#include "tst_tokenproperty.moc"
