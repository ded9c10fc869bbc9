// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/fielderror.h"
#include "web/parameters.h"
#include "web/response.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <limits>
#include <optional>

namespace web {

//! Which characters a text field may have. None of them lets control characters through.
enum class Charset {
    Text, //!< anything printable
    Lines, //!< also line breaks and tabs
    Word, //!< [A-Za-z0-9._-]
    Name, //!< [A-Za-z0-9@._+-]: user names and mail addresses
    Visible //!< ASCII 0x21…0x7e: tokens, client ids (RFC 6749 A)
};

struct TextRule
{
    qsizetype longest = 256;
    qsizetype shortest = 1;
    Charset charset = Charset::Text;
};

//! The one layer of validation: reads a request's fields and collects everything that is wrong with
//! them, so that the caller is told once. Usage:
//!
//!     web::Fields fields(body);                       // a QJsonObject or Parameters
//!     const QString name = fields.text("name", {.longest = 80});
//!     const qint64 size = fields.optionalInteger("page_size", 1, 200).value_or(50);
//!     fields.nothingElse();
//!     if (const auto refusal = fields.refusal()) return *refusal;
class Fields
{
public:
    explicit Fields(QJsonObject object);
    //! \a parameters must outlive this object.
    explicit Fields(const Parameters &parameters);

    [[nodiscard]] QString text(QByteArrayView name, TextRule rule = {});
    [[nodiscard]] std::optional<QString> optionalText(QByteArrayView name, TextRule rule = {});
    //! A password or the like: no rule but its length in bytes.
    [[nodiscard]] base::Secret secret(QByteArrayView name, qsizetype longest = 1024);
    [[nodiscard]] std::optional<base::Secret> optionalSecret(QByteArrayView name,
                                                             qsizetype longest = 1024);
    [[nodiscard]] qint64 integer(QByteArrayView name,
                                 qint64 least,
                                 qint64 most = std::numeric_limits<qint64>::max());
    [[nodiscard]] std::optional<qint64> optionalInteger(
        QByteArrayView name, qint64 least, qint64 most = std::numeric_limits<qint64>::max());
    [[nodiscard]] bool flag(QByteArrayView name);
    [[nodiscard]] std::optional<bool> optionalFlag(QByteArrayView name);
    //! One of \a words.
    [[nodiscard]] QString choice(QByteArrayView name, const QStringList &words);
    [[nodiscard]] std::optional<QString> optionalChoice(QByteArrayView name,
                                                        const QStringList &words);
    //! A JSON array of texts (or repeated parameters); absent gives an empty list.
    [[nodiscard]] QStringList texts(QByteArrayView name, TextRule rule = {}, qsizetype most = 100);
    //! A JSON object; absent gives an empty one.
    [[nodiscard]] QJsonObject object(QByteArrayView name);

    //! Whether the field came at all.
    [[nodiscard]] bool has(QByteArrayView name) const;
    //! Adds an error of the caller's own.
    void refuse(const QByteArray &code, QByteArrayView field, const QString &message);
    //! Refuses every field that nobody has asked for.
    void nothingElse();

    [[nodiscard]] bool isValid() const { return m_errors.isEmpty(); }
    [[nodiscard]] const QList<FieldError> &errors() const { return m_errors; }
    //! 422 with all errors; nothing when there are none.
    [[nodiscard]] std::optional<Response> refusal() const;

private:
    [[nodiscard]] std::optional<QJsonValue> read(QByteArrayView name);
    [[nodiscard]] bool checkText(const QString &field, const QString &text, const TextRule &rule);

    QJsonObject m_object;
    const Parameters *m_parameters = nullptr;
    QStringList m_read;
    QList<FieldError> m_errors;
};

} // namespace web
