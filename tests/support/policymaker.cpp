// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/policymaker.h"

#include "support/policywords.h"

#include <QRegularExpression>

using namespace policywords;

namespace {

bool isAction(const QJsonObject &uid)
{
    return uid.value(QLatin1String("type")).toString() == QLatin1String("Action");
}

} // namespace

policy::Request PolicyMaker::toRequest(const QJsonObject &json)
{
    const auto read = [&json](const char *member) {
        const auto uid = json.value(QLatin1String(member)).toObject();
        return policy::EntityUid{uid.value(QLatin1String("type")).toString(),
                                 uid.value(QLatin1String("id")).toString()};
    };
    return {read("principal"),
            read("action"),
            read("resource"),
            json.value(QLatin1String("context")).toObject(),
            {}};
}

QString PolicyMaker::type()
{
    return of({QStringLiteral("User"),
               QStringLiteral("Group"),
               QStringLiteral("App::Doc"),
               QStringLiteral("Action")});
}

QString PolicyMaker::id()
{
    return of(
        {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("x\"y")});
}

QString PolicyMaker::uid()
{
    return policy::toText({type(), id()});
}

QJsonObject PolicyMaker::uidJson(const QString &type, const QString &id) const
{
    return {{QStringLiteral("type"), type}, {QStringLiteral("id"), id}};
}

QJsonObject PolicyMaker::escape(const QString &function, const QString &argument) const
{
    const QJsonObject call{{QStringLiteral("fn"), function}, {QStringLiteral("arg"), argument}};
    return {{QStringLiteral("__extn"), call}};
}

//! Attributes named after their kind; some are missing, some lie.
QJsonObject PolicyMaker::facts()
{
    QJsonObject facts;
    const auto put = [this, &facts](const char *name, const QJsonValue &value) {
        if (!oneIn(4))
            facts.insert(QLatin1String(name), oneIn(15) ? QJsonValue(below(3)) : value);
    };
    put("n", below(8) - 2);
    put("s", of(words));
    put("b", oneIn(2));
    put("e", QJsonObject{{QStringLiteral("__entity"), anyUidJson()}});
    put("l", QJsonArray{1, of(words), oneIn(2), QJsonArray{2, 2}});
    put("g", QJsonArray{QJsonObject{{QStringLiteral("__entity"), anyUidJson()}}});
    put("r",
        QJsonObject{{QStringLiteral("n"), 1},
                    {QStringLiteral("s"), of(words)},
                    {QStringLiteral("odd key"), true}});
    put("ip", escape(QStringLiteral("ip"), addresses.at(below(9))));
    put("d", escape(QStringLiteral("decimal"), decimals.at(below(6))));
    put("t", escape(QStringLiteral("datetime"), times.at(below(5))));
    put("u", escape(QStringLiteral("duration"), spans.at(below(6))));
    return facts;
}

QJsonArray PolicyMaker::entities()
{
    QList<QJsonObject> uids;
    for (const char *type : {"User", "Group", "App::Doc", "Action"}) {
        for (const char *name : {"a", "b", "c"}) {
            if (!oneIn(5))
                uids += uidJson(QLatin1String(type), QLatin1String(name));
        }
    }
    std::shuffle(uids.begin(), uids.end(), m_random);
    QJsonArray list;
    for (qsizetype i = 0; i < uids.size(); ++i) {
        QJsonArray parents; // those behind it only: no circles
        for (qsizetype k = i + 1; k < uids.size(); ++k) {
            // Cedar wants the parents of an action to be actions.
            if (oneIn(5) && (!isAction(uids.at(i)) || isAction(uids.at(k))))
                parents.append(uids.at(k));
        }
        if (oneIn(6) && !isAction(uids.at(i)))
            parents.append(uidJson(QStringLiteral("Group"), QStringLiteral("nobody knows")));
        list.append(QJsonObject{{QStringLiteral("uid"), uids.at(i)},
                                {QStringLiteral("attrs"), facts()},
                                {QStringLiteral("parents"), parents},
                                {QStringLiteral("tags"), facts()}});
    }
    return list;
}

