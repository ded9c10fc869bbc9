// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/base64.h"

namespace crypto {

QByteArray encodeBase64(QByteArrayView bytes, QByteArray::Base64Options spelling)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64(spelling);
}

std::optional<QByteArray> decodeBase64(QByteArrayView text, QByteArray::Base64Options spelling)
{
    // Qt overlooks stray bits behind the last letter ("QQ" and "QR" are one byte) and padding;
    // the way back does not.
    const auto decoded =
        QByteArray::fromBase64Encoding(QByteArray::fromRawData(text.data(), text.size()),
                                       spelling | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || encodeBase64(*decoded, spelling) != text)
        return std::nullopt;
    return *decoded;
}

} // namespace crypto
