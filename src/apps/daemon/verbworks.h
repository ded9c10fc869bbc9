// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/daemon/authorityverbs.h"

#include <QDateTime>
#include <QJsonObject>

//! What each of `latchkeyd authority`'s verbs does. How many words stand behind it has been seen to
//! already. What they find they print: a line of JSON each.
namespace apps {

using VerbWork = base::Result<> (*)(AuthorityHouse &, const AuthorityVerb &);

[[nodiscard]] base::Result<> addUser(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> listUsers(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> changeUser(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> removeUser(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> resetTotp(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> setPassword(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> listSessions(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> endSession(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> listEvents(AuthorityHouse &house, const AuthorityVerb &verb);

[[nodiscard]] base::Result<> addClient(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> listClients(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> removeClient(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> addToken(AuthorityHouse &house, const AuthorityVerb &verb);

[[nodiscard]] base::Result<> listKeys(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> rotateKeys(AuthorityHouse &house, const AuthorityVerb &verb);
[[nodiscard]] base::Result<> revokeKey(AuthorityHouse &house, const AuthorityVerb &verb);

//! One line of JSON: easy for people to read, and for programs.
void print(const QJsonObject &object);
//! A time as JSON shows it; nothing is put in when there is none.
void put(QJsonObject &object, const char *name, const QDateTime &time);

} // namespace apps
