// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/jsonreader.h"

#include <QStringList>

#include <optional>

namespace oauth {

//! The JSON object that a service has answered; copies of its bytes are zeroed with the last value.
//! Corrupt: it is none.
[[nodiscard]] base::Result<net::JsonValue> answerIn(QByteArrayView body);

//! A number, or a string that is one.
[[nodiscard]] std::optional<double> numberIn(const net::JsonValue &value);

//! The strings of an array; others in it are left out. Unset: it is no array.
[[nodiscard]] std::optional<QStringList> textsIn(const net::JsonValue &value);

} // namespace oauth
