// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/language/parser.h"

#include "policy/language/expressionparser.h"
#include "policy/language/literal.h"
#include "policy/words.h"

#include <algorithm>

namespace policy {

namespace {

bool isActionType(std::string_view type)
{
    return type == "Action" || type.ends_with("::Action");
}

//! Reads whole policies: annotations, effect, scope, conditions.
class PolicyParser
{
public:
    explicit PolicyParser(TokenReader &reader)
        : m_reader(reader)
    {}

    base::Result<Policy> policy()
    {
        Policy policy;
        while (m_reader.took("@"))
            TRY_VOID(annotation(policy));
        policy.at = m_reader.now().at;
        if (m_reader.tookWord("forbid"))
            policy.effect = Effect::Forbid;
        else if (!m_reader.tookWord("permit"))
            return m_reader.unexpectedHere(QStringLiteral("\"permit\", \"forbid\""));
        TRY_VOID(scope(policy));
        while (!m_reader.took(";"))
            TRY_VOID(condition(policy));
        return policy;
    }

private:
    base::Result<> annotation(Policy &policy)
    {
        const Token key = m_reader.now();
        if (key.kind != Token::Kind::Identifier)
            return m_reader.unexpectedHere(Words::tr("the name of an annotation"));
        m_reader.take();
        std::string value;
        if (m_reader.took("(")) {
            TRY(value, m_reader.text());
            TRY_VOID(m_reader.expect(")"));
        }
        for (const auto &[name, present] : policy.annotations) {
            if (name == key.text)
                return m_reader.complainAt(
                    key.at, Words::tr("the annotation @%1 is there twice").arg(shown(key.text)));
        }
        policy.annotations.emplace_back(key.text, std::move(value));
        return {};
    }

    base::Result<> scope(Policy &policy)
    {
        TRY_VOID(m_reader.expect("("));
        TRY(policy.principal, rule("principal"));
        TRY_VOID(m_reader.expect(","));
        TRY(policy.action, rule("action"));
        TRY_VOID(m_reader.expect(","));
        TRY(policy.resource, rule("resource"));
        m_reader.took(",");
        return m_reader.expect(")");
    }

    base::Result<ScopeRule> rule(std::string_view variable)
    {
        if (!m_reader.tookWord(variable))
            return m_reader.unexpectedHere(QStringLiteral("\"%1\"").arg(shown(variable)));
        const bool isAction = variable == "action";
        ScopeRule rule;
        if (m_reader.took("==")) {
            rule.kind = ScopeRule::Kind::Equal;
            TRY_VOID(entity(rule, isAction));
        } else if (m_reader.tookWord("in")) {
            rule.kind = ScopeRule::Kind::In;
            TRY_VOID(isAction && m_reader.sees("[") ? entities(rule) : entity(rule, isAction));
        } else if (m_reader.seesWord("is")) {
            if (isAction)
                return m_reader.complainHere(Words::tr("\"action is\" has no meaning in the head"));
            m_reader.take();
            rule.kind = ScopeRule::Kind::Is;
            TRY(rule.type, m_reader.typeName());
            if (m_reader.tookWord("in")) {
                rule.kind = ScopeRule::Kind::IsIn;
                TRY_VOID(entity(rule, false));
            }
        }
        return rule;
    }

    base::Result<> entities(ScopeRule &rule)
    {
        TRY_VOID(m_reader.expect("["));
        while (!m_reader.took("]")) {
            TRY_VOID(entity(rule, true));
            if (!m_reader.took(",") && !m_reader.sees("]"))
                return m_reader.unexpectedHere(QStringLiteral("\",\""));
        }
        return {};
    }

    base::Result<> entity(ScopeRule &rule, bool isAction)
    {
        int brackets = 0;
        while (m_reader.took("("))
            ++brackets;
        const Token first = m_reader.now();
        if (first.kind == Token::Kind::Slot)
            return m_reader.complainHere(
                Words::tr("%1 makes this a template; write a policy for each entity, or a group")
                    .arg(shown(first.text)));
        if (first.kind != Token::Kind::Identifier)
            return m_reader.unexpectedHere(Words::tr("an entity, as in User::\"alice\""));
        TRY(Uid uid, m_reader.uid());
        if (isAction && !isActionType(uid.type))
            return m_reader.complainAt(first.at, Words::tr("an action has the type Action"));
        rule.uids.push_back(std::move(uid));
        for (; brackets > 0; --brackets)
            TRY_VOID(m_reader.expect(")"));
        return {};
    }

    base::Result<> condition(Policy &policy)
    {
        Condition condition;
        if (m_reader.tookWord("unless"))
            condition.kind = Condition::Kind::Unless;
        else if (!m_reader.tookWord("when"))
            return m_reader.unexpectedHere(QStringLiteral("\"when\", \"unless\", \";\""));
        TRY_VOID(m_reader.expect("{"));
        if (m_reader.sees("}"))
            return m_reader.complainHere(Words::tr("this condition is empty"));
        TRY(condition.expression, ExpressionParser(m_reader).expression());
        TRY_VOID(m_reader.expect("}"));
        policy.conditions.push_back(std::move(condition));
        return {};
    }

    TokenReader &m_reader;
};

} // namespace

base::Result<std::vector<Policy>> parsePolicies(std::string_view text, const QString &name)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    if (text.size() > largestPolicyText)
        return complain(name, {}, Words::tr("this file is larger than 1 MiB"));
    TRY(const std::vector<Token> tokens, tokenize(text, name));
    TokenReader reader(tokens, name);
    std::vector<Policy> policies;
    while (!reader.atEnd()) {
        TRY(Policy policy, PolicyParser(reader).policy());
        policies.push_back(std::move(policy));
    }
    return policies;
}

} // namespace policy
