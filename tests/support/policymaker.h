// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/request.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <random>

//! Makes up policies, entities and requests that have much to do with each other: the same seed
//! gives the same. Most expressions have the kind that is needed, some on purpose not.
class PolicyMaker
{
public:
    explicit PolicyMaker(quint32 seed)
        : m_random(seed)
    {}

    [[nodiscard]] QString policies();
    [[nodiscard]] QJsonArray entities();
    [[nodiscard]] QJsonObject request();
    //! Damages a text: a token is lost, doubled, swapped or another one.
    [[nodiscard]] QString damaged(const QString &text);

    [[nodiscard]] static policy::Request toRequest(const QJsonObject &json);

private:
    enum class Kind { Bool, Long, Text, Entity, Set, Record, Ip, Decimal, DateTime, Duration };

    [[nodiscard]] int below(int limit) { return int(m_random() % quint32(limit)); }
    [[nodiscard]] bool oneIn(int chance) { return below(chance) == 0; }
    [[nodiscard]] QString of(const QStringList &choices)
    {
        return choices.at(below(int(choices.size())));
    }

    [[nodiscard]] QString type();
    [[nodiscard]] QString id();
    [[nodiscard]] QString uid();
    [[nodiscard]] QJsonObject uidJson(const QString &type, const QString &id) const;
    [[nodiscard]] QJsonObject anyUidJson() { return uidJson(type(), id()); }
    [[nodiscard]] QJsonObject escape(const QString &function, const QString &argument) const;
    [[nodiscard]] QJsonObject facts();
    [[nodiscard]] QString scope(const QString &variable);
    [[nodiscard]] QString policy();

    [[nodiscard]] Kind anyKind() { return Kind(below(10)); }
    [[nodiscard]] QString attributeOf(Kind kind) const;
    [[nodiscard]] QString holder(int depth);
    [[nodiscard]] QString any(int depth) { return expression(anyKind(), depth); }
    [[nodiscard]] QString expression(Kind kind, int depth);
    [[nodiscard]] QString made(Kind kind, int depth);
    [[nodiscard]] QString truth(int depth);
    [[nodiscard]] QString question(int depth);
    [[nodiscard]] QString number(int depth);
    [[nodiscard]] QString set(int depth);
    [[nodiscard]] QString call(Kind kind, int depth);
    [[nodiscard]] QString literal(Kind kind);

    std::mt19937 m_random;
};
