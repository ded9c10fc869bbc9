// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verifyresult.h"
#include "vault/accountregistry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace vault;

namespace {

core::Account accountOf(const char *service, const char *name)
{
    core::Account account;
    account.id = {QLatin1String(service), QLatin1String(name)};
    account.kind = core::AccountKind::OAuth;
    account.provider = QLatin1String(service);
    account.created = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC);
    return account;
}

const QByteArray handWritten = R"(# My accounts, kept in git.
version = 1

[notes]
owner = "maria" # that is me

# The work one.
[[accounts]]
account = "work"   # order is mine
service = "github"
kind = 'oauth'
provider = "github"
scopes = [
  "repo",     # needed for releases
  "read:org",
]
colour = "blue"

  [accounts.extra]
  team = "payments"

# The private one.
[[accounts]]
service = "gitlab"
account = "home"
kind = "api_key"
expires = 2027-01-31
warn_before = ["7d", "1h"]
)";

} // namespace

class AccountRegistryTest : public QObject
{
    Q_OBJECT

private:
    QString path() const { return m_folder->filePath(QStringLiteral("config/accounts.toml")); }
    void write(const QByteArray &text) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    }
    QByteArray text() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aMissingFileIsAnEmptyListAndIsMadeByTheFirstPut()
    {
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());
        QVERIFY(registry.all().isEmpty());
        int told = 0;
        const auto subscription =
            registry.edited.subscribe([&](const core::AccountId &) { ++told; });

        core::Account account = accountOf("github", "work");
        account.identity = QStringLiteral("maria@acme.dev \"quoted\" ü");
        account.scopes = {QStringLiteral("repo")};
        account.labels = {QStringLiteral("client-a")};
        account.expires = QDateTime({2027, 1, 31}, {0, 0}, Qt::UTC);
        account.warnBefore = {
            std::chrono::hours(48), std::chrono::hours(24), std::chrono::minutes(90)};
        VERIFY_RESULT(QCoro::waitFor(registry.put(account)));

        QCOMPARE(told, 1);
        AccountRegistry again(path());
        VERIFY_RESULT(again.load());
        QCOMPARE(again.all(), QList<core::Account>{account});
        QCOMPARE(again.find(account.id), std::optional(account));
        QVERIFY(text().contains("warn_before = [\"2d\", \"24h\", \"90m\"]"));
    }

    void aHandWrittenFileIsRead()
    {
        write(handWritten);
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());

        const auto all = registry.all();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0).id.joined(), QStringLiteral("github/work"));
        QCOMPARE(all.at(0).scopes,
                 QStringList({QStringLiteral("repo"), QStringLiteral("read:org")}));
        QCOMPARE(all.at(1).kind, core::AccountKind::ApiKey);
        QCOMPARE(all.at(1).expires, QDateTime({2027, 1, 31}, {0, 0}, Qt::UTC));
        const QList<std::chrono::seconds> spans{std::chrono::hours(24 * 7), std::chrono::hours(1)};
        QCOMPARE(all.at(1).warnBefore, spans);
    }

    void aChangeTouchesOnlyItsOwnLines()
    {
        write(handWritten);
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());

        core::Account home = registry.all().at(1);
        home.expires = QDateTime({2027, 2, 28}, {0, 0}, Qt::UTC);
        VERIFY_RESULT(QCoro::waitFor(registry.put(home)));

        QByteArray expected = handWritten;
        expected.replace("expires = 2027-01-31", "expires = 2027-02-28T00:00:00Z");
        QCOMPARE(text(), expected);

        core::Account work = registry.all().at(0);
        work.identity = QStringLiteral("maria");
        VERIFY_RESULT(QCoro::waitFor(registry.put(work)));
        for (const char *kept : {"# My accounts, kept in git.",
                                 "# that is me",
                                 "# The work one.",
                                 "# order is mine",
                                 "# needed for releases",
                                 "colour = \"blue\"",
                                 "team = \"payments\"",
                                 "kind = 'oauth'"})
            QVERIFY2(text().contains(kept), kept);
        AccountRegistry again(path());
        VERIFY_RESULT(again.load());
        QCOMPARE(again.all(), registry.all());
    }

    void whatIsAskedForTogetherIsWrittenInOrder()
    {
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());
        core::Account first = accountOf("github", "work");
        first.identity = QStringLiteral("first");
        core::Account last = first;
        last.identity = QStringLiteral("last");

        auto one = registry.put(first);
        auto two = registry.put(accountOf("slack", "ops"));
        auto three = registry.put(last);
        auto four = registry.remove({QStringLiteral("slack"), QStringLiteral("ops")});
        VERIFY_RESULT(QCoro::waitFor(std::move(four)));
        VERIFY_RESULT(QCoro::waitFor(std::move(one)));
        VERIFY_RESULT(QCoro::waitFor(std::move(two)));
        VERIFY_RESULT(QCoro::waitFor(std::move(three)));

        AccountRegistry again(path());
        VERIFY_RESULT(again.load());
        QCOMPARE(again.all(), QList<core::Account>{last});
        QCOMPARE(registry.all(), again.all());
    }

    void whatTheDiskRefusesWasNeverThere()
    {
        QFile file(m_folder->filePath(QStringLiteral("blocked")));
        QVERIFY(file.open(QIODevice::WriteOnly)); // a file where the folder should be
        AccountRegistry registry(m_folder->filePath(QStringLiteral("blocked/accounts.toml")));
        Q_UNUSED(registry.load())
        int told = 0;
        const auto subscription = registry.changed.subscribe([&] { ++told; });

        VERIFY_ERROR(QCoro::waitFor(registry.put(accountOf("github", "work"))),
                     base::ErrorCode::Denied);

        QVERIFY(registry.all().isEmpty());
        QVERIFY(!registry.find({QStringLiteral("github"), QStringLiteral("work")}));
        QCOMPARE(told, 1);
    }

    void puttingTheSameWritesNothing()
    {
        write(handWritten);
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());
        int told = 0;
        const auto subscription = registry.changed.subscribe([&] { ++told; });
        for (const core::Account &account : registry.all())
            VERIFY_RESULT(QCoro::waitFor(registry.put(account)));
        QCOMPARE(text(), handWritten);
        QCOMPARE(told, 0);
    }

    void aRemovedAccountTakesItsCommentAndSubTablesWithIt()
    {
        write(handWritten);
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());

        VERIFY_RESULT(QCoro::waitFor(registry.remove(registry.all().at(0).id)));

        QVERIFY(!text().contains("work") && !text().contains("payments"));
        QVERIFY(text().contains("# that is me") && text().contains("# The private one."));
        QCOMPARE(registry.all().size(), 1);
        VERIFY_RESULT(QCoro::waitFor(registry.remove(registry.all().at(0).id)));
        VERIFY_RESULT(
            QCoro::waitFor(registry.remove({QStringLiteral("no"), QStringLiteral("body")})));
        QVERIFY(registry.all().isEmpty());
        QVERIFY(!text().contains("gitlab"));
        QVERIFY(text().contains("owner = \"maria\""));
        VERIFY_RESULT(QCoro::waitFor(registry.put(accountOf("x", "y"))));
        AccountRegistry again(path());
        VERIFY_RESULT(again.load());
        QCOMPARE(again.all(), registry.all());
    }

    void sigilforgesShapeIsReadAndKept()
    {
        write("[[accounts]]\nservice = \"Spotify\"\nid = \"Personal\"\n"
              "scopes = [\"user-read-email\"]\ncreated_at = 2025-12-14T10:00:00Z\n"
              "last_used = 2025-12-14T10:00:00Z\n\n"
              "[[accounts]]\nservice = \"openai\"\nid = \"key\"\nscopes = []\n");
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());

        core::Account spotify = registry.all().at(0);
        QCOMPARE(spotify.id.joined(), QStringLiteral("spotify/personal"));
        QCOMPARE(spotify.kind, core::AccountKind::OAuth);
        QCOMPARE(spotify.created, QDateTime({2025, 12, 14}, {10, 0}, Qt::UTC));
        QCOMPARE(registry.all().at(1).kind, core::AccountKind::ApiKey);

        spotify.labels = {QStringLiteral("music")};
        VERIFY_RESULT(QCoro::waitFor(registry.put(spotify)));

        QVERIFY(text().contains("id = \"Personal\"") && text().contains("last_used"));
        QVERIFY(!text().contains("account = "));
        AccountRegistry again(path());
        VERIFY_RESULT(again.load());
        QCOMPARE(again.all(), registry.all());
    }

    void aListOfInlineTablesCanBeChangedToo()
    {
        write("accounts = [\n  {service = \"a\", account = \"x\"}, # one\n"
              "  {service = \"b\", account = \"y\"},\n]\n");
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());
        core::Account y = registry.all().at(1);
        y.identity = QStringLiteral("me");
        VERIFY_RESULT(QCoro::waitFor(registry.put(y)));
        VERIFY_RESULT(QCoro::waitFor(registry.remove(registry.all().at(0).id)));
        AccountRegistry again(path());
        VERIFY_RESULT(again.load());
        QCOMPARE(again.all(), QList<core::Account>{y});
    }

    void aMistakeNamesItsPlaceAndTheLastGoodListStays_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("place");
        const auto p = [](const char *text) { return QString::fromLatin1(text); };
        QTest::newRow("no TOML") << QByteArray("[[accounts]\n") << p(":29");
        QTest::newRow("a wrong type")
            << QByteArray("[[accounts]]\nservice = \"a\"\naccount = 7\n") << p(":31");
        QTest::newRow("an unknown kind")
            << QByteArray("[[accounts]]\nservice = \"a\"\naccount = \"b\"\nkind = \"magic\"\n")
            << p(":32");
        QTest::newRow("no name") << QByteArray("[[accounts]]\nservice = \"a\"\n") << p(":29");
        QTest::newRow("listed twice")
            << QByteArray("[[accounts]]\nservice = \"GitLab\"\naccount = \"home\"\n") << p(":29");
        QTest::newRow("a strange span") << QByteArray(
            "[[accounts]]\nservice = \"a\"\naccount = \"b\"\nwarn_before = [\"soon\"]\n")
                                        << p(":32");
    }
    void aMistakeNamesItsPlaceAndTheLastGoodListStays()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, place);
        write(handWritten);
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());
        const auto before = registry.all();
        int troubles = 0;
        const auto subscription = registry.troubleChanged.subscribe([&] { ++troubles; });

        write(handWritten + line);
        registry.look();

        QCOMPARE(troubles, 1);
        QVERIFY(registry.trouble());
        QVERIFY2(registry.trouble()->message.contains(path() + place),
                 qPrintable(registry.trouble()->message));
        QCOMPARE(registry.all(), before);
        VERIFY_ERROR(QCoro::waitFor(registry.put(accountOf("new", "one"))),
                     base::ErrorCode::InvalidInput);
        VERIFY_ERROR(QCoro::waitFor(registry.remove(before.at(0).id)),
                     base::ErrorCode::InvalidInput);
        QCOMPARE(text(), handWritten + line);

        write(handWritten);
        registry.look();
        QVERIFY(!registry.trouble());
        VERIFY_RESULT(QCoro::waitFor(registry.put(accountOf("new", "one"))));
    }

    void editsByHandAreNoticed_data()
    {
        QTest::addColumn<bool>("isReplaced");
        QTest::newRow("written in place") << false;
        QTest::newRow("replaced, as editors do") << true;
    }
    void editsByHandAreNoticed()
    {
        QFETCH(bool, isReplaced);
        write(handWritten);
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());
        for (const char *name : {"one", "two"}) {
            int told = 0;
            const auto subscription = registry.changed.subscribe([&] { ++told; });
            const QByteArray more =
                text() + "\n[[accounts]]\nservice = \"new\"\naccount = \"" + name + "\"\n";
            if (isReplaced) {
                QFile other(path() + QStringLiteral("~"));
                QVERIFY(other.open(QIODevice::WriteOnly));
                other.write(more);
                other.close();
                QVERIFY(QFile::remove(path()));
                QVERIFY(other.rename(path()));
            } else {
                write(more);
            }
            QTRY_VERIFY(told > 0);
            QVERIFY(registry.find({QStringLiteral("new"), QLatin1String(name)}));
        }
        QCOMPARE(registry.all().size(), 4);
    }

    void aPutKeepsWhatWasWrittenByHandJustBefore()
    {
        write(handWritten);
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());
        write(handWritten + "[[accounts]]\nservice = \"new\"\naccount = \"one\"\n");

        VERIFY_RESULT(QCoro::waitFor(registry.put(accountOf("other", "two"))));

        QCOMPARE(registry.all().size(), 4);
    }

    void anEditByHandThatAPutFindsIsAnnounced_data()
    {
        QTest::addColumn<bool>("isRemoval");
        QTest::newRow("put") << false;
        QTest::newRow("remove") << true;
    }
    void anEditByHandThatAPutFindsIsAnnounced()
    {
        QFETCH(bool, isRemoval);
        write(handWritten);
        AccountRegistry registry(path());
        VERIFY_RESULT(registry.load());
        const core::AccountId byHand{QStringLiteral("new"), QStringLiteral("one")};
        int told = 0;
        bool knewIt = false;
        const auto subscription = registry.changed.subscribe([&] {
            ++told;
            knewIt = registry.find(byHand).has_value();
        });
        write(handWritten + "[[accounts]]\nservice = \"new\"\naccount = \"one\"\n");

        if (isRemoval)
            VERIFY_RESULT(QCoro::waitFor(registry.remove(registry.all().at(0).id)));
        else
            VERIFY_RESULT(QCoro::waitFor(registry.put(accountOf("other", "two"))));

        QCOMPARE(told, 1);
        QVERIFY(knewIt);
    }

    void anEditByHandRightBehindAWriteIsSeen()
    {
        // Not load(): the watcher would find it as well, now and then.
        write(handWritten);
        AccountRegistry registry(path());
        auto putting = registry.put(accountOf("other", "two"));
        QThreadPool::globalInstance()->waitForDone();
        write(text() + "[[accounts]]\nservice = \"new\"\naccount = \"one\"\n");
        registry.look(); // too early: the put() does not know yet that it has written

        VERIFY_RESULT(QCoro::waitFor(std::move(putting)));

        QCOMPARE(registry.all().size(), 4);
    }

    void tenThousandAccountsAreNoTrouble()
    {
        QByteArray many = handWritten;
        for (int i = 0; i < 10'000; ++i) {
            many += "\n# number " + QByteArray::number(i) + "\n[[accounts]]\nservice = \"s"
                    + QByteArray::number(i) + "\"\naccount = \"a\"\nkind = \"oauth\"\n"
                    + "scopes = [\"one\", \"two\"]\ncreated = 2026-11-22T12:00:00Z\n";
        }
        write(many);
        AccountRegistry registry(path());
        QElapsedTimer timer;
        timer.start();
        VERIFY_RESULT(registry.load());
        const qint64 load = timer.elapsed();
        QCOMPARE(registry.all().size(), 10'002);

        qint64 slowest = 0;
        for (int i = 0; i < 20; ++i) {
            core::Account account = registry.all().at(i * 500);
            account.identity = QStringLiteral("someone");
            timer.restart();
            VERIFY_RESULT(QCoro::waitFor(registry.put(account)));
            slowest = qMax(slowest, timer.nsecsElapsed());
        }
        timer.restart();
        VERIFY_RESULT(QCoro::waitFor(registry.remove(registry.all().at(5000).id)));
        const qint64 removing = timer.nsecsElapsed();
        qInfo("10,000 accounts: load %lld ms, slowest put %lld µs, remove %lld µs",
              load,
              slowest / 1000,
              removing / 1000);
        AccountRegistry again(path());
        VERIFY_RESULT(again.load());
        QCOMPARE(again.all(), registry.all());

        // Edited by hand: read in a worker thread, a mistake as well as its correction.
        const QByteArray good = text();
        write(good + "[[accounts]\n");
        QTRY_VERIFY(registry.trouble());
        write(good + "\n[[accounts]]\nservice = \"by\"\naccount = \"hand\"\n");
        QTRY_VERIFY(!registry.trouble());
        QVERIFY(registry.find({QStringLiteral("by"), QStringLiteral("hand")}));
    }
};

QTEST_GUILESS_MAIN(AccountRegistryTest)
#include "tst_accountregistry.moc"
