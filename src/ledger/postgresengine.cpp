// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"
#include "ledger/engine.h"
#include "ledger/migrations.h"
#include "ledger/words.h"

#include <QHostAddress>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUrlQuery>

namespace ledger {

namespace {

using base::ErrorCode;

//! "LKey": two instances that start at once take turns with the migrations.
constexpr int advisoryLock = 0x4C4B6579;

//! Where the server is, from postgresql://user@host:port/name?sslmode=….
struct Address
{
    QString host; //!< a folder for a Unix socket
    int port = -1;
    QString user;
    QString database;
    QStringList options;
};

base::Error wrongAddress(const QString &what)
{
    return {ErrorCode::InvalidInput,
            Words::tr("The database's address cannot be used: %1.").arg(what),
            Words::tr("Write it as postgresql://user@host:port/database, without the password."),
            {}};
}

//! A value in a connection string, in quotes.
QString quoted(const QString &value)
{
    QString escaped = value;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    escaped.replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + escaped + QLatin1Char('\'');
}

bool isThisMachine(const QString &host)
{
    return host.isEmpty() || host.startsWith(QLatin1Char('/')) || host == QLatin1String("localhost")
           || QHostAddress(host).isLoopback();
}

base::Result<Address> addressOf(const QUrl &url)
{
    if (url.scheme() != QLatin1String("postgresql") && url.scheme() != QLatin1String("postgres"))
        return base::fail(wrongAddress(Words::tr("it does not begin with postgresql://")));
    if (!url.password().isEmpty())
        return base::fail(wrongAddress(Words::tr("it holds the password, for everybody to see")));
    Address address;
    address.host = url.host();
    address.port = url.port();
    address.user = url.userName(QUrl::FullyDecoded);
    address.database = url.path(QUrl::FullyDecoded).mid(1);
    if (address.database.isEmpty())
        return base::fail(wrongAddress(Words::tr("it names no database")));
    bool hasMode = false;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        // Qt parts the options at semicolons, whatever the quotes say.
        if (value.contains(QLatin1Char(';')))
            return base::fail(wrongAddress(Words::tr("%1 holds a semicolon").arg(key)));
        if (key == QLatin1String("host")) {
            address.host = value;
        } else if (key == QLatin1String("sslmode") || key == QLatin1String("sslrootcert")
                   || key == QLatin1String("sslcert") || key == QLatin1String("sslkey")) {
            hasMode = hasMode || key == QLatin1String("sslmode");
            address.options.append(key + QLatin1Char('=') + quoted(value));
        } else {
            return base::fail(wrongAddress(Words::tr("%1 is not known").arg(key)));
        }
    }
    // Whoever stands between could read every session; libpq's own default would let him.
    if (!hasMode && !isThisMachine(address.host))
        address.options.append(QStringLiteral("sslmode=verify-full"));
    address.options.append(QStringLiteral("connect_timeout=5"));
    address.options.append(QStringLiteral("application_name=latchkey"));
    return address;
}

class PostgresEngine final : public Engine
{
public:
    PostgresEngine(Address address, base::Secret password)
        : m_address(std::move(address))
        , m_password(std::move(password))
    {}

    QString driver() const override { return QStringLiteral("QPSQL"); }
    QString name() const override
    {
        return m_address.database + QLatin1Char('@')
               + (m_address.host.isEmpty() ? QStringLiteral("localhost") : m_address.host);
    }
    std::unique_ptr<Engine> beside() const override { return nullptr; }
    base::Result<> open(QSqlDatabase &database) override;
    base::Result<int> beginMigrations(const Ask &ask) override;
    QString translated(const QString &statement) const override;
    base::Result<> noteVersion(const Ask &, int) override { return {}; }
    void endMigrations(const Ask &ask) override;
    QString pauseStatement(int milliseconds) const override
    {
        return QStringLiteral("SELECT pg_sleep(%1)").arg(milliseconds / 1000.0);
    }

