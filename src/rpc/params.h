// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "core/accountid.h"
#include "net/jsonreader.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <limits>

namespace rpc {

//! What a parameter may be. On the wire Text, Secret and Time are strings.
enum class ParamType {
    Text,
    Secret, //!< text that is read into a base::Secret only
    Time, //!< RFC 3339
    Integer,
    Flag, //!< true or false
    Texts, //!< array of strings
    Any //!< whatever JSON there is
};

[[nodiscard]] QString nameOf(ParamType type); //!< "string", "integer", "boolean", …

enum class Presence { Required, Optional };

//! One parameter of a method, checked before the handler runs.
struct Param
{
    QString name;
    ParamType type = ParamType::Text;
    Presence presence = Presence::Required;
    QString summary; //!< one English sentence
    QStringList choices = {}; //!< for Text; empty: anything
    qint64 least = 0; //!< for Integer
    qint64 most = std::numeric_limits<qint64>::max();
    qsizetype longest = 8 * 1024; //!< for Text, and each of Texts: letters
};

//! The parameters of one call: named or positional, checked against what the method takes. What is
//! absent or null is unset. Asking for a name that the method does not have is a programming error.
class Params
{
public:
    Params() = default;
    //! InvalidInput names the parameter and what was expected. \a given is absent, an array or an
    //! object, and lives as long as this (it keeps its document alive).
    [[nodiscard]] static base::Result<Params> parse(const QList<Param> &expected,
                                                    const net::JsonValue &given);

    //! Whether the method has such a parameter.
    [[nodiscard]] bool takes(const char *name) const;
    //! Whether it was given.
    [[nodiscard]] bool has(const char *name) const;
    [[nodiscard]] QString text(const char *name, const QString &fallback = {}) const;
    [[nodiscard]] base::Secret secret(const char *name) const;
    [[nodiscard]] QDateTime time(const char *name) const; //!< UTC; invalid: not given
    [[nodiscard]] qint64 number(const char *name, qint64 fallback = 0) const;
    [[nodiscard]] bool flag(const char *name, bool fallback = false) const;
    [[nodiscard]] QStringList texts(const char *name) const;
    [[nodiscard]] net::JsonValue value(const char *name) const;

    //! The account that the parameters `service` and `account` name.
    [[nodiscard]] base::Result<core::AccountId> accountId() const;

private:
    const QList<Param> *m_expected = nullptr;
    QList<net::JsonValue> m_values;
};

} // namespace rpc
