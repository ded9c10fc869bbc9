// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/decisioncache.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace policy {

namespace {

QJsonArray toJson(const QList<EntityUid> &uids)
{
    QJsonArray list;
    for (const EntityUid &uid : uids)
        list.append(QJsonArray{uid.type, uid.id});
    return list;
}

} // namespace

DecisionKey DecisionKey::of(const Request &request)
{
    DecisionKey key;
    // The ids are quoted, so no two requests are written alike.
    key.question =
        toText(request.principal) + u' ' + toText(request.action) + u' ' + toText(request.resource);
    if (request.context.isEmpty() && request.entities.isEmpty())
        return key;
    // A QJsonObject is sorted by its keys: the same circumstances give the same bytes.
    QJsonArray all{request.context};
    for (const Entity &entity : request.entities)
        all.append(QJsonArray{
            toJson({entity.uid}), entity.attributes, toJson(entity.parents), entity.tags});
    key.circumstances = QCryptographicHash::hash(QJsonDocument(all).toJson(QJsonDocument::Compact),
                                                 QCryptographicHash::Sha256);
    return key;
}

DecisionCache::DecisionCache(const EngineOptions &options, EngineCounters &counters)
    : m_options(options)
    , m_counters(counters)
{}

std::optional<Decision> DecisionCache::find(const DecisionKey &key, const QDateTime &now)
{
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end())
        return {};
    // A clock that was set back must not make a decision last longer.
    if (now < entry->until && now >= entry->from)
        return entry->decision;
    remove(entry);
    ++m_counters.cacheExpired;
    return {};
}

void DecisionCache::keep(const DecisionKey &key, const Decision &decision, const QDateTime &now)
{
    const auto span = !decision.errors.isEmpty() ? m_options.keepError
                      : decision.isAllowed()     ? m_options.keepAllow
                                                 : m_options.keepDeny;
    if (m_options.cacheEntries <= 0 || span.count() <= 0)
        return;
    if (const auto present = m_entries.find(key); present != m_entries.end())
        remove(present);
    if (m_entries.size() >= m_options.cacheEntries)
        makeRoom(now);
    const auto place = m_byAge.insert(m_byAge.end(), key);
    m_entries.insert(key, {decision, now, now.addSecs(span.count()), place});
}

void DecisionCache::makeRoom(const QDateTime &now)
{
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const bool isOver = now >= entry->until;
        m_counters.cacheExpired += isOver ? 1 : 0;
        entry = isOver ? remove(entry) : std::next(entry);
    }
    const qsizetype tenth = std::max<qsizetype>(m_options.cacheEntries / 10, 1);
    const qsizetype wanted = m_options.cacheEntries - tenth;
    while (m_entries.size() > wanted) {
        remove(m_entries.find(m_byAge.front()));
        ++m_counters.cacheEvicted;
    }
}

qsizetype DecisionCache::removeIf(const std::function<bool(const QString &)> &matches)
{
    qsizetype removed = 0;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const bool isMeant = matches(entry.key().question);
        removed += isMeant ? 1 : 0;
        entry = isMeant ? remove(entry) : std::next(entry);
    }
    m_counters.cacheInvalidated += removed;
    return removed;
}

QHash<DecisionKey, DecisionCache::Entry>::iterator DecisionCache::remove(
    QHash<DecisionKey, Entry>::iterator entry)
{
    m_byAge.erase(entry->place);
    return m_entries.erase(entry);
}

} // namespace policy
