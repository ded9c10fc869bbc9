// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "policy/engine.h"
#include "support/cedaroracle.h"
#include "support/fakeclock.h"
#include "support/policymaker.h"

using namespace std::chrono_literals;

namespace {

QJsonObject uid(const char *type, const QString &id)
{
    return {{QStringLiteral("type"), QString::fromUtf8(type)}, {QStringLiteral("id"), id}};
}

QJsonObject reference(const char *type, const QString &id)
{
    return {{QStringLiteral("__entity"), uid(type, id)}};
}

//! An office: 100 policies (by role, by attribute, by owner, by address), 1,000 entities in four
//! levels of groups, and requests of which some are allowed.
struct Office
{
    QByteArray policies;
    QJsonArray entities;
    QJsonArray requests;

    Office()
    {
        for (int i = 0; i < 40; ++i)
            policies +=
                QStringLiteral("permit (principal in Group::\"g%1\", action in [Action::\"read\", "
                               "Action::\"a%2\"], resource in Folder::\"f%1\");\n")
                    .arg(i)
                    .arg(i % 7)
                    .toUtf8();
        for (int i = 0; i < 30; ++i)
            policies +=
                QStringLiteral(
                    "permit (principal is User, action == Action::\"a%1\", resource is Doc) "
                    "when { principal.level > %2 && resource.kind == \"kind%3\" && "
                    "principal.teams.contains(\"team%3\") };\n")
                    .arg(i % 7)
                    .arg(i % 10)
                    .arg(i % 5)
                    .toUtf8();
        for (int i = 0; i < 20; ++i)
            policies +=
                QStringLiteral("permit (principal, action, resource) when { resource has owner && "
                               "resource.owner == principal && context.hour >= %1 };\n")
                    .arg(i)
                    .toUtf8();
        for (int i = 0; i < 10; ++i)
            policies += QStringLiteral("forbid (principal, action, resource) when { "
                                       "context.address.isInRange(ip(\"10.%1.0.0/16\")) && "
                                       "resource.name like \"secret%1*\" };\n")
                            .arg(i)
                            .toUtf8();
        for (int i = 0; i < 50; ++i)
            add("Group",
                QStringLiteral("g%1").arg(i),
                {},
                "Group",
                {QStringLiteral("g%1").arg(i / 4 - 1)});
        for (int i = 0; i < 50; ++i)
            add("Folder",
                QStringLiteral("f%1").arg(i),
                {},
                "Folder",
                {QStringLiteral("f%1").arg(i / 4 - 1)});
        for (int i = 0; i < 450; ++i)
            add("User",
                QString::number(i),
                {{QStringLiteral("level"), i % 10},
                 {QStringLiteral("teams"),
                  QJsonArray{QStringLiteral("team%1").arg(i % 5),
                             QStringLiteral("team%1").arg(i % 3)}}},
                "Group",
                {QStringLiteral("g%1").arg(i % 50), QStringLiteral("g%1").arg(i % 23)});
        for (int i = 0; i < 450; ++i)
            add("Doc",
                QString::number(i),
                {{QStringLiteral("owner"), reference("User", QString::number(i))},
                 {QStringLiteral("kind"), QStringLiteral("kind%1").arg(i % 5)},
                 {QStringLiteral("name"), QStringLiteral("report of %1").arg(i)}},
                "Folder",
                {QStringLiteral("f%1").arg(i % 50)});
        const QJsonObject call{{QStringLiteral("fn"), QStringLiteral("ip")},
                               {QStringLiteral("arg"), QStringLiteral("10.3.7.9")}};
        for (int i = 0; i < 64; ++i)
            requests.append(QJsonObject{
                {QStringLiteral("principal"), uid("User", QString::number(i * 7 % 450))},
                {QStringLiteral("action"), uid("Action", QStringLiteral("a%1").arg(i % 8))},
                {QStringLiteral("resource"), uid("Doc", QString::number(i * (i % 3 + 6) % 450))},
                {QStringLiteral("context"),
                 QJsonObject{
                     {QStringLiteral("hour"), 12},
                     {QStringLiteral("address"), QJsonObject{{QStringLiteral("__extn"), call}}}}}});
    }

