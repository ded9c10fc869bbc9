// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/language/lexer.h"

#include <QtGlobal>

#include <string>
#include <utility>
#include <vector>

namespace policy {

//! An entity's name in UTF-8, as the language has it.
struct Uid
{
    std::string type;
    std::string id;

    friend bool operator==(const Uid &, const Uid &) = default;
};

//! A part of a condition. Which members count depends on the kind.
struct Expression
{
    enum class Kind : quint8 {
        Bool, //!< number
        Long, //!< number
        Text, //!< text
        Entity, //!< type, text (the id)
        Principal,
        Action,
        Resource,
        Context,
        If, //!< three children
        And, //!< two or more
        Or, //!< two or more
        Not,
        Negate,
        Equal,
        NotEqual,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        Sum, //!< two or more; text has a '+' or '-' for each
        Product, //!< two or more
        In,
        Has, //!< names: the path
        Like, //!< names: the literal parts between the stars
        Is, //!< type; a second child is what it has to be in
        Attribute, //!< text
        Set,
        Record, //!< names: the keys of the children
        Contains,
        ContainsAll,
        ContainsAny,
        IsEmpty,
        HasTag,
        GetTag,
        Call //!< text: ip, lessThan, …; a method's receiver is the first child
    };

    Kind kind = Kind::Bool;
    int height = 1; //!< how deep it is nested
    qint64 number = 0;
    std::string type;
    std::string text;
    std::vector<std::string> names;
    std::vector<Expression> children;
    Position at;
};

//! What the head of a policy asks of principal, action or resource.
struct ScopeRule
{
    enum class Kind : quint8 { Any, Equal, In, Is, IsIn };

    Kind kind = Kind::Any;
    std::string type; //!< Is, IsIn
    std::vector<Uid> uids; //!< Equal, IsIn: one; In: one, or for the action any number
};

enum class Effect : quint8 { Permit, Forbid };

struct Condition
{
    enum class Kind : quint8 { When, Unless };

    Kind kind = Kind::When;
    Expression expression;
};

//! One permit or forbid, as it was written.
struct Policy
{
    std::string id;
    Effect effect = Effect::Permit;
    std::vector<std::pair<std::string, std::string>> annotations;
    ScopeRule principal;
    ScopeRule action;
    ScopeRule resource;
    std::vector<Condition> conditions;
    Position at;
};

} // namespace policy
