// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consent.h"
#include "core/services.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace tray {

//! What is said about programs that ask, in the menu, in notifications and in the windows.
//! A pseudo account says what it opens: "sops/default", "references/vault".
class ProgramWords
{
    Q_DECLARE_TR_FUNCTIONS(tray::ProgramWords)

public:
    //! The icon of a program, by its name: "git-branch", "terminal", …
    [[nodiscard]] static QString icon(const QString &program);
    //! "git", or what stands for a program without a name.
    [[nodiscard]] static QString name(const core::ConsentQuestion &question);
    //! "git asks for github/work…": a line of the menu.
    [[nodiscard]] static QString asks(const core::ConsentQuestion &question);
    //! "git wants github/work": the head of a notification.
    [[nodiscard]] static QString wants(const core::ConsentQuestion &question);
    //! "git wants the token of github/work": the head of the window.
    [[nodiscard]] static QString wish(const core::ConsentQuestion &question,
                                      const std::optional<core::AccountView> &account);
    //! "It can then act as maria@acme.dev on GitHub."
    [[nodiscard]] static QString consequence(const core::ConsentQuestion &question,
                                             const std::optional<core::AccountView> &account);
    //! "~/src/latchkey"
    [[nodiscard]] static QString path(const QString &path);
    //! Nothing in it can turn, hide or break a line: programs choose their names themselves.
    [[nodiscard]] static QString plain(QString text);
};

} // namespace tray
