// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

//! Bech32 (BIP 173) without its limit of 90 letters, as age's keys are written. Private to this
//! room.
namespace crypto::bech32 {

struct Decoded
{
    QByteArray prefix; //!< In the case it was written in.
    base::Secret data;
};

//! Written in the case of \a prefix, which may not be mixed.
[[nodiscard]] base::Secret encode(QByteArrayView prefix, QByteArrayView data);
[[nodiscard]] base::Result<Decoded> decode(QByteArrayView text);

} // namespace crypto::bech32
