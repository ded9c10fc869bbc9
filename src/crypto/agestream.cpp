// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/agestream.h"

#include "crypto/aeadbuffers.h"
#include "crypto/digest.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdint>

namespace crypto::age::detail {

namespace {

constexpr qsizetype sealedChunkSize = chunkSize + aeadTagSize;

enum class Position { Middle, Last };

//! 11 bytes of counter and a byte that marks the last chunk.
class ChunkNonce
{
public:
    ChunkNonce(std::uint64_t number, Position position)
    {
        for (unsigned int i = 0; i < 8; ++i)
            m_bytes[10 - i] = static_cast<char>(number >> (8 * i) & 0xff);
        m_bytes[11] = position == Position::Last ? 1 : 0;
    }

    [[nodiscard]] QByteArrayView view() const
    {
        return {m_bytes.data(), static_cast<qsizetype>(m_bytes.size())};
    }

private:
    std::array<char, 12> m_bytes{};
};

base::Secret payloadKey(const base::Secret &fileKey, QByteArrayView nonce)
{
    return hkdf(Hash::Sha256, fileKey.expose(), nonce, "payload", 32);
}

} // namespace

base::Error brokenPayload()
{
    return {base::ErrorCode::Corrupt,
            QCoreApplication::translate("crypto", "The encrypted file is damaged or cut short."),
            QCoreApplication::translate("crypto", "Restore it from a backup."),
            {}};
}

base::Result<QByteArray> encryptPayload(const base::Secret &fileKey,
                                        QByteArrayView nonce,
                                        QByteArrayView plain)
{
    const base::Secret key = payloadKey(fileKey, nonce);
    const qsizetype chunks = std::max<qsizetype>(1, (plain.size() + chunkSize - 1) / chunkSize);
    QByteArray payload(nonce.size() + plain.size() + chunks * aeadTagSize, Qt::Uninitialized);
    std::copy(nonce.begin(), nonce.end(), payload.begin());
    auto *next = reinterpret_cast<unsigned char *>(payload.data()) + nonce.size();
    for (qsizetype i = 0; i < chunks; ++i) {
        const QByteArrayView chunk =
            plain.sliced(i * chunkSize, std::min(chunkSize, plain.size() - i * chunkSize));
        const ChunkNonce chunkNonce(static_cast<std::uint64_t>(i),
                                    i + 1 == chunks ? Position::Last : Position::Middle);
        TRY_VOID(
            sealInto(next, Aead::ChaCha20Poly1305, key.expose(), chunkNonce.view(), {}, chunk));
        next += chunk.size() + aeadTagSize;
    }
    return payload;
}

OpenedPayload decryptPayload(const base::Secret &fileKey, QByteArrayView payload)
{
    const base::Secret key = payloadKey(fileKey, payload.first(payloadNonceSize));
    QByteArrayView rest = payload.sliced(payloadNonceSize);
    base::Secret plain = base::Secret::zeroed(static_cast<std::size_t>(rest.size()));
    qsizetype done = 0;
    const auto finish = [&plain, &done](base::Result<> outcome) {
        return OpenedPayload{base::Secret(plain.expose().first(done)), std::move(outcome)};
    };
    const auto open = [&](QByteArrayView chunk, std::uint64_t number, Position position) {
        const ChunkNonce nonce(number, position);
        return unsealInto(plain.data() + done,
                          Aead::ChaCha20Poly1305,
                          key.expose(),
                          nonce.view(),
                          {},
                          chunk)
            .has_value();
    };

    for (std::uint64_t number = 0;; ++number) {
        const QByteArrayView chunk = rest.first(std::min(sealedChunkSize, rest.size()));
        rest = rest.sliced(chunk.size());
        const bool full = chunk.size() == sealedChunkSize;
        // An empty chunk may only stand for an empty file.
        if (chunk.size() < aeadTagSize || (number > 0 && chunk.size() == aeadTagSize))
            return finish(base::fail(brokenPayload()));
        // A full chunk may be any; a short one can only be the last.
        const bool middle = full && open(chunk, number, Position::Middle);
        if (!middle && !open(chunk, number, Position::Last))
            return finish(base::fail(brokenPayload()));
        done += chunk.size() - aeadTagSize;
        if (!middle)
            return finish(rest.isEmpty() ? base::Result<>() : base::fail(brokenPayload()));
    }
}

} // namespace crypto::age::detail
