// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/authoritysamples.h"
#include "support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace desktop;

namespace {

struct House
{
    House()
    {
        fillAuthority(desk.authority, desk.clock.now());
        desk.app->setActive(true);
        clients->watch();
    }

    [[nodiscard]] QVariant of(int row, AuthorityClients::Role role) const
    {
        return clients->data(clients->index(row), role);
    }

    FakeDesk desk;
    AuthorityClients *clients = desk.app->authority()->clientList();
    QAbstractItemModelTester tester{clients};
};

} // namespace

//! The clients of the authority, and the one moment in which a secret can be had.
class AuthorityClientsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsKnownOfThem()
    {
        const House house;
        QCOMPARE(house.clients->state(), AuthorityList::State::Ready);
        QCOMPARE(house.clients->rowCount(), 4);
        QVERIFY(house.of(0, AuthorityClients::FirstPartyRole).toBool());
        QCOMPARE(house.of(1, AuthorityClients::WhereRole).toString(),
                 QStringLiteral("notes.example"));
        QVERIFY(!house.of(1, AuthorityClients::PubliclyRole).toBool());
        QCOMPARE(house.of(1, AuthorityClients::UsedRole).toString(),
                 QStringLiteral("used 3 h ago"));
        QCOMPARE(house.of(3, AuthorityClients::WhereRole).toString(),
                 QStringLiteral("com.example.player:"));
        QCOMPARE(house.of(3, AuthorityClients::UsedRole).toString(), QStringLiteral("never used"));
    }

    void addsAPublicClientWithoutASecret()
    {
        const House house;
        QSignalSpy kept(house.clients, &AuthorityClients::kept);
        QVariantMap form = house.clients->form({});
        form[QStringLiteral("name")] = QStringLiteral("Player");
        form[QStringLiteral("device")] = true;

        house.clients->keep(form);

        QCOMPARE(kept.size(), 1);
        QCOMPARE(house.clients->rowCount(), 5);
        QVERIFY(house.clients->secretOf().isEmpty());
        const core::AuthorityClient made = house.desk.authority.knownClients.constLast();
        QCOMPARE(made.redirectUris, QStringList{QStringLiteral("http://127.0.0.1/callback")});
        QCOMPARE(made.grants.size(), 3);
        QCOMPARE(made.authMethod, QStringLiteral("none"));
    }

    void keepsWhatTheTokensAreFor()
    {
        const House house;
        QVariantMap form = house.clients->form({});
        form[QStringLiteral("name")] = QStringLiteral("Ledger");
        form[QStringLiteral("resources")] =
            QStringLiteral("https://ledger.example/\n\n https://books.example/ ");
        house.clients->keep(form);

        const core::AuthorityClient made = house.desk.authority.knownClients.constLast();
        QCOMPARE(made.resources,
                 (QStringList{QStringLiteral("https://ledger.example/"),
                              QStringLiteral("https://books.example/")}));
        QCOMPARE(house.clients->form(made.id).value(QStringLiteral("resources")).toString(),
                 QStringLiteral("https://ledger.example/\nhttps://books.example/"));
    }

    void aNewSecretIsCopiedOnceAndNeverShown()
    {
        const House house;
        QVariantMap form = house.clients->form({});
        form[QStringLiteral("name")] = QStringLiteral("Server");
        form[QStringLiteral("publicly")] = false;
        house.clients->keep(form);
        QCOMPARE(house.clients->secretName(), QStringLiteral("Server"));

        house.clients->copySecret();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("first-secret"));
        QVERIFY(house.desk.clipboard.holdsOurs());
        QVERIFY(house.clients->secretOf().isEmpty());

        QGuiApplication::clipboard()->clear();
        house.clients->copySecret();
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }

    void renewsASecretAndForgetsItWhenTheWindowIsClosed()
    {
        const House house;
        house.clients->renewSecret(QStringLiteral("lk-8f2c41d7"));
        QCOMPARE(house.clients->secretOf(), QStringLiteral("lk-8f2c41d7"));

        house.desk.app->setActive(false);

        QVERIFY(house.clients->secretOf().isEmpty());
    }

    void changesWhatIsInTheFormAndNothingElse()
    {
        const House house;
        QVariantMap form = house.clients->form(QStringLiteral("lk-55e0c9f1"));
        form[QStringLiteral("name")] = QStringLiteral("Music player");
        house.clients->keep(form);

        core::AuthorityClient wanted = house.desk.authority.knownClients.at(3);
        QCOMPARE(wanted.name, QStringLiteral("Music player"));
        QVERIFY(wanted.isDpopBound);
        QCOMPARE(wanted.redirectUris, QStringList{QStringLiteral("com.example.player:/return")});
        QCOMPARE(house.of(3, AuthorityClients::NameRole).toString(),
                 QStringLiteral("Music player"));
    }

    void aRefusalStaysWithTheForm()
    {
        House house;
        QSignalSpy kept(house.clients, &AuthorityClients::kept);
        house.desk.authority.refusal =
            base::Error{base::ErrorCode::InvalidInput,
                        QStringLiteral("The name is taken.\nChoose one."),
                        {},
                        {}};
        QVariantMap form = house.clients->form({});
        form[QStringLiteral("name")] = QStringLiteral("Player");
        house.clients->keep(form);

        QCOMPARE(kept.size(), 0);
        QCOMPARE(house.clients->problems().size(), 2);
        house.clients->forgetProblems();
        QVERIFY(house.clients->problems().isEmpty());
    }

    void removesOne()
    {
        const House house;
        QSignalSpy done(house.clients, &AuthorityList::done);
        house.clients->remove(QStringLiteral("lk-0d3377ab"));
        QCOMPARE(house.clients->rowCount(), 3);
        QCOMPARE(done.front().front().toString(), QStringLiteral("Nightly backup is removed."));
    }

    void looksAtAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("good");
        QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1/callback") << true;
        QTest::newRow("loopback by name") << QStringLiteral("http://localhost:3000/cb") << true;
        QTest::newRow("https") << QStringLiteral("https://app.example/cb") << true;
        QTest::newRow("of an app") << QStringLiteral("com.example.app:/cb") << true;
        QTest::newRow("two") << QStringLiteral("https://a.example/cb\nhttps://b.example/cb")
                             << true;
        QTest::newRow("none") << QString() << true;
        QTest::newRow("plain http") << QStringLiteral("http://app.example/cb") << false;
        QTest::newRow("a fragment") << QStringLiteral("https://app.example/cb#x") << false;
        QTest::newRow("words") << QStringLiteral("my app") << false;
        QTest::newRow("no scheme") << QStringLiteral("app.example/cb") << false;
    }
    void looksAtAddresses()
    {
        QFETCH(QString, address);
        QFETCH(bool, good);
        const House house;
        QCOMPARE(house.clients->redirectProblem(address).isEmpty(), good);
    }

    void aListThatCannotBeReadSaysWhy()
    {
        House house;
        house.desk.authority.refusal =
            base::Error{base::ErrorCode::Locked, QStringLiteral("The store is locked."), {}, {}};
        house.clients->reload();
        QCOMPARE(house.clients->state(), AuthorityList::State::Failed);
        QCOMPARE(house.clients->message(), QStringLiteral("The store is locked."));
    }
};

QTEST_MAIN(AuthorityClientsTest)

#include "tst_authorityclients.moc"
