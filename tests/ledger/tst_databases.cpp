// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/accountstatetable.h"
#include "ledger/database.h"
#include "ledger/migrations.h"
#include "support/postgres.h"
#include "support/verifyresult.h"

#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace ledger;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const char insertFact[] = "INSERT INTO authority_facts (name, value) VALUES (?, ?)";
const char factOf[] = "SELECT value FROM authority_facts WHERE name = ?";

} // namespace

//! What holds for both places of the tables.
class DatabasesTest : public QObject
{
    Q_OBJECT

    Postgres m_postgres;
    QTemporaryDir m_folder;
    int m_count = 0;
    QUrl m_url;

    //! Another connection to the database of this test.
    base::Result<std::unique_ptr<Database>> again(const QString &backend)
    {
        if (backend == QLatin1String("sqlite"))
            return Database::open(m_folder.filePath(QStringLiteral("%1.db").arg(m_count)));
        return Database::connectTo(m_url, {});
    }
    base::Result<std::unique_ptr<Database>> fresh(const QString &backend)
    {
        ++m_count;
        if (backend == QLatin1String("postgres"))
            m_url = m_postgres.freshDatabase();
        return again(backend);
    }

    static void backends()
    {
        QTest::addColumn<QString>("backend");
        QTest::newRow("sqlite") << s("sqlite");
        QTest::newRow("postgres") << s("postgres");
    }

#define OPEN_BACKEND(database)                                       \
    QFETCH(const QString, backend);                                  \
    if (backend == s("postgres") && !m_postgres.missing().isEmpty()) \
        QSKIP(qPrintable(m_postgres.missing()));                     \
    auto database = fresh(backend);                                  \
    VERIFY_RESULT(database)

    static base::Result<> put(Database &database, const char *name, const char *value)
    {
        return database.change(s(insertFact), {s(name), s(value)});
    }
    static QString value(Database &database, const char *name)
    {
        const auto rows = database.rows(s(factOf), {s(name)});
        return rows && !rows->isEmpty() ? rows->first().first().toString() : QString();
    }

private Q_SLOTS:
    void migrationsBuildEverything_data()
    {
        backends();
    }
    void migrationsBuildEverything()
    {
        OPEN_BACKEND(database);

        QCOMPARE((*database)->version(), int(migrations().size()));
        const auto rows =
            (*database)->rows(s("SELECT number, name FROM migrations ORDER BY number"));
        VERIFY_RESULT(rows);
        QCOMPARE(rows->size(), migrations().size());
        for (int i = 0; i < migrations().size(); ++i) {
            QCOMPARE(rows->at(i).at(0).toInt(), i + 1);
            QCOMPARE(rows->at(i).at(1).toString(), migrations().at(i).name);
        }
        VERIFY_RESULT((*database)->ping());
    }

    void aSecondOpeningKeepsWhatIsThere_data()
    {
        backends();
    }
    void aSecondOpeningKeepsWhatIsThere()
    {
        OPEN_BACKEND(database);
        VERIFY_RESULT(put(**database, "a", "1"));
        database->reset();

        auto second = again(backend);

        VERIFY_RESULT(second);
        QCOMPARE(value(**second, "a"), s("1"));
    }

    void valuesComeBackAsTheyWere_data()
    {
        backends();
    }
    void valuesComeBackAsTheyWere()
    {
        OPEN_BACKEND(database);
        const QString odd = s("ä'\"\\%_?$1 \n\t") + QString::fromUcs4(U"\U0001F511", 1);
        const qint64 large = 1'795'000'000'123;
        VERIFY_RESULT((*database)->change(s(insertFact), {odd, odd}));
        VERIFY_RESULT((*database)->change(
            s("INSERT INTO authority_buckets (name, level, counted_at) VALUES (?, ?, ?)"),
            {s("b"), 0.125, large}));

        const auto facts = (*database)->rows(s("SELECT name, value FROM authority_facts"));
        const auto buckets =
            (*database)->rows(s("SELECT level, counted_at, NULL FROM authority_buckets"));

        VERIFY_RESULT(facts);
        QCOMPARE(facts->first().at(0).toString(), odd);
        QCOMPARE(facts->first().at(1).toString(), odd);
        VERIFY_RESULT(buckets);
        QCOMPARE(buckets->first().at(0).toDouble(), 0.125);
        QCOMPARE(buckets->first().at(1).toLongLong(), large);
        QVERIFY(buckets->first().at(2).isNull());
    }

