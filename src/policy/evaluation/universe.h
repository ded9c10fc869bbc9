// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/evaluation/value.h"
#include "policy/language/ast.h"
#include "policy/request.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace policy {

//! Gives every name and every entity a number, so that evaluation compares numbers. A layer may
//! stand on another one, which it does not change: what a request brings goes when it is answered.
class Universe
{
public:
    //! The texts are kept in \a memory; it and \a below outlive the universe.
    explicit Universe(Memory &memory, const Universe *below = nullptr);
    Universe(const Universe &) = delete;
    Universe &operator=(const Universe &) = delete;

    quint32 symbol(std::string_view name);
    [[nodiscard]] std::optional<quint32> findSymbol(std::string_view name) const;
    [[nodiscard]] std::string_view symbolName(quint32 symbol) const;

    quint32 entity(std::string_view type, std::string_view id);
    quint32 entity(const EntityUid &uid);
    quint32 entity(const Uid &uid) { return entity(uid.type, uid.id); }
    [[nodiscard]] quint32 typeOf(quint32 entity) const; //!< a symbol
    [[nodiscard]] EntityUid uidOf(quint32 entity) const;
    //! One more than the largest number given to an entity.
    [[nodiscard]] std::size_t entityCount() const { return m_firstEntity + m_entities.size(); }

private:
    struct EntityName
    {
        quint32 type = 0;
        std::string_view id;
        friend bool operator==(const EntityName &, const EntityName &) = default;
    };
    struct EntityHash
    {
        std::size_t operator()(const EntityName &name) const
        {
            return std::hash<std::string_view>()(name.id) * 31 + name.type;
        }
    };

    [[nodiscard]] std::optional<quint32> findEntity(const EntityName &name) const;
    [[nodiscard]] const EntityName &entityName(quint32 entity) const;

    Memory &m_memory;
    const Universe *m_below;
    std::size_t m_firstSymbol = 0;
    std::size_t m_firstEntity = 0;
    std::vector<std::string_view> m_symbols;
    std::vector<EntityName> m_entities;
    std::unordered_map<std::string_view, quint32> m_symbolNumbers;
    std::unordered_map<EntityName, quint32, EntityHash> m_entityNumbers;
};

} // namespace policy
