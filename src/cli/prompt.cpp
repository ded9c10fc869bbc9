// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/prompt.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace cli {

using latchkey::Bytes;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Result;
using latchkey::Secret;

namespace {

constexpr std::size_t longest = 65'536;

void say(std::string_view text)
{
    (void)!::write(STDERR_FILENO, text.data(), text.size());
}

//! Reads to the end, or to the end of the line. False with errno, also when it was interrupted.
bool readInput(Bytes &text, bool wholeInput)
{
    text.reserve(longest);
    char c = 0;
    while (text.size() < longest) {
        const ssize_t got = ::read(STDIN_FILENO, &c, 1);
        if (got < 0)
            return false;
        if (got == 0 || (c == '\n' && !wholeInput))
            break;
        text += c;
    }
    latchkey::wipe(&c, 1);
    return true;
}

//! The terminal's echo, for as long as something hidden is typed; Ctrl-C brings it back, too.
class HiddenTyping
{
public:
    HiddenTyping()
    {
        sigset_t stops;
        sigemptyset(&stops);
        for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGTSTP})
            sigaddset(&stops, number);
        (void)sigprocmask(SIG_BLOCK, &stops, &m_before);
        m_hides = tcgetattr(STDIN_FILENO, &m_shown) == 0;
        termios hidden = m_shown;
        // Ctrl-C comes as a character: nothing ends this program while the echo is off.
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        if (m_hides)
            (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenTyping()
    {
        if (m_hides)
            (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_shown);
        (void)sigprocmask(SIG_SETMASK, &m_before, nullptr);
    }
    HiddenTyping(const HiddenTyping &) = delete;
    HiddenTyping &operator=(const HiddenTyping &) = delete;

private:
    termios m_shown{};
    sigset_t m_before{};
    bool m_hides = false;
};

} // namespace

bool canAsk()
{
    return isatty(STDIN_FILENO) == 1;
}

Result<Secret> askHidden(std::string_view question)
{
    Bytes typed;
    bool whole = false;
    {
        const HiddenTyping hidden;
        say(question);
        // Without ISIG the line discipline still gathers lines; Ctrl-C and Ctrl-\ are in them.
        whole = readInput(typed, false);
    }
    say("\n");
    const bool stopped = typed.find('\x03') != Bytes::npos || typed.find('\x1c') != Bytes::npos;
    Secret secret(stopped ? std::string_view() : std::string_view(typed));
    latchkey::wipe(typed.data(), typed.size());
    if (!whole || stopped)
        return Error{ErrorCode::Cancelled, "Stopped.", {}, false};
    return secret;
}

Result<Secret> secretFromInput(std::string_view what)
{
    if (canAsk())
        return askHidden(std::string(what) + ": ");
    Bytes text;
    if (!readInput(text, true))
        return Error{ErrorCode::Internal,
                     std::string("Standard input could not be read: ") + std::strerror(errno) + '.',
                     {},
                     false};
    std::string_view content = text;
    if (content.ends_with('\n'))
        content.remove_suffix(1);
    if (content.ends_with('\r'))
        content.remove_suffix(1);
    const bool tooLong = text.size() >= longest;
    const bool empty = content.empty();
    Secret secret(tooLong ? std::string_view() : content);
    latchkey::wipe(text.data(), text.size());
    if (tooLong || empty)
        return Error{ErrorCode::InvalidInput,
                     tooLong ? "What came on standard input is too long."
                             : "Nothing came on standard input.",
                     "Pipe the secret in, as in: printf %s \"$KEY\" | latchkey …",
                     false};
    return secret;
}

bool askYesOrNo(std::string_view question)
{
    say(std::string(question) + " [y/N] ");
    Bytes answer;
    if (!readInput(answer, false))
        return false;
    return answer == "y" || answer == "Y" || answer == "yes" || answer == "Yes";
}

} // namespace cli
