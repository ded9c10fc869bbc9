// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

//! The system's PostgreSQL in a folder of its own, for the life of the object. It listens on a Unix
//! socket in that folder (no password), and on loopback (the password). PostgreSQL refuses to be
//! run by root: then it is run as the user postgres.
//!
//!     Postgres m_postgres;                                  // a member: starts at first use
//!     …
//!     if (!m_postgres.missing().isEmpty()) QSKIP(qPrintable(m_postgres.missing()));
//!     auto database = ledger::Database::connectTo(m_postgres.freshDatabase(), {});
class Postgres
{
public:
    static constexpr char user[] = "postgres";
    static constexpr char password[] = "a password for tests";

    Postgres() = default;
    ~Postgres() { stop(); }
    Postgres(const Postgres &) = delete;
    Postgres &operator=(const Postgres &) = delete;

    //! Why there is none; empty when it runs (it is started for that).
    [[nodiscard]] QString missing()
    {
        if (!m_isTried) {
            m_isTried = true;
            m_missing = begin();
        }
        return m_missing;
    }

    //! A new and empty database, through the Unix socket. An empty URL when there is no PostgreSQL.
    [[nodiscard]] QUrl freshDatabase()
    {
        if (!missing().isEmpty())
            return {};
        m_database = QStringLiteral("t%1").arg(++m_count);
        if (!sql(QStringLiteral("CREATE DATABASE ") + m_database, QStringLiteral("postgres")))
            return {};
        return socketUrl(m_database);
    }

