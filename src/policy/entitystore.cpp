// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/entitystore.h"

#include "policy/evaluation/entitytable.h"
#include "policy/evaluation/jsonvalue.h"
#include "policy/language/lexer.h"
#include "policy/words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace policy {

namespace {

constexpr qsizetype largestEntitiesFile = 64 * 1024 * 1024;

tl::unexpected<base::Error> refuse(const QString &name, const QString &sentence)
{
    return base::fail(base::ErrorCode::InvalidInput, name + QStringLiteral(": ") + sentence);
}

//! Where an offset is in a text.
Position positionOf(QByteArrayView text, qsizetype offset)
{
    Position at;
    for (const char c : text.first(std::clamp<qsizetype>(offset, 0, text.size()))) {
        if (c == '\n')
            at = {at.line + 1, 1};
        else if ((static_cast<unsigned char>(c) & 0xc0u) != 0x80u)
            ++at.column;
    }
    return at;
}

base::Result<Entity> readEntity(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    if (!json.isObject())
        return refuse(Words::tr("entity"), Words::tr("this is no object"));
    const QStringList known{QStringLiteral("uid"),
                            QStringLiteral("attrs"),
                            QStringLiteral("parents"),
                            QStringLiteral("tags")};
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return refuse(key, Words::tr("an entity has uid, attrs, parents and tags only"));
    }
    Entity entity;
    TRY(entity.uid, uidFromJson(object.value(QLatin1String("uid"))));
    const auto record = [&object](const QString &key) -> base::Result<QJsonObject> {
        const QJsonValue value = object.value(key);
        if (!value.isObject() && !value.isUndefined())
            return refuse(key, Words::tr("this is no object"));
        return value.toObject();
    };
    TRY(entity.attributes, record(QStringLiteral("attrs")));
    TRY(entity.tags, record(QStringLiteral("tags")));
    const QJsonValue parents = object.value(QLatin1String("parents"));
    if (!parents.isArray() && !parents.isUndefined())
        return refuse(QStringLiteral("parents"), Words::tr("this is no list"));
    for (const QJsonValue &parent : parents.toArray()) {
        TRY(EntityUid uid, uidFromJson(parent));
        entity.parents.append(std::move(uid));
    }
    return entity;
}

} // namespace

EntityStore::EntityStore()
    : m_entities(std::make_shared<const QList<Entity>>())
{}

base::Result<EntityStore> EntityStore::parse(QByteArrayView json, const QString &name)
{
    if (json.size() > largestEntitiesFile)
        return refuse(name, Words::tr("this file is larger than 64 MiB"));
    QJsonParseError trouble;
    const auto document = QJsonDocument::fromJson(json.toByteArray(), &trouble);
    if (trouble.error != QJsonParseError::NoError)
        // Qt says where it has read to, which is one behind.
        return complain(name, positionOf(json, trouble.offset - 1), trouble.errorString());
    if (!document.isArray())
        return complain(name, {}, Words::tr("this is no list of entities"));
    QList<Entity> entities;
    const QJsonArray list = document.array();
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto entity = readEntity(list.at(i));
        if (!entity)
            return refuse(name, Words::tr("entity %1: %2").arg(i + 1).arg(entity.error().message));
        entities.append(*std::move(entity));
    }
    return from(std::move(entities), name);
}

base::Result<EntityStore> EntityStore::from(QList<Entity> entities, const QString &name)
{
    std::pmr::monotonic_buffer_resource memory;
    Universe universe(memory);
    EntityTable table;
    if (auto filled = table.fill(entities, universe, memory); !filled)
        return base::fail(name.isEmpty() ? std::move(filled).error()
                                         : std::move(filled).error().within(name));
    EntityStore store;
    store.m_entities = std::make_shared<const QList<Entity>>(std::move(entities));
    return store;
}

} // namespace policy
