// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QTest>

using base::ErrorCode;
using namespace std::chrono_literals;

namespace {

QJsonValue seconds(const FakeClock &clock, qint64 offset)
{
    return clock.now().toSecsSinceEpoch() + offset;
}

} // namespace

class IdTokenTest : public QObject
{
    Q_OBJECT

private:
    base::Result<oauth::IdTokenClaims> verify(OauthDesk &desk,
                                              const core::Provider &provider,
                                              const QByteArray &token,
                                              const QString &nonce = QStringLiteral("nonce-1"))
    {
        return QCoro::waitFor(desk.verifier.verify(base::Secret(token),
                                                   provider,
                                                   QStringLiteral("client-1"),
                                                   nonce,
                                                   base::Secret("access-1"),
                                                   {}));
    }

private Q_SLOTS:
    void acceptsWhatTheProviderSigned_data();
    void acceptsWhatTheProviderSigned();
    void refusesWrongClaims_data();
    void refusesWrongClaims();
    void clocksMayDifferALittle();
    void severalAudiencesNeedUsAsTheParty();
    void aNonceIsNotAskedForWhereItCannotBe();
    void noneIsRefused();
    void anHmacWithThePublicKeyIsRefused();
    void aBrokenSignatureIsRefused();
    void anAlgorithmThatTheProviderDoesNotUseIsRefused();
    void withSeveralKeysTheTokenMustSayWhich();
    void withOneKeyItNeedNot();
    void aRotatedKeyIsFetchedOnce();
    void forgedKeyIdsDoNotFloodTheProvider();
    void anUnreachableKeySetIsNoRefusal();
    void theTenantsIssuerMustBeTheTenants();
    void rubbishIsRefused_data();
    void rubbishIsRefused();
};

void IdTokenTest::acceptsWhatTheProviderSigned_data()
{
    QTest::addColumn<QString>("algorithm");

    for (const char *name : {"RS256", "PS256", "ES256", "EdDSA"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void IdTokenTest::acceptsWhatTheProviderSigned()
{
    QFETCH(const QString, algorithm);
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    const JwsSigner signer(algorithm);
    acme.published = {signer.publicJwk()};
    acme.claims.insert(QStringLiteral("at_hash"),
                       QString::fromLatin1(oauth::accessTokenHash("access-1", algorithm)));

    const auto claims = verify(desk, acme.provider, signer.sign(acme.payload()));

    VERIFY_RESULT(claims);
    QCOMPARE(claims->subject, QStringLiteral("maria"));
}

void IdTokenTest::refusesWrongClaims_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QJsonValue>("value");

    const QJsonValue missing(QJsonValue::Undefined);
    for (const char *claim : {"iss", "aud", "sub", "iat", "exp", "nonce"})
        QTest::newRow(qPrintable(QStringLiteral("no ") + QLatin1String(claim)))
            << QString::fromLatin1(claim) << missing;
    const FakeClock clock;
    const auto row = [](const char *name, const char *claim, const QJsonValue &value) {
        QTest::newRow(name) << QString::fromLatin1(claim) << value;
    };
    row("another issuer", "iss", QStringLiteral("https://evil.dev"));
    row("another audience", "aud", QStringLiteral("client-2"));
    row("an audience that begins like ours", "aud", QStringLiteral("client-11"));
    row("no audience in the list", "aud", QJsonArray{});
    row("a list without us", "aud", QJsonArray{QStringLiteral("a"), QStringLiteral("b")});
    row("a list with a number", "aud", QJsonArray{QStringLiteral("client-1"), 7});
    row("several audiences, no party",
        "aud",
        QJsonArray{QStringLiteral("client-1"), QStringLiteral("b")});
    row("another party", "azp", QStringLiteral("client-2"));
    row("an empty subject", "sub", QString());
    row("a number as subject", "sub", 7);
    row("a very long subject", "sub", QString(300, u'a'));
    row("ended", "exp", seconds(clock, -121));
    row("ends as text", "exp", QStringLiteral("2099-01-01"));
    row("ends at infinity", "exp", 1e300);
    row("made in the future", "iat", seconds(clock, 300));
    row("made long ago", "iat", seconds(clock, -3 * 24 * 3600));
    row("not valid yet", "nbf", seconds(clock, 300));
    row("another nonce", "nonce", QStringLiteral("nonce-2"));
    row("an empty nonce", "nonce", QString());
    row("the hash of another token", "at_hash", QStringLiteral("aaaaaaaaaaaaaaaaaaaaaa"));
    row("a hash that is a number", "at_hash", 7);
}

void IdTokenTest::refusesWrongClaims()
{
    QFETCH(const QString, claim);
    QFETCH(const QJsonValue, value);
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    VERIFY_RESULT(verify(desk, acme.provider, acme.idToken()));
    if (value.isUndefined())
        acme.claims.remove(claim);
    else
        acme.claims.insert(claim, value);

    VERIFY_ERROR(verify(desk, acme.provider, acme.idToken()), ErrorCode::Denied);
}

void IdTokenTest::clocksMayDifferALittle()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    acme.claims.insert(QStringLiteral("iat"), seconds(desk.clock, 90));
    acme.claims.insert(QStringLiteral("exp"), seconds(desk.clock, -90));

    VERIFY_RESULT(verify(desk, acme.provider, acme.idToken()));
}

void IdTokenTest::severalAudiencesNeedUsAsTheParty()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    acme.claims.insert(QStringLiteral("aud"),
                       QJsonArray{QStringLiteral("client-1"), QStringLiteral("api")});
    acme.claims.insert(QStringLiteral("azp"), QStringLiteral("client-1"));

    VERIFY_RESULT(verify(desk, acme.provider, acme.idToken()));
}

