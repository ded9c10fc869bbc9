// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/terminal.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace cli {

using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Result;

Result<OwnTerminal> OwnTerminal::open(int like)
{
    OwnTerminal made;
    const auto failed = [] {
        return Error{ErrorCode::Internal,
                     std::string("No terminal can be made: ") + std::strerror(errno) + '.',
                     {},
                     false};
    };
    made.m_ours = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (made.m_ours < 0 || ::grantpt(made.m_ours) != 0 || ::unlockpt(made.m_ours) != 0)
        return failed();
    const char *const name = ::ptsname(made.m_ours);
    if (name == nullptr)
        return failed();
    made.m_theirs = ::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (made.m_theirs < 0)
        return failed();
    termios settings{};
    if (::tcgetattr(like, &settings) == 0)
        ::tcsetattr(made.m_theirs, TCSANOW, &settings);
    made.followSize(like);
    return made;
}

OwnTerminal::OwnTerminal(OwnTerminal &&other) noexcept
    : m_ours(std::exchange(other.m_ours, -1))
    , m_theirs(std::exchange(other.m_theirs, -1))
{}

OwnTerminal::~OwnTerminal()
{
    closeTheirs();
    if (m_ours >= 0)
        ::close(m_ours);
}

void OwnTerminal::closeTheirs()
{
    if (m_theirs >= 0)
        ::close(std::exchange(m_theirs, -1));
}

void OwnTerminal::followSize(int like) const
{
    winsize size{};
    if (::ioctl(like, TIOCGWINSZ, &size) == 0)
        ::ioctl(m_ours, TIOCSWINSZ, &size);
}

RawKeys::RawKeys(int terminal)
    : m_terminal(terminal)
{}

void RawKeys::begin()
{
    termios now{};
    if (isOn() || ::tcgetpgrp(m_terminal) != ::getpgrp() || ::tcgetattr(m_terminal, &now) != 0)
        return;
    termios raw = now;
    ::cfmakeraw(&raw);
    if (::tcsetattr(m_terminal, TCSANOW, &raw) == 0)
        m_before = now;
}

void RawKeys::restore()
{
    if (isOn())
        ::tcsetattr(m_terminal, TCSADRAIN, &*m_before);
    m_before.reset();
}

} // namespace cli
