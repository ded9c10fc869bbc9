// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>

namespace base {

//! Bytes that nobody else may see. Move-only, kept on OpenSSL's secure heap (locked memory; the
//! ordinary heap once that is full), zeroed when it goes. It has no operator<<, no conversion and
//! no JSON form: expose() is the one way in, and easy to grep for.
class Secret
{
public:
    Secret() noexcept = default;
    //! Copies \a bytes. The caller's copy stays as it is; see take().
    explicit Secret(QByteArrayView bytes);
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    //! Copies \a bytes and zeroes the source (also other QByteArrays that share its data).
    [[nodiscard]] static Secret take(QByteArray &&bytes);
    //! \a size zero bytes, to be filled through data().
    [[nodiscard]] static Secret zeroed(std::size_t size);

    [[nodiscard]] QByteArrayView expose() const noexcept;
    [[nodiscard]] unsigned char *data() noexcept { return m_bytes; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }

    [[nodiscard]] Secret clone() const;
    //! Zeroes and frees now.
    void clear() noexcept;
    //! Compares in a time that does not depend on where the bytes differ.
    [[nodiscard]] bool equals(QByteArrayView other) const noexcept;

private:
    unsigned char *m_bytes = nullptr;
    std::size_t m_size = 0;
};

//! Zeroes an ordinary buffer that held a secret for a moment (a network reply, a text field).
void wipe(QByteArray &bytes) noexcept;
void wipe(QString &text) noexcept;

} // namespace base
