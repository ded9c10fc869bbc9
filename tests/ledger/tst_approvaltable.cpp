// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/approvaltable.h"
#include "support/testdatabase.h"
#include "support/verifyresult.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ledger;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

core::KeptApproval sample(const char *id)
{
    core::KeptApproval kept;
    core::Approval &approval = kept.approval;
    approval.id = s(id);
    approval.identity = "0123456789abcdef";
    approval.name = s("upload.sh");
    approval.executable = s("/usr/bin/bash");
    approval.script = s("/home/maria/größer als/'upload'.sh");
    approval.through = s("latchkey");
    approval.account = {s("github"), s("work")};
    approval.wish = core::Wish::Change;
    approval.span = core::ConsentSpan::Hours;
    approval.since = QDateTime({2026, 11, 22}, {12, 0, 0, 125}, Qt::UTC);
    approval.until = approval.since.addSecs(8 * 3600);
    approval.lastUsed = approval.since.addSecs(5);
    approval.uses = 5'000'000'000;
    approval.source = s("person");
    kept.hash = "aa";
    kept.scriptHash = "bb";
    return kept;
}

} // namespace

//! Runs a second time against PostgreSQL.
class ApprovalTableTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString m_path;

    base::Result<std::unique_ptr<Database>> fresh()
    {
        m_path = m_folder.filePath(QStringLiteral("%1.db").arg(++m_count));
        return openTestDatabase(m_path);
    }

    static void compare(const core::KeptApproval &a, const core::KeptApproval &b)
    {
        QCOMPARE(a.approval.id, b.approval.id);
        QCOMPARE(a.approval.identity, b.approval.identity);
        QCOMPARE(a.approval.name, b.approval.name);
        QCOMPARE(a.approval.executable, b.approval.executable);
        QCOMPARE(a.approval.script, b.approval.script);
        QCOMPARE(a.approval.through, b.approval.through);
        QCOMPARE(a.approval.account, b.approval.account);
        QCOMPARE(a.approval.wish, b.approval.wish);
        QCOMPARE(a.approval.allowed, b.approval.allowed);
        QCOMPARE(a.approval.span, b.approval.span);
        QCOMPARE(a.approval.since, b.approval.since);
        QCOMPARE(a.approval.until, b.approval.until);
        QCOMPARE(a.approval.lastUsed, b.approval.lastUsed);
        QCOMPARE(a.approval.uses, b.approval.uses);
        QCOMPARE(a.approval.source, b.approval.source);
        QCOMPARE(a.hash, b.hash);
        QCOMPARE(a.scriptHash, b.scriptHash);
    }

private Q_SLOTS:
    void anApprovalComesBackAsItWas()
    {
        const auto database = fresh();
        VERIFY_RESULT(database);
        ApprovalTable table(**database);
        core::KeptApproval endless = sample("b");
        endless.approval.until = {};
        endless.approval.lastUsed = {};
        endless.approval.allowed = false;
        endless.approval.span = core::ConsentSpan::Always;
        endless.approval.since = endless.approval.since.addSecs(1);

        VERIFY_RESULT(table.put(sample("a")));
        VERIFY_RESULT(table.put(endless));

        const auto all = table.all();
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 2);
        compare(all->at(0), sample("a"));
        compare(all->at(1), endless);
        QVERIFY(!all->at(1).approval.until.isValid());
    }

    void theSameIdIsReplaced()
    {
        const auto database = fresh();
        VERIFY_RESULT(database);
        ApprovalTable table(**database);
        VERIFY_RESULT(table.put(sample("a")));
        core::KeptApproval changed = sample("a");
        changed.approval.uses += 1;
        changed.approval.until = changed.approval.until.addDays(1);
        changed.hash = "cc";

        VERIFY_RESULT(table.put(changed));

        const auto all = table.all();
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 1);
        compare(all->first(), changed);
    }

    void removingWhatIsNotThereIsNoError()
    {
        const auto database = fresh();
        VERIFY_RESULT(database);
        ApprovalTable table(**database);
        VERIFY_RESULT(table.put(sample("a")));

        VERIFY_RESULT(table.remove(s("nobody")));
        VERIFY_RESULT(table.remove(s("a")));
        VERIFY_RESULT(table.remove(s("a")));

        const auto all = table.all();
        VERIFY_RESULT(all);
        QVERIFY(all->isEmpty());
    }

    void approvalsOutliveTheConnection()
    {
        auto database = fresh();
        VERIFY_RESULT(database);
        VERIFY_RESULT(ApprovalTable(**database).put(sample("a")));
        database->reset();

        const auto again = openTestDatabase(m_path);

        VERIFY_RESULT(again);
        const auto all = ApprovalTable(**again).all();
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 1);
        compare(all->first(), sample("a"));
    }

    void aDatabaseFromBeforeGetsTheTable()
    {
        const auto old = QTemporaryDir();
        const QString path = old.filePath(QStringLiteral("old.db"));
        {
            const auto database = Database::open(path);
            VERIFY_RESULT(database);
            // As migration 3 left it.
            for (const char *undo : {"DROP TABLE approvals",
                                     "ALTER TABLE authority_totp DROP COLUMN begun_at",
                                     "ALTER TABLE authority_totp DROP COLUMN begun_by",
                                     "ALTER TABLE authority_grants DROP COLUMN refresh_hash",
                                     "ALTER TABLE authority_grants DROP COLUMN refresh_number",
                                     "ALTER TABLE authority_grants DROP COLUMN refresh_expires_at",
                                     "ALTER TABLE authority_grants DROP COLUMN refresh_rotations",
                                     "CREATE TABLE authority_refresh (token_hash TEXT PRIMARY KEY,"
                                     " grant_id TEXT, expires_at BIGINT)",
                                     "CREATE INDEX authority_refresh_grant ON authority_refresh"
                                     " (grant_id)",
                                     "DELETE FROM migrations WHERE number > 3"})
                VERIFY_RESULT((*database)->run(s(undo)));
            VERIFY_RESULT((*database)->run(s("PRAGMA user_version = 3")));
            VERIFY_RESULT((*database)->change(
                s("INSERT INTO account_states (service, account) VALUES (?, ?)"),
                {s("github"), s("work")}));
        }

        const auto database = Database::open(path);

        VERIFY_RESULT(database);
        QVERIFY((*database)->version() >= 4);
        VERIFY_RESULT(ApprovalTable(**database).put(sample("a")));
        const auto states = (*database)->rows(s("SELECT account FROM account_states"));
        VERIFY_RESULT(states);
        QCOMPARE(states->size(), 1);
    }

    void aRowFromElsewhereThatCannotBeReadAllowsNothing()
    {
        const auto database = fresh();
        VERIFY_RESULT(database);
        ApprovalTable table(**database);
        VERIFY_RESULT(table.put(sample("a")));
        VERIFY_RESULT(table.put(sample("b")));
        VERIFY_RESULT((*database)->change(s("UPDATE approvals SET wish = ? WHERE id = ?"),
                                          {s("anything"), s("a")}));

        const auto all = table.all();

        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().approval.id, s("b"));
    }
};

QTEST_GUILESS_MAIN(ApprovalTableTest)
#include "tst_approvaltable.moc"
