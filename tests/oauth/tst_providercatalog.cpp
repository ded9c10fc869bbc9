// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry.h"
#include "oauth/discovery.h"
#include "oauth/providercatalog.h"
#include "oauth/providerfile.h"
#include "support/fakeclock.h"
#include "support/verifyresult.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class ProviderCatalogTest : public QObject
{
    Q_OBJECT

private:
    FakeClock m_clock;
    net::HttpClient m_http;
    net::CircuitBreaker m_breaker;
    net::Retry m_retry{m_http, m_clock, m_breaker};
    oauth::Discovery m_discovery{m_retry};

private Q_SLOTS:
    void everyShippedFileIsSound();
    void namesAndAliasesMeanOneServiceEach();
    void theWizardsGridIsFull();
    void everySignInServiceIsInTheManual();
    void guesses_data();
    void guesses();
    void anOwnFileAddsAndOverrides();
    void aBadOwnFileIsAWarningAndTheRestLoads();
    void aKeptProviderIsKnownAfterARestart();
    void thePracticeEntryGoesWhereTheAuthorityIs();
};

void ProviderCatalogTest::everyShippedFileIsSound()
{
    const auto providers = oauth::ProviderCatalog::builtIn();

    VERIFY_RESULT(providers);
    for (const auto &one : *providers) {
        const QByteArray id = one.id.toUtf8();
        const char *name = id.constData();
        if (id == "practice") {
            // Our own, on this machine: everything else about it is discovered.
            QVERIFY(one.issuer.startsWith(QStringLiteral("http://127.0.0.1:")));
            QVERIFY(!one.clientId.isEmpty() && one.scopes.contains(QStringLiteral("openid")));
            continue;
        }
        QVERIFY2(one.clientId.isEmpty(), name); // we use nobody else's
        const bool oauth =
            one.offers(core::SignInMethod::Browser) || one.offers(core::SignInMethod::Device);
        for (const auto &address : {one.issuer,
                                    one.authorizationEndpoint,
                                    one.tokenEndpoint,
                                    one.deviceEndpoint,
                                    one.revocationEndpoint,
                                    one.userinfoEndpoint,
                                    one.validationEndpoint,
                                    one.jwksUri,
                                    one.keyPage,
                                    one.clientPage})
            QVERIFY2(address.isEmpty() || address.startsWith(QStringLiteral("https://")), name);
        QVERIFY2(!oauth || !one.clientPage.isEmpty(), name);
        QVERIFY2(!oauth || !one.scopes.isEmpty(), name);
        QVERIFY2(!oauth || !one.tokenEndpoint.isEmpty(), name);
        QVERIFY2(!one.offers(core::SignInMethod::ApiKey) || !one.keyPage.isEmpty(), name);
        QVERIFY2(!one.offers(core::SignInMethod::ApiKey) || !one.keyHint.isEmpty(), name);
        QVERIFY2(one.letters.at(0).isLetterOrNumber(), name);
        // An id token can be verified only with all three.
        QVERIFY2(!one.scopes.contains(QStringLiteral("openid"))
                     || (!one.issuer.isEmpty() && !one.jwksUri.isEmpty()),
                 name);
        QVERIFY2(one.id != u"github" || one.quirks.errorsWithOk, name);
    }
}

void ProviderCatalogTest::namesAndAliasesMeanOneServiceEach()
{
    const auto providers = oauth::ProviderCatalog::builtIn();
    VERIFY_RESULT(providers);

    QSet<QString> words;
    for (const auto &one : *providers) {
        for (const auto &word : QStringList{one.id} + one.aliases) {
            QVERIFY2(!words.contains(word), qPrintable(word));
            words << word;
        }
    }
}

