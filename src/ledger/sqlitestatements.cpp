// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/sqlitestatements.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVarLengthArray>

#include <sqlite3.h>
#include <unordered_map>

namespace ledger {

namespace {

//! A connection of Qt's driver, or null if that is not the library we are linked with.
sqlite3 *connectionOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    QSqlQuery source(QStringLiteral("SELECT sqlite_source_id()"), database);
    if (!source.next() || source.value(0).toString() != QLatin1String(sqlite3_sourceid()))
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

struct Finalize
{
    void operator()(sqlite3_stmt *statement) const noexcept { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

//! One run of a prepared statement; it can be run again afterwards, and holds no lock and no value.
class Run
{
public:
    explicit Run(sqlite3_stmt *statement)
        : m_statement(statement)
    {}
    ~Run()
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    Q_DISABLE_COPY_MOVE(Run)

    [[nodiscard]] bool bind(const QVariantList &values)
    {
        m_texts.reserve(values.size()); // what is bound must not move
        int place = 0;
        for (const QVariant &value : values) {
            if (bind(++place, value) != SQLITE_OK)
                return false;
        }
        return true;
    }
    [[nodiscard]] int step() const { return sqlite3_step(m_statement); }

    [[nodiscard]] QVariantList row() const
    {
        const int columns = sqlite3_column_count(m_statement);
        QVariantList row;
        row.reserve(columns);
        for (int column = 0; column < columns; ++column)
            row += value(column);
        return row;
    }

private:
    int bind(int place, const QVariant &value)
    {
        switch (value.typeId()) {
        case QMetaType::UnknownType:
            return sqlite3_bind_null(m_statement, place);
        case QMetaType::Bool:
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong:
        case QMetaType::ULongLong:
            return sqlite3_bind_int64(m_statement, place, value.toLongLong());
        case QMetaType::Double:
            return sqlite3_bind_double(m_statement, place, value.toDouble());
        case QMetaType::QByteArray: {
            if (value.isNull())
                return sqlite3_bind_null(m_statement, place);
            m_texts.append(value.toByteArray());
            const QByteArray &bytes = m_texts.last();
            return sqlite3_bind_blob64(
                m_statement, place, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_STATIC);
        }
        default:
            break;
        }
        // A text is a text, and only QVariant() is NULL.
        m_texts.append(value.toString().toUtf8());
        const QByteArray &text = m_texts.last();
        return sqlite3_bind_text64(m_statement,
                                   place,
                                   text.constData(),
                                   sqlite3_uint64(text.size()),
                                   SQLITE_STATIC,
                                   SQLITE_UTF8);
    }

    [[nodiscard]] QVariant value(int column) const
    {
        switch (sqlite3_column_type(m_statement, column)) {
        case SQLITE_INTEGER:
            return qint64(sqlite3_column_int64(m_statement, column));
        case SQLITE_FLOAT:
            return sqlite3_column_double(m_statement, column);
        case SQLITE_BLOB: {
            const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
            return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
        }
        case SQLITE_TEXT: {
            const auto *text =
                reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
            return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
        }
        default:
            return {};
        }
    }

    sqlite3_stmt *m_statement;
    QVarLengthArray<QByteArray, 24> m_texts;
};

class SqliteStatements final : public Statements
{
public:
    explicit SqliteStatements(sqlite3 *connection)
        : m_connection(connection)
    {
        // The texts of a row are each held in memory of their own while it is read: from here, and
        // not from the heap.
        sqlite3_db_config(connection, SQLITE_DBCONFIG_LOOKASIDE, nullptr, 256, 128);
    }

    tl::expected<int, QSqlError> changed(const QString &sql, const QVariantList &values) override
    {
        sqlite3_stmt *const statement = prepared(sql);
        if (statement == nullptr)
            return tl::unexpected(error());
        Run run(statement);
        if (!run.bind(values))
            return tl::unexpected(error());
        int outcome = SQLITE_ROW;
        while (outcome == SQLITE_ROW)
            outcome = run.step();
        if (outcome != SQLITE_DONE)
            return tl::unexpected(error());
        return sqlite3_changes(m_connection);
    }

    tl::expected<QList<QVariantList>, QSqlError> rows(const QString &sql,
                                                      const QVariantList &values) override
    {
        sqlite3_stmt *const statement = prepared(sql);
        if (statement == nullptr)
            return tl::unexpected(error());
        Run run(statement);
        if (!run.bind(values))
            return tl::unexpected(error());
        QList<QVariantList> rows;
        for (;;) {
            const int outcome = run.step();
            if (outcome == SQLITE_DONE)
                return rows;
            if (outcome != SQLITE_ROW)
                return tl::unexpected(error());
            rows += run.row();
        }
    }

private:
    [[nodiscard]] sqlite3_stmt *prepared(const QString &sql)
    {
        if (const auto known = m_statements.find(sql); known != m_statements.end())
            return known->second.get();
        sqlite3_stmt *made = nullptr;
        const QByteArray text = sql.toUtf8();
        if (sqlite3_prepare_v3(m_connection,
                               text.constData(),
                               int(text.size()),
                               SQLITE_PREPARE_PERSISTENT,
                               &made,
                               nullptr)
                != SQLITE_OK
            || made == nullptr) {
            return nullptr;
        }
        return m_statements.emplace(sql, Statement(made)).first->second.get();
    }

    //! As Qt's driver would give it.
    [[nodiscard]] QSqlError error() const
    {
        return {QString(),
                QString::fromUtf8(sqlite3_errmsg(m_connection)),
                QSqlError::StatementError,
                QString::number(sqlite3_errcode(m_connection) & 0xff)};
    }

    //! Statements are long and few: their length and a letter here and there tell them apart.
    struct Hash
    {
        std::size_t operator()(const QString &sql) const noexcept
        {
            auto sum = std::size_t(sql.size());
            const qsizetype step = sql.size() / 16 + 1;
            for (qsizetype i = 0; i < sql.size(); i += step)
                sum = sum * 31 + sql.at(i).unicode();
            return sum;
        }
    };

    sqlite3 *m_connection;
    std::unordered_map<QString, Statement, Hash> m_statements;
};

} // namespace

std::unique_ptr<Statements> sqliteStatements(const QSqlDatabase &database)
{
    sqlite3 *const connection = connectionOf(database);
    return connection != nullptr ? std::make_unique<SqliteStatements>(connection) : nullptr;
}

} // namespace ledger
