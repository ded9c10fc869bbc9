// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluation/universe.h"

#include "policy/words.h"

namespace policy {

Universe::Universe(Memory &memory, const Universe *below)
    : m_memory(memory)
    , m_below(below)
{
    if (below) {
        m_firstSymbol = below->m_firstSymbol + below->m_symbols.size();
        m_firstEntity = below->entityCount();
    }
}

std::optional<quint32> Universe::findSymbol(std::string_view name) const
{
    if (m_below) {
        if (const auto found = m_below->findSymbol(name))
            return found;
    }
    const auto found = m_symbolNumbers.find(name);
    return found == m_symbolNumbers.end() ? std::nullopt : std::optional(found->second);
}

quint32 Universe::symbol(std::string_view name)
{
    if (const auto found = findSymbol(name))
        return *found;
    const auto number = static_cast<quint32>(m_firstSymbol + m_symbols.size());
    const std::string_view kept = copyText(m_memory, name);
    m_symbols.push_back(kept);
    m_symbolNumbers.emplace(kept, number);
    return number;
}

std::string_view Universe::symbolName(quint32 symbol) const
{
    return symbol < m_firstSymbol ? m_below->symbolName(symbol) : m_symbols[symbol - m_firstSymbol];
}

std::optional<quint32> Universe::findEntity(const EntityName &name) const
{
    if (m_below) {
        if (const auto found = m_below->findEntity(name))
            return found;
    }
    const auto found = m_entityNumbers.find(name);
    return found == m_entityNumbers.end() ? std::nullopt : std::optional(found->second);
}

quint32 Universe::entity(std::string_view type, std::string_view id)
{
    EntityName name{symbol(type), id};
    if (const auto found = findEntity(name))
        return *found;
    const auto number = static_cast<quint32>(entityCount());
    name.id = copyText(m_memory, id);
    m_entities.push_back(name);
    m_entityNumbers.emplace(name, number);
    return number;
}

quint32 Universe::entity(const EntityUid &uid)
{
    const QByteArray type = uid.type.toUtf8();
    const QByteArray id = uid.id.toUtf8();
    return entity(std::string_view(type.constData(), std::size_t(type.size())),
                  std::string_view(id.constData(), std::size_t(id.size())));
}

const Universe::EntityName &Universe::entityName(quint32 entity) const
{
    return entity < m_firstEntity ? m_below->entityName(entity)
                                  : m_entities[entity - m_firstEntity];
}

quint32 Universe::typeOf(quint32 entity) const
{
    return entityName(entity).type;
}

EntityUid Universe::uidOf(quint32 entity) const
{
    const EntityName &name = entityName(entity);
    return {shown(symbolName(name.type)), shown(name.id)};
}

} // namespace policy
