// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/providerfile.h"
#include "support/verifyresult.h"

#include <QTest>

using base::ErrorCode;

namespace {

const QByteArray whole = R"(
id = "acme"
name = "Acme"
letters = "Ac"
tone = 3
aliases = ["acme.dev"]
methods = ["browser", "device", "api_key"]
client_page = "https://acme.dev/apps"
[oauth]
issuer = "https://id.acme.dev"
authorization_endpoint = "https://id.acme.dev/auth"
token_endpoint = "https://id.acme.dev/token"
device_endpoint = "https://id.acme.dev/device"
scopes = ["openid", "read"]
client_auth = "client_secret_post"
pkce = false
[oauth.authorization_parameters]
prompt = "consent"
[redirect]
host = "localhost"
path = "/done"
ports = [8484, 18484]
[reply]
ok_field = true
scope_separator = ","
[key]
hint = "ac_…"
page = "https://acme.dev/keys"
)";

QByteArray minimal(const QByteArray &more)
{
    return "id = \"acme\"\nname = \"Acme\"\nletters = \"Ac\"\nmethods = [\"api_key\"]\n" + more;
}

} // namespace

class ProviderFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryPart();
    void whatIsNotThereKeepsItsDefault();
    void anOwnFileChangesOnlyWhatItNames();
    void refusesWithFileAndLine_data();
    void refusesWithFileAndLine();
    void refusesAHugeFile();
    void tokensTravelSafely_data();
    void tokensTravelSafely();
};

void ProviderFileTest::readsEveryPart()
{
    const auto read = oauth::parseProvider(whole, QStringLiteral("acme.toml"));

    VERIFY_RESULT(read);
    QCOMPARE(read->id, QStringLiteral("acme"));
    QCOMPARE(read->letters, QStringLiteral("Ac"));
    QCOMPARE(read->tone, 3);
    QCOMPARE(read->aliases, QStringList{QStringLiteral("acme.dev")});
    QCOMPARE(read->methods.size(), 3);
    QCOMPARE(read->issuer, QStringLiteral("https://id.acme.dev"));
    QCOMPARE(read->clientAuth, core::ClientAuth::Post);
    QCOMPARE(read->pkce, false);
    QCOMPARE(read->authorizationParameters.value(QStringLiteral("prompt")),
             QStringLiteral("consent"));
    QCOMPARE(read->redirectHost, QStringLiteral("localhost"));
    QCOMPARE(read->redirectPath, QStringLiteral("/done"));
    QCOMPARE(read->redirectPorts, (QList<int>{8484, 18484}));
    QVERIFY(read->quirks.okField);
    QCOMPARE(read->quirks.scopeSeparator, QStringLiteral(","));
    QCOMPARE(read->keyPage, QStringLiteral("https://acme.dev/keys"));
}

void ProviderFileTest::whatIsNotThereKeepsItsDefault()
{
    const auto read = oauth::parseProvider(minimal({}), QStringLiteral("acme.toml"));

    VERIFY_RESULT(read);
    QCOMPARE(read->redirectHost, QStringLiteral("127.0.0.1"));
    QVERIFY(read->pkce);
    QVERIFY(read->nonceInIdToken);
    QCOMPARE(read->quirks.scopeSeparator, QStringLiteral(" "));
}

void ProviderFileTest::anOwnFileChangesOnlyWhatItNames()
{
    const auto shipped = oauth::parseProvider(whole, QStringLiteral("acme.toml"));
    VERIFY_RESULT(shipped);
    const auto lookup = [&shipped](const QString &id) -> std::optional<core::Provider> {
        return id == shipped->id ? std::optional(*shipped) : std::nullopt;
    };

    const auto own = oauth::parseProvider(
        "id = \"acme\"\n[oauth]\nscopes = [\"write\"]\n", QStringLiteral("own.toml"), lookup);

    VERIFY_RESULT(own);
    QCOMPARE(own->scopes, QStringList{QStringLiteral("write")});
    QCOMPARE(own->name, QStringLiteral("Acme"));
    QCOMPARE(own->tokenEndpoint, shipped->tokenEndpoint);
    QCOMPARE(own->redirectPorts, shipped->redirectPorts);
    QCOMPARE(own->methods, shipped->methods);
}

