// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "policy/evaluation/universe.h"

#include <optional>

namespace policy {

//! What is known of one entity, ready for evaluation.
struct EntityFacts
{
    Value attributes; //!< a record
    Value tags; //!< a record
    std::vector<quint32> ancestors; //!< all of them, sorted; without itself
};

//! The facts of many entities. A layer may stand on another one: its entities come first.
class EntityTable
{
public:
    //! The error is InvalidInput and names the entity: a value that is none, a circle of parents,
    //! the same entity twice with different facts. Everything given outlives the table.
    [[nodiscard]] base::Result<> fill(const QList<Entity> &entities,
                                      Universe &universe,
                                      Memory &memory,
                                      const EntityTable *below = nullptr);

    [[nodiscard]] const EntityFacts *find(quint32 entity) const;
    //! Whether \a entity is \a group or in it, at any distance.
    [[nodiscard]] bool isIn(quint32 entity, quint32 group) const;

private:
    [[nodiscard]] base::Result<> closeHierarchy(const Universe &universe);

    const EntityTable *m_below = nullptr;
    std::unordered_map<quint32, EntityFacts> m_facts;
};

} // namespace policy
