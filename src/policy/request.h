// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/entityuid.h"

#include <QJsonObject>
#include <QList>

namespace policy {

//! One entity: what it is, what is known of it, what it belongs to. Attribute values are Cedar's
//! JSON: {"__entity": {"type", "id"}} for an entity, {"__extn": {"fn": "ip", "arg": "…"}} for ip,
//! decimal, datetime and duration.
struct Entity
{
    EntityUid uid;
    QJsonObject attributes;
    QList<EntityUid> parents;
    QJsonObject tags;

    friend bool operator==(const Entity &, const Entity &) = default;
};

//! The question: may \a principal do \a action to \a resource?
struct Request
{
    EntityUid principal;
    EntityUid action;
    EntityUid resource;
    //! Circumstances (time, address, …), in the same JSON as attributes.
    QJsonObject context;
    //! What the asking program itself knows for this question, for example the user and their roles
    //! from its database. Stands in front of entities of the same uid in the store. Never filled
    //! from outside: whoever fills it says who is an administrator.
    QList<Entity> entities;
};

} // namespace policy
