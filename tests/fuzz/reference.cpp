// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference.h"

#include "references/valstext.h"
#include "targets.h"

namespace {

bool isSame(const std::vector<references::Piece> &a, const std::vector<references::Piece> &b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].kind != b[i].kind || a[i].scheme != b[i].scheme || a[i].words != b[i].words
            || !isSame(a[i].address, b[i].address))
            return false;
    }
    return true;
}

} // namespace

void fuzz::reference(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (const auto reference = core::Reference::parse(text)) {
        // One spelling, which reads back as the same.
        const auto again = core::Reference::parse(reference->toString());
        FUZZ_CHECK(again.has_value());
        FUZZ_CHECK(*again == *reference);
        FUZZ_CHECK(again->toString() == reference->toString());
    }
    if (const auto uri = core::BackendUri::parse(text)) {
        const auto again = core::BackendUri::parse(uri->toString());
        FUZZ_CHECK(again.has_value());
        FUZZ_CHECK(*again == *uri);
    }
}

void fuzz::valsText(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto pieces = references::splitReferences(text);
    if (!pieces)
        return;
    QString words;
    for (const references::Piece &piece : *pieces) {
        FUZZ_CHECK(piece.isReference() ? !piece.address.empty() : !piece.words.isEmpty());
        words += piece.isReference() ? QString() : piece.words;
    }
    // What is no reference stays, letter by letter and in its order.
    qsizetype at = 0;
    for (const QChar letter : words) {
        at = text.indexOf(letter, at);
        FUZZ_CHECK(at >= 0);
        ++at;
    }
    const QStringList none{QStringLiteral("none")};
    const auto untouched = references::splitReferences(text, none);
    FUZZ_CHECK(untouched.has_value());
    FUZZ_CHECK(references::joined(*untouched) == text);
    const auto twice = references::splitReferences(text);
    FUZZ_CHECK(twice && isSame(*twice, *pieces));
}
