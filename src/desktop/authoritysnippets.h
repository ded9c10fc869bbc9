// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace desktop {

//! What a developer pastes first: the languages, and the lines of each with the real issuer and
//! client filled in.
[[nodiscard]] QStringList snippetNames();
[[nodiscard]] QString snippet(int language, const QString &issuer, const QString &clientId);

} // namespace desktop
