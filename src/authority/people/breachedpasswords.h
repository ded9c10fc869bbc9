// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    //! Two dozen reads in a file of forty gigabytes. False when there is no list.
    [[nodiscard]] bool contains(const base::Secret &password) const;

private:
    QString m_file;
};

} // namespace authority
