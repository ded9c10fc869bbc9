// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actorscope.h"

#include <utility>

namespace core {

namespace {

thread_local QString currentActor;

} // namespace

ActorScope::ActorScope(QString actor)
    : m_previous(std::exchange(currentActor, std::move(actor)))
{}

ActorScope::~ActorScope()
{
    currentActor = std::move(m_previous);
}

QString ActorScope::current()
{
    return currentActor;
}

} // namespace core
