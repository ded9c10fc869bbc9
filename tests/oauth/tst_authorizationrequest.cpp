// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/digest.h"
#include "oauth/authorizationrequest.h"

#include <QTest>
#include <QUrlQuery>

namespace {

core::Provider acme()
{
    core::Provider provider;
    provider.name = QStringLiteral("Acme");
    provider.authorizationEndpoint = QStringLiteral("https://acme.dev/auth");
    provider.tokenEndpoint = QStringLiteral("https://acme.dev/token");
    return provider;
}

QString item(const oauth::AuthorizationRequest &request, const char *name)
{
    return QUrlQuery(request.page).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

oauth::AuthorizationRequest make(const core::Provider &provider, const QStringList &scopes)
{
    return oauth::makeAuthorizationRequest(provider,
                                           QStringLiteral("client+1&x=y"),
                                           scopes,
                                           QStringLiteral("http://127.0.0.1:8484/callback"));
}

} // namespace

class AuthorizationRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAsTheStandardsSay();
    void everyRequestIsNew();
    void theChallengeBelongsToTheVerifier();
    void withoutOpenIdThereIsNoNonce();
    void aProviderMayGoWithoutPkce();
    void extraParametersCannotReplaceWhatIsSafe();
    void theEndpointsOwnQueryIsKept();
    void scopesGoWhereTheProviderWantsThem();
    void lettersSurviveTheQuery();
};

void AuthorizationRequestTest::asksAsTheStandardsSay()
{
    const auto request = make(acme(), {QStringLiteral("openid"), QStringLiteral("email")});

    QCOMPARE(request.page.host(), QStringLiteral("acme.dev"));
    QCOMPARE(request.page.path(), QStringLiteral("/auth"));
    QCOMPARE(item(request, "response_type"), QStringLiteral("code"));
    QCOMPARE(item(request, "client_id"), QStringLiteral("client+1&x=y"));
    QCOMPARE(item(request, "redirect_uri"), QStringLiteral("http://127.0.0.1:8484/callback"));
    QCOMPARE(item(request, "scope"), QStringLiteral("openid email"));
    QCOMPARE(item(request, "state"), request.state);
    QCOMPARE(item(request, "nonce"), request.nonce);
    QCOMPARE(item(request, "code_challenge_method"), QStringLiteral("S256"));
    QVERIFY(request.state.size() >= 43);
    QVERIFY(request.nonce.size() >= 43);
    QVERIFY(!request.page.toString().contains(QString::fromLatin1(request.verifier.expose())));
}

void AuthorizationRequestTest::everyRequestIsNew()
{
    const auto one = make(acme(), {QStringLiteral("openid")});
    const auto two = make(acme(), {QStringLiteral("openid")});

    QVERIFY(one.state != two.state);
    QVERIFY(one.nonce != two.nonce);
    QVERIFY(!one.verifier.equals(two.verifier.expose()));
    QVERIFY(one.state != one.nonce);
}

void AuthorizationRequestTest::theChallengeBelongsToTheVerifier()
{
    const auto request = make(acme(), {});

    QVERIFY(request.verifier.size() >= 43 && request.verifier.size() <= 128);
    QCOMPARE(item(request, "code_challenge").toLatin1(),
             crypto::pkceChallenge(request.verifier.expose()));
}

void AuthorizationRequestTest::withoutOpenIdThereIsNoNonce()
{
    const auto request = make(acme(), {QStringLiteral("repo")});

    QVERIFY(request.nonce.isEmpty());
    QVERIFY(!QUrlQuery(request.page).hasQueryItem(QStringLiteral("nonce")));
}

void AuthorizationRequestTest::aProviderMayGoWithoutPkce()
{
    auto provider = acme();
    provider.pkce = false;

    const auto request = make(provider, {});

    QVERIFY(request.verifier.isEmpty());
    QVERIFY(!QUrlQuery(request.page).hasQueryItem(QStringLiteral("code_challenge")));
}

void AuthorizationRequestTest::extraParametersCannotReplaceWhatIsSafe()
{
    auto provider = acme();
    provider.authorizationParameters = {
        {QStringLiteral("access_type"), QStringLiteral("offline")},
        {QStringLiteral("state"), QStringLiteral("fixed")},
        {QStringLiteral("code_challenge_method"), QStringLiteral("plain")},
        {QStringLiteral("redirect_uri"), QStringLiteral("https://evil.dev")}};

    const auto request = make(provider, {});
    const QUrlQuery query(request.page);

    QCOMPARE(item(request, "access_type"), QStringLiteral("offline"));
    QCOMPARE(query.allQueryItemValues(QStringLiteral("state")), QStringList{request.state});
    QCOMPARE(query.allQueryItemValues(QStringLiteral("code_challenge_method")),
             QStringList{QStringLiteral("S256")});
    QCOMPARE(query.allQueryItemValues(QStringLiteral("redirect_uri")).size(), 1);
    QCOMPARE(item(request, "redirect_uri"), request.redirectUri);
}

void AuthorizationRequestTest::theEndpointsOwnQueryIsKept()
{
    auto provider = acme();
    provider.authorizationEndpoint =
        QStringLiteral("https://acme.dev/auth?p=sign%2Bin&client_id=x");

    const auto request = make(provider, {});

    QCOMPARE(item(request, "p"), QStringLiteral("sign+in"));
    QCOMPARE(item(request, "client_id"), QStringLiteral("client+1&x=y"));
}

void AuthorizationRequestTest::scopesGoWhereTheProviderWantsThem()
{
    auto provider = acme();
    provider.scopeParameter = QStringLiteral("user_scope");
    provider.quirks.scopeSeparator = QStringLiteral(",");

    const auto request = make(provider, {QStringLiteral("a"), QStringLiteral("b")});

    QCOMPARE(item(request, "user_scope"), QStringLiteral("a,b"));
    QVERIFY(!QUrlQuery(request.page).hasQueryItem(QStringLiteral("scope")));
}

void AuthorizationRequestTest::lettersSurviveTheQuery()
{
    auto provider = acme();
    provider.authorizationParameters = {
        {QStringLiteral("hint"), QString::fromUtf8("a+b & c=d #1 100% ü")}};

    const auto request = make(provider, {QStringLiteral("read+write")});

    // As a server reads it: "+" is a space unless it came as %2B.
    const QByteArray raw = request.page.query(QUrl::FullyEncoded).toLatin1();
    QVERIFY2(raw.contains("hint=a%2Bb%20%26%20c%3Dd%20%231%20100%25%20%C3%BC"), raw.constData());
    QVERIFY2(raw.contains("scope=read%2Bwrite"), raw.constData());
    QVERIFY2(raw.contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A8484%2Fcallback"),
             raw.constData());
}

QTEST_GUILESS_MAIN(AuthorizationRequestTest)
#include "tst_authorizationrequest.moc"
