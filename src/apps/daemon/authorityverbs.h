// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk/authorityhouse.h"
#include "base/settings.h"

#include <QStringList>

class QCommandLineParser;

namespace apps {

//! One of `latchkeyd authority`'s verbs that only change the database.
struct AuthorityVerb
{
    QString name;
    QStringList words; //!< behind it
    const QCommandLineParser &line;
};

void addVerbOptions(QCommandLineParser &line);
//! What the verbs are, for --help.
[[nodiscard]] QString aboutVerbs();

//! Does it beside whatever serves: everything it touches is in the database. InvalidInput: there is
//! no such verb, or something about it is wrong.
[[nodiscard]] base::Result<> runAuthorityVerb(const AuthorityVerb &verb,
                                              AuthorityHouse::Options options,
                                              base::Settings &settings);

} // namespace apps
