// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/backends/localbackends.h"
#include "references/backends/otherbackends.h"
#include "references/resolver.h"
#include "sopsdata.h"
#include "support/fakeclock.h"
#include "support/fakeconsent.h"
#include "support/fakeports.h"
#include "support/faketokenservice.h"
#include "support/verifyresult.h"

#include <QTemporaryDir>
#include <QTest>

using namespace references;

namespace {

//! A resolver that asks an owner, with a SOPS file that only the key in the vault opens.
class House
{
public:
    House()
        : resolver({clock, tokens, &store, &consent}, backends(), std::chrono::seconds(300))
    {
        store.put(
            QStringLiteral("latchkey/sops/default/age_key"),
            sopsdata::contentOf(sopsdata::path(QStringLiteral("age-test-key.txt"))).constData());
        const auto file = sopsdata::create("password: hunter2\n", Format::Yaml);
        QFile target(sopsPath());
        if (file && target.open(QFile::WriteOnly))
            target.write(file->encrypted(clock.now()).value_or(QByteArray()));
    }

    base::Result<QByteArray> resolve(const QString &text, bool asProgram = true)
    {
        core::ReferenceRequest request;
        request.text = text;
        request.actor = QStringLiteral("git");
        if (asProgram)
            request.program = std::make_shared<core::Program>(FakePrograms::git());
        auto value = QCoro::waitFor(resolver.resolve(request, std::stop_token()));
        if (!value)
            return base::fail(value.error());
        return value->expose().toByteArray();
    }
    QStringList asked() const
    {
        QStringList accounts;
        for (const core::ConsentRequest &request : consent.asked)
            accounts += request.account.joined();
        return accounts;
    }
    QString sopsPath() const { return folder.filePath(QStringLiteral("s.yaml")); }
    QString sopsReference() const
    {
        return QStringLiteral("ref+sops://%1#/password").arg(sopsPath());
    }

    QTemporaryDir folder;
    FakeClock clock;
    FakeTokenService tokens;
    FakeSecretStore store;
    FakeConsent consent;
    Resolver resolver;

private:
    Resolver::Backends backends()
    {
        SopsKeyPlaces places;
        places.store = &store;
        Resolver::Backends all;
        all.push_back(std::make_unique<EchoBackend>());
        all.push_back(std::make_unique<FileBackend>());
        all.push_back(std::make_unique<EnvironmentBackend>());
        all.push_back(std::make_unique<SopsBackend>(places));
        all.push_back(std::make_unique<StoreBackend>(&store));
        all.push_back(std::make_unique<ValsProgram>(QStringLiteral("no-such-vals")));
        return all;
    }
};

base::Error no()
{
    return base::Error{base::ErrorCode::Denied, QStringLiteral("The owner said no."), {}, {}};
}

} // namespace

