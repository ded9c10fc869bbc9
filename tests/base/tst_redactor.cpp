// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redactor.h"

#include <QElapsedTimer>
#include <QTest>

#include <rapidcheck.h>

using base::redacted;

namespace {

// Put together here, so that secret scanners find nothing in the repository.
const QByteArray jwt = QByteArray("eyJhbGciOiJIUzI1NiJ9.") + "eyJzdWIiOiIxMjM0NTY3ODkwIn0."
                       + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";
const QByteArray random36 = "16C7e42F292c6912E7710c838347Ae178B4a";
const QByteArray awsSecret = QByteArray("wJalrXUtnFEMI/K7MDENG/") + "bPxRfiCYEXAMPLEKEY";

void row(const char *name, const QByteArray &text, const QByteArray &expected)
{
    QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

} // namespace

class RedactorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesSecretsOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");

        row("JWT", "got " + jwt + ".", "got [jwt].");
        row("JWT without signature", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "[jwt].");
        row("JWT in JSON", "{\"x\":\"" + jwt + "\"}", "{\"x\":\"[jwt]\"}");
        row("JWT behind a name", "x=" + jwt, "x=[jwt]");
        row("JWT in a path", "GET /cb/" + jwt + " 200", "GET /cb/[jwt] 200");
        for (const char *prefix : {"ghp_",
                                   "gho_",
                                   "ghu_",
                                   "ghs_",
                                   "ghr_",
                                   "github_pat_",
                                   "glpat-",
                                   "lkc_",
                                   "lkd_",
                                   "lki_",
                                   "lkm_",
                                   "lkr_",
                                   "lks_",
                                   "xoxb-",
                                   "xoxp-",
                                   "npm_",
                                   "ya29."})
            row(prefix, "token " + (prefix + random36) + ", x", "token [token], x");
        row("Google key", "use AIza" + random36.left(35) + " here", "use [key] here");
        row("AWS key id", "id AKIAIOSFODNN7EXAMPLE.", "id [aws key].");
        row("AWS session key id", "(ASIAIOSFODNN7EXAMPLE)", "([aws key])");
        row("AWS secret", "secret is " + awsSecret, "secret is [aws secret]");
        row("AWS secret in the shared file",
            "aws_secret_access_key = " + awsSecret,
            "aws_secret_access_key = [key]");
        row("age key", "AGE-SECRET-KEY-1QQPQQPQQPQQPQQPQQPQQPQQPQQ", "[key]");
        row("PEM",
            QByteArray("a\n-----BEGIN EC PRIVATE KEY-----\nMHcCAQ\n-----END EC ")
                + "PRIVATE KEY-----\nb",
            "a\n[private key]\nb");
        row("PEM cut off",
            QByteArray("a -----BEGIN ") + "PRIVATE KEY-----\nMHcCAQ",
            "a [private key]");

        row("bearer", "Authorization: Bearer abcdefgh", "Authorization: Bearer [token]");
        row("bearer alone", "sent Bearer 4b7.x~Y", "sent Bearer [token]");
        row("basic", "authorization: basic dXNlcjpwYXNz", "authorization: basic [token]");
        row("bearer in JSON",
            "{\"Authorization\": \"Bearer abcdefgh\"}",
            "{\"Authorization\": \"Bearer [token]\"}");
        row("another scheme",
            "Authorization: Digest username=\"x\", response=\"y\"\nHost: z",
            "Authorization: [authorization]\nHost: z");
        row("cookie", "Cookie: sid=1; theme=dark\r\nHost: z", "Cookie: [cookie]\r\nHost: z");

