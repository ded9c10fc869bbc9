// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace latchkey {

//! Overwrites memory in a way that no optimiser takes out.
inline void wipe(void *memory, std::size_t size)
{
    auto *byte = static_cast<volatile unsigned char *>(memory);
    while (size-- > 0)
        *byte++ = 0;
}

//! Overwrites everything a string has room for, and empties it.
inline void wipe(std::string &text)
{
    text.resize(text.capacity());
    wipe(text.data(), text.size());
    text.clear();
}

//! Overwrites what it gives back: a growing buffer leaves no copies behind.
template<typename T>
struct WipingAllocator
{
    using value_type = T;

    WipingAllocator() = default;
    template<typename U>
    WipingAllocator(const WipingAllocator<U> &)
    {}

    [[nodiscard]] T *allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T *memory, std::size_t count)
    {
        wipe(memory, count * sizeof(T));
        std::allocator<T>().deallocate(memory, count);
    }
    friend bool operator==(const WipingAllocator &, const WipingAllocator &) { return true; }
};

//! Text of the wire, which may hold a secret. What is short enough to lie in the string itself is
//! wiped by whoever ends its life (Connection does).
using Bytes = std::basic_string<char, std::char_traits<char>, WipingAllocator<char>>;

//! A token or key: moves, does not copy, does not print, is overwritten when it goes.
class Secret
{
public:
    Secret() = default;
    explicit Secret(std::string_view text)
        : m_text(text)
    {}
    Secret(Secret &&other) noexcept
        : m_text(std::move(other.m_text))
    {
        wipe(other.m_text);
    }
    Secret &operator=(Secret &&other) noexcept
    {
        if (this != &other) {
            wipe(m_text);
            m_text = std::move(other.m_text);
            wipe(other.m_text);
        }
        return *this;
    }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret() { wipe(m_text); }

    [[nodiscard]] bool isEmpty() const { return m_text.empty(); }
    [[nodiscard]] std::size_t size() const { return m_text.size(); }
    //! The one way in, and easy to search for. Valid as long as this lives and does not move.
    [[nodiscard]] std::string_view expose() const { return m_text; }
    //! The same, with a zero at its end.
    [[nodiscard]] const char *exposeText() const { return m_text.c_str(); }

private:
    std::string m_text;
};

} // namespace latchkey
