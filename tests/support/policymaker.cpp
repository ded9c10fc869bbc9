// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/policymaker.h"

#include <QRegularExpression>

namespace {

const QStringList words{QStringLiteral("a"),
                        QStringLiteral("b"),
                        QStringLiteral("abc"),
                        QStringLiteral("aXbXc"),
                        QStringLiteral(""),
                        QStringLiteral("*"),
                        QString::fromUtf8("gr\xc3\xbc\xc3\x9f \xf0\x9f\x98\x80")};
const QStringList numbers{QStringLiteral("0"),
                          QStringLiteral("1"),
                          QStringLiteral("-1"),
                          QStringLiteral("2"),
                          QStringLiteral("7"),
                          QStringLiteral("4611686018427387904"),
                          QStringLiteral("9223372036854775807"),
                          QStringLiteral("(-9223372036854775808)")};
const QStringList addresses{QStringLiteral("10.0.0.1"),
                            QStringLiteral("10.0.0.0/8"),
                            QStringLiteral("127.0.0.1"),
                            QStringLiteral("0.0.0.0/0"),
                            QStringLiteral("224.0.0.1/20"),
                            QStringLiteral("::1"),
                            QStringLiteral("::/0"),
                            QStringLiteral("fe80::/10"),
                            QStringLiteral("ff02::1"),
                            QStringLiteral("1.2.3"),
                            QStringLiteral("1:2:3:4:5:6:7:8/64"),
                            QStringLiteral("::1.2.3.4"),
                            QStringLiteral("10.0.0.1/33")};
const QStringList decimals{QStringLiteral("0.0"),
                           QStringLiteral("-0.0"),
                           QStringLiteral("1.5"),
                           QStringLiteral("1.50"),
                           QStringLiteral("-3.1415"),
                           QStringLiteral("922337203685477.5807"),
                           QStringLiteral("922337203685477.5808"),
                           QStringLiteral("1.23456"),
                           QStringLiteral("1")};
const QStringList times{QStringLiteral("2024-10-15"),
                        QStringLiteral("1970-01-01"),
                        QStringLiteral("1969-12-31T23:59:59.999Z"),
                        QStringLiteral("2024-10-15T11:35:00Z"),
                        QStringLiteral("2024-10-15T11:35:00.000+0100"),
                        QStringLiteral("2024-02-30"),
                        QStringLiteral("2024-02-29T23:00:00-0130"),
                        QStringLiteral("0000-01-01"),
                        QStringLiteral("9999-12-31T23:59:59Z"),
                        QStringLiteral("2024-10-15T24:00:00Z")};
const QStringList spans{QStringLiteral("0ms"),
                        QStringLiteral("1d"),
                        QStringLiteral("-1d2h"),
                        QStringLiteral("1h30m"),
                        QStringLiteral("86400000ms"),
                        QStringLiteral("1s1ms"),
                        QStringLiteral("9223372036854775807ms"),
                        QStringLiteral("-9223372036854775808ms"),
                        QStringLiteral("1h1d"),
                        QStringLiteral("1x")};

bool isAction(const QJsonObject &uid)
{
    return uid.value(QLatin1String("type")).toString() == QLatin1String("Action");
}

QString quoted(const QString &text)
{
    return policy::toText({{}, text}).mid(2); // without "::"
}

QString constructor(const QString &function, const QString &argument)
{
    return function + QStringLiteral("(\"") + argument + QStringLiteral("\")");
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

QString PolicyMaker::attributeOf(Kind kind) const
{
    switch (kind) {
    case Kind::Bool:
        return QStringLiteral("b");
    case Kind::Long:
        return QStringLiteral("n");
    case Kind::Text:
        return QStringLiteral("s");
    case Kind::Entity:
        return QStringLiteral("e");
    case Kind::Set:
        return QStringLiteral("l");
    case Kind::Record:
        return QStringLiteral("r");
    case Kind::Ip:
        return QStringLiteral("ip");
    case Kind::Decimal:
        return QStringLiteral("d");
    case Kind::DateTime:
        return QStringLiteral("t");
    case Kind::Duration:
        return QStringLiteral("u");
    }
    return {};
}

//! Something that has attributes.
QString PolicyMaker::holder(int depth)
{
    if (depth > 0 && oneIn(5))
        return holder(depth - 1) + QStringLiteral(".e");
    return oneIn(10) ? uid()
                     : of({QStringLiteral("principal"),
                           QStringLiteral("resource"),
                           QStringLiteral("context"),
                           QStringLiteral("action")});
}

QString PolicyMaker::expression(Kind kind, int depth)
{
    if (oneIn(25))
        kind = anyKind();
    if (depth <= 0 || oneIn(4))
        return oneIn(3) ? holder(1) + u'.' + attributeOf(kind) : literal(kind);
    if (oneIn(12))
        return QStringLiteral("(if ") + truth(depth - 1) + QStringLiteral(" then ")
               + expression(kind, depth - 1) + QStringLiteral(" else ")
               + expression(kind, depth - 1) + u')';
    if (oneIn(12))
        return holder(depth - 1) + QStringLiteral(".getTag(\"") + attributeOf(kind)
               + QStringLiteral("\")");
    return made(kind, depth);
}

QString PolicyMaker::made(Kind kind, int depth)
{
    switch (kind) {
    case Kind::Bool:
        return truth(depth);
    case Kind::Long:
        return number(depth);
    case Kind::Set:
        return set(depth);
    case Kind::Record:
        return QStringLiteral("{n: ") + any(depth - 1) + QStringLiteral(", \"odd key\": ")
               + any(depth - 1) + u'}';
    case Kind::Entity:
        return oneIn(2) ? holder(depth) : holder(depth) + QStringLiteral(".e");
    case Kind::Ip:
    case Kind::Decimal:
    case Kind::DateTime:
    case Kind::Duration:
        return call(kind, depth);
    case Kind::Text:
        break;
    }
    return holder(depth) + QStringLiteral("[\"s\"]");
}

QString PolicyMaker::truth(int depth)
{
    const auto part = [this, depth] { return expression(Kind::Bool, depth - 1); };
    switch (below(7)) {
    case 0:
        return u'(' + part() + QStringLiteral(" && ") + part() + QStringLiteral(" && ") + part()
               + u')';
    case 1:
        return u'(' + part() + QStringLiteral(" || ") + part() + u')';
    case 2:
        return QStringLiteral("!(") + part() + u')';
    default:
        return u'(' + question(depth) + u')';
    }
}

QString PolicyMaker::question(int depth)
{
    const Kind same = anyKind();
    const auto of1 = [this, depth](Kind kind) { return expression(kind, depth - 1); };
    switch (below(16)) {
    case 0:
        return of1(same) + of({QStringLiteral(" == "), QStringLiteral(" != ")}) + of1(same);
    case 1: {
        const Kind ordered = oneIn(2) ? Kind::Long : (oneIn(2) ? Kind::DateTime : Kind::Duration);
        return of1(ordered)
               + of({QStringLiteral(" < "),
                     QStringLiteral(" <= "),
                     QStringLiteral(" > "),
                     QStringLiteral(" >= ")})
               + of1(ordered);
    }
    case 2:
        return of1(Kind::Entity) + QStringLiteral(" in ") + of1(Kind::Entity);
    case 3:
        return of1(Kind::Entity) + QStringLiteral(" in [") + uid() + QStringLiteral(", ")
               + of1(Kind::Entity) + u']';
    case 4:
        return holder(depth) + QStringLiteral(" has ") + attributeOf(same);
    case 5:
        return holder(depth) + QStringLiteral(" has ")
               + of({QStringLiteral("r.n"),
                     QStringLiteral("e.e.n"),
                     QStringLiteral("\"odd key\""),
                     QStringLiteral("r.s.n")});
    case 6:
        return of1(Kind::Text) + QStringLiteral(" like ")
               + of({QStringLiteral("\"*\""),
                     QStringLiteral("\"a*\""),
                     QStringLiteral("\"*c\""),
                     QStringLiteral("\"a*X*c\""),
                     QStringLiteral("\"\\*\""),
                     QStringLiteral("\"\""),
                     QStringLiteral("\"*\\u{1F600}\""),
                     QStringLiteral("\"**b**\"")});
    case 7:
        return of1(Kind::Entity) + QStringLiteral(" is ") + type();
    case 8:
        return of1(Kind::Entity) + QStringLiteral(" is ") + type() + QStringLiteral(" in ")
               + of1(Kind::Entity);
    case 9:
        return of1(Kind::Set) + QStringLiteral(".contains(") + any(depth - 1) + u')';
    case 10:
        return of1(Kind::Set)
               + of({QStringLiteral(".containsAll("), QStringLiteral(".containsAny(")})
               + of1(Kind::Set) + u')';
    case 11:
        return of1(Kind::Set) + QStringLiteral(".isEmpty()");
    case 12:
        return holder(depth) + QStringLiteral(".hasTag(") + of1(Kind::Text) + u')';
    case 13:
        return of1(Kind::Ip)
               + of({QStringLiteral(".isIpv4()"),
                     QStringLiteral(".isIpv6()"),
                     QStringLiteral(".isLoopback()"),
                     QStringLiteral(".isMulticast()")});
    case 14:
        return of1(Kind::Ip) + QStringLiteral(".isInRange(") + of1(Kind::Ip) + u')';
    default:
        return of1(Kind::Decimal)
               + of({QStringLiteral(".lessThan("),
                     QStringLiteral(".lessThanOrEqual("),
                     QStringLiteral(".greaterThan("),
                     QStringLiteral(".greaterThanOrEqual(")})
               + of1(Kind::Decimal) + u')';
    }
}

QString PolicyMaker::number(int depth)
{
    const auto part = [this, depth] { return expression(Kind::Long, depth - 1); };
    switch (below(5)) {
    case 0:
        return u'(' + part() + QStringLiteral(" + ") + part() + QStringLiteral(" - ") + part()
               + u')';
    case 1:
        return u'(' + part() + QStringLiteral(" * ") + part() + u')';
    case 2:
        return QStringLiteral("-(") + part() + u')';
    case 3:
        return expression(Kind::Duration, depth - 1)
               + of({QStringLiteral(".toMilliseconds()"),
                     QStringLiteral(".toSeconds()"),
                     QStringLiteral(".toMinutes()"),
                     QStringLiteral(".toHours()"),
                     QStringLiteral(".toDays()")});
    default:
        return holder(depth) + QStringLiteral(".n");
    }
}

QString PolicyMaker::set(int depth)
{
    if (oneIn(4))
        return holder(depth) + of({QStringLiteral(".l"), QStringLiteral(".g")});
    QStringList elements;
    for (int left = below(4); left > 0; --left)
        elements += any(depth - 1);
    return u'[' + elements.join(QStringLiteral(", ")) + u']';
}

QString PolicyMaker::call(Kind kind, int depth)
{
    if (kind == Kind::DateTime && oneIn(2))
        return expression(kind, depth - 1)
               + (oneIn(2)
                      ? QStringLiteral(".toDate()")
                      : QStringLiteral(".offset(") + expression(Kind::Duration, depth - 1) + u')');
    if (kind == Kind::Duration && oneIn(2))
        return expression(Kind::DateTime, depth - 1)
               + (oneIn(2) ? QStringLiteral(".toTime()")
                           : QStringLiteral(".durationSince(")
                                 + expression(Kind::DateTime, depth - 1) + u')');
    return oneIn(2) ? literal(kind) : holder(depth) + u'.' + attributeOf(kind);
}

QString PolicyMaker::literal(Kind kind)
{
    switch (kind) {
    case Kind::Bool:
        return oneIn(2) ? QStringLiteral("true") : QStringLiteral("false");
    case Kind::Long:
        return of(numbers);
    case Kind::Text:
        return quoted(of(words));
    case Kind::Entity:
        return uid();
    case Kind::Set:
        return of({QStringLiteral("[]"),
                   QStringLiteral("[1]"),
                   QStringLiteral("[2, 2]"),
                   QStringLiteral("[true, \"a\", [2]]")});
    case Kind::Record:
        return of({QStringLiteral("{}"),
                   QStringLiteral("{n: 1}"),
                   QStringLiteral("{\"odd key\": 2, s: \"a\"}")});
    case Kind::Ip:
        return constructor(QStringLiteral("ip"), of(addresses));
    case Kind::Decimal:
        return constructor(QStringLiteral("decimal"), of(decimals));
    case Kind::DateTime:
        return constructor(QStringLiteral("datetime"), of(times));
    case Kind::Duration:
        return constructor(QStringLiteral("duration"), of(spans));
    }
    return {};
}
