// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/publicurl.h"
#include "support/verifyresult.h"

//! What may be the issuer of all tokens, and what may not.
class PublicUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodOnesAreTaken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("issuer");
        const auto row = [](const char *text, const char *issuer) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(issuer);
        };
        row("", "");
        row("https://id.example.org", "https://id.example.org");
        row("https://id.example.org/", "https://id.example.org");
        row("HTTPS://ID.example.org:8443", "https://id.example.org:8443");
        row("https://10.0.0.7", "https://10.0.0.7");
        row("https://[2001:db8::7]:8443/", "https://[2001:db8::7]:8443");
        row("https://schlüssel.example", "https://xn--schlssel-95a.example");
        row("http://localhost:8080", "http://localhost:8080");
        row("http://127.0.0.1:8080", "http://127.0.0.1:8080");
        row("http://[::1]:8080", "http://[::1]:8080");
    }

    void goodOnesAreTaken()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, issuer);
        const auto url = apps::publicUrlFrom(text);
        VERIFY_RESULT(url);
        QCOMPARE(url->toString(QUrl::FullyEncoded), issuer);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"https://",
                                 "https:///",
                                 "https://:8443",
                                 "https://id.example.org/auth",
                                 "https://id.example.org/auth?x=1#f",
                                 "https://id.example.org?",
                                 "https://id.example.org/?x=1",
                                 "https://id.example.org#",
                                 "https://id.example.org//",
                                 "https://ada@id.example.org",
                                 "https://ada:secret@id.example.org",
                                 "https://@id.example.org",
                                 "https://id.example.org:0",
                                 "https://id.example.org:65536",
                                 "https://id.example.org:x",
                                 "https://id example.org",
                                 " https://id.example.org",
                                 "https://id.example.org ",
                                 "https://[id.example.org",
                                 "id.example.org",
                                 "id.example.org:443",
                                 "//id.example.org",
                                 "ftp://id.example.org",
                                 "javascript:alert(1)",
                                 "http://id.example.org",
                                 "http://0.0.0.0:7420",
                                 "http://127.0.0.1.example.org",
                                 "nonsense"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void nonsenseIsRefused()
    {
        QFETCH(const QString, text);
        const auto url = apps::publicUrlFrom(text);
        VERIFY_ERROR(url, base::ErrorCode::InvalidInput);
        QVERIFY(url.error().message.contains(text));
        QVERIFY(!url.error().remedy.isEmpty());
    }
};

QTEST_GUILESS_MAIN(PublicUrlTest)
#include "tst_publicurl.moc"