    QString beginStatement() const override
    {
        // What SQLite gives by letting one write at a time: no transaction sees another's half.
        return QStringLiteral("BEGIN ISOLATION LEVEL SERIALIZABLE");
    }
    QVariant bound(const QVariant &value) const override
    {
        // Truth is kept as a number, which SQLite does by itself.
        return value.typeId() == QMetaType::Bool ? QVariant(value.toBool() ? 1 : 0) : value;
    }
    bool readsForwardOnly() const override { return false; }
    base::Error toError(const QSqlError &error) const override;
    Trouble troubleOf(const QSqlError &error) const override;
    void noteChange() override {}

private:
    Address m_address;
    base::Secret m_password;
};

base::Result<> PostgresEngine::open(QSqlDatabase &database)
{
    if (!database.isValid()) {
        return base::fail(ErrorCode::Unsupported,
                          Words::tr("Qt's driver for PostgreSQL is not installed."),
                          Words::tr("Install the package libqt6sql6-psql, then start again."));
    }
    database.setHostName(m_address.host);
    database.setPort(m_address.port);
    database.setDatabaseName(m_address.database);
    database.setConnectOptions(m_address.options.join(QLatin1Char(';')));
    QString password = QString::fromUtf8(m_password.expose());
    const bool isOpen = database.open(m_address.user, password);
    base::wipe(password);
    if (!isOpen) {
        return base::fail(ErrorCode::Unreachable,
                          Words::tr("The database %1 cannot be reached: %2.")
                              .arg(name(), database.lastError().databaseText().simplified()),
                          Words::tr("Check that PostgreSQL runs, and the address, the user and the "
                                    "password in the settings."),
                          base::Retryable::Yes);
    }
    // No statement may hold the authority's one thread for longer than a client waits.
    for (const char *setting : {"SET statement_timeout = '10s'",
                                "SET lock_timeout = '5s'",
                                "SET idle_in_transaction_session_timeout = '30s'",
                                "SET standard_conforming_strings = on",
                                "SET client_min_messages = warning"}) {
        QSqlQuery query(database);
        if (!query.exec(QString::fromLatin1(setting)))
            return base::fail(toError(query.lastError()));
    }
    return {};
}

base::Result<int> PostgresEngine::beginMigrations(const Ask &ask)
{
    // A long migration of another instance is no reason to give up after five seconds.
    TRY_VOID(ask(QStringLiteral("SET lock_timeout = '120s'"), {}));
    TRY_VOID(ask(QStringLiteral("SET statement_timeout = '120s'"), {}));
    TRY_VOID(ask(QStringLiteral("SELECT 1 FROM pg_advisory_lock(%1)").arg(advisoryLock), {}));
    TRY_VOID(ask(QStringLiteral("CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY,"
                                " name TEXT NOT NULL, applied_at BIGINT NOT NULL)"),
                 {}));
    TRY(const QVariant version,
        ask(QStringLiteral("SELECT COALESCE(MAX(number), 0) FROM migrations"), {}));
    if (version.toInt() > migrations().size()) {
        return base::fail(ErrorCode::Unsupported,
                          Words::tr("%1 was written by a newer Latchkey.").arg(name()),
                          Words::tr("Update Latchkey, or give it a database of its own."));
    }
    return version.toInt();
}

void PostgresEngine::endMigrations(const Ask &ask)
{
    // If one of these fails the connection is lost, and the lock and the settings with it.
    static_cast<void>(
        ask(QStringLiteral("SELECT 1 FROM pg_advisory_unlock(%1)").arg(advisoryLock), {}));
    static_cast<void>(ask(QStringLiteral("SET lock_timeout = '5s'"), {}));
    static_cast<void>(ask(QStringLiteral("SET statement_timeout = '10s'"), {}));
}

QString PostgresEngine::translated(const QString &statement) const
{
    // The migrations are ours and say these words in capitals for nothing else. The longer ones
    // come first.
    static const std::pair<QLatin1String, QLatin1String> words[] = {
        {QLatin1String("INTEGER PRIMARY KEY AUTOINCREMENT"),
         QLatin1String("BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY")},
        {QLatin1String(" WITHOUT ROWID"), QLatin1String("")},
        {QLatin1String(" INTEGER"), QLatin1String(" BIGINT")},
        {QLatin1String(" REAL"), QLatin1String(" DOUBLE PRECISION")},
        {QLatin1String(" BLOB"), QLatin1String(" BYTEA")},
    };
    QString translation = statement;
    for (const auto &[theirs, ours] : words)
        translation.replace(theirs, ours);
    return translation;
}

Trouble PostgresEngine::troubleOf(const QSqlError &error) const
{
    // SQLSTATE; see "PostgreSQL Error Codes" in its manual.
    const QString code = error.nativeErrorCode();
    if (code.isEmpty() || code.startsWith(QLatin1String("08"))
        || code.startsWith(QLatin1String("57P")) || code == QLatin1String("25P03")) {
        return Trouble::Lost;
    }
    // serialization_failure, deadlock_detected
    if (code == QLatin1String("40001") || code == QLatin1String("40P01"))
        return Trouble::Collision;
    return Trouble::Broken;
}

base::Error PostgresEngine::toError(const QSqlError &error) const
{
    const QString code = error.nativeErrorCode();
    const QString text = error.databaseText().simplified();
    if (troubleOf(error) == Trouble::Lost) {
        return {ErrorCode::Unreachable,
                Words::tr("The connection to the database %1 was lost.").arg(name()),
                Words::tr("Check that PostgreSQL runs."),
                base::Retryable::Yes};
    }
    // query_canceled (statement_timeout), lock_not_available, and what a transaction gave up on
    if (code == QLatin1String("57014") || code == QLatin1String("55P03")
        || troubleOf(error) == Trouble::Collision) {
        return {ErrorCode::TimedOut,
                Words::tr("The database %1 is busy.").arg(name()),
                Words::tr("Try again."),
                base::Retryable::Yes};
    }
    if (code.startsWith(QLatin1String("23"))) // integrity_constraint_violation
        return {ErrorCode::Conflict, Words::tr("The database refused: %1.").arg(text), {}, {}};
    // insufficient_privilege, invalid_authorization, disk_full, read_only_sql_transaction
    if (code == QLatin1String("42501") || code.startsWith(QLatin1String("28"))
        || code == QLatin1String("53100") || code == QLatin1String("25006")) {
        return {ErrorCode::Denied,
                Words::tr("The database %1 cannot be written: %2.").arg(name(), text),
                Words::tr("Check the user's rights and the server's free space."),
                {}};
    }
    return {ErrorCode::Internal, Words::tr("The database refused: %1.").arg(text), {}, {}};
}

} // namespace

base::Result<std::unique_ptr<Engine>> postgresEngine(const QUrl &url, base::Secret password)
{
    TRY(Address address, addressOf(url));
    return std::unique_ptr<Engine>(
        std::make_unique<PostgresEngine>(std::move(address), std::move(password)));
}

} // namespace ledger
