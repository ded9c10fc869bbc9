// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openidhouse.h"

using House = OpenIdHouse;
using base::ErrorCode;
using namespace std::chrono_literals;

namespace {

const QString secretOfClients = QString::fromUtf8("se cret:+%&/");

} // namespace

//! The room against certified software that others wrote.
class OpenIdProviderTest : public QObject
{
    Q_OBJECT

private:
    OpenIdProvider m_fixture{QStringLiteral(OPENID_PROVIDER)};

    //! A discovered entry; the test fails without one.
    core::Provider discovered(House &house)
    {
        auto found = house.discover(m_fixture.issuer());
        return found ? *std::move(found) : core::Provider{};
    }
    //! The grant types and states that the token endpoint saw.
    QStringList tokenCalls()
    {
        QStringList out;
        const auto seen = m_fixture.control(QStringLiteral("/inspect"));
        const auto calls = seen.value(QLatin1String("tokens")).toArray();
        for (const auto &call : calls)
            out << QStringLiteral("%1 %2")
                       .arg(call.toObject().value(QLatin1String("grant")).toString())
                       .arg(call.toObject().value(QLatin1String("status")).toInt());
        return out;
    }

private Q_SLOTS:
    void initTestCase();
    void init();
    void discoversTheProvider();
    void signsInThroughTheBrowser_data();
    void signsInThroughTheBrowser();
    void aWrongSecretIsRefused();
    void aDenialIsPassedOn();
    void forgedAnswersDoNotDisturb();
    void aPastedAddressWorks();
    void aHangingLoginIsCancelled();
    void rotatedKeysAreFound();
    void refreshesRotate();
    void givesATokenForFewerScopes();
    void givesATokenForOneAudience();
    void aStolenRefreshTokenEndsTheFamily();
    void expiredTokensAreRenewedBeforeUse();
    void troubleAtTheTokenEndpointIsWaitedOut_data();
    void troubleAtTheTokenEndpointIsWaitedOut();
    void troubleDuringTheSignInIsTold();
    void aDeadGrantNeedsASignIn();
    void revokesAtTheProvider();
    void signsInByDeviceCode();
    void aDeniedDeviceCodeEnds();
    void slowDownSlowsDown();
};

void OpenIdProviderTest::initTestCase()
{
    const QString missing = m_fixture.missing();
    if (!missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("Not tested against a real provider: ") + missing));
    QVERIFY2(m_fixture.start(), "The provider did not start.");
}

void OpenIdProviderTest::init()
{
    m_fixture.control(QStringLiteral("/reset"));
}

void OpenIdProviderTest::discoversTheProvider()
{
    House house;

    const auto provider = house.discover(m_fixture.issuer() + QStringLiteral("/"));

    VERIFY_RESULT(provider);
    QCOMPARE(provider->issuer, m_fixture.issuer());
    QVERIFY(provider->offers(core::SignInMethod::Device));
    QVERIFY(provider->issuerInReply);
    QVERIFY(provider->scopes.contains(QStringLiteral("offline_access")));
    QVERIFY(!provider->revocationEndpoint.isEmpty());
}

void OpenIdProviderTest::signsInThroughTheBrowser_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("host");

    const QString loopback = QStringLiteral("127.0.0.1");
    QTest::newRow("public") << QStringLiteral("latchkey-public") << QString() << loopback;
    QTest::newRow("public, localhost")
        << QStringLiteral("latchkey-public") << QString() << QStringLiteral("localhost");
    QTest::newRow("ES256") << QStringLiteral("latchkey-ec") << QString() << loopback;
    QTest::newRow("basic") << QStringLiteral("latchkey-basic") << secretOfClients << loopback;
    QTest::newRow("post") << QStringLiteral("latchkey-post") << secretOfClients << loopback;
}

void OpenIdProviderTest::signsInThroughTheBrowser()
{
    QFETCH(const QString, client);
    QFETCH(const QString, secret);
    QFETCH(const QString, host);
    House house;
    auto provider = discovered(house);
    provider.redirectHost = host;
    if (client == u"latchkey-post")
        provider.clientAuth = core::ClientAuth::Post;

    house.begin(house.browserFlow, provider, client, secret);
    QVERIFY(house.finish());

    VERIFY_RESULT(*house.result);
    const auto &done = **house.result;
    QCOMPARE(done.identity, QStringLiteral("maria@acme.dev"));
    QCOMPARE(done.tokens.subject, QStringLiteral("maria"));
    QCOMPARE(done.tokens.issuer, m_fixture.issuer());
    QCOMPARE(done.tokens.clientId, client);
    QVERIFY(!done.tokens.refreshToken.isEmpty());
    QVERIFY(done.tokens.expiresAt > house.clock.now());
    QVERIFY(done.tokens.scopes.contains(QStringLiteral("openid")));
    QCOMPARE(m_fixture.userinfoStatus(done.tokens.accessToken.expose().toByteArray()), 200);
    QVERIFY(QTest::qWaitFor([&house] { return house.browser.hasArrived(); }));
    QVERIFY2(house.browser.lastPage.contains("127.0.0.1 said yes"), "the page says so");
}

