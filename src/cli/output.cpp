// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "cli/outcome.h"

#include <cerrno>
#include <cstring>
#include <latchkey/socketpath.h>
#include <unistd.h>

namespace cli {

using latchkey::Bytes;

namespace {

//! False with errno: the rest of \a text did not get out.
bool writeAll(int fd, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(fd, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::string_view codeOf(Look look)
{
    switch (look) {
    case Look::Plain:
        return {};
    case Look::Strong:
        return "1";
    case Look::Faint:
        return "2";
    case Look::Good:
        return "32";
    case Look::Warning:
        return "33";
    case Look::Bad:
        return "31";
    }
    return {};
}

//! Columns that a terminal needs; wide characters count as one, which tables can live with.
std::size_t widthOf(std::string_view text)
{
    std::size_t width = 0;
    for (const char c : text)
        width += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1U : 0U;
    return width;
}

//! How many bytes at the front of \a text are one character that steers: control characters (C0,
//! DEL, C1), and those that turn the direction of what follows (U+202A to 202E, U+2066 to 2069).
std::size_t hiddenLength(std::string_view text)
{
    const auto byte = [text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    if (byte(0) < 0x20U || byte(0) == 0x7fU)
        return 1;
    if (byte(0) == 0xc2U && byte(1) >= 0x80U && byte(1) < 0xa0U)
        return 2;
    const bool turns = (byte(1) == 0x80U && byte(2) >= 0xaaU && byte(2) <= 0xaeU)
                       || (byte(1) == 0x81U && byte(2) >= 0xa6U && byte(2) <= 0xa9U);
    return byte(0) == 0xe2U && turns ? 3 : 0;
}

} // namespace

namespace {

//! What others have written may be long, and is in many an error's message: its beginning and its
//! end say what it was.
std::string shortened(const std::string &text)
{
    constexpr std::size_t most = 1000;
    constexpr std::size_t head = 600;
    constexpr std::size_t tail = 200;
    if (text.size() <= most)
        return text;
    const auto isInside = [&text](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U;
    };
    std::size_t end = head;
    while (end > 0 && isInside(end))
        --end;
    std::size_t begin = text.size() - tail;
    while (begin < text.size() && isInside(begin))
        ++begin;
    return text.substr(0, end) + " … " + text.substr(begin);
}

} // namespace

std::string harmless(std::string_view text)
{
    std::string clean;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t hidden = hiddenLength(text.substr(i));
        if (hidden == 0)
            clean += text[i];
        else if (hidden < 3)
            clean += ' ';
        i += hidden == 0 ? 0 : hidden - 1;
    }
    return clean;
}

Output::Output()
    : m_isTerminal(isatty(STDOUT_FILENO) == 1)
    , m_errorIsTerminal(isatty(STDERR_FILENO) == 1)
    , m_paints(m_isTerminal && latchkey::environmentText("NO_COLOR").empty()
               && latchkey::environmentText("TERM") != "dumb")
{}

void Output::write(std::string_view text)
{
    m_buffer += text;
    if (m_buffer.size() > (1U << 16))
        flush();
}

void Output::line(std::string_view text)
{
    write(text);
    write("\n");
}

void Output::json(const latchkey::Json &value)
{
    const Bytes text = m_isTerminal ? value.laidOut() : value.written();
    line(text);
}

void Output::jsonLine(const latchkey::Json &value)
{
    line(value.written());
    flush();
}

void Output::table(const std::vector<std::string> &head, const std::vector<std::vector<Cell>> &rows)
{
    std::vector<std::size_t> widths;
    for (const std::string &title : head)
        widths.push_back(m_isTerminal ? widthOf(title) : 0);
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row[i].text));
    }
    const auto print = [&](const std::vector<Cell> &row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string text = harmless(row[i].text);
            write(painted(text, row[i].look));
            if (i + 1 < row.size())
                write(std::string(widths[i] - widthOf(row[i].text) + 2, ' '));
        }
        write("\n");
    };
    if (m_isTerminal) {
        std::vector<Cell> titles;
        for (const std::string &title : head)
            titles.push_back({title, Look::Faint});
        print(titles);
    }
    for (const auto &row : rows)
        print(row);
}

void Output::flush()
{
    if (m_trouble == 0 && !writeAll(STDOUT_FILENO, m_buffer)) {
        // A reader who has seen enough (head) is no error; SIGPIPE may be ignored, so it ends here.
        m_trouble = errno == EPIPE ? 141 : 1;
        if (m_trouble == 1)
            complain({latchkey::ErrorCode::Internal,
                      std::string("The output could not be written: ") + std::strerror(errno) + '.',
                      {},
                      false});
    }
    latchkey::wipe(m_buffer.data(), m_buffer.size());
    m_buffer.clear();
}

void Output::remark(std::string_view text)
{
    if (m_isQuiet)
        return;
    flush();
    std::string lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines += harmless(text.substr(0, end)) + '\n';
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    (void)writeAll(STDERR_FILENO, lines);
}

void Output::complain(const latchkey::Error &error)
{
    flush();
    if (m_isJson) {
        latchkey::Json inner;
        inner.set("code", latchkey::nameOf(error.code))
            .set("message", shortened(error.message))
            .set("remedy", shortened(error.remedy))
            .set("retryable", error.retryable)
            .set("exit_code", exitCodeOf(error.code));
        latchkey::Json outer;
        outer.set("error", std::move(inner));
        (void)writeAll(STDERR_FILENO, std::string(outer.written()) + '\n');
        return;
    }
    std::string text = "latchkey: " + harmless(shortened(error.message)) + '\n';
    if (!error.remedy.empty())
        text += "  " + harmless(shortened(error.remedy)) + '\n';
    (void)writeAll(STDERR_FILENO, text);
}

std::string Output::painted(std::string_view text, Look look) const
{
    if (!m_paints || look == Look::Plain || text.empty())
        return std::string(text);
    return "\033[" + std::string(codeOf(look)) + 'm' + std::string(text) + "\033[0m";
}

} // namespace cli
