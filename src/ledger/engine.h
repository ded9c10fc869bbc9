// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlError>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>

class QSqlDatabase;
class QUrl;

namespace base {
class Secret;
}

namespace ledger {

//! What an error means for the transaction it happened in.
enum class Trouble {
    None, //!< the statement failed, the transaction can go on
    Broken, //!< the transaction can only be rolled back
    Collision, //!< another one was in the way: the same work may succeed now
    Lost //!< the connection is gone
};

//! Statements that stay prepared, past Qt Sql, on a connection that is open.
class Statements
{
public:
    virtual ~Statements() = default;
    [[nodiscard]] virtual tl::expected<int, QSqlError> changed(const QString &sql,
                                                               const QVariantList &values) = 0;
    [[nodiscard]] virtual tl::expected<QList<QVariantList>, QSqlError> rows(
        const QString &sql, const QVariantList &values) = 0;
};

//! What differs between the databases that the tables can live in.
class Engine
{
public:
    //! Runs a statement and gives the first value of the first row (null without one).
    using Ask = std::function<base::Result<QVariant>(const QString &sql, const QVariantList &)>;

    virtual ~Engine() = default;

    //! Qt's name for the driver.
    [[nodiscard]] virtual QString driver() const = 0;
    //! For messages: the file, or the server's address.
    [[nodiscard]] virtual QString name() const = 0;
    //! For one more connection to what is open already; null where one has to be enough.
    [[nodiscard]] virtual std::unique_ptr<Engine> beside() const = 0;
    //! Opens \a database and sets it up for this session.
    [[nodiscard]] virtual base::Result<> open(QSqlDatabase &database) = 0;
    //! The short way to the open database; null where Qt Sql is the only one.
    [[nodiscard]] virtual Statements *statements() { return nullptr; }
    //! Before the connection is closed.
    virtual void close() {}
    //! Looks whether it is whole and ours, holds off others who would migrate it as well, and gives
    //! the number of the last migration.
    [[nodiscard]] virtual base::Result<int> beginMigrations(const Ask &ask) = 0;
    //! A migration's statement in this engine's words.
    [[nodiscard]] virtual QString translated(const QString &statement) const = 0;
    //! Called inside the transaction of the migration.
    [[nodiscard]] virtual base::Result<> noteVersion(const Ask &ask, int version) = 0;
    virtual void endMigrations(const Ask &ask) = 0;

    [[nodiscard]] virtual QString beginStatement() const = 0;
    //! Lets \a milliseconds pass on the server; empty: nobody can collide here.
    [[nodiscard]] virtual QString pauseStatement(int milliseconds) const = 0;
    [[nodiscard]] virtual QVariant bound(const QVariant &value) const = 0;
    //! Whether rows are read as they come; not where that forbids a second query meanwhile.
    [[nodiscard]] virtual bool readsForwardOnly() const = 0;
    [[nodiscard]] virtual base::Error toError(const QSqlError &error) const = 0;
    [[nodiscard]] virtual Trouble troubleOf(const QSqlError &error) const = 0;
    //! After each statement that may have changed something.
    virtual void noteChange() = 0;
};

//! A file; see Database::open().
[[nodiscard]] base::Result<std::unique_ptr<Engine>> sqliteEngine(const QString &path);
//! A server; see Database::connectTo().
[[nodiscard]] base::Result<std::unique_ptr<Engine>> postgresEngine(const QUrl &url,
                                                                   base::Secret password);

} // namespace ledger
