// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <variant>

namespace base {

struct TomlValue;
using TomlTable = QMap<QString, TomlValue>;
using TomlArray = QList<TomlValue>;

//! One value of a TOML file and where it stands, so that a complaint can name line and column.
//! (toml++ stays behind this face: it is a heavy header.)
struct TomlValue
{
    using Alternatives = std::
        variant<std::monostate, bool, qint64, double, QString, QDateTime, TomlArray, TomlTable>;

    Alternatives value;
    int line = 0;
    int column = 0;

    [[nodiscard]] bool isTable() const { return std::holds_alternative<TomlTable>(value); }
    [[nodiscard]] bool isArray() const { return std::holds_alternative<TomlArray>(value); }
    [[nodiscard]] bool isString() const { return std::holds_alternative<QString>(value); }
    //! What kind of value it is, for complaints: "a string", "a whole number", … (translated).
    [[nodiscard]] QString kind() const;
};

//! Reads TOML. \a fileName is for the error, which is "NAME:LINE:COLUMN: what was wrong".
[[nodiscard]] Result<TomlTable> parseToml(QByteArrayView text, const QString &fileName);

//! Typed access with complaints that name file, line, key and what was expected. An absent key
//! gives \a fallback.
[[nodiscard]] Result<QString> tomlString(const TomlTable &table,
                                         const QString &key,
                                         const QString &fileName,
                                         const QString &fallback = {});
[[nodiscard]] Result<QStringList> tomlStrings(const TomlTable &table,
                                              const QString &key,
                                              const QString &fileName,
                                              const QStringList &fallback = {});
[[nodiscard]] Result<qint64> tomlInteger(const TomlTable &table,
                                         const QString &key,
                                         const QString &fileName,
                                         qint64 fallback = 0);
[[nodiscard]] Result<bool> tomlBool(const TomlTable &table,
                                    const QString &key,
                                    const QString &fileName,
                                    bool fallback = false);
//! NotFound-free: an absent date gives an invalid QDateTime. Times without a zone are UTC.
[[nodiscard]] Result<QDateTime> tomlDateTime(const TomlTable &table,
                                             const QString &key,
                                             const QString &fileName);

//! A key as it is written: bare where that is allowed, else quoted.
[[nodiscard]] QString tomlKey(const QString &name);

//! TOML literals, for writing.
[[nodiscard]] QString tomlLiteral(const QString &text);
[[nodiscard]] QString tomlLiteral(const QStringList &texts);
[[nodiscard]] QString tomlLiteral(qint64 number);
[[nodiscard]] QString tomlLiteral(bool yes);
//! Would otherwise be taken for a bool.
QString tomlLiteral(const char *) = delete;
[[nodiscard]] QString tomlLiteral(const QDateTime &time);

} // namespace base
