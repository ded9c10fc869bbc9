// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/decision.h"
#include "policy/entitystore.h"
#include "policy/evaluation/evaluation.h"
#include "policy/policyset.h"

#include <memory_resource>

namespace policy {

//! Policies and entities, compiled together: names are numbers, ancestors are known, and each
//! policy stands in an index under what its head asks for, so that a decision looks at those that
//! can apply and at no other.
class Program
{
public:
    //! Both have been checked when they were read; what fails here is ours, and denies everything.
    Program(const PolicySet &policies, const EntityStore &entities);
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    [[nodiscard]] Decision decide(const Request &request,
                                  Strictness strictness,
                                  std::chrono::milliseconds limit) const;

private:
    struct Rule
    {
        ScopeRule::Kind kind = ScopeRule::Kind::Any;
        quint32 type = 0;
        std::vector<quint32> entities;
    };
    struct Clause
    {
        QString id;
        Effect effect = Effect::Permit;
        Rule principal;
        Rule action;
        Rule resource;
        //! A `when` is what it has to be, an `unless` what it must not be.
        std::vector<std::pair<Condition::Kind, Node>> conditions;
    };
    enum class Slot : quint8 { Principal, Action, Resource };
    struct Round; //!< what comes together while one request is decided

    [[nodiscard]] Rule compiled(const ScopeRule &rule);
    void index();
    [[nodiscard]] std::vector<quint32> candidates(const Scene &scene) const;
    [[nodiscard]] static bool applies(const Rule &rule, const Value &entity, const Scene &scene);
    void judge(const Clause &clause, const Scene &scene, Round &round) const;

    static quint64 key(Slot slot, quint32 entity) { return (quint64(slot) << 32) | entity; }

    std::pmr::monotonic_buffer_resource m_memory;
    Universe m_universe{m_memory};
    EntityTable m_entities;
    base::Result<> m_entitiesRead;
    std::vector<Clause> m_clauses;
    std::unordered_map<quint64, std::vector<quint32>> m_byEntity;
    std::vector<quint32> m_always; //!< clauses whose head names no entity
};

} // namespace policy