//! Whom a reference asks before it gives a program anything.
class ResolverConsentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForTheAccountOfAReference_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("account");
        const auto row = [](const char *text, const char *account) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(account);
        };
        row("auth://github/work/token", "github/work");
        row("auth://mail/me/api_key", "mail/me");
        row("auth://ssh/me/pem", "ssh/me");
        // What all accounts of a service share is no account's.
        row("auth://github/work/client_secret", "github/_provider");
        row("auth://github/work/client_id", "github/_provider");
        row("ref+keychain://latchkey/ssh/me/pem", "ssh/me");
        row("words ref+keychain://latchkey/ssh/me/pem words", "ssh/me");
        row("ref+echo://ref+keychain://latchkey/ssh/me/pem+/x", "ssh/me");
        row("ref+gcpsecrets://p/s", "references/vals");
        row("ref+env://PATH", "references/env");
        row("ref+envsubst://$PATH", "references/env");
    }
    void asksForTheAccountOfAReference()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, account);
        House house;
        house.store.put(QStringLiteral("latchkey/ssh/me/pem"), "PEM");
        house.store.put(core::clientIdEntry(QStringLiteral("github")), "id");
        house.store.put(core::clientSecretEntry(QStringLiteral("github")), "secret");
        (void)house.resolve(text);
        QCOMPARE(house.asked(), QStringList{account});
        QVERIFY(house.consent.asked.constFirst().wish == core::Wish::Use);
        QCOMPARE(house.consent.asked.constFirst().program->name, QStringLiteral("git"));

        house.consent.refusal = no();
        house.tokens.taken.clear();
        const auto refused = house.resolve(text);
        QVERIFY(!refused);
        QVERIFY(house.tokens.taken.isEmpty());
    }

    void asksNobodyAboutWhatIsNotThere()
    {
        House house;
        for (const char *const text : {"auth://made/up/custom",
                                       "auth://made/up/client_secret",
                                       "ref+keychain://latchkey/a/b/c"}) {
            const auto nothing = house.resolve(QString::fromLatin1(text));
            QVERIFY(!nothing);
            QCOMPARE(nothing.error().code, base::ErrorCode::NotFound);
        }
        QVERIFY(house.asked().isEmpty());
    }

    void noInnerValueGoesToACommandLine()
    {
        House house;
        const auto refused = house.resolve(QStringLiteral("ref+gcpsecrets://ref+echo://a/b+/c"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Unsupported);
        QVERIFY(house.asked().isEmpty());
    }

    void asksNobodyForWhatIsNotOurs()
    {
        House house;
        house.consent.refusal = no();
        VERIFY_RESULT(house.resolve(QStringLiteral("ref+echo://a/b")));
        VERIFY_RESULT(house.resolve(QStringLiteral("ref+file://%1").arg(house.sopsPath())));
        VERIFY_RESULT(house.resolve(QStringLiteral("no reference at all")));
        QVERIFY(house.asked().isEmpty());
    }

    void asksNobodyInThePersonsOwnWindow()
    {
        House house;
        house.consent.refusal = no();
        VERIFY_RESULT(house.resolve(QStringLiteral("auth://github/work/token"), false));
        QVERIFY(house.asked().isEmpty());
    }

    void ourKeyToAFileIsTheOwners()
    {
        House house;
        const auto opened = house.resolve(house.sopsReference());
        VERIFY_RESULT(opened);
        QCOMPARE(*opened, QByteArray("hunter2"));
        QCOMPARE(house.asked(), QStringList{QStringLiteral("sops/default")});
    }

    void whatIsKeptIsNotGivenWithoutAsking()
    {
        House house;
        VERIFY_RESULT(house.resolve(house.sopsReference()));
        house.consent.refusal = no();
        const auto refused = house.resolve(house.sopsReference());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Denied);
        QCOMPARE(house.asked().size(), 2);
    }

    void aChangedFileIsReadAgain()
    {
        House house;
        VERIFY_RESULT(house.resolve(house.sopsReference()));
        const auto file = sopsdata::create("password: another one\n", Format::Yaml);
        VERIFY_RESULT(file);
        QFile target(house.sopsPath());
        QVERIFY(target.open(QFile::WriteOnly));
        target.write(file->encrypted(house.clock.now()).value_or(QByteArray()));
        target.close();
        QCOMPARE(house.resolve(house.sopsReference()).value_or("?"), QByteArray("another one"));
    }

    void aLockMeanwhileForgetsWhatWasAskedFor()
    {
        House house;
        house.tokens.holds = false;
        VERIFY_RESULT(house.resolve(house.sopsReference()));
        house.resolver.forget();
        house.store.become(core::StoreState::Locked);
        QVERIFY(!house.resolve(house.sopsReference()));
    }

    void theStoresOwnEntriesAreNobodys_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *const path : {"latchkey/authority/_keys/master",
                                       "latchkey/github/_provider/client_secret",
                                       "latchkey/github/_provider/secret",
                                       "latchkey/github/work/token",
                                       "latchkey/github/work/api_key",
                                       "latchkey/github/work/access_token",
                                       "latchkey/github/work/refresh_token",
                                       "latchkey/_probe",
                                       "latchkey/github/work",
                                       "latchkey/github/work/a/b"})
            QTest::newRow(path) << QStringLiteral("ref+keychain://") + QString::fromLatin1(path);
    }
    void theStoresOwnEntriesAreNobodys()
    {
        QFETCH(const QString, text);
        House house;
        house.store.put(text.mid(15), "SECRET");
        for (const bool asProgram : {true, false}) {
            const auto refused = house.resolve(text, asProgram);
            QVERIFY(!refused);
            QCOMPARE(house.store.reads, 0);
        }
    }
};

QTEST_GUILESS_MAIN(ResolverConsentTest)
#include "tst_resolverconsent.moc"
