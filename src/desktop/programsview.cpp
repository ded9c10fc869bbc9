// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/programsview.h"

#include "tray/phrases.h"
#include "tray/programwords.h"

namespace desktop {

using tray::Phrases;
using tray::ProgramWords;

namespace {

const auto actor = QStringLiteral("window");
constexpr auto pauseFor = std::chrono::hours(1);
//! While nobody waits and nothing is paused the page's times still grow older.
constexpr auto calm = std::chrono::seconds(30);

} // namespace

ProgramsView::ProgramsView(core::ConsentService &consent,
                           core::AccountService &accounts,
                           const base::Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_consent(consent)
    , m_accounts(accounts)
    , m_clock(clock)
    , m_remembered(new ProgramsModel(consent, clock, this))
{
    connect(&m_tick, &QTimer::timeout, this, &ProgramsView::look);
    m_changed = m_consent.waitingChanged.subscribe([this] { look(); });
}

QVariantList ProgramsView::waiting() const
{
    const QDateTime now = m_clock.now();
    QVariantList rows;
    const auto questions = m_consent.waiting();
    for (const core::ConsentQuestion &question : questions) {
        if (question.until.isValid() && question.until <= now)
            continue;
        const std::chrono::seconds left(
            question.until.isValid() ? (now.msecsTo(question.until) + 999) / 1000 : 0);
        rows << QVariantMap{
            {QStringLiteral("questionId"), question.id},
            {QStringLiteral("icon"), ProgramWords::icon(ProgramWords::name(question))},
            {QStringLiteral("title"),
             ProgramWords::wish(question, m_accounts.find(question.account))},
            {QStringLiteral("left"),
             question.until.isValid() ? tr("denied in %1").arg(Phrases::span(left)) : QString()}};
    }
    return rows;
}

int ProgramsView::waitingCount() const
{
    return static_cast<int>(m_consent.waiting().size());
}

bool ProgramsView::isPaused() const
{
    const QDateTime until = m_consent.pausedUntil();
    return until.isValid() && until > m_clock.now();
}

QString ProgramsView::pausedUntil() const
{
    return isPaused()
               ? tr("until %1").arg(Phrases::clock(m_consent.pausedUntil(), m_clock.now()).text)
               : QString();
}

void ProgramsView::setActive(bool active)
{
    m_active = active;
    m_remembered->setActive(active);
    look();
}

void ProgramsView::retranslate()
{
    m_remembered->freshen();
    look();
}

void ProgramsView::look()
{
    if (!m_active)
        m_tick.stop();
    else
        m_tick.start(m_consent.waiting().isEmpty() ? std::chrono::milliseconds(calm)
                                                   : std::chrono::seconds(1));
    if (sender() == &m_tick && m_consent.waiting().isEmpty())
        m_remembered->freshen();
    Q_EMIT waitingChanged();
    Q_EMIT pausedChanged();
}

void ProgramsView::setPaused(bool paused)
{
    m_consent.pause(paused ? m_clock.now().addSecs(std::chrono::seconds(pauseFor).count())
                           : QDateTime(),
                    actor);
    look();
}

} // namespace desktop
