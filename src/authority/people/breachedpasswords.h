// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

namespace authority {

//! Passwords known from breaches, in a file on this computer: the SHA-1 list of Have I Been Pwned
//! ("HASH:COUNT" a line, or "HASH", sorted). Nothing about a password leaves the machine.
class BreachedPasswords
{
public:
    //! Empty: there is no list.
    explicit BreachedPasswords(QString file);

    //! Whether there is no list, or it can be read. NotFound: it cannot; asked at the start.
    [[nodiscard]] base::Result<> check() const;
    //! Two dozen reads in a file of forty gigabytes. False when there is no list; NotFound when
    //! there is one that cannot be read, which is logged once until it can be again.
    [[nodiscard]] base::Result<bool> contains(const base::Secret &password) const;

private:
    [[nodiscard]] base::Result<bool> search(const base::Secret &password) const;

    QString m_file;
    mutable bool m_isTroubleTold = false;
};

} // namespace authority
