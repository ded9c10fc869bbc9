// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <QString>

#include <cstring>
#include <openssl/crypto.h>
#include <utility>

namespace base {

namespace {

// OpenSSL wants powers of two. One MiB holds some 400 token sets; beyond that allocate() falls
// back.
constexpr std::size_t secureHeapBytes = 1024 * 1024;
constexpr std::size_t smallestBlock = 32;

void prepareHeap()
{
    static const int prepared = [] {
        return CRYPTO_secure_malloc_initialized()
                   ? 1
                   : CRYPTO_secure_malloc_init(secureHeapBytes, smallestBlock);
    }();
    Q_UNUSED(prepared)
}

unsigned char *allocate(std::size_t size)
{
    if (size == 0)
        return nullptr;
    prepareHeap();
    void *block = OPENSSL_secure_zalloc(size);
    if (!block)
        block = OPENSSL_zalloc(size);
    if (!block)
        qFatal("Out of memory while keeping a secret.");
    return static_cast<unsigned char *>(block);
}

} // namespace

Secret::Secret(QByteArrayView bytes)
    : m_bytes(allocate(static_cast<std::size_t>(bytes.size())))
    , m_size(static_cast<std::size_t>(bytes.size()))
{
    if (m_size)
        std::memcpy(m_bytes, bytes.data(), m_size);
}

Secret::~Secret()
{
    clear();
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        clear();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret Secret::take(QByteArray &&bytes)
{
    Secret secret{QByteArrayView(bytes)};
    wipe(bytes);
    return secret;
}

Secret Secret::zeroed(std::size_t size)
{
    Secret secret;
    secret.m_bytes = allocate(size);
    secret.m_size = size;
    return secret;
}

QByteArrayView Secret::expose() const noexcept
{
    return {m_bytes, static_cast<qsizetype>(m_size)};
}

Secret Secret::clone() const
{
    return Secret(expose());
}

void Secret::clear() noexcept
{
    // Frees what did not fit on the secure heap too, and zeroes either way.
    if (m_bytes)
        OPENSSL_secure_clear_free(m_bytes, m_size);
    m_bytes = nullptr;
    m_size = 0;
}

bool Secret::equals(QByteArrayView other) const noexcept
{
    return static_cast<qsizetype>(m_size) == other.size()
           && (m_size == 0 || CRYPTO_memcmp(m_bytes, other.data(), m_size) == 0);
}

void wipe(QByteArray &bytes) noexcept
{
    // Through constData: data() would detach and leave the shared original behind. Literals have
    // no allocation of their own and lie in read-only memory.
    if (!bytes.isEmpty() && bytes.data_ptr().isMutable())
        OPENSSL_cleanse(const_cast<char *>(bytes.constData()),
                        static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString &text) noexcept
{
    if (!text.isEmpty() && text.data_ptr().isMutable())
        OPENSSL_cleanse(const_cast<QChar *>(text.constData()),
                        static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace base
