// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QList>

//! The header of an age file as text; the keys inside are agestanzas.h's. Private to this room,
//! and pure, so that a fuzzer may call it.
namespace crypto::age::detail {

//! One way to the file key: "-> type argument…" and a body.
struct Stanza
{
    QByteArray type;
    QByteArrayList arguments;
    QByteArray body;
    friend bool operator==(const Stanza &, const Stanza &) = default;
};

struct Header
{
    QList<Stanza> stanzas;
    QByteArray mac; //!< 32 bytes
    qsizetype authenticatedBytes = 0; //!< What the MAC covers: everything up to and with "---".
    qsizetype size = 0; //!< The payload begins here.
};

//! Corrupt for anything that age would not write; Unsupported for another version.
[[nodiscard]] base::Result<Header> parseHeader(QByteArrayView file);
//! The header up to and with "---": what the MAC covers.
[[nodiscard]] QByteArray writeHeader(const QList<Stanza> &stanzas);
//! The last line of the header behind "---".
[[nodiscard]] QByteArray writeMac(QByteArrayView mac);

} // namespace crypto::age::detail
