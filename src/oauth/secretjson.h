// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace oauth {

//! The members of one JSON object (RFC 8259), read in place. Made for answers that hold tokens: a
//! JSON library would leave copies of them all over the heap. The bytes outlive it. Strict: the
//! whole text must be JSON, names must not repeat, nesting ends at 32.
class SecretJson
{
public:
    enum class Kind { String, Number, True, False, Null, Object, Array };

    //! Corrupt when it is no JSON object.
    [[nodiscard]] static base::Result<SecretJson> parse(QByteArrayView bytes);

    [[nodiscard]] bool contains(QByteArrayView name) const { return find(name) != nullptr; }
    [[nodiscard]] std::optional<Kind> kind(QByteArrayView name) const;
    //! A string member, decoded; unset: there is none.
    [[nodiscard]] std::optional<base::Secret> secret(QByteArrayView name) const;
    //! The same for what is no secret.
    [[nodiscard]] std::optional<QString> text(QByteArrayView name) const;
    //! A number, or a string that is one.
    [[nodiscard]] std::optional<double> number(QByteArrayView name) const;
    //! The strings of an array member; others in it are left out.
    [[nodiscard]] std::optional<QStringList> texts(QByteArrayView name) const;
    //! An object member; unset: there is none.
    [[nodiscard]] std::optional<SecretJson> object(QByteArrayView name) const;

private:
    struct Member
    {
        QByteArray name;
        Kind kind = Kind::Null;
        QByteArrayView raw; //!< strings: between the quotes
    };

    class Reader;
    [[nodiscard]] const Member *find(QByteArrayView name) const;

    std::vector<Member> m_members;
};

} // namespace oauth
