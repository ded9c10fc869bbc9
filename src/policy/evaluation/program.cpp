// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluation/program.h"

#include "policy/evaluation/compiler.h"
#include "policy/evaluation/jsonvalue.h"
#include "policy/words.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace policy {

struct Program::Round
{
    Memory &memory;
    Deadline deadline;
    QStringList permits;
    QStringList forbids;
    QStringList brokenForbids;
    QList<PolicyTrouble> errors;
};

Program::Program(const PolicySet &policies, const EntityStore &entities)
{
    m_entitiesRead = m_entities.fill(entities.entities(), m_universe, m_memory);
    Compiler compiler(m_universe, m_memory);
    m_clauses.reserve(policies.policies().size());
    for (const Policy &policy : policies.policies()) {
        Clause clause;
        clause.id = QString::fromStdString(policy.id);
        clause.effect = policy.effect;
        clause.principal = compiled(policy.principal);
        clause.action = compiled(policy.action);
        clause.resource = compiled(policy.resource);
        for (const Condition &condition : policy.conditions)
            clause.conditions.emplace_back(condition.kind, compiler.compiled(condition.expression));
        m_clauses.push_back(std::move(clause));
    }
    index();
}

Program::Rule Program::compiled(const ScopeRule &rule)
{
    Rule made;
    made.kind = rule.kind;
    if (!rule.type.empty())
        made.type = m_universe.symbol(rule.type);
    for (const Uid &uid : rule.uids)
        made.entities.push_back(m_universe.entity(uid));
    return made;
}

//! Puts each clause under the part of its head that fewest others share.
void Program::index()
{
    const auto rules = [](const Clause &clause) {
        return std::array<std::pair<Slot, const Rule *>, 3>{{{Slot::Principal, &clause.principal},
                                                             {Slot::Action, &clause.action},
                                                             {Slot::Resource, &clause.resource}}};
    };
    const auto namesEntities = [](const Rule &rule) {
        return rule.kind != ScopeRule::Kind::Any && rule.kind != ScopeRule::Kind::Is;
    };
    std::unordered_map<quint64, std::size_t> shared;
    for (const Clause &clause : m_clauses) {
        for (const auto &[slot, rule] : rules(clause)) {
            for (const quint32 entity : rule->entities)
                ++shared[key(slot, entity)];
        }
    }
    for (quint32 number = 0; number < m_clauses.size(); ++number) {
        const Rule *best = nullptr;
        Slot bestSlot = Slot::Principal;
        std::size_t fewest = 0;
        for (const auto &[slot, rule] : rules(m_clauses[number])) {
            if (!namesEntities(*rule))
                continue;
            std::size_t company = 0;
            for (const quint32 entity : rule->entities)
                company += shared[key(slot, entity)];
            if (!best || company < fewest) {
                best = rule;
                bestSlot = slot;
                fewest = company;
            }
        }
        if (!best) {
            m_always.push_back(number);
            continue;
        }
        for (const quint32 entity : best->entities)
            m_byEntity[key(bestSlot, entity)].push_back(number);
    }
}

//! In the order of the policies.
std::vector<quint32> Program::candidates(const Scene &scene) const
{
    std::vector<quint32> found = m_always;
    const auto add = [this, &found](Slot slot, quint32 entity) {
        const auto clauses = m_byEntity.find(key(slot, entity));
        if (clauses != m_byEntity.end())
            found.insert(found.end(), clauses->second.begin(), clauses->second.end());
    };
    const auto addAll = [&scene, &add](Slot slot, const Value &entity) {
        add(slot, entity.uid());
        if (const EntityFacts *facts = scene.entities.find(entity.uid())) {
            for (const quint32 ancestor : facts->ancestors)
                add(slot, ancestor);
        }
    };
    addAll(Slot::Principal, scene.principal);
    addAll(Slot::Action, scene.action);
    addAll(Slot::Resource, scene.resource);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool Program::applies(const Rule &rule, const Value &entity, const Scene &scene)
{
    const auto isInOne = [&] {
        return std::any_of(rule.entities.begin(), rule.entities.end(), [&](quint32 group) {
            return scene.entities.isIn(entity.uid(), group);
        });
    };
    switch (rule.kind) {
    case ScopeRule::Kind::Any:
        return true;
    case ScopeRule::Kind::Equal:
        return entity.uid() == rule.entities.front();
    case ScopeRule::Kind::In:
        return isInOne();
    case ScopeRule::Kind::Is:
        return scene.universe.typeOf(entity.uid()) == rule.type;
    case ScopeRule::Kind::IsIn:
        return scene.universe.typeOf(entity.uid()) == rule.type && isInOne();
    }
    return false;
}

void Program::judge(const Clause &clause, const Scene &scene, Round &round) const
{
    if (!applies(clause.action, scene.action, scene)
        || !applies(clause.principal, scene.principal, scene)
        || !applies(clause.resource, scene.resource, scene))
        return;
    Evaluation evaluation(scene, round.memory, round.deadline);
    for (const auto &[kind, node] : clause.conditions) {
        const Value held = evaluation.value(node);
        if (!held || !held.is(Value::Kind::Bool)) {
            base::Error error = evaluation.trouble();
            if (held)
                error = {base::ErrorCode::InvalidInput,
                         Words::tr("the condition is neither true nor false"),
                         {},
                         {}};
            round.errors.append({clause.id, std::move(error)});
            if (clause.effect == Effect::Forbid)
                round.brokenForbids.append(clause.id);
            return;
        }
        if (held.isTrue() != (kind == Condition::Kind::When))
            return;
    }
    (clause.effect == Effect::Permit ? round.permits : round.forbids).append(clause.id);
}

Decision Program::decide(const Request &request,
                         Strictness strictness,
                         std::chrono::milliseconds limit) const
{
    const auto refused = [](base::Error error) {
        return Decision{Verdict::Deny, {}, {{QString(), std::move(error)}}};
    };
    if (!m_entitiesRead)
        return refused(m_entitiesRead.error());

    std::array<std::byte, 4096> buffer;
    std::pmr::monotonic_buffer_resource memory(buffer.data(), buffer.size());
    Round round{memory, Deadline(limit), {}, {}, {}, {}};
    Universe universe(memory, &m_universe);
    EntityTable entities;
    if (auto filled = entities.fill(request.entities, universe, memory, &m_entities); !filled)
        return refused(std::move(filled).error());
    auto context = JsonReader(universe, memory).record(request.context);
    if (!context)
        return refused(std::move(context).error().within(QStringLiteral("context")));
    const Scene scene{universe,
                      entities,
                      Value::entity(universe.entity(request.principal)),
                      Value::entity(universe.entity(request.action)),
                      Value::entity(universe.entity(request.resource)),
                      *context};

    for (const quint32 number : candidates(scene)) {
        judge(m_clauses[number], scene, round);
        if (round.deadline.hasPassedAfter(1))
            break;
    }
    if (round.deadline.hasPassed())
        return refused(
            {base::ErrorCode::TimedOut, Words::tr("This decision took too long."), {}, {}});

    Decision decision;
    decision.errors = std::move(round.errors);
    const bool isBroken = strictness == Strictness::Strict && !round.brokenForbids.isEmpty();
    if (!round.forbids.isEmpty()) {
        decision.determining = std::move(round.forbids);
    } else if (isBroken) {
        decision.determining = std::move(round.brokenForbids);
    } else if (!round.permits.isEmpty()) {
        decision.verdict = Verdict::Allow;
        decision.determining = std::move(round.permits);
    }
    return decision;
}

} // namespace policy
