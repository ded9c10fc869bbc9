// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/totp.h"

#include <QCoreApplication>
#include <QtEndian>

#include <array>

namespace crypto {

namespace {

constexpr QByteArrayView alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

base::Error unreadable()
{
    return {
        base::ErrorCode::InvalidInput,
        QCoreApplication::translate("crypto", "The key is not in base32."),
        QCoreApplication::translate("crypto", "It has the letters A to Z and the digits 2 to 7."),
        {}};
}

int valueOf(char letter)
{
    if (letter >= 'A' && letter <= 'Z')
        return letter - 'A';
    if (letter >= 'a' && letter <= 'z')
        return letter - 'a';
    if (letter >= '2' && letter <= '7')
        return letter - '2' + 26;
    return -1;
}

} // namespace

QByteArray hotp(const base::Secret &key, quint64 counter, const TotpSettings &settings)
{
    std::array<char, 8> message{};
    qToBigEndian(counter, message.data());
    QByteArray mac = hmac(settings.hash, key.expose(), QByteArrayView(message.data(), 8));
    // RFC 4226 5.3: the last four bits say where the 31 bits begin.
    const qsizetype offset = mac.back() & 0x0f;
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7fffffffU;
    quint32 modulus = 1;
    for (int i = 0; i < settings.digits; ++i)
        modulus *= 10;
    base::wipe(mac);
    return QByteArray::number(number % modulus).rightJustified(settings.digits, '0');
}

qint64 totpStep(const QDateTime &at, const TotpSettings &settings)
{
    return at.toSecsSinceEpoch() / settings.period;
}

base::Result<qint64> checkTotp(const base::Secret &key,
                               QByteArrayView code,
                               const QDateTime &at,
                               qint64 lastStep,
                               const TotpSettings &settings,
                               int drift)
{
    const qint64 now = totpStep(at, settings);
    qint64 found = -1;
    // Every step is computed and compared, whichever fits.
    for (qint64 step = now - drift; step <= now + drift; ++step) {
        QByteArray expected = hotp(key, static_cast<quint64>(std::max<qint64>(step, 0)), settings);
        if (constantTimeEquals(expected, code) && step > lastStep && step >= 0)
            found = step;
        base::wipe(expected);
    }
    if (found < 0)
        return base::fail(base::ErrorCode::Denied,
                          QCoreApplication::translate("crypto", "This code does not fit."),
                          QCoreApplication::translate("crypto", "Wait for the next one."));
    return found;
}

base::Secret toBase32(const base::Secret &bytes)
{
    const QByteArrayView in = bytes.expose();
    base::Secret text = base::Secret::zeroed((bytes.size() * 8 + 4) / 5);
    std::size_t at = 0;
    quint32 buffer = 0;
    int bits = 0;
    for (const char byte : in) {
        buffer = (buffer << 8) | static_cast<unsigned char>(byte);
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text.data()[at++] = static_cast<unsigned char>(alphabet.at((buffer >> bits) & 31U));
        }
    }
    if (bits > 0)
        text.data()[at] = static_cast<unsigned char>(alphabet.at((buffer << (5 - bits)) & 31U));
    return text;
}

base::Result<base::Secret> fromBase32(const base::Secret &text)
{
    QByteArray letters;
    letters.reserve(static_cast<qsizetype>(text.size()));
    bool isPadded = false;
    bool isBroken = false;
    for (const char letter : text.expose()) {
        if (letter == ' ' || letter == '-')
            continue;
        isBroken =
            isBroken || (isPadded && letter != '=') || (letter != '=' && valueOf(letter) < 0);
        if (letter == '=')
            isPadded = true;
        else
            letters += letter;
    }
    const qsizetype rest = letters.size() % 8;
    // 1, 3 or 6 letters over make no whole byte (RFC 4648 6).
    isBroken = isBroken || letters.isEmpty() || rest == 1 || rest == 3 || rest == 6;
    if (isBroken) {
        base::wipe(letters);
        return base::fail(unreadable());
    }
    base::Secret bytes = base::Secret::zeroed(static_cast<std::size_t>(letters.size() * 5 / 8));
    std::size_t at = 0;
    quint32 buffer = 0;
    int bits = 0;
    for (const char letter : std::as_const(letters)) {
        buffer = (buffer << 5) | static_cast<quint32>(valueOf(letter));
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.data()[at++] = static_cast<unsigned char>((buffer >> bits) & 255U);
        }
    }
    base::wipe(letters);
    return bytes;
}

} // namespace crypto
