// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services.h"
#include "support/verifyresult.h"

class ApiKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsObviousMistakes_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("key"); // empty: refused
        QTest::newRow("plain") << QByteArray("sk-abc123") << QByteArray("sk-abc123");
        QTest::newRow("white space around")
            << QByteArray(" sk-abc123\n") << QByteArray("sk-abc123");
        QTest::newRow("padded base64") << QByteArray("AAAA_BBB==") << QByteArray("AAAA_BBB==");
        QTest::newRow("key with equals") << QByteArray("ab=cd") << QByteArray("ab=cd");
        QTest::newRow("starts like a word")
            << QByteArray("bearertoken") << QByteArray("bearertoken");
        QTest::newRow("nothing") << QByteArray("  \r\n") << QByteArray();
        QTest::newRow("bearer") << QByteArray("Bearer sk-abc") << QByteArray();
        QTest::newRow("header") << QByteArray("Authorization: Bearer x") << QByteArray();
        QTest::newRow("two lines") << QByteArray("sk-a\nsk-b") << QByteArray();
        QTest::newRow("space") << QByteArray("sk abc") << QByteArray();
        QTest::newRow("quotes") << QByteArray("\"sk-abc\"") << QByteArray();
        QTest::newRow(".env line") << QByteArray("OPENAI_API_KEY=sk-abc") << QByteArray();
        QTest::newRow("smart dash") << QByteArray("sk\xe2\x80\x93"
                                                  "abc")
                                    << QByteArray();
    }

    void findsObviousMistakes()
    {
        QFETCH(const QByteArray, typed);
        QFETCH(const QByteArray, key);

        const auto checked = core::checkApiKey(base::Secret(typed));

        if (key.isEmpty()) {
            VERIFY_ERROR(checked, base::ErrorCode::InvalidInput);
            QVERIFY(!checked.error().remedy.isEmpty());
            return;
        }
        VERIFY_RESULT(checked);
        QVERIFY(checked->equals(key));
    }
};

QTEST_GUILESS_MAIN(ApiKeyTest)
#include "tst_apikey.moc"
