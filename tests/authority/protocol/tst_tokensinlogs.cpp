// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "base/redactor.h"

#include <QTest>

//! Whatever the authority hands out does not survive the redactor, wherever it stands in a line.
class TokensInLogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHandedOutIsReadable()
    {
        ProtocolHouse house;
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.authMethod = QStringLiteral("client_secret_post");
        const QByteArray secret = house.add(client);
        for (int round = 0; round < 25; ++round) {
            const QByteArray code = house.code(QByteArray("app"));
            const Form proof{{"client_secret", secret}};
            const QJsonObject tokens =
                house.post("/oauth/token", ProtocolHouse::codeForm("app", code) + proof).object();
            const QJsonObject device =
                house.post("/oauth/device", Form{{"client_id", "app"}} + proof).object();
            for (const QByteArray &token : {secret,
                                            code,
                                            textOf(tokens, "access_token"),
                                            textOf(tokens, "id_token"),
                                            textOf(tokens, "refresh_token"),
                                            textOf(device, "device_code")}) {
                QVERIFY(token.size() > 40);
                for (const char *before : {"", "token=", "\"", "Bearer ", "a line with "}) {
                    const QString line = QString::fromLatin1(before) + QString::fromLatin1(token);
                    const QString shown = base::redacted(line);
                    QVERIFY2(!shown.contains(QString::fromLatin1(token.right(24))), before);
                }
            }
        }
    }

    //! Cut or changed anywhere, a token opens nothing and breaks nothing.
    void damagedTokensAreRefused()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const QJsonObject tokens = house.tokens("app");
        const QByteArray access = textOf(tokens, "access_token");
        const QByteArray refresh = textOf(tokens, "refresh_token");
        const auto userinfo = [&house](const QByteArray &token) {
            return house.get("/oauth/userinfo", {}, {{"Authorization", "Bearer " + token}})
                .status();
        };
        for (qsizetype i = 0; i < access.size(); i += 3) {
            QByteArray changed = access;
            changed[i] = changed.at(i) == 'A' ? 'Q' : 'A';
            QCOMPARE(userinfo(changed), 401);
            QCOMPARE(userinfo(access.first(i)), 401);
        }
        for (qsizetype i = 0; i < refresh.size(); ++i) {
            QByteArray changed = refresh;
            changed[i] = changed.at(i) == 'A' ? 'Q' : 'A';
            QVERIFY(house.refresh("app", changed).status() == 400);
            QVERIFY(house.refresh("app", refresh.first(i)).status() == 400);
        }
        QCOMPARE(userinfo(access), 200);
        QCOMPARE(outcome(house.refresh("app", refresh)), "200");
    }
};

QTEST_GUILESS_MAIN(TokensInLogsTest)
#include "tst_tokensinlogs.moc"
