// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/decision.h"
#include "policy/engine.h"

#include <QDateTime>
#include <QHash>

#include <functional>
#include <list>
#include <optional>

namespace policy {

//! What a request is remembered by: who, what, to what; and a digest of everything else.
struct DecisionKey
{
    QString question; //!< User::"alice" Action::"User_read" User::"bob"
    QByteArray circumstances; //!< of context and entities; empty if there are none

    [[nodiscard]] static DecisionKey of(const Request &request);
    friend bool operator==(const DecisionKey &, const DecisionKey &) = default;
    friend size_t qHash(const DecisionKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.question, key.circumstances);
    }
};

//! Keeps decisions until their time is over, at most so many; the oldest tenth leaves a full cache.
class DecisionCache
{
public:
    //! \a counters, where it counts, outlives it.
    DecisionCache(const EngineOptions &options, EngineCounters &counters);

    [[nodiscard]] std::optional<Decision> find(const DecisionKey &key, const QDateTime &now);
    void keep(const DecisionKey &key, const Decision &decision, const QDateTime &now);
    //! Says how many have left.
    qsizetype removeIf(const std::function<bool(const QString &question)> &matches);
    [[nodiscard]] qsizetype size() const { return m_entries.size(); }

private:
    struct Entry
    {
        Decision decision;
        QDateTime from;
        QDateTime until;
        std::list<DecisionKey>::iterator place;
    };

    void makeRoom(const QDateTime &now);
    QHash<DecisionKey, Entry>::iterator remove(QHash<DecisionKey, Entry>::iterator entry);

    const EngineOptions &m_options;
    EngineCounters &m_counters;
    QHash<DecisionKey, Entry> m_entries;
    std::list<DecisionKey> m_byAge; //!< oldest first
};

} // namespace policy
