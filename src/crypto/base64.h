// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

//! Base64 in its one right spelling. Private to this room.
namespace crypto {

inline constexpr QByteArray::Base64Options paddedBase64 =
    QByteArray::Base64Encoding | QByteArray::KeepTrailingEquals;
inline constexpr QByteArray::Base64Options unpaddedBase64 =
    QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals;
inline constexpr QByteArray::Base64Options unpaddedBase64Url =
    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

[[nodiscard]] QByteArray encodeBase64(QByteArrayView bytes, QByteArray::Base64Options spelling);
//! Nothing unless encodeBase64() of the answer gives exactly \a text again.
[[nodiscard]] std::optional<QByteArray> decodeBase64(QByteArrayView text,
                                                     QByteArray::Base64Options spelling);

} // namespace crypto