    [[nodiscard]] QUrl socketUrl(const QString &database) const
    {
        QUrl url(QStringLiteral("postgresql:///") + database);
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("host"), m_folder->path());
        url.setQuery(query);
        url.setUserName(QString::fromLatin1(user));
        url.setPort(m_port);
        return url;
    }
    [[nodiscard]] QUrl loopbackUrl(const QString &database) const
    {
        return QUrl(QStringLiteral("postgresql://%1@127.0.0.1:%2/%3")
                        .arg(QString::fromLatin1(user))
                        .arg(m_port)
                        .arg(database));
    }
    //! The last one freshDatabase() made.
    [[nodiscard]] QString database() const { return m_database; }

    //! Runs SQL beside the code under test, as an administrator.
    bool sql(const QString &statement, const QString &database)
    {
        QProcess psql;
        psql.start(QStringLiteral("psql"),
                   {QStringLiteral("-qXAt"),
                    QStringLiteral("-v"),
                    QStringLiteral("ON_ERROR_STOP=1"),
                    QStringLiteral("-h"),
                    m_folder->path(),
                    QStringLiteral("-p"),
                    QString::number(m_port),
                    QStringLiteral("-U"),
                    QString::fromLatin1(user),
                    QStringLiteral("-c"),
                    statement,
                    database});
        return psql.waitForFinished() && psql.exitCode() == 0;
    }

    //! Ends every connection, as a restart of the server would.
    bool cutConnections()
    {
        return sql(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                  " WHERE pid <> pg_backend_pid() AND datname IS NOT NULL"),
                   QStringLiteral("postgres"));
    }

    //! Ends the server at once; start() brings it back with what was committed.
    void stop()
    {
        if (!m_server)
            return;
        // SIGINT: fast shutdown. setpriv has become the server itself.
        QProcess::execute(QStringLiteral("kill"),
                          {QStringLiteral("-INT"), QString::number(m_server->processId())});
        if (!m_server->waitForFinished(10'000))
            m_server->kill();
        m_server->waitForFinished(5'000);
        m_server.reset();
    }
    bool start()
    {
        m_server = std::make_unique<QProcess>();
        m_server->setProcessChannelMode(QProcess::MergedChannels);
        m_server->setStandardOutputFile(m_folder->filePath(QStringLiteral("server.log")));
        QStringList arguments = asServer();
        arguments << QStringLiteral("--pdeathsig") << QStringLiteral("QUIT");
        arguments << m_programs + QStringLiteral("/postgres") << QStringLiteral("-D")
                  << m_folder->filePath(QStringLiteral("data")) << QStringLiteral("-k")
                  << m_folder->path() << QStringLiteral("-h") << QStringLiteral("127.0.0.1")
                  << QStringLiteral("-p") << QString::number(m_port) << QStringLiteral("-F");
        m_server->start(QStringLiteral("setpriv"), arguments);
        if (!m_server->waitForStarted())
            return false;
        return QTest::qWaitFor(
            [this] { return sql(QStringLiteral("SELECT 1"), QStringLiteral("postgres")); }, 20'000);
    }

private:
    //! Arguments of setpriv that leave root behind.
    static QStringList asServer()
    {
#ifdef Q_OS_UNIX
        if (geteuid() == 0) {
            return {QStringLiteral("--reuid=postgres"),
                    QStringLiteral("--regid=postgres"),
                    QStringLiteral("--clear-groups")};
        }
#endif
        return {};
    }

    static QString programs()
    {
        const QDir versions(QStringLiteral("/usr/lib/postgresql"));
        const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (auto name = names.crbegin(); name != names.crend(); ++name) {
            const QString folder = versions.filePath(*name + QStringLiteral("/bin"));
            if (QFile::exists(folder + QStringLiteral("/postgres")))
                return folder;
        }
        return {};
    }

    QString begin()
    {
        m_programs = programs();
        if (m_programs.isEmpty())
            return QStringLiteral("PostgreSQL is not installed.");
        // A socket's path has to be short: not below the build folder.
        m_folder = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/latchkey-pg-XXXXXX"));
        if (!m_folder->isValid())
            return QStringLiteral("There is no place for PostgreSQL's files.");
#ifdef Q_OS_UNIX
        if (geteuid() == 0) {
            const passwd *owner = getpwnam("postgres");
            if (owner == nullptr
                || chown(qPrintable(m_folder->path()), owner->pw_uid, owner->pw_gid) != 0) {
                return QStringLiteral("There is no user to run PostgreSQL as.");
            }
        }
#endif
        QFile passwordFile(m_folder->filePath(QStringLiteral("password")));
        if (!passwordFile.open(QIODevice::WriteOnly) || passwordFile.write(password) < 0)
            return QStringLiteral("PostgreSQL's password cannot be written.");
        passwordFile.close();
        passwordFile.setPermissions(passwordFile.permissions() | QFileDevice::ReadOther);
        {
            QTcpServer probe; // a port that is free now
            probe.listen(QHostAddress(QHostAddress::LocalHost), 0);
            m_port = probe.serverPort();
        }
        QStringList arguments = asServer();
        arguments << m_programs + QStringLiteral("/initdb") << QStringLiteral("-D")
                  << m_folder->filePath(QStringLiteral("data")) << QStringLiteral("-U")
                  << QString::fromLatin1(user) << QStringLiteral("--auth-local=trust")
                  << QStringLiteral("--auth-host=scram-sha-256") << QStringLiteral("--pwfile")
                  << passwordFile.fileName() << QStringLiteral("-N") << QStringLiteral("-E")
                  << QStringLiteral("UTF8") << QStringLiteral("--locale=C");
        QProcess initdb;
        initdb.setWorkingDirectory(m_folder->path());
        initdb.start(QStringLiteral("setpriv"), arguments);
        if (!initdb.waitForFinished(60'000) || initdb.exitCode() != 0) {
            return QStringLiteral("PostgreSQL could not be set up: ")
                   + QString::fromLocal8Bit(initdb.readAllStandardError()).simplified();
        }
        return start() ? QString() : QStringLiteral("PostgreSQL did not start.");
    }

    bool m_isTried = false;
    QString m_missing;
    QString m_programs;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_server;
    quint16 m_port = 0;
    int m_count = 0;
    QString m_database;
};
