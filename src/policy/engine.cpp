// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/engine.h"

#include "policy/decisioncache.h"
#include "policy/evaluation/program.h"

#include <QRegularExpression>

namespace policy {

struct Engine::State
{
    State(const base::Clock &time, EngineOptions wanted)
        : clock(time)
        , options(wanted)
    {}

    const base::Clock &clock;
    const EngineOptions options;
    std::unique_ptr<const Program> program = std::make_unique<Program>(PolicySet(), EntityStore());
    EngineCounters counters;
    DecisionCache cache{options, counters};
};

Engine::Engine(const base::Clock &clock, EngineOptions options)
    : m_state(std::make_unique<State>(clock, options))
{}

Engine::~Engine() = default;

void Engine::use(const PolicySet &policies, const EntityStore &entities)
{
    m_state->program = std::make_unique<Program>(policies, entities);
    clear();
}

Decision Engine::decide(const Request &request)
{
    EngineCounters &counters = m_state->counters;
    const DecisionKey key = DecisionKey::of(request);
    const QDateTime now = m_state->clock.now();
    std::optional<Decision> known = m_state->cache.find(key, now);
    ++(known ? counters.cacheHits : counters.cacheMisses);
    if (!known) {
        known = explain(request);
        m_state->cache.keep(key, *known, now);
        const bool timedOut = std::any_of(
            known->errors.cbegin(), known->errors.cend(), [](const PolicyTrouble &trouble) {
                return trouble.error.code == base::ErrorCode::TimedOut;
            });
        counters.timedOut += timedOut ? 1 : 0;
    }
    ++(known->isAllowed() ? counters.allowed : counters.denied);
    counters.withErrors += known->errors.isEmpty() ? 0 : 1;
    return *std::move(known);
}

Decision Engine::explain(const Request &request) const
{
    return m_state->program->decide(
        request, m_state->options.strictness, m_state->options.timeLimit);
}

qsizetype Engine::invalidate(const QString &pattern)
{
    QStringList parts = pattern.split(u'*');
    for (QString &part : parts)
        part = QRegularExpression::escape(part);
    const QRegularExpression wanted(
        QRegularExpression::anchoredPattern(parts.join(QStringLiteral(".*"))),
        QRegularExpression::DotMatchesEverythingOption);
    return m_state->cache.removeIf(
        [&wanted](const QString &question) { return wanted.match(question).hasMatch(); });
}

qsizetype Engine::invalidate(const EntityUid &principal)
{
    const QString front = toText(principal) + u' ';
    return m_state->cache.removeIf(
        [&front](const QString &question) { return question.startsWith(front); });
}

void Engine::clear()
{
    m_state->cache.removeIf([](const QString &) { return true; });
}

EngineCounters Engine::counters() const
{
    EngineCounters counters = m_state->counters;
    counters.cacheEntries = m_state->cache.size();
    return counters;
}

} // namespace policy
