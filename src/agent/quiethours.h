// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QString>
#include <QTime>

namespace agent {

//! A span of the day without notices, in local time; it may cross midnight.
struct QuietHours
{
    QTime from;
    QTime to;

    //! "20:00-08:00"; "" is none.
    [[nodiscard]] static base::Result<QuietHours> parse(const QString &text);
    //! When the quiet that holds at \a now ends (UTC); invalid: it is not quiet.
    [[nodiscard]] QDateTime endAfter(const QDateTime &now) const;
};

} // namespace agent