void IdTokenTest::aNonceIsNotAskedForWhereItCannotBe()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    acme.claims.remove(QStringLiteral("nonce"));

    VERIFY_RESULT(verify(desk, acme.provider, acme.idToken(), {}));
    acme.provider.nonceInIdToken = false;
    VERIFY_RESULT(verify(desk, acme.provider, acme.idToken()));
}

void IdTokenTest::noneIsRefused()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    acme.provider.idTokenAlgorithms = {QStringLiteral("none"), QStringLiteral("RS256")};
    const QByteArray token =
        JwsSigner::signingInput({{QStringLiteral("alg"), QStringLiteral("none")}}, acme.payload());

    VERIFY_ERROR(verify(desk, acme.provider, token + '.'), ErrorCode::Denied);
    VERIFY_ERROR(verify(desk, acme.provider, token), ErrorCode::Denied);
    QCOMPARE(acme.count(QStringLiteral("/jwks")), 0);
}

void IdTokenTest::anHmacWithThePublicKeyIsRefused()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    acme.provider.idTokenAlgorithms = {QStringLiteral("HS256"), QStringLiteral("RS256")};
    const QJsonObject header{{QStringLiteral("alg"), QStringLiteral("HS256")},
                             {QStringLiteral("kid"), QStringLiteral("key-1")}};
    const QByteArray input = JwsSigner::signingInput(header, acme.payload());
    const QByteArray publicKey = QJsonDocument(acme.signer.publicJwk()).toJson();
    const QByteArray forged = crypto::hmac(crypto::Hash::Sha256, publicKey, input);

    VERIFY_ERROR(verify(desk, acme.provider, input + '.' + crypto::toBase64Url(forged)),
                 ErrorCode::Denied);
}

void IdTokenTest::aBrokenSignatureIsRefused()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    QByteArray token = acme.idToken();
    token[token.size() - 10] = token.at(token.size() - 10) == 'a' ? 'b' : 'a';

    VERIFY_ERROR(verify(desk, acme.provider, token), ErrorCode::Denied);

    // Somebody else's key under the right name.
    const JwsSigner other(QStringLiteral("RS256"));
    VERIFY_ERROR(verify(desk, acme.provider, other.sign(acme.payload())), ErrorCode::Denied);
}

void IdTokenTest::anAlgorithmThatTheProviderDoesNotUseIsRefused()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    acme.provider.idTokenAlgorithms = {QStringLiteral("ES256")};

    VERIFY_ERROR(verify(desk, acme.provider, acme.idToken()), ErrorCode::Denied);
}

void IdTokenTest::withSeveralKeysTheTokenMustSayWhich()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    const JwsSigner second(QStringLiteral("RS256"), QStringLiteral("key-2"));
    acme.published << second.publicJwk();
    const QJsonObject nameless{{QStringLiteral("alg"), QStringLiteral("RS256")}};

    VERIFY_ERROR(verify(desk, acme.provider, acme.signer.sign(nameless, acme.payload())),
                 ErrorCode::Denied);
}

