// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QVarLengthArray>

#include <initializer_list>
#include <optional>

namespace web {

//! The names and values of a query or a form (application/x-www-form-urlencoded), decoded and in
//! their order. Move-only, wiped when it goes: a form may hold a password.
class Parameters
{
public:
    Parameters() = default;
    ~Parameters();
    Parameters(Parameters &&other) noexcept = default;
    Parameters &operator=(Parameters &&other) noexcept;
    Parameters(const Parameters &) = delete;
    Parameters &operator=(const Parameters &) = delete;

    //! InvalidInput: a wrong percent sign, not UTF-8, a NUL, an empty name, or a name twice that is
    //! not among \a repeatable (RFC 6749 3.1; `resource` may come again by RFC 8707). Pure.
    [[nodiscard]] static base::Result<Parameters> parse(
        QByteArrayView encoded, std::initializer_list<QByteArrayView> repeatable = {});

    [[nodiscard]] bool contains(QByteArrayView name) const;
    //! Bytes inside this object; null when it is not there.
    [[nodiscard]] QByteArrayView view(QByteArrayView name) const;
    //! Empty when it is not there.
    [[nodiscard]] QString text(QByteArrayView name) const;
    [[nodiscard]] std::optional<QString> value(QByteArrayView name) const;
    [[nodiscard]] base::Secret secret(QByteArrayView name) const;
    //! All values of a name that may come again.
    [[nodiscard]] QStringList texts(QByteArrayView name) const;

    [[nodiscard]] qsizetype size() const { return m_spans.size(); }
    [[nodiscard]] bool isEmpty() const { return m_spans.isEmpty(); }
    [[nodiscard]] QByteArrayView nameAt(qsizetype index) const;
    [[nodiscard]] QByteArrayView valueAt(qsizetype index) const;

private:
    struct Span
    {
        int nameBegin = 0;
        int nameEnd = 0; //!< the value begins here
        int valueEnd = 0;
    };

    QByteArray m_text;
    QVarLengthArray<Span, 16> m_spans;
};

//! One value in that encoding: what a redirect's query is made of.
[[nodiscard]] QByteArray formEncoded(QByteArrayView value);
//! And back; nothing for a wrong percent sign or a NUL.
[[nodiscard]] std::optional<QByteArray> formDecoded(QByteArrayView encoded);

} // namespace web
