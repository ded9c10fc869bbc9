// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluation/entitytable.h"

#include "policy/evaluation/jsonvalue.h"
#include "policy/words.h"

#include <algorithm>

namespace policy {

namespace {

//! A chain of n entities has n²/2 ancestors; more than this is a mistake or an attack.
constexpr std::size_t mostAncestors = 5'000'000;

bool isAction(const EntityUid &uid)
{
    return uid.type == QLatin1String("Action") || uid.type.endsWith(QLatin1String("::Action"));
}

void sortOnce(std::vector<quint32> &numbers)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

tl::unexpected<base::Error> refuse(const QString &sentence)
{
    return base::fail(base::ErrorCode::InvalidInput, sentence);
}

} // namespace

base::Result<> EntityTable::fill(const QList<Entity> &entities,
                                 Universe &universe,
                                 Memory &memory,
                                 const EntityTable *below)
{
    m_below = below;
    for (const Entity &entity : entities) {
        EntityFacts facts;
        const auto named = [&entity](base::Error error) {
            return base::fail(std::move(error).within(toText(entity.uid)));
        };
        auto attributes = JsonReader(universe, memory).record(entity.attributes);
        if (!attributes)
            return named(std::move(attributes).error());
        auto tags = JsonReader(universe, memory).record(entity.tags);
        if (!tags)
            return named(std::move(tags).error());
        facts.attributes = *attributes;
        facts.tags = *tags;
        for (const EntityUid &parent : entity.parents) {
            if (isAction(entity.uid) && !isAction(parent))
                return refuse(
                    Words::tr("%1: the parents of an action are actions").arg(toText(entity.uid)));
            facts.ancestors.push_back(universe.entity(parent));
        }
        sortOnce(facts.ancestors);
        const auto [present, isNew] =
            m_facts.try_emplace(universe.entity(entity.uid), std::move(facts));
        if (!isNew
            && (present->second.attributes != *attributes || present->second.tags != *tags
                || facts.ancestors != present->second.ancestors))
            return refuse(
                Words::tr("%1 is there twice, with different facts").arg(toText(entity.uid)));
    }
    return closeHierarchy(universe);
}

//! Replaces the parents by all ancestors, groups before their members.
base::Result<> EntityTable::closeHierarchy(const Universe &universe)
{
    std::unordered_map<quint32, std::vector<quint32>> members;
    std::unordered_map<quint32, std::size_t> openParents;
    std::vector<quint32> ready;
    for (const auto &[number, facts] : m_facts) {
        std::size_t open = 0;
        for (const quint32 parent : facts.ancestors) {
            if (m_facts.contains(parent)) {
                members[parent].push_back(number);
                ++open;
            }
        }
        if (open == 0)
            ready.push_back(number);
        else
            openParents[number] = open;
    }
    std::size_t total = 0;
    std::size_t closed = 0;
    while (closed < ready.size()) {
        const quint32 number = ready[closed++];
        std::vector<quint32> &ancestors = m_facts[number].ancestors;
        const std::vector<quint32> parents = ancestors;
        for (const quint32 parent : parents) {
            if (const EntityFacts *facts = find(parent))
                ancestors.insert(ancestors.end(), facts->ancestors.begin(), facts->ancestors.end());
        }
        sortOnce(ancestors);
        total += ancestors.size();
        if (total > mostAncestors)
            return refuse(Words::tr("the hierarchy of the entities is too large"));
        for (const quint32 member : members[number]) {
            if (--openParents[member] == 0)
                ready.push_back(member);
        }
    }
    if (closed < m_facts.size()) {
        for (const auto &[number, open] : openParents) {
            if (open > 0)
                return refuse(Words::tr("%1 is in a group that is in itself")
                                  .arg(toText(universe.uidOf(number))));
        }
    }
    return {};
}

const EntityFacts *EntityTable::find(quint32 entity) const
{
    const auto found = m_facts.find(entity);
    if (found != m_facts.end())
        return &found->second;
    return m_below ? m_below->find(entity) : nullptr;
}

bool EntityTable::isIn(quint32 entity, quint32 group) const
{
    if (entity == group)
        return true;
    const EntityFacts *facts = find(entity);
    return facts && std::binary_search(facts->ancestors.begin(), facts->ancestors.end(), group);
}

} // namespace policy
