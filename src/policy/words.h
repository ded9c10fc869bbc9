// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <string_view>

namespace policy {

//! Translates the room's sentences: Words::tr("…").
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

//! A piece of a policy, which is UTF-8, for a sentence.
[[nodiscard]] inline QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace policy
