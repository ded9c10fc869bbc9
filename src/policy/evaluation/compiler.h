// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/evaluation/node.h"
#include "policy/evaluation/universe.h"

namespace policy {

//! Turns expressions into nodes: gives names their numbers and computes what does not depend on
//! the request (ip("10.0.0.0/8"), sets of literals), so that it costs nothing later.
class Compiler
{
public:
    Compiler(Universe &universe, Memory &memory)
        : m_universe(universe)
        , m_memory(memory)
    {}

    [[nodiscard]] Node compiled(const Expression &expression);

private:
    void fillIn(Node &node, const Expression &expression);
    void fold(Node &node);

    Universe &m_universe;
    Memory &m_memory;
};

} // namespace policy