        row("query",
            "GET /cb?code=4%2F0Ab&state=s&scope=openid",
            "GET /cb?code=[code]&state=s&scope=openid");
        row("form",
            "grant_type=x&refresh_token=abc&client_secret=d",
            "grant_type=x&refresh_token=[token]&client_secret=[secret]");
        row("password in a query",
            "a?user=bob&password=hunter2#x",
            "a?user=bob&password=[password]");
        row("JSON",
            "{\"password\": \"hun\\\"ter2\", \"n\": 1}",
            "{\"password\": \"[password]\", \"n\": 1}");
        row("JSON in JSON",
            "{\\\"access_token\\\":\\\"abc\\\",\\\"n\\\":1}",
            "{\\\"access_token\\\":\\\"[token]\\\",\\\"n\\\":1}");
        row("JSON number", "{\"pin\":123456,\"n\":1}", "{\"pin\":[code],\"n\":1}");
        row("TOML", "client_secret = 'abc def' # c", "client_secret = '[secret]' # c");
        row("TOML over lines",
            "password = \"\"\"\nab\"c\n\"\"\"\nx = 1",
            "password = \"\"\"[password]\"\"\"\nx = 1");
        row("list",
            "tokens: none, secret = ['a', \"b\"]",
            "tokens: none, secret = ['[secret]', \"[secret]\"]");
        row("header", "X-Api-Key: abc123", "X-Api-Key: [key]");
        row("environment", "export GITHUB_TOKEN=abc; env", "export GITHUB_TOKEN=[token]; env");
        row("option", "--db-password=abc --verbose", "--db-password=[password] --verbose");
        row("YAML", "password: Tr0ub4dor", "password: [password]");
        row("camel case", "clientSecret=abc", "clientSecret=[secret]");
        row("device code", "\"device_code\":\"GmRh-mAgx\"", "\"device_code\":\"[code]\"");
        row("open quote", "password=\"abc", "password=\"[password]");

        row("e-mail", "for Jane.Doe+x@mail.example.org.", "for [e-mail].");
        row("e-mail in brackets", "<jürgen@example.de>", "<[e-mail]>");
        row("URL user",
            "clone https://bob:pw@git.example/x.git",
            "clone https://[user]@git.example/x.git");
        row("URL with a token for a user",
            "https://" + random36 + "@git.example",
            "https://[user]@git.example");
        row("URL password with an at sign", "ftp://bob:p@w@host/x", "ftp://[user]@host/x");