void OpenIdProviderTest::aWrongSecretIsRefused()
{
    House house;
    house.begin(house.browserFlow,
                discovered(house),
                QStringLiteral("latchkey-basic"),
                QStringLiteral("guess"));
    QVERIFY(house.finish());

    QVERIFY(!*house.result);
    QVERIFY(house.result->error().code != ErrorCode::Internal);
    QVERIFY(house.result->error().retryable == base::Retryable::No);
}

void OpenIdProviderTest::aDenialIsPassedOn()
{
    m_fixture.control(QStringLiteral("/login?mode=deny"));
    House house;
    house.begin(house.browserFlow, discovered(house));
    QVERIFY(house.finish());

    VERIFY_ERROR(*house.result, ErrorCode::Denied);
    QVERIFY(house.result->error().message.contains(QStringLiteral("Maria said <b>no</b> & left")));
    QVERIFY(QTest::qWaitFor([&house] { return house.browser.hasArrived(); }));
    QVERIFY(house.browser.lastPage.contains("Maria said &lt;b&gt;no&lt;/b&gt; &amp; left"));
    QCOMPARE(tokenCalls(), QStringList());
}

void OpenIdProviderTest::forgedAnswersDoNotDisturb()
{
    House house;
    house.browser.obeys = false;
    house.begin(house.browserFlow, discovered(house));
    QVERIFY(QTest::qWaitFor([&house] { return !house.browser.page.isEmpty(); }));
    const QString place = house.told.last().redirectUri;
    PlainBrowser attacker;
    for (const char *query : {"?code=stolen", "?code=stolen&state=guess", "?error=access_denied"}) {
        attacker.go(QUrl(place + QLatin1String(query)));
        QVERIFY(QTest::qWaitFor([&attacker] { return attacker.hasArrived(); }));
    }
    QVERIFY(!house.result);

    house.browser.go(house.browser.page);

    QVERIFY(house.finish());
    VERIFY_RESULT(*house.result);
    QCOMPARE(tokenCalls(), QStringList{QStringLiteral("authorization_code 200")});
}

void OpenIdProviderTest::aPastedAddressWorks()
{
    House house;
    house.browser.obeys = false;
    house.begin(house.browserFlow, discovered(house));
    QVERIFY(QTest::qWaitFor([&house] { return !house.browser.page.isEmpty(); }));
    // A browser elsewhere: it follows the provider's redirects, but cannot reach our last one.
    const QUrl place(house.told.last().redirectUri);
    QNetworkAccessManager network;
    QUrl address = house.browser.page;
    while (address.port() != place.port()) {
        QNetworkRequest request(address);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::ManualRedirectPolicy);
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QVERIFY(QTest::qWaitFor([&reply] { return reply->isFinished(); }));
        // header(LocationHeader) is empty for relative ones.
        const QUrl next = QUrl::fromEncoded(reply->rawHeader("Location"));
        QVERIFY(!next.isEmpty());
        address = address.resolved(next);
    }

    VERIFY_RESULT(house.browserFlow.useRedirect(address.toString(QUrl::FullyEncoded)));

    QVERIFY(house.finish());
    VERIFY_RESULT(*house.result);
}

void OpenIdProviderTest::aHangingLoginIsCancelled()
{
    m_fixture.control(QStringLiteral("/login?mode=hang"));
    House house;
    house.begin(house.browserFlow, discovered(house));
    QVERIFY(QTest::qWaitFor([&house] { return !house.browser.page.isEmpty(); }));

    house.halt.request_stop();

    QVERIFY(house.finish());
    VERIFY_ERROR(*house.result, ErrorCode::Cancelled);
}

void OpenIdProviderTest::rotatedKeysAreFound()
{
    House house;
    const auto provider = discovered(house);
    VERIFY_RESULT(house.signIn(provider));

    m_fixture.control(QStringLiteral("/rotate-keys"));

    VERIFY_RESULT(house.signIn(provider));
    const auto seen = m_fixture.control(QStringLiteral("/inspect"));
    QCOMPARE(seen.value(QLatin1String("jwks")).toInt(), 2);
}

