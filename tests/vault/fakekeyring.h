// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/keyring.h"

#include <QMap>

#include <deque>

//! A keyring in memory that can be locked, absent, small, forgetful or silent.
class FakeKeyring final : public vault::Keyring
{
public:
    QMap<QString, QByteArray> entries;
    Presence presence = Presence::Open;
    bool opensOnWrite = false; //!< a person lets a write through: as if the dialog was answered
    bool isSilent = false; //!< takes orders and answers only by answerAll()
    bool looksSilently = false;
    bool mangles = false; //!< gives back something else
    qsizetype greatestEntry = 0;
    int orders = 0;

    void read(const QString &key, Answer answer) override
    {
        serve([this, key, answer] {
            if (!entries.contains(key))
                return answer(base::fail(base::ErrorCode::NotFound, key));
            QByteArray value = entries.value(key);
            if (mangles)
                value.append('!');
            answer(base::Secret(value));
        });
    }
    void write(const QString &key, const base::Secret &value, Answer answer) override
    {
        const QByteArray bytes = value.expose().toByteArray();
        serve([this, key, bytes, answer] {
            if (presence == Presence::Locked && opensOnWrite)
                presence = Presence::Open;
            if (presence == Presence::Locked)
                return answer(base::fail(base::ErrorCode::ToolFailed, QStringLiteral("locked")));
            if (greatestEntry > 0 && bytes.size() > greatestEntry)
                return answer(base::fail(base::ErrorCode::ToolFailed, QStringLiteral("too large")));
            entries.insert(key, bytes);
            answer(base::Secret());
        });
    }
    void remove(const QString &key, Answer answer) override
    {
        serve([this, key, answer] {
            entries.remove(key);
            answer(base::Secret());
        });
    }
    void look(Seen seen) override
    {
        if (!looksSilently)
            seen(presence);
    }
    [[nodiscard]] QString name() const override { return QStringLiteral("Fake Keyring"); }

    //! The silent keyring wakes up.
    void answerAll()
    {
        isSilent = false;
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto &order : waiting)
            order();
    }
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }

private:
    void serve(std::function<void()> order)
    {
        ++orders;
        if (isSilent)
            m_waiting.push_back(std::move(order));
        else
            order();
    }

    std::deque<std::function<void()>> m_waiting;
};