void ProviderCatalogTest::theWizardsGridIsFull()
{
    const oauth::ProviderCatalog catalog(QStringLiteral("/nonexistent"), m_discovery);

    QVERIFY(catalog.all().size() >= 24 && catalog.all().size() <= 32);
    QCOMPARE(catalog.warnings(), QStringList());
    for (const auto *id : {"github",
                           "google",
                           "microsoft",
                           "spotify",
                           "gitlab",
                           "discord",
                           "twitch",
                           "x",
                           "reddit",
                           "slack",
                           "dropbox",
                           "linkedin",
                           "bitbucket"}) {
        const auto found = catalog.find(QLatin1StringView(id));
        QVERIFY2(found && found->offers(core::SignInMethod::Browser), id);
    }
}

void ProviderCatalogTest::everySignInServiceIsInTheManual()
{
    QFile manual(QStringLiteral(PROJECT_SOURCE "/docs/providers.md"));
    QVERIFY(manual.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(manual.readAll());
    const auto providers = oauth::ProviderCatalog::builtIn();
    VERIFY_RESULT(providers);

    for (const auto &one : *providers) {
        if (!one.offers(core::SignInMethod::Browser))
            continue;
        const qsizetype start = text.indexOf(QStringLiteral("\n## %1\n").arg(one.name));
        QVERIFY2(start >= 0, qPrintable(one.name));
        const QString section =
            text.mid(start, text.indexOf(QStringLiteral("\n## "), start + 1) - start);
        // The redirect address to register, exactly as it is sent.
        QString redirect = QStringLiteral("http://") + one.redirectHost;
        if (!one.redirectPorts.isEmpty())
            redirect += u':' + QString::number(one.redirectPorts.first());
        redirect = QStringLiteral("`%1%2`").arg(redirect, one.redirectPath);
        QVERIFY2(section.contains(redirect), qPrintable(one.name + u' ' + redirect));
        QVERIFY2(section.contains(one.clientPage), qPrintable(one.name));
        for (const auto &scope : one.scopes)
            QVERIFY2(section.contains(u'`' + scope + u'`'), qPrintable(one.name + u' ' + scope));
    }
}

void ProviderCatalogTest::guesses_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("provider");

    const auto row = [](const char *service, const char *provider) {
        QTest::newRow(service) << QString::fromUtf8(service) << QString::fromUtf8(provider);
    };
    row("github", "github");
    row("gmail", "google");
    row("gdrive", "google");
    row("Outlook", "microsoft");
    row("msgraph", "microsoft");
    row("twitter", "x");
    row("x", "x");
    row("github-work", "github");
    row("mail.google.com", "google");
    row("Docker Hub", "docker-hub");
    row("huggingface", "hugging-face");
    row("acme", "");
    row("", "");
    row("-", "");
}

void ProviderCatalogTest::guesses()
{
    QFETCH(const QString, service);
    QFETCH(const QString, provider);
    const oauth::ProviderCatalog catalog(QStringLiteral("/nonexistent"), m_discovery);

    const auto found = catalog.guess(service);

    QCOMPARE(found ? found->id : QString(), provider);
}

void ProviderCatalogTest::anOwnFileAddsAndOverrides()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("a.toml")),
          "id = \"github\"\n[oauth]\nscopes = [\"gist\"]\n[redirect]\nports = [4000]\n");
    write(folder.filePath(QStringLiteral("b.toml")),
          "id = \"acme\"\nname = \"Acme\"\nletters = \"Ac\"\nmethods = [\"browser\"]\n"
          "[oauth]\nissuer = \"https://id.acme.dev\"\n");

    const oauth::ProviderCatalog catalog(folder.path(), m_discovery);

    QCOMPARE(catalog.warnings(), QStringList());
    const auto github = catalog.find(QStringLiteral("github"));
    QVERIFY(github);
    QCOMPARE(github->scopes, QStringList{QStringLiteral("gist")});
    QCOMPARE(github->tokenEndpoint, QStringLiteral("https://github.com/login/oauth/access_token"));
    QVERIFY(github->ownFile);
    QVERIFY(catalog.find(QStringLiteral("acme")));
    QCOMPARE(catalog.all().size(), oauth::ProviderCatalog::builtIn()->size() + 1);
    QCOMPARE(catalog.all().first().name, QStringLiteral("Acme"));
}