void OpenIdProviderTest::refreshesRotate()
{
    House house;
    VERIFY_RESULT(
        house.signIn(discovered(house), QStringLiteral("latchkey-basic"), secretOfClients));
    const QByteArray first = house.keptRefreshToken();

    const auto token = house.refresh();

    VERIFY_RESULT(token);
    QCOMPARE(m_fixture.userinfoStatus(token->value.expose().toByteArray()), 200);
    const QByteArray second = house.keptRefreshToken();
    QVERIFY(!second.isEmpty() && second != first);
    VERIFY_RESULT(house.refresh());
    QVERIFY(house.keptRefreshToken() != second);
    QCOMPARE(tokenCalls().count(QStringLiteral("refresh_token 200")), 2);
}

void OpenIdProviderTest::givesATokenForFewerScopes()
{
    House house;
    VERIFY_RESULT(house.signIn(discovered(house)));
    const QByteArray first = house.keptRefreshToken();
    const QStringList less{QStringLiteral("email"), QStringLiteral("openid")};

    const auto token = house.narrowed({less, {}});

    VERIFY_RESULT(token);
    QStringList given = token->scopes;
    given.sort();
    QCOMPARE(given, less);
    QCOMPARE(m_fixture.userinfoStatus(token->value.expose().toByteArray()), 200);
    // It rotated, and the whole token and the next refresh are as good as before.
    QVERIFY(house.keptRefreshToken() != first);
    VERIFY_RESULT(house.refresh());
    const auto facts = QCoro::waitFor(house.tokens.facts(house.account));
    VERIFY_RESULT(facts);
    QVERIFY(facts->scopes.contains(QStringLiteral("profile")));
}

void OpenIdProviderTest::givesATokenForOneAudience()
{
    House house;
    const QString api = QStringLiteral("https://api.example/a");
    core::Provider provider = discovered(house);
    provider.audienceParameter = QStringLiteral("resource");
    provider.authorizationParameters.insert(QStringLiteral("resource"), api);
    VERIFY_RESULT(house.signIn(provider));

    VERIFY_RESULT(house.narrowed({{}, api}));

    const auto calls =
        m_fixture.control(QStringLiteral("/inspect")).value(QLatin1String("tokens")).toArray();
    QCOMPARE(calls.last().toObject().value(QLatin1String("resource")).toString(), api);
    // One that was not signed in for is refused in so many words, and nothing is lost.
    VERIFY_ERROR(house.narrowed({{}, QStringLiteral("https://api.example/b")}),
                 ErrorCode::InvalidInput);
    VERIFY_RESULT(house.refresh());
}

void OpenIdProviderTest::aStolenRefreshTokenEndsTheFamily()
{
    House house;
    VERIFY_RESULT(house.signIn(discovered(house)));
    const base::Secret old = house.store.entries[core::tokenEntry(house.account)].clone();
    VERIFY_RESULT(house.refresh());

    // Somebody uses the old one: the provider ends everything (RFC 9700 4.14), and we say so.
    House thief;
    thief.accounts.list = house.accounts.list;
    VERIFY_RESULT(thief.catalog.keep(discovered(thief)));
    thief.store.entries[core::tokenEntry(house.account)] = old.clone();
    VERIFY_ERROR(thief.refresh(), ErrorCode::SignInRequired);
    VERIFY_ERROR(house.refresh(), ErrorCode::SignInRequired);
}

void OpenIdProviderTest::expiredTokensAreRenewedBeforeUse()
{
    m_fixture.control(QStringLiteral("/ttl?access=600"));
    House house;
    VERIFY_RESULT(house.signIn(discovered(house)));
    const auto first = QCoro::waitFor(house.tokens.ensure(house.account, 60s, {}));
    VERIFY_RESULT(first);
    house.clock.advance(9min + 30s);

    const auto second = QCoro::waitFor(house.tokens.ensure(house.account, 60s, {}));

    VERIFY_RESULT(second);
    QVERIFY(!second->value.equals(first->value.expose()));
    QCOMPARE(m_fixture.userinfoStatus(second->value.expose().toByteArray()), 200);
}

void OpenIdProviderTest::troubleAtTheTokenEndpointIsWaitedOut_data()
{
    QTest::addColumn<QString>("trouble");

    QTest::newRow("503") << QStringLiteral("/token?status=503&times=2");
    QTest::newRow("429") << QStringLiteral("/token?status=429&times=1&retry_after=3");
}

