// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/answertime.h"

#include "tray/phrases.h"

#include <algorithm>

namespace desktop {

AnswerTime::AnswerTime(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &AnswerTime::tick);
}

void AnswerTime::follow(const QDateTime &since, const QDateTime &until)
{
    m_since = since;
    m_until = until;
    tick();
}

void AnswerTime::setActive(bool active)
{
    m_active = active;
    tick();
}

void AnswerTime::tick()
{
    const bool runs = m_active && m_until.isValid();
    if (runs != m_timer.isActive())
        runs ? m_timer.start() : m_timer.stop();
    m_secondsLeft =
        m_until.isValid()
            ? static_cast<int>(std::max<qint64>(0, (m_clock.now().msecsTo(m_until) + 999) / 1000))
            : 0;
    Q_EMIT ticked();
    if (runs && m_secondsLeft == 0)
        Q_EMIT over();
}

QString AnswerTime::words() const
{
    return tr("Denied in %1").arg(tray::Phrases::span(std::chrono::seconds(m_secondsLeft)));
}

qreal AnswerTime::fractionLeft() const
{
    const qint64 whole = m_since.isValid() ? m_since.msecsTo(m_until) : 0;
    return whole <= 0 ? 0
                      : std::clamp(m_secondsLeft * 1000.0 / static_cast<qreal>(whole), 0.0, 1.0);
}

} // namespace desktop
