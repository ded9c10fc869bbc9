// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyset.h"

#include "policy/language/parser.h"
#include "policy/words.h"

#include <unordered_set>

namespace policy {

namespace {

//! More than this and a decision is no longer a matter of microseconds.
constexpr std::size_t mostPolicies = 20'000;

std::string positionId(std::size_t number)
{
    return "policy" + std::to_string(number);
}

std::string nameOf(const Policy &policy, const QString &text, std::size_t number)
{
    for (const auto &[key, value] : policy.annotations) {
        if (key == "id" && !value.empty())
            return value;
    }
    const std::string position = positionId(number);
    return text.isEmpty() ? position : text.toStdString() + ':' + position;
}

} // namespace

PolicySet::PolicySet()
    : m_policies(std::make_shared<const std::vector<Policy>>())
{}

base::Result<PolicySet> PolicySet::parse(const QList<PolicyText> &texts, Naming naming)
{
    std::vector<Policy> all;
    std::unordered_set<std::string> taken;
    for (const PolicyText &text : texts) {
        TRY(std::vector<Policy> parsed,
            parsePolicies({text.text.constData(), std::size_t(text.text.size())}, text.name));
        for (std::size_t i = 0; i < parsed.size(); ++i) {
            Policy &policy = parsed[i];
            policy.id =
                naming == Naming::ById ? nameOf(policy, text.name, i) : positionId(all.size());
            if (!taken.insert(policy.id).second)
                return complain(text.name,
                                policy.at,
                                Words::tr("another policy is called \"%1\" too")
                                    .arg(QString::fromStdString(policy.id)));
            if (all.size() == mostPolicies)
                return complain(
                    text.name, policy.at, Words::tr("there are more than 20,000 policies"));
            all.push_back(std::move(policy));
        }
    }
    PolicySet set;
    set.m_policies = std::make_shared<const std::vector<Policy>>(std::move(all));
    return set;
}

qsizetype PolicySet::size() const
{
    return qsizetype(m_policies->size());
}

QStringList PolicySet::ids() const
{
    QStringList ids;
    for (const Policy &policy : *m_policies)
        ids += QString::fromStdString(policy.id);
    return ids;
}

} // namespace policy
