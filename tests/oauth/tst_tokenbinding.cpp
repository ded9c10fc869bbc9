// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauthbench.h"

#include <QTest>

using std::chrono::hours;
using std::chrono::seconds;

//! An account that somebody points at another service takes its tokens and the other's client
//! secret nowhere.
class TokenBindingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherServiceIsGivenNoTokens_data();
    void anotherServiceIsGivenNoTokens();
    void itsSecretGoesToNobodyElse();
    void aServiceThatMovedWithinItsHostStaysTheSame();
};

namespace {

//! Changes the account's service to one that the test's server plays too.
void pointElsewhere(OauthBench &bench, const QString &tokenEndpoint, const QString &issuer)
{
    core::Provider other;
    other.id = QStringLiteral("other");
    other.name = QStringLiteral("Other");
    other.issuer = issuer;
    other.tokenEndpoint = tokenEndpoint;
    other.revocationEndpoint = bench.server.address(QStringLiteral("/revoke"));
    other.validationEndpoint = bench.server.address(QStringLiteral("/validate"));
    other.validateEverySeconds = 60;
    other.sendSecretWithPkce = true;
    bench.providers.list += other;
    bench.accounts.list[0].provider = other.id;
    bench.store.entries[core::clientIdEntry(other.id)] = base::Secret("me");
    bench.store.entries[core::clientSecretEntry(other.id)] = base::Secret("not-for-acme");
}

} // namespace

void TokenBindingTest::anotherServiceIsGivenNoTokens_data()
{
    QTest::addColumn<QString>("tokenEndpoint");
    QTest::addColumn<QString>("issuer");
    QTest::newRow("by its endpoint") << QStringLiteral("https://other.example/token") << QString();
    QTest::newRow("by its issuer") << QString() << QStringLiteral("https://other.example");
}

void TokenBindingTest::anotherServiceIsGivenNoTokens()
{
    QFETCH(const QString, tokenEndpoint);
    QFETCH(const QString, issuer);
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));
    pointElsewhere(bench, tokenEndpoint, issuer);

    VERIFY_RESULT(bench.ensure());
    VERIFY_ERROR(QCoro::waitFor(bench.manager.revoke(bench.id, {})), base::ErrorCode::Unsupported);

    QVERIFY(bench.server.requests.isEmpty());
    QVERIFY(!bench.store.entries.contains(core::tokenEntry(bench.id)));
}

void TokenBindingTest::itsSecretGoesToNobodyElse()
{
    OauthBench bench;
    bench.keep(bench.tokens(seconds(1)));
    pointElsewhere(bench, QStringLiteral("https://other.example/token"), {});

    VERIFY_RESULT(bench.ensure());

    QCOMPARE(bench.server.requests.size(), 1);
    QCOMPARE(bench.server.requests.first().path, QStringLiteral("/token"));
    QVERIFY(bench.server.requests.first().field(QStringLiteral("client_secret")).isEmpty());
}

void TokenBindingTest::aServiceThatMovedWithinItsHostStaysTheSame()
{
    OauthBench bench;
    bench.keep(bench.tokens(hours(1)));
    pointElsewhere(bench, bench.server.address(QStringLiteral("/v2/token")), {});

    VERIFY_RESULT(QCoro::waitFor(bench.manager.revoke(bench.id, {})));

    QVERIFY(!bench.server.requests.isEmpty());
}

QTEST_GUILESS_MAIN(TokenBindingTest)
#include "tst_tokenbinding.moc"
