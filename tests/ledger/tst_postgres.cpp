// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/database.h"
#include "ledger/migrations.h"
#include "support/postgres.h"
#include "support/verifyresult.h"

#include <atomic>
#include <thread>
#include <vector>

using namespace ledger;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

//! What only a server can do to us: refuse a password, go away, be busy.
class PostgresTest : public QObject
{
    Q_OBJECT

    Postgres m_postgres;
    std::unique_ptr<Database> m_database;

    base::Result<> put(const char *name)
    {
        return m_database->change(s("INSERT INTO authority_facts (name, value) VALUES (?, '')"),
                                  {s(name)});
    }
    qint64 count()
    {
        const auto rows = m_database->rows(s("SELECT COUNT(*) FROM authority_facts"));
        return rows ? rows->first().first().toLongLong() : -1;
    }

private Q_SLOTS:
    void init()
    {
        if (!m_postgres.missing().isEmpty())
            QSKIP(qPrintable(m_postgres.missing()));
        auto opened = Database::connectTo(m_postgres.freshDatabase(), {});
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
    }
    void cleanup() { m_database.reset(); }

    void thePasswordOpensAndAWrongOneDoesNot()
    {
        const QUrl url = m_postgres.loopbackUrl(m_postgres.database());

        VERIFY_RESULT(Database::connectTo(url, base::Secret(Postgres::password)));
        const auto refused = Database::connectTo(url, base::Secret("wrong secret"));

        VERIFY_ERROR(refused, base::ErrorCode::Unreachable);
        QVERIFY(!refused.error().message.contains(s("wrong secret")));
        QVERIFY(!refused.error().remedy.isEmpty());
    }

    void aWrongAddressIsToldBeforeAnythingIsTried_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("password inside") << QUrl(s("postgresql://me:pw@127.0.0.1/x"));
        QTest::newRow("no database") << QUrl(s("postgresql://me@127.0.0.1/"));
        QTest::newRow("another scheme") << QUrl(s("mysql://me@127.0.0.1/x"));
        QTest::newRow("unknown option") << QUrl(s("postgresql://me@127.0.0.1/x?passfile=/etc/x"));
        QTest::newRow("two options in one") << QUrl(s("postgresql:///x?sslmode=a;user=b"));
    }
    void aWrongAddressIsToldBeforeAnythingIsTried()
    {
        QFETCH(const QUrl, url);
        const auto refused = Database::connectTo(url, {});
        VERIFY_ERROR(refused, base::ErrorCode::InvalidInput);
        QVERIFY(!refused.error().message.contains(s("pw")));
    }

    void aConnectionThatWasCutComesBack()
    {
        VERIFY_RESULT(put("a"));
        QVERIFY(m_postgres.cutConnections());

        QCOMPARE(count(), 1); // reading again harms nobody

        QVERIFY(m_postgres.cutConnections());
        VERIFY_ERROR(put("b"), base::ErrorCode::Unreachable); // whether it was done is not known
        VERIFY_RESULT(put("b"));
        QCOMPARE(count(), 2);
    }

    void aTransactionThatWasCutIsDoneAgainAsAWhole()
    {
        int tries = 0;
        const auto done = m_database->transaction([&]() -> base::Result<> {
            TRY_VOID(put("a"));
            if (++tries == 1 && !m_postgres.cutConnections())
                return base::fail(base::ErrorCode::Internal, s("not cut"));
            return put("b");
        });

        VERIFY_RESULT(done);
        QCOMPARE(tries, 2);
        QCOMPARE(count(), 2);
    }

    void aServerThatIsAwayIsUnreachableUntilItIsBack()
    {
        VERIFY_RESULT(put("a"));
        m_postgres.stop();

        const auto away = put("b");
        VERIFY_ERROR(away, base::ErrorCode::Unreachable);
        QCOMPARE(away.error().retryable, base::Retryable::Yes);
        VERIFY_ERROR(m_database->ping(), base::ErrorCode::Unreachable);
        QVERIFY(m_postgres.start());

        VERIFY_RESULT(m_database->ping());
        VERIFY_RESULT(put("b"));
        QCOMPARE(count(), 2);
    }

    void aStatementThatFailsSpoilsTheTransaction()
    {
        const auto done = m_database->transaction([&]() -> base::Result<> {
            TRY_VOID(put("a"));
            static_cast<void>(put("a")); // the server rolls back from here on
            return {};
        });
        VERIFY_ERROR(done, base::ErrorCode::Internal);
        QCOMPARE(count(), 0);
    }

    void instancesThatStartAtOnceMigrateOnce()
    {
        const QUrl url = m_postgres.freshDatabase();
        std::atomic<int> opened = 0;

        std::vector<std::thread> instances;
        for (int i = 0; i < 4; ++i)
            instances.emplace_back([&] { opened += Database::connectTo(url, {}) ? 1 : 0; });
        for (std::thread &instance : instances)
            instance.join();

        QCOMPARE(opened.load(), 4);
        auto database = Database::connectTo(url, {});
        VERIFY_RESULT(database);
        const auto rows = (*database)->rows(s("SELECT COUNT(*) FROM migrations"));
        VERIFY_RESULT(rows);
        QCOMPARE(rows->first().first().toInt(), int(migrations().size()));
    }

    void aNewerProgramsDatabaseIsRefused()
    {
        VERIFY_RESULT(m_database->change(s("INSERT INTO migrations VALUES (?, ?, ?)"),
                                         {999, s("of tomorrow"), 1}));
        VERIFY_ERROR(Database::connectTo(m_postgres.socketUrl(m_postgres.database()), {}),
                     base::ErrorCode::Unsupported);
    }

    void whoWaitsTooLongForALockIsToldSo()
    {
        auto other = Database::connectTo(m_postgres.socketUrl(m_postgres.database()), {});
        VERIFY_RESULT(other);
        VERIFY_RESULT((*other)->run(s("SET lock_timeout = '50ms'")));
        VERIFY_RESULT(put("a"));

        const auto outer = m_database->transaction([&]() -> base::Result<> {
            TRY_VOID(m_database->change(s("UPDATE authority_facts SET value = ?"), {s("1")}));
            const auto held = (*other)->change(s("UPDATE authority_facts SET value = ?"), {s("2")});
            return held ? base::Result<>() : base::Result<>(base::fail(held.error()));
        });

        VERIFY_ERROR(outer, base::ErrorCode::TimedOut);
    }
};

QTEST_GUILESS_MAIN(PostgresTest)
#include "tst_postgres.moc"
