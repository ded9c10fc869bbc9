// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace ledger {

class Engine;
enum class Trouble;

//! The tables, brought up to date by numbered migrations, in one of two places. For the thread that
//! opened it. SQL is written for both, with ? for values: ON CONFLICT rather than OR REPLACE,
//! LOWER() on both sides of a LIKE, truth and times as numbers.
//!
//! - open(): latchkey.db, SQLite in write-ahead mode, 0600. A commit never waits for the disk: a
//!   power cut may cost the last moment, never the file. The log is folded into the file (which
//!   does wait) in a worker thread.
//! - connectTo(): PostgreSQL, for several instances.
class Database
{
public:
    //! Opens or makes the file. Corrupt: damaged (the remedy says what to do). Unsupported: written
    //! by a newer Latchkey, or not Latchkey's; then it has not been touched.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(const QString &path);
    //! Connects to postgresql://user@host:port/name, or through the Unix socket in a folder with
    //! postgresql://user@/name?host=/folder. Other machines have to prove who they are
    //! (sslmode=verify-full) unless the URL has another sslmode. Unreachable: not there, or the
    //! password is wrong.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> connectTo(const QUrl &url,
                                                                           base::Secret password);
    //! One more connection to the same file, for another thread: it connects at its first use, in
    //! the thread that uses it, and ends there. Nothing is checked or migrated again. Null for a
    //! server: it is asked where everything else is.
    [[nodiscard]] std::unique_ptr<Database> beside() const;
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    //! Runs one statement with its values for ?.
    [[nodiscard]] base::Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    //! The same for what is run often and gives no rows: it stays prepared.
    [[nodiscard]] base::Result<> change(const QString &sql, const QVariantList &values);
    //! What a query finds, read whole; it stays prepared. For rooms that should not know Qt Sql.
    [[nodiscard]] base::Result<QList<QVariantList>> rows(const QString &sql,
                                                         const QVariantList &values = {});
    //! The same as change(), and how many rows it touched: what a compare-and-set is made of.
    [[nodiscard]] base::Result<int> changed(const QString &sql, const QVariantList &values);
    //! All of \a work, or nothing, as if no other transaction ran meanwhile (SQLite: one writes at
    //! a time; PostgreSQL: SERIALIZABLE). There \a work is run again when another transaction was
    //! in the way, up to ten times: it should do nothing but read and write the database and assign
    //! its results. A statement that fails inside spoils the whole transaction. Not to be nested.
    [[nodiscard]] base::Result<> transaction(const std::function<base::Result<>()> &work);

    //! Transactions that came up together, with one commit for all of them: what a commit costs is
    //! shared. If one of them fails none of them is kept by that, and each is run again by itself.
    //! Each sees what those before it have done; none sees an outcome before all are kept.
    [[nodiscard]] std::vector<base::Result<>> transactions(
        const std::vector<std::function<base::Result<>()>> &works);

    //! The number of the last migration.
    [[nodiscard]] int version() const { return m_version; }
    //! The file, or the server's address: for people.
    [[nodiscard]] QString name() const;
    //! Whether it answers now: for /health/ready.
    [[nodiscard]] base::Result<> ping();

private:
    explicit Database(std::unique_ptr<Engine> engine);
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> opened(
        std::unique_ptr<Engine> engine);
    [[nodiscard]] base::Result<> connect();
    //! Connects again if the connection was lost.
    [[nodiscard]] base::Result<> ensureConnected();
    [[nodiscard]] base::Result<> migrate();
    [[nodiscard]] base::Result<> attempt(const std::function<base::Result<>()> &work);
    [[nodiscard]] base::Error note(const QSqlError &error);
    [[nodiscard]] base::Result<QSqlQuery> runOnce(const QString &sql, const QVariantList &values);
    [[nodiscard]] base::Result<QSqlQuery *> prepared(const QString &sql);
    [[nodiscard]] base::Result<QSqlQuery *> runPrepared(const QString &sql,
                                                        const QVariantList &values);
    [[nodiscard]] base::Result<> execute(QSqlQuery &query, const QVariantList &values);

    std::unique_ptr<Engine> m_engine;
    QString m_connection; //!< Qt's name for it
    QSqlDatabase m_database;
    std::map<QString, QSqlQuery> m_prepared;
    int m_version = 0;
    bool m_isLost = false;
    bool m_isInTransaction = false;
    Trouble m_trouble; //!< the worst of this transaction
};

} // namespace ledger