    void add(const char *type,
             const QString &id,
             const QJsonObject &attributes,
             const char *parentType,
             const QStringList &parents)
    {
        QJsonArray list;
        for (const QString &parent : parents) {
            if (!parent.endsWith(QLatin1String("-1")))
                list.append(uid(parentType, parent));
        }
        entities.append(QJsonObject{{QStringLiteral("uid"), uid(type, id)},
                                    {QStringLiteral("attrs"), attributes},
                                    {QStringLiteral("parents"), list}});
    }

    //! Puts them into force; the requests come back as values.
    QList<policy::Request> open(policy::Engine &engine) const
    {
        const auto set = policy::PolicySet::parse({{QStringLiteral("office"), policies}});
        const auto store =
            policy::EntityStore::parse(QJsonDocument(entities).toJson(), QStringLiteral("office"));
        if (!set || !store)
            return {};
        engine.use(*set, *store);
        QList<policy::Request> asked;
        for (const QJsonValue &request : requests)
            asked.append(PolicyMaker::toRequest(request.toObject()));
        return asked;
    }
};

//! Decides without the cache, round and round.
void decideAll(benchmark::State &state)
{
    const FakeClock clock;
    policy::Engine engine(clock);
    const auto requests = Office().open(engine);
    if (requests.isEmpty()) {
        state.SkipWithError("the office cannot be read");
        return;
    }
    qsizetype next = 0;
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(engine.explain(requests.at(next++ % requests.size())));
}

//! The figure of the issue: 100 policies, 1,000 entities.
void policyDecision(benchmark::State &state)
{
    decideAll(state);
    allow(state, 20us);
}
BENCHMARK(policyDecision);

//! The same beside cedar-wasm in node: a fifth of its time is allowed.
void policyDecisionBesideCedarWasm(benchmark::State &state)
{
    CedarOracle oracle(QStringLiteral(CEDAR_ORACLE));
    if (const QString why = oracle.missing(); !why.isEmpty() || !oracle.start()) {
        state.SkipWithError(qPrintable(why));
        return;
    }
    const Office office;
    const QJsonObject said =
        oracle.ask({{QStringLiteral("op"), QStringLiteral("bench")},
                    {QStringLiteral("policies"), QString::fromUtf8(office.policies)},
                    {QStringLiteral("entities"), office.entities},
                    {QStringLiteral("requests"), office.requests},
                    {QStringLiteral("seconds"), 2}});
    const double nanoseconds = said.value(QLatin1String("nanoseconds")).toDouble();
    if (nanoseconds <= 0) {
        state.SkipWithError(qPrintable(said.value(QLatin1String("error")).toString()));
        return;
    }
    decideAll(state);
    allow(state, std::chrono::nanoseconds(qint64(nanoseconds / 5)));
}
BENCHMARK(policyDecisionBesideCedarWasm)->Iterations(20'000);

//! What has been asked before.
void policyDecisionFromTheCache(benchmark::State &state)
{
    const FakeClock clock;
    policy::Engine engine(clock);
    const auto requests = Office().open(engine);
    qsizetype next = 0;
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(engine.decide(requests.at(next++ % requests.size())));
    allow(state, 10us);
}
BENCHMARK(policyDecisionFromTheCache);

void policiesAndEntitiesAreRead(benchmark::State &state)
{
    const FakeClock clock;
    const Office office;
    for ([[maybe_unused]] auto _ : state) {
        policy::Engine engine(clock);
        benchmark::DoNotOptimize(office.open(engine));
    }
    allow(state, 50ms);
}
BENCHMARK(policiesAndEntitiesAreRead);

} // namespace
