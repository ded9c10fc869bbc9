// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <latchkey/error.h>
#include <latchkey/secret.h>
#include <string>
#include <string_view>

namespace cli {

//! A plain text in a person's editor: in a folder of our own (0700) in memory where the system has
//! such a place, overwritten and removed when this goes, also when a signal ends us.
class EditSession
{
public:
    //! \a name: the file's, so that the editor knows its language.
    [[nodiscard]] static latchkey::Result<EditSession> begin(std::string_view name,
                                                             std::string_view text);
    EditSession(EditSession &&other) noexcept;
    EditSession &operator=(EditSession &&) = delete;
    ~EditSession();

    //! Opens the editor (SOPS_EDITOR, VISUAL, EDITOR, then what is there) and waits for its end.
    [[nodiscard]] latchkey::Result<> edit() const;
    [[nodiscard]] latchkey::Result<latchkey::Bytes> text() const;
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    EditSession() = default;

    std::string m_folder;
    std::string m_path;
};

} // namespace cli