void OpenIdProviderTest::troubleAtTheTokenEndpointIsWaitedOut()
{
    QFETCH(const QString, trouble);
    House house;
    VERIFY_RESULT(house.signIn(discovered(house)));
    m_fixture.control(trouble);

    VERIFY_RESULT(house.refresh());

    QCOMPARE(tokenCalls().last(), QStringLiteral("refresh_token 200"));
}

void OpenIdProviderTest::troubleDuringTheSignInIsTold()
{
    m_fixture.control(QStringLiteral("/token?status=503"));
    House house;
    house.begin(house.browserFlow, discovered(house));
    QVERIFY(house.finish());

    VERIFY_ERROR(*house.result, ErrorCode::Unreachable);
    QCOMPARE(house.result->error().retryable, base::Retryable::Yes);
    QCOMPARE(tokenCalls().size(), 1); // a code is sent once
}

void OpenIdProviderTest::aDeadGrantNeedsASignIn()
{
    House house;
    VERIFY_RESULT(house.signIn(discovered(house)));

    m_fixture.control(QStringLiteral("/revoke-grants"));

    VERIFY_ERROR(house.refresh(), ErrorCode::SignInRequired);
    VERIFY_RESULT(house.signIn(discovered(house)));
    VERIFY_RESULT(house.refresh());
}

void OpenIdProviderTest::revokesAtTheProvider()
{
    House house;
    VERIFY_RESULT(house.signIn(discovered(house)));
    const QByteArray token = (*house.result)->tokens.accessToken.expose().toByteArray();
    QCOMPARE(m_fixture.userinfoStatus(token), 200);

    VERIFY_RESULT(QCoro::waitFor(house.tokens.revoke(house.account, {})));

    QVERIFY(!house.store.entries.contains(core::tokenEntry(house.account)));
    const auto seen = m_fixture.control(QStringLiteral("/inspect"));
    QVERIFY(seen.value(QLatin1String("revocations")).toInt() >= 1);
    QCOMPARE(m_fixture.userinfoStatus(token), 401);
}

void OpenIdProviderTest::signsInByDeviceCode()
{
    House house;
    house.begin(house.deviceFlow, discovered(house));
    QVERIFY(QTest::qWaitFor(
        [&house] { return !house.told.isEmpty() && !house.told.last().userCode.isEmpty(); }));
    const auto shown = house.told.last();
    QVERIFY(shown.verificationUriComplete.toString().contains(shown.userCode));
    pump(house.clock, [this] { return tokenCalls().size() >= 1; });
    QVERIFY(!house.result);

    m_fixture.control(QStringLiteral("/device?action=approve&user_code=") + shown.userCode);
    pump(house.clock, [&house] { return house.result.has_value(); });

    QVERIFY(house.result);
    VERIFY_RESULT(*house.result);
    QCOMPARE((*house.result)->identity, QStringLiteral("maria@acme.dev"));
    QCOMPARE((*house.result)->tokens.subject, QStringLiteral("maria"));
}

void OpenIdProviderTest::aDeniedDeviceCodeEnds()
{
    House house;
    house.begin(house.deviceFlow, discovered(house));
    QVERIFY(QTest::qWaitFor(
        [&house] { return !house.told.isEmpty() && !house.told.last().userCode.isEmpty(); }));
    m_fixture.control(QStringLiteral("/device?action=deny&user_code=")
                      + house.told.last().userCode);

    pump(house.clock, [&house] { return house.result.has_value(); });

    QVERIFY(house.result);
    VERIFY_ERROR(*house.result, ErrorCode::Denied);
}

void OpenIdProviderTest::slowDownSlowsDown()
{
    House house;
    house.begin(house.deviceFlow, discovered(house));
    QVERIFY(QTest::qWaitFor(
        [&house] { return !house.told.isEmpty() && !house.told.last().userCode.isEmpty(); }));
    m_fixture.control(QStringLiteral("/token?status=400&error=slow_down"));

    const auto waits = pump(house.clock, [this] { return tokenCalls().size() >= 2; });

    QVERIFY(waits.size() >= 2);
    QCOMPARE(waits.at(1) - waits.at(0), std::chrono::milliseconds(5s));
    house.halt.request_stop();
    QVERIFY(house.finish());
    VERIFY_ERROR(*house.result, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(OpenIdProviderTest)
#include "tst_openidprovider.moc"