void ProviderCatalogTest::aBadOwnFileIsAWarningAndTheRestLoads()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("a.toml")), "id = \"github\"\nscope = 3\n");
    write(folder.filePath(QStringLiteral("b.toml")), QByteArray(100'000, 'x'));
    write(folder.filePath(QStringLiteral("c.toml")),
          "id = \"acme\"\nname = \"Acme\"\nletters = \"A\"\nmethods = [\"api_key\"]\n");

    const oauth::ProviderCatalog catalog(folder.path(), m_discovery);

    QCOMPARE(catalog.warnings().size(), 2);
    QVERIFY2(catalog.warnings().first().contains(QStringLiteral("a.toml:2:")),
             qPrintable(catalog.warnings().first()));
    QVERIFY(catalog.find(QStringLiteral("acme")));
    QVERIFY(!catalog.find(QStringLiteral("github"))->ownFile);
}

void ProviderCatalogTest::aKeptProviderIsKnownAfterARestart()
{
    const QTemporaryDir folder;
    const QString own = folder.filePath(QStringLiteral("config/providers"));
    core::Provider found =
        oauth::providerForIssuer(QStringLiteral("https://id.acme.dev:8443/realms/x"));
    found.methods = {core::SignInMethod::Browser, core::SignInMethod::Device};
    found.authorizationEndpoint = QStringLiteral("https://id.acme.dev:8443/auth");
    found.tokenEndpoint = QStringLiteral("https://id.acme.dev:8443/token");
    found.scopes = {QStringLiteral("openid"), QStringLiteral("offline_access")};
    found.authorizationParameters.insert(QStringLiteral("prompt"), QStringLiteral("consent"));
    found.issuerInReply = true;

    {
        oauth::ProviderCatalog catalog(own, m_discovery);
        VERIFY_RESULT(catalog.keep(found));
        QVERIFY(catalog.find(found.id));
        // What is known already stays as it is.
        core::Provider same = *catalog.find(QStringLiteral("github"));
        same.name = QStringLiteral("Not GitHub");
        VERIFY_RESULT(catalog.keep(same));
        QCOMPARE(catalog.find(QStringLiteral("github"))->name, QStringLiteral("GitHub"));
    }
    const oauth::ProviderCatalog again(own, m_discovery);

    QCOMPARE(again.warnings(), QStringList());
    const auto kept = again.find(found.id);
    QVERIFY(kept);
    QCOMPARE(kept->issuer, found.issuer);
    QCOMPARE(kept->tokenEndpoint, found.tokenEndpoint);
    QCOMPARE(kept->methods, found.methods);
    QCOMPARE(kept->scopes, found.scopes);
    QCOMPARE(kept->authorizationParameters, found.authorizationParameters);
    QVERIFY(kept->issuerInReply);
    QVERIFY(kept->ownFile);
}

void ProviderCatalogTest::thePracticeEntryGoesWhereTheAuthorityIs()
{
    const QTemporaryDir folder;
    oauth::ProviderCatalog catalog(folder.path(), m_discovery);
    catalog.load();
    const QString id = QStringLiteral("practice");
    const QString moved = QStringLiteral("http://127.0.0.1:7999");

    catalog.setIssuer(id, moved);
    QCOMPARE(catalog.find(id)->issuer, moved);
    catalog.setIssuer(id, {});
    QVERIFY(!catalog.find(id));
    catalog.setIssuer(id, moved);
    QCOMPARE(catalog.find(id)->issuer, moved);
    catalog.setIssuer(QStringLiteral("nobody"), moved);

    // A file of the person's own is left alone.
    write(folder.filePath(QStringLiteral("practice.toml")),
          "id = \"practice\"\n[oauth]\nissuer = \"https://id.example\"\n");
    catalog.load();
    catalog.setIssuer(id, moved);
    QCOMPARE(catalog.find(id)->issuer, QStringLiteral("https://id.example"));
}

QTEST_GUILESS_MAIN(ProviderCatalogTest)
#include "tst_providercatalog.moc"
