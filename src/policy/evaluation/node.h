// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/evaluation/value.h"
#include "policy/language/ast.h"
#include "policy/language/functions.h"

namespace policy {

//! A compiled part of a condition: names are symbols, literals are values, what is constant has
//! been computed. Lives in the memory of its program.
struct Node
{
    Expression::Kind kind = Expression::Kind::Bool;
    bool isConstant = false; //!< value is all there is
    Function function = Function::Ip; //!< Call
    quint32 name = 0; //!< Attribute: a symbol; Is: a type
    Value value;
    std::span<const Node> children;
    std::span<const quint32> names; //!< Has: the path; Record: the keys
    std::span<const std::string_view> parts; //!< Like
    std::string_view signs; //!< Sum
};

} // namespace policy
