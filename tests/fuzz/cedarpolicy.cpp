// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/authorization.h"
#include "policy/evaluation/program.h"
#include "targets.h"

namespace {

policy::Request someRequest(const QByteArray &json)
{
    if (const auto question = policy::parseAuthorization(json)) {
        FUZZ_CHECK(policy::parseEntityUid(policy::toText(question->request.resource))
                   == question->request.resource);
        return question->request;
    }
    return {{QStringLiteral("User"), QStringLiteral("alice")},
            {QStringLiteral("Action"), QStringLiteral("read")},
            {QStringLiteral("Doc"), QStringLiteral("d")},
            {{QStringLiteral("s"), QStringLiteral("aXb")}, {QStringLiteral("n"), 7}},
            {}};
}

} // namespace

//! A policy text; behind a line "//json", JSON that is read as a request and as entities.
void fuzz::cedarPolicy(QByteArrayView bytes)
{
    constexpr QByteArrayView border = "\n//json\n";
    const QByteArray all = bytes.toByteArray();
    const qsizetype end = all.indexOf(border);
    const QByteArray text = all.left(end);
    const QByteArray json = end < 0 ? QByteArray() : all.mid(end + border.size());
    const QString name = QStringLiteral("x");
    const policy::Request request = someRequest(json);
    const auto entities = policy::EntityStore::parse(json, name);
    const auto set = policy::PolicySet::parse({{name, text}}, policy::Naming::ByPosition);
    if (!set) {
        FUZZ_CHECK(set.error().message.startsWith(QStringLiteral("x:")));
        return;
    }
    const policy::Program program(*set, entities.value_or(policy::EntityStore()));
    const std::chrono::seconds limit(5);
    const auto strict = program.decide(request, policy::Strictness::Strict, limit);
    const auto standard = program.decide(request, policy::Strictness::CedarStandard, limit);
    FUZZ_CHECK(standard.isAllowed() || !strict.isAllowed());
    FUZZ_CHECK(strict.errors == standard.errors);
    FUZZ_CHECK(set->size() > 0 || !standard.isAllowed());
}
