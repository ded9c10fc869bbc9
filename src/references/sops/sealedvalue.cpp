// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/sops/sealedvalue.h"

#include "crypto/aead.h"
#include "references/documents/scalars.h"

#include <QCoreApplication>

#include <optional>

namespace references {

namespace {

constexpr QByteArrayView head = "ENC[AES256_GCM,data:";
constexpr qsizetype tagSize = 16;

struct Parts
{
    QByteArray nonce;
    QByteArray sealed; //!< with the tag behind it
    QByteArrayView type;
};

std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    auto decoded =
        QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).toBase64() != text)
        return std::nullopt;
    return *decoded;
}

//! The text between \a text's beginning and \a until; \a text goes on behind it.
std::optional<QByteArrayView> takeUntil(QByteArrayView &text, QByteArrayView until)
{
    const qsizetype end = text.indexOf(until);
    if (end < 0)
        return std::nullopt;
    const QByteArrayView part = text.first(end);
    text = text.sliced(end + until.size());
    return part;
}

std::optional<Parts> partsOf(QByteArrayView text)
{
    if (!text.startsWith(head) || !text.endsWith(']'))
        return std::nullopt;
    text = text.sliced(head.size());
    text.chop(1);
    const auto data = takeUntil(text, ",iv:");
    const auto nonce = data ? takeUntil(text, ",tag:") : std::nullopt;
    const auto tag = nonce ? takeUntil(text, ",type:") : std::nullopt;
    if (!tag)
        return std::nullopt;
    auto sealed = fromBase64(*data);
    auto nonceBytes = fromBase64(*nonce);
    const auto tagBytes = fromBase64(*tag);
    if (!sealed || !nonceBytes || nonceBytes->isEmpty() || !tagBytes || tagBytes->size() != tagSize)
        return std::nullopt;
    return Parts{*nonceBytes, *sealed + *tagBytes, text};
}

tl::unexpected<base::Error> corrupt(const QString &why)
{
    return base::fail(
        base::ErrorCode::Corrupt,
        why,
        QCoreApplication::translate("references",
                                    "Restore the file from where it was written or committed."));
}

QString pathText(QByteArrayView path)
{
    return path == QByteArrayView(":") ? QStringLiteral("/") : QString::fromUtf8(path.chopped(1));
}

std::optional<QByteArray> booleanOf(QByteArrayView text)
{
    for (const char *yes : {"1", "t", "T", "true", "TRUE", "True"}) {
        if (text == QByteArrayView(yes))
            return "True";
    }
    for (const char *no : {"0", "f", "F", "false", "FALSE", "False"}) {
        if (text == QByteArrayView(no))
            return "False";
    }
    return std::nullopt;
}

base::Result<Node> typed(base::Secret plain, QByteArrayView type, QByteArrayView path)
{
    if (type == QByteArrayView("str") || type == QByteArrayView("comment"))
        return Node(Kind::Text, std::move(plain));
    if (type == QByteArrayView("bytes"))
        return Node(Kind::Bytes, std::move(plain));
    std::optional<QByteArray> spelling;
    Kind kind = Kind::Integer;
    if (type == QByteArrayView("int")) {
        spelling = canonicalInteger(plain.expose());
    } else if (type == QByteArrayView("float")) {
        kind = Kind::Float;
        spelling = canonicalFloat(plain.expose());
    } else if (type == QByteArrayView("bool")) {
        kind = Kind::Boolean;
        spelling = booleanOf(plain.expose());
    } else if (type == QByteArrayView("time")) {
        kind = Kind::Time;
        spelling = canonicalTime(plain.expose());
    }
    if (!spelling)
        return corrupt(QCoreApplication::translate("references",
                                                   "The value at %1 is not of the type it claims.")
                           .arg(pathText(path)));
    return Node(kind, base::Secret::take(std::move(*spelling)));
}

base::Result<QByteArray> sealed(QByteArrayView plain,
                                QByteArrayView type,
                                const base::Secret &dataKey,
                                QByteArrayView path,
                                QByteArrayView nonce)
{
    TRY(const QByteArray both,
        crypto::seal(crypto::Aead::Aes256Gcm, dataKey.expose(), nonce, path, plain));
    return head.toByteArray() + both.chopped(tagSize).toBase64()
           + ",iv:" + nonce.toByteArray().toBase64() + ",tag:" + both.right(tagSize).toBase64()
           + ",type:" + type.toByteArray() + ']';
}

} // namespace

bool isSealedValue(QByteArrayView text)
{
    return partsOf(text).has_value();
}

base::Result<Node> openValue(QByteArrayView text, const base::Secret &dataKey, QByteArrayView path)
{
    const auto parts = partsOf(text);
    if (!parts)
        return corrupt(QCoreApplication::translate(
                           "references", "The value at %1 should be encrypted and is not.")
                           .arg(pathText(path)));
    auto plain = crypto::unseal(
        crypto::Aead::Aes256Gcm, dataKey.expose(), parts->nonce, path, parts->sealed);
    if (!plain)
        return corrupt(QCoreApplication::translate(
                           "references", "The value at %1 was changed or moved: it does not open.")
                           .arg(pathText(path)));
    return typed(*std::move(plain), parts->type, path);
}

base::Result<QByteArray> sealValue(const Node &node,
                                   const base::Secret &dataKey,
                                   QByteArrayView path,
                                   QByteArrayView nonce)
{
    const auto type = [&node]() -> QByteArrayView {
        switch (node.kind) {
        case Kind::Text:
            return "str";
        case Kind::Integer:
            return "int";
        case Kind::Float:
            return "float";
        case Kind::Boolean:
            return "bool";
        case Kind::Bytes:
            return "bytes";
        case Kind::Time:
            return "time";
        case Kind::Null:
        case Kind::Map:
        case Kind::List:
            break;
        }
        return {};
    }();
    if (type.isEmpty())
        return base::fail(base::ErrorCode::Internal, QStringLiteral("Only scalars are encrypted."));
    if (node.kind == Kind::Integer && !canonicalInteger(node.view()))
        return base::fail(
            base::ErrorCode::Unsupported,
            QCoreApplication::translate("references", "The number at %1 is too large for SOPS.")
                .arg(pathText(path)),
            QCoreApplication::translate("references", "Write it as a text, in quotation marks."));
    return sealed(node.view(), type, dataKey, path, nonce);
}

base::Result<QByteArray> sealComment(QByteArrayView text,
                                     const base::Secret &dataKey,
                                     QByteArrayView path,
                                     QByteArrayView nonce)
{
    return sealed(text, "comment", dataKey, path, nonce);
}

QByteArray nonceOf(QByteArrayView text)
{
    const auto parts = partsOf(text);
    return parts ? parts->nonce : QByteArray();
}

} // namespace references
