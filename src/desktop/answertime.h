// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace desktop {

//! How long a question still waits for its answer; counts only while somebody looks.
class AnswerTime : public QObject
{
    Q_OBJECT

public:
    explicit AnswerTime(const base::Clock &clock, QObject *parent = nullptr);

    //! Counts from \a since to \a until; an invalid \a until: there is nothing to count.
    void follow(const QDateTime &since, const QDateTime &until);
    void setActive(bool active);

    [[nodiscard]] int secondsLeft() const { return m_secondsLeft; }
    //! "Denied in 52 s"
    [[nodiscard]] QString words() const;
    //! What is left of the whole, 0..1.
    [[nodiscard]] qreal fractionLeft() const;

Q_SIGNALS:
    void ticked();
    //! The time is up: silence is a no.
    void over();

private:
    void tick();

    const base::Clock &m_clock;
    QDateTime m_since;
    QDateTime m_until;
    int m_secondsLeft = 0;
    bool m_active = false;
    QTimer m_timer;
};

} // namespace desktop
