// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <map>
#include <memory>

namespace ledger {

//! latchkey.db: SQLite in write-ahead mode, 0600, brought up to date by numbered migrations. For
//! the thread that opened it. A commit never waits for the disk: a power cut may cost the last
//! moment, never the file. The log is folded into the file (which does wait) in a worker thread.
class Database
{
public:
    //! Opens or makes the file. Corrupt: damaged (the remedy says what to do). Unsupported: written
    //! by a newer Latchkey, or not Latchkey's; then it has not been touched.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(const QString &path);
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
    //! All of \a work, or nothing.
    [[nodiscard]] base::Result<> transaction(const std::function<base::Result<>()> &work);

    //! The number of the last migration.
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    explicit Database(QString path);
    [[nodiscard]] base::Result<> connect();
    [[nodiscard]] base::Result<> check();
    [[nodiscard]] base::Result<> migrate();
    [[nodiscard]] base::Error toError(const QSqlError &error) const;
    [[nodiscard]] base::Result<QSqlQuery *> prepared(const QString &sql);
    [[nodiscard]] base::Result<> execute(QSqlQuery &query, const QVariantList &values);
    void foldSometimes();

    QString m_path;
    QString m_connection; //!< Qt's name for it
    QSqlDatabase m_database;
    std::map<QString, QSqlQuery> m_prepared;
    int m_version = 0;
    bool m_wasCut = false; //!< the process before ended without closing it
    int m_changes = 0;
    QFuture<void> m_folding;
};

} // namespace ledger