    void statesOfAccountsComeBackAsTheyWere_data()
    {
        backends();
    }
    void statesOfAccountsComeBackAsTheyWere()
    {
        OPEN_BACKEND(database);
        AccountStateTable table(**database);
        core::AccountState state;
        state.issuedAt = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC);
        state.renewable = true;
        state.lastUsedBy = s("git");
        const core::AccountId id{s("github"), s("work")};

        VERIFY_RESULT(table.put(id, {}));
        VERIFY_RESULT(table.put(id, state));

        const auto all = table.all();
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->value(id), state);
    }

    void changedSaysHowManyRowsItTouched_data()
    {
        backends();
    }
    void changedSaysHowManyRowsItTouched()
    {
        OPEN_BACKEND(database);
        VERIFY_RESULT(put(**database, "a", "1"));
        const QString swap = s("UPDATE authority_facts SET value = ? WHERE name = ? AND value = ?");

        QCOMPARE((*database)->changed(swap, {s("2"), s("a"), s("1")}), 1);
        QCOMPARE((*database)->changed(swap, {s("3"), s("a"), s("1")}), 0);
        QCOMPARE((*database)->changed(s("INSERT INTO authority_facts (name, value) VALUES (?, ?)"
                                        " ON CONFLICT DO NOTHING"),
                                      {s("a"), s("9")}),
                 0);
        QCOMPARE(value(**database, "a"), s("2"));
    }

    void aNumberIsGivenToEachEvent_data()
    {
        backends();
    }
    void aNumberIsGivenToEachEvent()
    {
        OPEN_BACKEND(database);
        const QString insert = s(
            "INSERT INTO authority_events (at, kind, outcome) VALUES (?, ?, ?) RETURNING sequence");

        const auto first = (*database)->rows(insert, {1, s("k"), s("ok")});
        const auto second = (*database)->rows(insert, {2, s("k"), s("ok")});

        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QCOMPARE(second->first().first().toLongLong(), first->first().first().toLongLong() + 1);
    }

    void aSecondRowOfOneKeyIsAConflict_data()
    {
        backends();
    }
    void aSecondRowOfOneKeyIsAConflict()
    {
        OPEN_BACKEND(database);
        VERIFY_RESULT(put(**database, "a", "1"));
        VERIFY_ERROR(put(**database, "a", "2"), base::ErrorCode::Conflict);
        VERIFY_RESULT(put(**database, "b", "2"));
        VERIFY_ERROR((*database)->rows(s("SELECT nothing FROM nowhere")),
                     base::ErrorCode::Internal);
        QCOMPARE(value(**database, "b"), s("2"));
    }

    void aFailedTransactionLeavesNothing_data()
    {
        backends();
    }
    void aFailedTransactionLeavesNothing()
    {
        OPEN_BACKEND(database);

        const auto failed = (*database)->transaction([&]() -> base::Result<> {
            TRY_VOID(put(**database, "a", "1"));
            return base::fail(base::ErrorCode::Cancelled, s("no"));
        });
        const auto worked = (*database)->transaction([&]() { return put(**database, "b", "1"); });

        VERIFY_ERROR(failed, base::ErrorCode::Cancelled);
        VERIFY_RESULT(worked);
        QCOMPARE(value(**database, "a"), QString());
        QCOMPARE(value(**database, "b"), s("1"));
    }

    void transactionsThatComeTogetherAreKeptTogether_data()
    {
        backends();
    }

    void transactionsThatComeTogetherAreKeptTogether()
    {
        OPEN_BACKEND(database);
        Database &db = **database;
        QStringList seen;
        const auto putting = [&](const char *name) {
            return [&db, &seen, name]() -> base::Result<> {
                seen += value(db, "a");
                return put(db, name, "x");
            };
        };

        const auto outcomes = db.transactions({putting("a"), putting("b"), putting("c")});

        QCOMPARE(outcomes.size(), std::size_t(3));
        for (const auto &outcome : outcomes)
            VERIFY_RESULT(outcome);
        QCOMPARE(seen, QStringList({{}, s("x"), s("x")})); // as one after the other, each once
        QCOMPARE(value(db, "c"), s("x"));
    }

    void oneOfThemThatFailsSpoilsNoOther_data()
    {
        backends();
    }

    void oneOfThemThatFailsSpoilsNoOther()
    {
        OPEN_BACKEND(database);
        Database &db = **database;
        VERIFY_RESULT(put(db, "taken", "before"));

        const auto outcomes =
            db.transactions({[&] { return put(db, "a", "x"); },
                             [&]() -> base::Result<> {
                                 TRY_VOID(put(db, "half", "x"));
                                 return put(db, "taken", "after");
                             },
                             [&] { return put(db, "c", "x"); },
                             [&]() -> base::Result<> {
                                 TRY_VOID(put(db, "other half", "x"));
                                 return base::fail(base::ErrorCode::Denied, s("not this one"));
                             }});

        VERIFY_RESULT(outcomes[0]);
        VERIFY_ERROR(outcomes[1], base::ErrorCode::Conflict);
        VERIFY_RESULT(outcomes[2]);
        VERIFY_ERROR(outcomes[3], base::ErrorCode::Denied);
        QCOMPARE(value(db, "a"), s("x"));
        QCOMPARE(value(db, "half"), QString());
        QCOMPARE(value(db, "taken"), s("before"));
        QCOMPARE(value(db, "c"), s("x"));
        QCOMPARE(value(db, "other half"), QString());
    }

    void transactionsAreNotNested_data()
    {
        backends();
    }
    void transactionsAreNotNested()
    {
        OPEN_BACKEND(database);
        const auto outer = (*database)->transaction([&]() -> base::Result<> {
            TRY_VOID(put(**database, "a", "1"));
            return (*database)->transaction([&]() { return put(**database, "b", "1"); });
        });
        VERIFY_ERROR(outer, base::ErrorCode::Internal);
        QCOMPARE(value(**database, "a"), QString());
    }

    void writersOfTwoInstancesLoseNothing_data()
    {
        backends();
    }
    void writersOfTwoInstancesLoseNothing()
    {
        OPEN_BACKEND(database);
        VERIFY_RESULT(put(**database, "count", "0"));
        const int each = 40;
        std::atomic<int> failures = 0;
        // Read, think, write: what only a transaction makes safe.
        const auto work = [&] {
            auto mine = again(backend);
            if (!mine) {
                failures += each;
                return;
            }
            for (int i = 0; i < each; ++i) {
                const auto done = (*mine)->transaction([&]() -> base::Result<> {
                    TRY(const auto rows, (*mine)->rows(s(factOf), {s("count")}));
                    const int count = rows.first().first().toInt();
                    return (*mine)->change(s("UPDATE authority_facts SET value = ? WHERE name = ?"),
                                           {QString::number(count + 1), s("count")});
                });
                failures += done ? 0 : 1;
            }
        };

        std::thread first(work);
        std::thread second(work);
        first.join();
        second.join();

        QCOMPARE(value(**database, "count").toInt() + failures, 2 * each);
        QCOMPARE(failures.load(), 0);
    }
};

QTEST_GUILESS_MAIN(DatabasesTest)
#include "tst_databases.moc"
