// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <latchkey/error.h>
#include <latchkey/json.h>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

//! How a word looks on a terminal.
enum class Look { Plain, Strong, Faint, Good, Warning, Bad };

//! A cell of a table.
struct Cell
{
    std::string text;
    Look look = Look::Plain;
};

//! The two outputs: what was asked for goes to standard output, everything that is said about it to
//! standard error. Colours only on a terminal, and not where NO_COLOR is set.
class Output
{
public:
    Output();

    //! To standard output as it is; buffered until flush() or the end.
    void write(std::string_view text);
    //! A line for people: control characters of others do not reach the terminal.
    void line(std::string_view text);
    void json(const latchkey::Json &value); //!< one line; laid out on a terminal
    //! One JSON value a line, at once: for what goes on and on.
    void jsonLine(const latchkey::Json &value);
    //! Columns as wide as their widest cell; \a head is left out where nobody looks.
    void table(const std::vector<std::string> &head, const std::vector<std::vector<Cell>> &rows);
    void flush();

    //! Lines of remark on standard error, made harmless; not when quiet.
    void remark(std::string_view text);
    //! Message and remedy on standard error, as JSON where that was asked for.
    void complain(const latchkey::Error &error);

    [[nodiscard]] std::string painted(std::string_view text, Look look) const;
    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }
    [[nodiscard]] bool errorIsTerminal() const { return m_errorIsTerminal; }
    [[nodiscard]] bool isJson() const { return m_isJson; }
    void setJson(bool json) { m_isJson = json; }
    [[nodiscard]] bool isQuiet() const { return m_isQuiet; }
    void setQuiet(bool quiet) { m_isQuiet = quiet; }
    //! The exit code when writing has failed; 0: it has not.
    [[nodiscard]] int trouble() const { return m_trouble; }

private:
    latchkey::Bytes m_buffer;
    bool m_isTerminal = false;
    bool m_errorIsTerminal = false;
    bool m_paints = false;
    bool m_isJson = false;
    bool m_isQuiet = false;
    int m_trouble = 0;
};

//! \a text without control characters: what others named cannot steer a terminal.
[[nodiscard]] std::string harmless(std::string_view text);

} // namespace cli
