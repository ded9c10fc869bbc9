// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/bech32.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdint>

namespace crypto::bech32 {

namespace {

constexpr QByteArrayView letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr qsizetype checksumSize = 6;

bool isUpper(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

bool isLower(char letter)
{
    return letter >= 'a' && letter <= 'z';
}

char lowered(char letter)
{
    return isUpper(letter) ? static_cast<char>(letter - 'A' + 'a') : letter;
}

char raised(char letter)
{
    return isLower(letter) ? static_cast<char>(letter - 'a' + 'A') : letter;
}

//! The checksum of BIP 173, fed five bits at a time.
class Checksum
{
public:
    explicit Checksum(QByteArrayView prefix)
    {
        for (const char letter : prefix)
            feed(static_cast<std::uint32_t>(lowered(letter)) >> 5);
        feed(0);
        for (const char letter : prefix)
            feed(static_cast<std::uint32_t>(lowered(letter)) & 31);
    }

    void feed(std::uint32_t five)
    {
        constexpr std::uint32_t generator[] = {
            0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        const std::uint32_t top = m_value >> 25;
        m_value = (m_value & 0x1ffffff) << 5 ^ five;
        for (unsigned int i = 0; i < 5; ++i) {
            if ((top >> i & 1) != 0)
                m_value ^= generator[i];
        }
    }

    [[nodiscard]] std::uint32_t value() const { return m_value; }

private:
    std::uint32_t m_value = 1;
};

base::Error malformed()
{
    return {base::ErrorCode::InvalidInput,
            QCoreApplication::translate("crypto", "The key is not written correctly."),
            QCoreApplication::translate("crypto", "Copy the whole key again, without line breaks."),
            {}};
}

} // namespace

base::Secret encode(QByteArrayView prefix, QByteArrayView data)
{
    const bool upper = std::any_of(prefix.begin(), prefix.end(), isUpper);
    const qsizetype fives = (data.size() * 8 + 4) / 5;
    base::Secret text =
        base::Secret::zeroed(static_cast<std::size_t>(prefix.size() + 1 + fives + checksumSize));
    unsigned char *next = std::copy(prefix.begin(), prefix.end(), text.data());
    *next++ = '1';
    Checksum checksum(prefix);
    const auto write = [&next, upper](std::uint32_t five) {
        const char letter = letters[five];
        *next++ = static_cast<unsigned char>(upper ? raised(letter) : letter);
    };

    std::uint32_t held = 0;
    int bits = 0;
    const auto put = [&checksum, &write](std::uint32_t five) {
        checksum.feed(five);
        write(five);
    };
    for (const char byte : data) {
        held = held << 8 | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            put(held >> (bits - 5) & 31);
    }
    if (bits > 0)
        put(held << (5 - bits) & 31);

    for (qsizetype i = 0; i < checksumSize; ++i)
        checksum.feed(0);
    const std::uint32_t sum = checksum.value() ^ 1;
    for (unsigned int i = 0; i < checksumSize; ++i)
        write(sum >> 5 * (5 - i) & 31);
    return text;
}

base::Result<Decoded> decode(QByteArrayView text)
{
    const bool printable = std::all_of(
        text.begin(), text.end(), [](char letter) { return letter > ' ' && letter <= '~'; });
    const bool mixed = std::any_of(text.begin(), text.end(), isUpper)
                       && std::any_of(text.begin(), text.end(), isLower);
    const qsizetype separator = text.lastIndexOf('1');
    const qsizetype fives = text.size() - separator - 1 - checksumSize;
    if (!printable || mixed || separator < 1 || fives < 0)
        return base::fail(malformed());

    Decoded decoded{text.first(separator).toByteArray(),
                    base::Secret::zeroed(static_cast<std::size_t>(fives * 5 / 8))};
    Checksum checksum(decoded.prefix);
    unsigned char *next = decoded.data.data();
    std::uint32_t held = 0;
    int bits = 0;
    for (qsizetype i = separator + 1; i < text.size(); ++i) {
        const qsizetype five = letters.indexOf(lowered(text[i]));
        if (five < 0)
            return base::fail(malformed());
        checksum.feed(static_cast<std::uint32_t>(five));
        if (i >= text.size() - checksumSize)
            continue;
        held = held << 5 | static_cast<std::uint32_t>(five);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            *next++ = static_cast<unsigned char>(held >> bits & 0xff);
        }
    }
    // What is left over must be less than a letter, and zero: a value has one spelling only.
    const bool stray = bits >= 5 || (held & ((1U << bits) - 1)) != 0;
    if (checksum.value() != 1 || stray)
        return base::fail(malformed());
    return decoded;
}

} // namespace crypto::bech32
