// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "policy/decision.h"
#include "policy/entitystore.h"
#include "policy/policyset.h"
#include "policy/request.h"

#include <chrono>
#include <memory>

namespace policy {

struct EngineOptions
{
    Strictness strictness = Strictness::Strict;
    //! A decision that takes longer is a Deny.
    std::chrono::milliseconds timeLimit = std::chrono::seconds(3);
    std::chrono::seconds keepAllow{300};
    std::chrono::seconds keepDeny{60};
    std::chrono::seconds keepError{10};
    qsizetype cacheEntries = 10'000; //!< 0: no cache
};

//! What the engine has done since it was made; for metrics.
struct EngineCounters
{
    qint64 allowed = 0;
    qint64 denied = 0;
    qint64 withErrors = 0; //!< allowed or denied, but something could not be evaluated
    qint64 timedOut = 0;
    qint64 cacheHits = 0;
    qint64 cacheMisses = 0;
    qint64 cacheExpired = 0; //!< left because their time was over
    qint64 cacheEvicted = 0; //!< left because the cache was full
    qint64 cacheInvalidated = 0; //!< left by invalidate(), clear() or use()
    qsizetype cacheEntries = 0; //!< now
};

//! Decides, and remembers what it has decided for a while. It always answers: whatever goes wrong
//! is a Deny whose errors say why. Used from one thread; \a clock outlives it.
class Engine
{
public:
    explicit Engine(const base::Clock &clock, EngineOptions options = {});
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    //! Puts a new set into force and forgets what was decided by the old one.
    void use(const PolicySet &policies, const EntityStore &entities);

    [[nodiscard]] Decision decide(const Request &request);
    //! The same without the cache, for a tester in the window. Not counted.
    [[nodiscard]] Decision explain(const Request &request) const;

    //! Forgets the decisions whose "PRINCIPAL ACTION RESOURCE" (User::"alice" Action::"User_read"
    //! User::"bob") matches \a pattern; "*" stands for anything. Says how many.
    qsizetype invalidate(const QString &pattern);
    //! Forgets the decisions about this principal, whatever the action: a role has changed.
    qsizetype invalidate(const EntityUid &principal);
    void clear();

    [[nodiscard]] EngineCounters counters() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace policy
