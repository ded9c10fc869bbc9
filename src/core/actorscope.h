// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

//! Says who is at work while it lives, for the record of what takes no actor: settings. Do not hold
//! one across a co_await: other work runs in between.
class ActorScope
{
public:
    explicit ActorScope(QString actor);
    ~ActorScope();
    ActorScope(const ActorScope &) = delete;
    ActorScope &operator=(const ActorScope &) = delete;

    //! Empty: nobody has said.
    [[nodiscard]] static QString current();

private:
    QString m_previous;
};

} // namespace core
