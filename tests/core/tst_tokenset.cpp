// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenset.h"
#include "support/verifyresult.h"

namespace {

core::TokenSet sample()
{
    core::TokenSet set;
    set.accessToken = base::Secret("access-token-value");
    set.refreshToken = base::Secret("refresh-token-value");
    set.issuedAt = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC);
    set.expiresAt = set.issuedAt.addSecs(3600);
    set.scopes = {QStringLiteral("openid"), QStringLiteral("e-mail")};
    set.issuer = QStringLiteral("https://id.acme.dev");
    set.clientId = QStringLiteral("client \"1\"");
    set.tokenEndpoint = QStringLiteral("https://id.acme.dev/token");
    set.clientAuth = core::ClientAuth::Basic;
    return set;
}

} // namespace

class TokenSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackWhole()
    {
        const core::TokenSet set = sample();

        const auto back = core::TokenSet::parse(set.serialized());

        VERIFY_RESULT(back);
        QVERIFY(back->accessToken.equals(set.accessToken.expose()));
        QVERIFY(back->refreshToken.equals(set.refreshToken.expose()));
        QVERIFY(back->idToken.isEmpty());
        QCOMPARE(back->issuedAt, set.issuedAt);
        QCOMPARE(back->expiresAt, set.expiresAt);
        QCOMPARE(back->scopes, set.scopes);
        QCOMPARE(back->issuer, set.issuer);
        QCOMPARE(back->clientId, set.clientId);
        QCOMPARE(back->tokenEndpoint, set.tokenEndpoint);
        QCOMPARE(back->clientAuth, set.clientAuth);
        QCOMPARE(back->tokenType, QStringLiteral("Bearer"));
    }

    void keepsNoExpiryAsNoExpiry()
    {
        core::TokenSet set = sample();
        set.expiresAt = {};
        QVERIFY(!core::TokenSet::parse(set.serialized())->expiresAt.isValid());
    }

    void refusesWhatItDidNotWrite_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other version") << QByteArray("latchkey-token-set 2\n{}\na\nb\n\n");
        QTest::newRow("no JSON") << QByteArray("latchkey-token-set 1\nx\na\nb\n\n");
        QTest::newRow("no access token") << QByteArray(
            "latchkey-token-set 1\n{\"token_type\":\"Bearer\",\"client_auth\":\"none\"}\n\nb\n\n");
        QTest::newRow("cut short") << QByteArray("latchkey-token-set 1\n{}\na\n");
        QTest::newRow("something behind")
            << QByteArray(sample().serialized().expose().toByteArray() + "x");
        QTest::newRow("unknown authentication")
            << QByteArray("latchkey-token-set "
                          "1\n{\"token_type\":\"Bearer\",\"client_auth\":\"magic\"}\na\nb\n\n");
    }

    void refusesWhatItDidNotWrite()
    {
        QFETCH(const QByteArray, entry);
        const auto set = core::TokenSet::parse(base::Secret(entry));
        VERIFY_ERROR(set, base::ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TokenSetTest)
#include "tst_tokenset.moc"
