// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/policymaker.h"
#include "support/policywords.h"

using namespace policywords;

// The conditions of made-up policies.
namespace {

QString quoted(const QString &text)
{
    return policy::toText({{}, text}).mid(2); // without "::"
}

QString constructor(const QString &function, const QString &argument)
{
    return function + QStringLiteral("(\"") + argument + QStringLiteral("\")");
}

} // namespace

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