void IdTokenTest::withOneKeyItNeedNot()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    acme.published << JwsSigner(QStringLiteral("ES256"), QStringLiteral("key-2")).publicJwk();
    const QJsonObject nameless{{QStringLiteral("alg"), QStringLiteral("RS256")}};

    VERIFY_RESULT(verify(desk, acme.provider, acme.signer.sign(nameless, acme.payload())));
}

void IdTokenTest::aRotatedKeyIsFetchedOnce()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    VERIFY_RESULT(verify(desk, acme.provider, acme.idToken()));
    VERIFY_RESULT(verify(desk, acme.provider, acme.idToken()));
    QCOMPARE(acme.count(QStringLiteral("/jwks")), 1);
    const JwsSigner next(QStringLiteral("RS256"), QStringLiteral("key-2"));
    acme.published = {next.publicJwk()};

    VERIFY_RESULT(verify(desk, acme.provider, next.sign(acme.payload())));
    QCOMPARE(acme.count(QStringLiteral("/jwks")), 2);
    // The old key has gone with it.
    VERIFY_ERROR(verify(desk, acme.provider, acme.idToken()), ErrorCode::Denied);
}

void IdTokenTest::forgedKeyIdsDoNotFloodTheProvider()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    VERIFY_RESULT(verify(desk, acme.provider, acme.idToken()));
    for (int i = 0; i < 10; ++i) {
        const JwsSigner forger(QStringLiteral("ES256"), QStringLiteral("forged-%1").arg(i));
        VERIFY_ERROR(verify(desk, acme.provider, forger.sign(acme.payload())), ErrorCode::Denied);
    }
    QCOMPARE(acme.count(QStringLiteral("/jwks")), 2);

    desk.clock.advance(61s);
    const JwsSigner forger(QStringLiteral("ES256"), QStringLiteral("forged"));
    VERIFY_ERROR(verify(desk, acme.provider, forger.sign(acme.payload())), ErrorCode::Denied);
    QCOMPARE(acme.count(QStringLiteral("/jwks")), 3);
}

void IdTokenTest::anUnreachableKeySetIsNoRefusal()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    acme.jwksStatus = 503;

    VERIFY_ERROR(verify(desk, acme.provider, acme.idToken()), ErrorCode::Unreachable);
}

void IdTokenTest::theTenantsIssuerMustBeTheTenants()
{
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);
    const QString tenant = QStringLiteral("9188040d-6c67-4c5b-b112-36a304b66dad");
    acme.provider.issuer = QStringLiteral("https://login.acme.dev/{tenantid}/v2.0");
    acme.claims.insert(QStringLiteral("iss"),
                       QStringLiteral("https://login.acme.dev/%1/v2.0").arg(tenant));
    acme.claims.insert(QStringLiteral("tid"), tenant);
    VERIFY_RESULT(verify(desk, acme.provider, acme.idToken()));

    acme.claims.insert(QStringLiteral("tid"), QStringLiteral("0") + tenant.mid(1));
    VERIFY_ERROR(verify(desk, acme.provider, acme.idToken()), ErrorCode::Denied);
}

void IdTokenTest::rubbishIsRefused_data()
{
    QTest::addColumn<QByteArray>("token");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a word") << QByteArray("hello");
    QTest::newRow("two parts") << QByteArray("e30.e30");
    QTest::newRow("four parts") << QByteArray("e30.e30.e30.e30");
    QTest::newRow("dots") << QByteArray("..");
    QTest::newRow("padding") << QByteArray("e30=.e30=.e30=");
    QTest::newRow("JSON") << QByteArray("{\"alg\":\"none\"}.{}.");
    QTest::newRow("a megabyte") << QByteArray(1024 * 1024, 'a');
}

void IdTokenTest::rubbishIsRefused()
{
    QFETCH(const QByteArray, token);
    OauthDesk desk;
    ScriptedProvider acme(desk.clock);

    VERIFY_ERROR(verify(desk, acme.provider, token), ErrorCode::Denied);
}

QTEST_GUILESS_MAIN(IdTokenTest)
#include "tst_idtoken.moc"
