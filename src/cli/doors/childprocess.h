// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/doors/mask.h"
#include "cli/outcome.h"

#include <string>
#include <vector>

namespace cli {

//! The environment of a program that is started: NAME=VALUE, overwritten when it goes.
class Environment
{
public:
    //! Of this process, or (\a inherit is false) only what a program cannot do without: PATH, HOME
    //! and the like.
    explicit Environment(bool inherit);
    ~Environment();
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;

    void set(std::string_view name, std::string_view value);
    //! Empty: not there.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    //! For execve; valid until the next set().
    [[nodiscard]] std::vector<char *> pointers();

private:
    std::vector<latchkey::Bytes> m_lines;
};

//! Becomes the program: comes back only with the error.
[[nodiscard]] latchkey::Error become(const std::vector<std::string_view> &command,
                                     Environment &environment);

//! Runs the program and shows its output with \a words as ***: on a terminal where ours is one,
//! else through pipes. Signals that reach us go on to it. The result is its exit code; a program
//! that a signal ended ends us by the same.
[[nodiscard]] Outcome runMasked(const std::vector<std::string_view> &command,
                                Environment &environment,
                                const MaskWords &words);

} // namespace cli