QJsonObject PolicyMaker::request()
{
    return {{QStringLiteral("principal"), uidJson(QStringLiteral("User"), id())},
            {QStringLiteral("action"), uidJson(QStringLiteral("Action"), id())},
            {QStringLiteral("resource"), anyUidJson()},
            {QStringLiteral("context"), facts()}};
}

QString PolicyMaker::scope(const QString &variable)
{
    const bool isAction = variable == QLatin1String("action");
    const QString one = isAction ? policy::toText({QStringLiteral("Action"), id()}) : uid();
    switch (below(isAction ? 5 : 7)) {
    case 0:
        return variable + QStringLiteral(" == ") + one;
    case 1:
        return variable + QStringLiteral(" in ") + one;
    case 2:
        if (isAction)
            return variable + QStringLiteral(" in [") + one + QStringLiteral(", Action::\"b\"]");
        return variable + QStringLiteral(" is ") + type();
    case 3:
        if (!isAction)
            return variable + QStringLiteral(" is ") + type() + QStringLiteral(" in ") + one;
        [[fallthrough]];
    default:
        return variable;
    }
}

QString PolicyMaker::policy()
{
    QString text = oneIn(4) ? QStringLiteral("@note(\"x\") ") : QString();
    text += of({QStringLiteral("permit"), QStringLiteral("permit"), QStringLiteral("forbid")});
    text += u'(' + scope(QStringLiteral("principal")) + QStringLiteral(", ")
            + scope(QStringLiteral("action")) + QStringLiteral(", ")
            + scope(QStringLiteral("resource")) + u')';
    for (int left = below(3); left > 0; --left)
        text += of({QStringLiteral(" when { "), QStringLiteral(" unless { ")})
                + expression(Kind::Bool, 4) + QStringLiteral(" }");
    return text + QStringLiteral(";\n");
}

QString PolicyMaker::policies()
{
    QString text;
    for (int left = 1 + below(5); left > 0; --left)
        text += policy();
    return text;
}

QString PolicyMaker::damaged(const QString &text)
{
    static const QRegularExpression token(
        QStringLiteral("\"(\\\\.|[^\"\\\\])*\"|\\w+|::|==|!=|<=|>=|&&|\\|\\||\\S|\\s+"));
    static const QStringList strays{QStringLiteral("if"),
                                    QStringLiteral("then"),
                                    QStringLiteral("in"),
                                    QStringLiteral("is"),
                                    QStringLiteral("has"),
                                    QStringLiteral("like"),
                                    QStringLiteral("principal"),
                                    QStringLiteral("("),
                                    QStringLiteral(")"),
                                    QStringLiteral("["),
                                    QStringLiteral("]"),
                                    QStringLiteral("{"),
                                    QStringLiteral("}"),
                                    QStringLiteral(","),
                                    QStringLiteral(";"),
                                    QStringLiteral("::"),
                                    QStringLiteral("."),
                                    QStringLiteral("!"),
                                    QStringLiteral("-"),
                                    QStringLiteral("*"),
                                    QStringLiteral("=="),
                                    QStringLiteral("<"),
                                    QStringLiteral("\"t\""),
                                    QStringLiteral("1"),
                                    QStringLiteral("User"),
                                    QStringLiteral("@"),
                                    QStringLiteral("true"),
                                    QStringLiteral("__cedar"),
                                    QStringLiteral("else"),
                                    QStringLiteral("?principal"),
                                    QStringLiteral("\"\\q\""),
                                    QStringLiteral("\"\\*\""),
                                    QStringLiteral("ip"),
                                    QStringLiteral("contains"),
                                    QStringLiteral("// x\n"),
                                    QStringLiteral("/"),
                                    QStringLiteral("when"),
                                    QStringLiteral("action"),
                                    QStringLiteral("9223372036854775808")};
    QStringList tokens;
    for (auto match = token.globalMatch(text); match.hasNext();)
        tokens += match.next().captured();
    for (int left = 1 + below(2); left > 0 && tokens.size() > 1; --left) {
        const int place = below(int(tokens.size()));
        switch (below(4)) {
        case 0:
            tokens.removeAt(place);
            break;
        case 1:
            tokens.insert(place, tokens.at(place));
            break;
        case 2:
            tokens.swapItemsAt(place, below(int(tokens.size())));
            break;
        default:
            tokens[place] = of(strays);
        }
    }
    return tokens.join(QString());
}
