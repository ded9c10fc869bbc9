// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <latchkey/secret.h>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

//! Shorter values are not masked: they would make every text unreadable and hide nothing.
inline constexpr std::size_t shortestMasked = 4;

//! The ways in which a program may print a value: as it is, each longer line of it, in base64
//! (both alphabets, also inside of a longer text that was encoded), in a URL, in hexadecimal, in
//! JSON. Empty for a value that is too short.
[[nodiscard]] std::vector<latchkey::Bytes> spellingsOf(std::string_view value);

//! Finds every spelling at once (Aho and Corasick, 1975).
class MaskWords
{
public:
    explicit MaskWords(const std::vector<latchkey::Bytes> &words);

    //! The state after one more character.
    [[nodiscard]] std::uint32_t after(std::uint32_t state, char c) const;
    //! How much of a word is behind us.
    [[nodiscard]] std::size_t depth(std::uint32_t state) const { return m_states[state].depth; }
    //! The length of the longest word that ends here; 0: none does.
    [[nodiscard]] std::size_t longest(std::uint32_t state) const { return m_states[state].longest; }

private:
    //! Nearly all have one child: a list of them is small where a table would not be.
    struct State
    {
        std::uint32_t child = 0; //!< the first one; 0: none
        std::uint32_t sibling = 0;
        std::uint32_t fallback = 0;
        std::uint32_t depth = 0;
        std::uint32_t longest = 0;
        char c = '\0';
    };

    [[nodiscard]] std::uint32_t childOf(std::uint32_t state, char c) const;

    std::vector<State, latchkey::WipingAllocator<State>> m_states;
};

//! One stream of output with the words in it replaced by ***, however it comes in pieces. What may
//! be the beginning of a word is held back until it is decided.
class Mask
{
public:
    //! \a words outlives this.
    explicit Mask(const MaskWords &words)
        : m_words(words)
    {}
    ~Mask() { wipeHeld(); }
    Mask(const Mask &) = delete;
    Mask &operator=(const Mask &) = delete;

    //! What can be shown now that \a piece has come.
    [[nodiscard]] std::string pass(std::string_view piece);
    //! The stream stands still: a prompt's last characters may look like a word's first. Shows what
    //! is held back if that is at most two characters.
    [[nodiscard]] std::string pause();
    [[nodiscard]] bool isHolding() const { return !m_held.empty(); }
    //! The stream has ended.
    [[nodiscard]] std::string end();

private:
    struct Held
    {
        char c;
        bool isMasked;
    };

    void show(std::size_t count, std::string &out);
    void wipeHeld();

    const MaskWords &m_words;
    std::uint32_t m_state = 0;
    std::deque<Held> m_held;
    bool m_isInMask = false; //!< the stars for this stretch are out already
};

} // namespace cli
