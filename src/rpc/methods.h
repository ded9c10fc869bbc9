// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rpc/call.h"

#include <QHash>
#include <QList>

namespace rpc {

//! Who is found out before a handler runs.
enum class Asking {
    Anybody, //!< the handler does not care
    Known //!< the handler uses Call::caller's program: consent, the record
};

//! Everything there is to know of one method: the server runs it, rpc.methods tells it, and
//! docs/api.md is held against it.
struct Method
{
    QString name; //!< "get_token", "audit.tail"
    QString summary; //!< one English sentence
    QList<Param> params; //!< in the order of positional parameters
    QString result; //!< its members: "{service, account, removed}"
    Asking asking = Asking::Known;
    Handler run = nullptr;
};

//! The methods by name.
class MethodTable
{
public:
    //! A name that is there already is a programming error.
    void add(QList<Method> methods);
    [[nodiscard]] const Method *find(const QString &name) const;
    [[nodiscard]] const QList<Method> &all() const { return m_methods; }

private:
    QList<Method> m_methods;
    QHash<QString, qsizetype> m_places;
};

//! All methods of the agent. To add a subject: write a file with one function that returns its
//! methods, and name that function in methods.cpp.
[[nodiscard]] MethodTable allMethods();

} // namespace rpc
