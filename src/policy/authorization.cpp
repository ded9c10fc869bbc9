// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/authorization.h"

#include "policy/evaluation/jsonvalue.h"
#include "policy/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace policy {

namespace {

constexpr qsizetype longestId = 1024;

tl::unexpected<base::Error> refuse(const QString &sentence)
{
    return base::fail(base::ErrorCode::InvalidInput, sentence);
}

base::Result<EntityUid> readUid(const QJsonObject &body, const QString &member)
{
    auto uid = uidFromJson(body.value(member));
    if (!uid)
        return base::fail(std::move(uid).error().within(member));
    if (uid->type.size() > longestId || uid->id.size() > longestId)
        return refuse(Words::tr("%1: longer than 1,024 characters").arg(member));
    return uid;
}

//! "Document::read" is Action::"Document_read". A domain has no "_", so that no two are the same.
base::Result<> readAction(const QJsonObject &body, Request &request)
{
    static const QRegularExpression words(
        QStringLiteral("\\A([A-Za-z][A-Za-z0-9]{0,63})::([A-Za-z0-9][A-Za-z0-9_.:-]{0,190})\\z"));
    const QString member = QStringLiteral("action");
    const QString text = body.value(member).toString();
    const auto parts = words.match(text);
    if (!parts.hasMatch() || parts.captured(2).contains(QLatin1String("::"))) {
        TRY(request.action, readUid(body, member));
        return {};
    }
    request.action = {QStringLiteral("Action"), parts.captured(1) + u'_' + parts.captured(2)};
    request.context.insert(QLatin1String("action_name"), text);
    return {};
}

//! A decision that failed as a whole: its code, for a policy's id is what is expected there.
QString wireName(const PolicyTrouble &trouble)
{
    return trouble.policy.isEmpty() ? base::nameOf(trouble.error.code) : trouble.policy;
}

} // namespace

base::Result<AuthorizationQuestion> parseAuthorization(QByteArrayView body)
{
    QJsonParseError trouble;
    const auto document = QJsonDocument::fromJson(body.toByteArray(), &trouble);
    if (trouble.error != QJsonParseError::NoError || !document.isObject())
        return refuse(Words::tr("The request is no JSON object."));
    const QJsonObject object = document.object();
    const QStringList known{QStringLiteral("request_id"),
                            QStringLiteral("principal"),
                            QStringLiteral("action"),
                            QStringLiteral("resource"),
                            QStringLiteral("context")};
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return refuse(Words::tr("%1: no such member").arg(key.left(60)));
    }
    AuthorizationQuestion question;
    const QJsonValue id = object.value(QLatin1String("request_id"));
    if ((!id.isString() && !id.isUndefined()) || id.toString().size() > longestId)
        return refuse(
            Words::tr("%1: a text of at most 1,024 characters").arg(QStringLiteral("request_id")));
    question.requestId = id.toString();
    const QJsonValue context = object.value(QLatin1String("context"));
    if (!context.isObject() && !context.isUndefined())
        return refuse(Words::tr("context: no object"));
    question.request.context = context.toObject();
    TRY(question.request.principal, readUid(object, QStringLiteral("principal")));
    TRY(question.request.resource, readUid(object, QStringLiteral("resource")));
    TRY_VOID(readAction(object, question.request));

    // Read it once, so that a wrong value is the caller's error and not a denial.
    std::pmr::monotonic_buffer_resource memory;
    Universe universe(memory);
    auto read = JsonReader(universe, memory).record(question.request.context);
    if (!read)
        return base::fail(std::move(read).error().within(QStringLiteral("context")));
    return question;
}

QByteArray toJson(const QString &requestId, const Decision &decision)
{
    QJsonArray errors;
    for (const PolicyTrouble &trouble : decision.errors)
        errors.append(wireName(trouble));
    const QJsonObject answer{
        {QStringLiteral("request_id"), requestId},
        {QStringLiteral("decision"), QLatin1String(decision.isAllowed() ? "Allow" : "Deny")},
        {QStringLiteral("determining"), QJsonArray::fromStringList(decision.determining)},
        {QStringLiteral("errors"), errors}};
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

} // namespace policy
