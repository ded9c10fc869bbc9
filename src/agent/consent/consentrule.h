// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consent.h"

#include <QList>

namespace agent {

//! One rule of config.toml:
//!
//!     allow|deny PROGRAM SERVICE/ACCOUNT [for use|change|remove|everything[,…]]
//!
//! PROGRAM is the path of a script or a program, or * for any; `*` and `?` in it stop at a slash,
//! `**` does not; ~/ is the home folder; with spaces it is put in double quotes, where \ stands
//! before a quote or itself. Without `for` an allow is for use, a deny for everything.
struct ConsentRule
{
    bool allows = false;
    QString program; //!< absolute, home folder filled in; "*": any
    QString service; //!< * and ? stand for anything and one character
    QString account;
    QList<core::Wish> wishes;

    [[nodiscard]] static base::Result<ConsentRule> parse(const QString &text, const QString &home);
    //! An allow goes by the script where there is one, since the interpreter can be anything; a
    //! deny by either.
    [[nodiscard]] bool matches(const core::Program &asking,
                               const core::AccountId &id,
                               core::Wish wish) const;
    //! parse() reads it back as the same.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const ConsentRule &, const ConsentRule &) = default;
};

//! Whether all of \a text is of the shape \a glob: ? one character but a slash, * any number of
//! them, ** slashes as well. Time and memory: length of the one times that of the other at most.
[[nodiscard]] bool matchesGlob(const QString &glob, const QString &text);

} // namespace agent