        row("base62 word", "got " + random36 + "!", "got [secret]!");
        row("hexadecimal", "key 0123456789abcdef0123456789abcdef.", "key [secret].");
        row("base64", "blob 3q2+7wAAyv66vgAAf0VMRgIBAQAAZ9Xk1Q==", "blob [secret]");
        row("base64url", "id v1_Zk9-3xQpL0a_7RtY2mWc8", "id [secret]");
    }
    void takesSecretsOut()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);

        QCOMPARE(redacted(text), expected);
        QCOMPARE(redacted(expected), expected);
    }

    void leavesTheRestAlone_data()
    {
        QTest::addColumn<QString>("text");
        const auto same = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text); };
        same("");
        same("The token for GitHub work was refreshed in 0.3 s.");
        same("The token: it has ended.");
        same("Bearer tokens and basic authentication are known.");
        same("Basic Authentication is refused.");
        same("sign-in required: code: not_found, exit code=1, status 404");
        same("{\"code\":\"sign_in_required\",\"token_type\":\"bearer\",\"expires_in\":3600}");
        same("has_token=true, password: null, token = none");
        same("password=");
        same("/home/jane/.local/state/latchkey/audit-2026-11.jsonl");
        same("/usr/lib/x86_64-linux-gnu/qt6/plugins/platforms/libqoffscreen.so");
        same("file:///usr/share/doc/libqt6core6/README.Debian-2026-11-22");
        same("/tmp/Latchkey-Build42/MyProject2/SourceFiles/QNetworkAccessManagerTest.cpp");
        same("src/base/tomleditor.cpp:120:33 in base::TomlEditor::appendBlock(QString)");
        same("trace 0123456789abcdef");
        same("request 123e4567-e89b-12d3-a456-426614174000");
        same("at 2026-11-22T08:40:44.123Z the refresh of github/work began");
        same("https://login.example.com/oauth2/v2.0/authorize?client_id=abc&scope=openid+profile");
        same("http://127.0.0.1:53682/callback");
        same("git@github: no such host");
        same("meet @ noon, 5 @ 3");
        same("AKIA is the prefix of key ids; ghp_ that of tokens");
        same("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        same("org.freedesktop.Notifications.ActionInvoked");
        same("latchkey/github/work/token");
        same("SPDX-License-Identifier: GPL-3.0-or-later");
        same("Die Schlüsselbundverwaltung antwortet nicht — später noch einmal versuchen.");
        same("12345678901234567890123456789012345678901234567890");
        same("----------------------------------------------------");
    }
    void leavesTheRestAlone()
    {
        QFETCH(const QString, text);

        QCOMPARE(redacted(text), text);
    }

    void twiceIsAsOnce()
    {
        QVERIFY(rc::check("idempotence", [] {
            const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
                rc::gen::element<std::string>("password",
                                              "token",
                                              "code",
                                              "=",
                                              ": ",
                                              "\"",
                                              "'",
                                              "Bearer ",
                                              " ",
                                              "authorization:",
                                              "https://",
                                              "@",
                                              "a@b.example",
                                              "[",
                                              "]",
                                              "\\",
                                              "&",
                                              "[token]",
                                              "[e-mail]",
                                              "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x",
                                              "ghp_",
                                              "/",
                                              ".",
                                              "\n",
                                              ",",
                                              "{",
                                              "}",
                                              "AKIAIOSFODNN7EXAMPLE",
                                              "\"\"\"",
                                              "3q2+7wAAyv66vgAAf0VMRgIBAQAAZ9Xk1Q==",
                                              "word",
                                              "Basic",
                                              "-",
                                              "~",
                                              "0123456789abcdef0123456789abcdef",
                                              "-----BEGIN PRIVATE KEY-----"),
                rc::gen::string<std::string>()));
            QByteArray bytes;
            for (const std::string &piece : pieces)
                bytes += QByteArray::fromStdString(piece);
            const QString text = QString::fromUtf8(bytes);
            const QString once = redacted(text);
            RC_LOG() << "TEXT  " << qPrintable(text) << "\nONCE  " << qPrintable(once) << "\nTWICE "
                     << qPrintable(redacted(once)) << "\n";
            RC_ASSERT(redacted(once) == once);
        }));
    }

    void aSecretNeverSurvivesItsContext()
    {
        QVERIFY(rc::check("no leak", [] {
            const auto alphabet =
                std::string("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
            const auto body = *rc::gen::container<std::string>(36, rc::gen::elementOf(alphabet));
            const auto before = *rc::gen::element<std::string>(
                "", "x ", "a=", "{\"k\":\"", "/p/", "(", "token: ", "Bearer ", "?code=");
            const auto after =
                *rc::gen::element<std::string>("", " y", "&b=c", "\"}", "/q", ")", ".", ",\n");
            const QString text = QString::fromStdString(before + "ghp_" + body + after);
            RC_LOG() << qPrintable(redacted(text));
            RC_ASSERT(!redacted(text).contains(QString::fromStdString(body).mid(4)));
        }));
    }

    void takesLinearTime_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char *piece : {"a",    "password", "password=",   "password = ",
                                  "\"",   "://",      "@",           "a@",
                                  "a@b.", "Bearer ",  "-----BEGIN ", "-----BEGIN PRIVATE KEY-----",
                                  "=",    ".",        "/",           "eyJ.",
                                  " ",    "[",        "secret=[",    "ghp_",
                                  "\\\""})
            QTest::newRow(piece) << QString::fromLatin1(piece);
    }
    void takesLinearTime()
    {
        QFETCH(const QString, piece);
        const QString text = piece.repeated(200'000 / piece.size());
        QElapsedTimer timer;
        timer.start();

        const QString result = redacted(text);

        QVERIFY(!result.isEmpty());
        // Quadratic time would be hours.
        QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(RedactorTest)
#include "tst_redactor.moc"
