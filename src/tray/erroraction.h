// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace tray {

//! What the window says over an error's own sentence, and what it offers to do.
struct ErrorAction
{
    QString title;
    QString key; //!< "retry", "sign_in", "unlock", "settings"; empty: nothing helps
    QString label; //!< the button's words; empty without a key
};

//! The window's table of errors (the socket and the command line have their own).
[[nodiscard]] ErrorAction errorAction(base::ErrorCode code);

} // namespace tray
