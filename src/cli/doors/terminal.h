// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <latchkey/error.h>
#include <optional>
#include <termios.h>

namespace cli {

//! A terminal of our own making, for a program whose output we read: it has the size and the
//! settings of the one that we stand on.
class OwnTerminal
{
public:
    //! \a like: a descriptor of our terminal.
    [[nodiscard]] static latchkey::Result<OwnTerminal> open(int like);
    OwnTerminal(OwnTerminal &&other) noexcept;
    OwnTerminal &operator=(OwnTerminal &&) = delete;
    ~OwnTerminal();

    [[nodiscard]] int ours() const { return m_ours; }
    [[nodiscard]] int theirs() const { return m_theirs; }
    //! The program has it: we keep our end only.
    void closeTheirs();
    //! Our terminal has another size.
    void followSize(int like) const;

private:
    OwnTerminal() = default;

    int m_ours = -1;
    int m_theirs = -1;
};

//! Keys go through our terminal as they are typed for as long as this lives; not while we are in
//! the background.
class RawKeys
{
public:
    explicit RawKeys(int terminal);
    ~RawKeys() { restore(); }
    RawKeys(const RawKeys &) = delete;
    RawKeys &operator=(const RawKeys &) = delete;

    void begin();
    void restore();
    [[nodiscard]] bool isOn() const { return m_before.has_value(); }

private:
    int m_terminal;
    std::optional<termios> m_before;
};

} // namespace cli
