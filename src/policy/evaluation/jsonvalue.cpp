// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluation/jsonvalue.h"

#include "policy/evaluation/evaluation.h"
#include "policy/words.h"

#include <QJsonArray>
#include <QScopeGuard>

#include <array>

namespace policy {

namespace {

constexpr int deepestJson = 64;
const QLatin1String entityEscape("__entity");
const QLatin1String extensionEscape("__extn");
const QLatin1String expressionEscape("__expr");

tl::unexpected<base::Error> refuse(const QString &sentence)
{
    return base::fail(base::ErrorCode::InvalidInput, sentence);
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

base::Result<EntityUid> uidFromJson(const QJsonValue &json)
{
    if (json.isString())
        return parseEntityUid(json.toString());
    QJsonObject object = json.toObject();
    if (object.size() == 1 && object.contains(entityEscape))
        object = object.value(entityEscape).toObject();
    const QJsonValue type = object.value(QLatin1String("type"));
    const QJsonValue id = object.value(QLatin1String("id"));
    if (object.size() != 2 || !type.isString() || !id.isString())
        return refuse(Words::tr("an entity is written {\"type\": \"…\", \"id\": \"…\"}"));
    EntityUid uid{type.toString(), id.toString()};
    if (!isTypeName(uid.type))
        return refuse(Words::tr("\"%1\" names no type").arg(uid.type.left(60)));
    return uid;
}

base::Result<Value> JsonReader::value(const QJsonValue &json)
{
    if (++m_depth > deepestJson)
        return refuse(Words::tr("nested too deep"));
    const auto up = qScopeGuard([this] { --m_depth; });
    switch (json.type()) {
    case QJsonValue::Bool:
        return Value::boolean(json.toBool());
    case QJsonValue::Double: {
        const qint64 number = json.toInteger(0);
        if (number != json.toInteger(1))
            return refuse(Words::tr("only whole numbers of 64 bits; a decimal is written "
                                    "{\"__extn\": {\"fn\": \"decimal\", \"arg\": \"1.5\"}}"));
        return Value::integer(number);
    }
    case QJsonValue::String:
        return Value::text(copyText(m_memory, view(json.toString().toUtf8())));
    case QJsonValue::Array:
        return set(json.toArray());
    case QJsonValue::Object: {
        const QJsonObject object = json.toObject();
        if (object.contains(entityEscape)) {
            TRY(const EntityUid uid, uidFromJson(json));
            return Value::entity(m_universe.entity(uid));
        }
        if (object.contains(extensionEscape) && object.size() == 1)
            return extension(object.value(extensionEscape));
        return record(object);
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return refuse(Words::tr("null is no value; leave the member out"));
}

base::Result<Value> JsonReader::record(const QJsonObject &json)
{
    std::vector<Member> members;
    members.reserve(std::size_t(json.size()));
    for (auto member = json.begin(); member != json.end(); ++member) {
        const QString name = member.key();
        if (name == entityEscape || name == extensionEscape || name == expressionEscape)
            return refuse(Words::tr("%1 does not belong here").arg(name));
        auto read = value(member.value());
        if (!read)
            return base::fail(std::move(read).error().within(name));
        members.push_back({m_universe.symbol(view(name.toUtf8())), *read});
    }
    return recordOf(m_memory, members);
}

base::Result<Value> JsonReader::set(const QJsonArray &json)
{
    std::vector<Value> elements;
    elements.reserve(std::size_t(json.size()));
    for (const QJsonValue &element : json) {
        TRY(const Value read, value(element));
        elements.push_back(read);
    }
    return setOf(m_memory, elements);
}

//! {"fn", "arg"} or {"fn", "args"}: any function or method of an extension type, as Cedar writes
//! what has no literal: {"fn": "offset", "args": [datetime, duration]}.
base::Result<Value> JsonReader::extension(const QJsonValue &json)
{
    const QJsonObject call = json.toObject();
    const QByteArray name = call.value(QLatin1String("fn")).toString().toUtf8();
    const FunctionEntry *entry = findFunction(view(name));
    const QJsonValue list = call.value(QLatin1String("args"));
    const QJsonArray given =
        list.isArray() ? list.toArray() : QJsonArray{call.value(QLatin1String("arg"))};
    if (!entry || std::size_t(given.size()) != entry->arguments)
        return refuse(
            Words::tr("an extension value is written {\"fn\": \"ip\", \"arg\": \"10.0.0.1\"}"));
    std::array<Node, 2> arguments;
    for (qsizetype i = 0; i < given.size(); ++i) {
        Node &argument = arguments[std::size_t(i)];
        argument.isConstant = true;
        TRY(argument.value, value(given.at(i)));
    }
    Node node;
    node.kind = Expression::Kind::Call;
    node.function = entry->function;
    node.children = std::span(arguments).first(entry->arguments);
    const EntityTable nobody;
    const Scene nothing{m_universe, nobody, {}, {}, {}, {}};
    Deadline never;
    Evaluation evaluation(nothing, m_memory, never);
    if (const Value made = evaluation.value(node))
        return made;
    return refuse(evaluation.trouble().message);
}

} // namespace policy
