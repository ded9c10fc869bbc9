// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"
#include "base/toml.h"

//! The values of settings in their several forms. Private to this room.
namespace base {

//! What a setting may be, for complaints: "a whole number from 0 to 60".
[[nodiscard]] QString expectationOf(const SettingSpec &spec);
//! A value as a complaint shows it.
[[nodiscard]] QString shown(const QVariant &value);
//! Whether a value of the right type is one of those that are allowed.
[[nodiscard]] bool isAllowed(const SettingSpec &spec, const QVariant &value);

//! What QML, a test or a TOML file hand in, as the type of \a spec; invalid when it is another.
[[nodiscard]] QVariant asTypeOf(const SettingSpec &spec, const QVariant &value);
[[nodiscard]] QVariant variantOf(const TomlValue &value);
//! A value from the environment or the command line, where everything is text.
[[nodiscard]] QVariant variantOf(const SettingSpec &spec, const QString &text);
//! A value of one of the four types, for writing.
[[nodiscard]] QString literalOf(const QVariant &value);

} // namespace base