void ProviderFileTest::refusesWithFileAndLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("part");

    const auto row =
        [](const char *name, const QByteArray &text, const char *start, const char *part) {
            QTest::newRow(name) << text << QString::fromUtf8(start) << QString::fromUtf8(part);
        };
    row("no TOML", "id = \n", "f.toml:1", "");
    row("unknown key", minimal("scope = 1\n"), "f.toml:5:", "scope");
    row("unknown key in a table", minimal("[oauth]\nscope = \"a\"\n"), "f.toml:6:", "oauth.scope");
    row("a number for a name", "id = \"a\"\nname = 4\n", "f.toml:2", "name");
    row("a table that is a string", minimal("oauth = \"x\"\n"), "f.toml:5:", "oauth");
    row("http endpoint",
        minimal("[oauth]\ntoken_endpoint = \"http://acme.dev/t\"\n"),
        "f.toml:6:",
        "token_endpoint");
    row("an endpoint with a password",
        minimal("[oauth]\ntoken_endpoint = \"https://a:b@acme.dev/\"\n"),
        "f.toml:6:",
        "token_endpoint");
    row("javascript page", minimal("client_page = \"javascript:alert(1)\"\n"), "f.toml", "");
    row("no such method",
        "id = \"a\"\nname = \"A\"\nletters = \"A\"\nmethods = [\"magic\"]\n",
        "f.toml:4:",
        "magic");
    row("browser without endpoints",
        "id = \"a\"\nname = \"A\"\nletters = \"A\"\nmethods = [\"browser\"]\n",
        "f.toml",
        "authorization_endpoint");
    row("device without endpoints",
        "id = \"a\"\nname = \"A\"\nletters = \"A\"\nmethods = [\"device\"]\n",
        "f.toml",
        "device_endpoint");
    row("no id", "name = \"A\"\n", "f.toml", "");
    row("an id that is a path",
        "id = \"../a\"\nname = \"A\"\nletters = \"A\"\nmethods = [\"api_key\"]\n",
        "f.toml",
        "id");
    row("foreign redirect host", minimal("[redirect]\nhost = \"acme.dev\"\n"), "f.toml:6:", "host");
    row("redirect path with a query",
        minimal("[redirect]\npath = \"/a?b\"\n"),
        "f.toml:6:",
        "path");
    row("a secret in the clear",
        minimal("[oauth]\nclient_secret = \"hunter2\"\n"),
        "f.toml:6:",
        "client_secret");
    row("port 0", minimal("[redirect]\nports = [0]\n"), "f.toml:6:", "ports");
    row("port as text", minimal("[redirect]\nports = [\"8484\"]\n"), "f.toml:6:", "ports");
    row("no way of client authentication",
        minimal("[oauth]\nclient_auth = \"magic\"\n"),
        "f.toml:6:",
        "client_auth");
    row("a parameter that is a number",
        minimal("[oauth.authorization_parameters]\nmax_age = 1\n"),
        "f.toml",
        "max_age");
    row("tone", minimal("tone = 10\n"), "f.toml", "tone");
    row("negative tone", minimal("tone = -1\n"), "f.toml:5:", "tone");
}

void ProviderFileTest::refusesWithFileAndLine()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, start);
    QFETCH(const QString, part);

    const auto read = oauth::parseProvider(text, QStringLiteral("f.toml"));

    VERIFY_ERROR(read, ErrorCode::InvalidInput);
    QVERIFY2(read.error().message.startsWith(start), qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
}

void ProviderFileTest::refusesAHugeFile()
{
    const auto read = oauth::parseProvider(QByteArray(70'000, '\n'), QStringLiteral("f.toml"));

    VERIFY_ERROR(read, ErrorCode::InvalidInput);
}

void ProviderFileTest::tokensTravelSafely_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("safe");

    const auto row = [](const char *address, bool safe) {
        QTest::newRow(address) << QString::fromLatin1(address) << safe;
    };
    row("https://github.com/login", true);
    row("http://127.0.0.1:8080/token", true);
    row("http://localhost/token", true);
    row("http://[::1]:1/token", true);
    row("https://login.microsoftonline.com/{tenantid}/v2.0", true);
    row("http://github.com/login", false);
    row("http://127.0.0.1.evil.dev/", false);
    row("http://localhost.evil.dev/", false);
    row("https://user@github.com/", false);
    row("https:///token", false);
    row("ftp://github.com/", false);
    row("file:///etc/passwd", false);
    row("github.com", false);
    row("https://git hub.com/", false);
}

void ProviderFileTest::tokensTravelSafely()
{
    QFETCH(const QString, address);
    QFETCH(const bool, safe);

    QCOMPARE(oauth::isSafeEndpoint(address), safe);
}

QTEST_GUILESS_MAIN(ProviderFileTest)
#include "tst_providerfile.moc"
