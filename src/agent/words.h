// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace agent {

//! Gives this room's free functions tr().
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace agent
