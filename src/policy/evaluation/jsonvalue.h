// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "policy/evaluation/universe.h"

#include <QJsonValue>

namespace policy {

//! Turns Cedar's JSON into values of the language. The error is InvalidInput and says what is wrong
//! with which member ("address: …").
class JsonReader
{
public:
    JsonReader(Universe &universe, Memory &memory)
        : m_universe(universe)
        , m_memory(memory)
    {}

    //! An attribute, a tag or a member of the context.
    [[nodiscard]] base::Result<Value> value(const QJsonValue &json);
    //! A whole record; {"__entity": …} is a record's member here and refused.
    [[nodiscard]] base::Result<Value> record(const QJsonObject &json);

private:
    [[nodiscard]] base::Result<Value> set(const QJsonArray &json);
    [[nodiscard]] base::Result<Value> extension(const QJsonValue &json);

    Universe &m_universe;
    Memory &m_memory;
    int m_depth = 0;
};

//! {"type", "id"}, {"__entity": {"type", "id"}}; in a text also User::"alice".
[[nodiscard]] base::Result<EntityUid> uidFromJson(const QJsonValue &json);

} // namespace policy
