// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auditevent.h"

#include <QCoreApplication>

namespace tray {

//! The record's lines about consent, as sentences. Their detail is "WORD; PATH[ SCRIPT]; WISH[; by
//! ACTOR]", where WORD says what decided: "once", "rule", "silence", …
class ConsentWords
{
    Q_DECLARE_TR_FUNCTIONS(tray::ConsentWords)

public:
    //! "was allowed to remove it": what follows a name.
    [[nodiscard]] static QString deed(const core::AuditEvent &event);
    //! "this session · /usr/bin/git"; "" when the line is not about consent.
    [[nodiscard]] static QString detail(const core::AuditEvent &event);
};

} // namespace tray
