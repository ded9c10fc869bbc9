// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace web {

//! What is wrong with one field of a request.
struct FieldError
{
    QByteArray code; //!< "required", "too_long", "too_short", "not_allowed", "not_a_number", …
    QString field; //!< "email", "ids[3]"
    QString message; //!< for people, translated

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

} // namespace web
