// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/evaluation/entitytable.h"
#include "policy/evaluation/node.h"

#include <chrono>

namespace policy {

//! What a request puts before the policies.
struct Scene
{
    const Universe &universe;
    const EntityTable &entities;
    Value principal;
    Value action;
    Value resource;
    Value context;
};

//! When an evaluation has to be over. Looks at the clock now and then only.
class Deadline
{
public:
    //! Never.
    Deadline() = default;
    explicit Deadline(std::chrono::milliseconds limit);

    //! Counts \a steps of work; true once the time is over.
    bool hasPassedAfter(std::size_t steps)
    {
        m_steps += steps;
        if (m_steps >= m_nextLook)
            look();
        return m_isOver;
    }
    //! Looks at the clock now.
    [[nodiscard]] bool hasPassed();

private:
    void look();

    std::chrono::steady_clock::time_point m_end = std::chrono::steady_clock::time_point::max();
    std::size_t m_steps = 0;
    std::size_t m_nextLook = 0;
    bool m_isOver = false;
};

//! Computes nodes. A value that is Nothing means that it failed: trouble() says why.
class Evaluation
{
public:
    //! What it makes is in \a memory; everything given outlives it.
    Evaluation(const Scene &scene, Memory &memory, Deadline &deadline)
        : m_scene(scene)
        , m_memory(memory)
        , m_deadline(deadline)
    {}

    [[nodiscard]] Value value(const Node &node);
    //! A sentence for people; the code is TimedOut or InvalidInput.
    [[nodiscard]] const base::Error &trouble() const { return m_trouble; }

private:
    [[nodiscard]] Value fail(const QString &sentence);
    [[nodiscard]] Value wrongKind(std::string_view wanted, const Value &given);
    //! The node's value if it is of that kind, else Nothing and trouble.
    [[nodiscard]] Value expect(Value::Kind kind, const Node &node);

    //! The values of the two children; false and trouble if one has none.
    [[nodiscard]] bool both(const Node &node, Value &left, Value &right);

    [[nodiscard]] Value choice(const Node &node);
    [[nodiscard]] Value logic(const Node &node, bool deciding);
    [[nodiscard]] Value equality(const Node &node);
    [[nodiscard]] Value comparison(const Node &node);
    [[nodiscard]] Value sum(const Node &node);
    [[nodiscard]] Value product(const Node &node);
    [[nodiscard]] Value negated(const Node &node);
    [[nodiscard]] Value membership(const Node &node);
    [[nodiscard]] Value isIn(const Value &entity, const Node &groups);
    [[nodiscard]] Value presence(const Node &node);
    [[nodiscard]] Value matched(const Node &node);
    [[nodiscard]] Value typed(const Node &node);
    [[nodiscard]] Value attribute(const Node &node);
    [[nodiscard]] Value literalSet(const Node &node);
    [[nodiscard]] Value literalRecord(const Node &node);
    [[nodiscard]] Value contained(const Node &node);
    [[nodiscard]] Value overlap(const Node &node);
    [[nodiscard]] Value tag(const Node &node);
    [[nodiscard]] Value call(const Node &node);
    [[nodiscard]] Value constructed(Function function, std::string_view text);
    [[nodiscard]] Value ipQuestion(Function function, std::span<const Value> given);
    [[nodiscard]] Value decimalQuestion(Function function, std::span<const Value> given);
    [[nodiscard]] Value timeQuestion(Function function, std::span<const Value> given);
    [[nodiscard]] bool areOf(Value::Kind kind, std::span<const Value> given);

    const Scene &m_scene;
    Memory &m_memory;
    Deadline &m_deadline;
    base::Error m_trouble;
};

} // namespace policy
