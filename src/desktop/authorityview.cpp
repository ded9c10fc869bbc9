// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/authorityview.h"

#include "desktop/authoritysnippets.h"
#include "tray/phrases.h"

#include <QUrl>

namespace desktop {

namespace {

//! Many changes of status make one look.
constexpr auto gatherFor = std::chrono::milliseconds(150);
//! "3 min ago" is right for that long at least.
constexpr auto agesEvery = std::chrono::seconds(20);
//! The name by which the quick start finds its client again; it is data, not a sentence.
const auto quickName = QStringLiteral("Quick start");

} // namespace

AuthorityView::AuthorityView(core::AuthorityService &authority,
                             const base::Clock &clock,
                             tray::ClipboardGuard &clipboard,
                             QObject *parent)
    : QObject(parent)
    , m_authority(authority)
    , m_clock(clock)
    , m_clients(new AuthorityClients(authority, clock, clipboard, this))
    , m_users(new AuthorityUsers(authority, clock, this))
    , m_sessions(new AuthoritySessions(authority, clock, this))
    , m_keys(new AuthorityKeys(authority, clock, this))
    , m_requests(new AuthorityRequests(authority, this))
    , m_events(new AuthorityEvents(authority, clock, this))
    , m_policies(new AuthorityPolicies(authority, clock, this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherFor);
    connect(&m_soon, &QTimer::timeout, this, &AuthorityView::reload);
    m_aging.setInterval(agesEvery);
    connect(&m_aging, &QTimer::timeout, this, [this] {
        Q_EMIT changed();
        for (AuthorityList *list : lists()) {
            if (list->isWatched() && list != m_requests)
                list->freshen();
        }
        Q_EMIT m_policies->changed(); // "read 3 h ago"
    });
    m_statusChanged = m_authority.statusChanged.subscribe([this] { follow(); });
    for (AuthorityList *list : lists())
        connect(list, &AuthorityList::done, this, &AuthorityView::done);
    connect(m_policies, &AuthorityPolicies::done, this, &AuthorityView::done);
    connect(m_clients, &AuthorityClients::stateChanged, this, &AuthorityView::findQuickClient);
}

QList<AuthorityList *> AuthorityView::lists() const
{
    return {m_clients, m_users, m_sessions, m_keys, m_requests, m_events};
}

AuthorityView::State AuthorityView::state() const
{
    switch (m_authority.status().state) {
    case core::AuthorityStatus::State::Off:
        return State::Off;
    case core::AuthorityStatus::State::Starting:
        return State::Starting;
    case core::AuthorityStatus::State::Running:
        return State::Running;
    case core::AuthorityStatus::State::Locked:
        return State::Locked;
    case core::AuthorityStatus::State::Failed:
        return State::Failed;
    }
    Q_UNREACHABLE();
}

QString AuthorityView::issuer() const
{
    const core::AuthorityStatus status = m_authority.status();
    return status.publicUrl.isEmpty() ? status.issuer : status.publicUrl;
}

QString AuthorityView::stateWords() const
{
    switch (state()) {
    case State::Off:
        return tr("Off");
    case State::Starting:
        return tr("Starting…");
    case State::Running:
        return tr("Running");
    case State::Locked:
        return tr("Waits for the store");
    case State::Failed:
        return tr("Does not run");
    }
    Q_UNREACHABLE();
}

QString AuthorityView::reason() const
{
    const core::AuthorityStatus status = m_authority.status();
    switch (state()) {
    case State::Off:
    case State::Starting:
    case State::Running:
        return {};
    case State::Locked:
        return status.reason.isEmpty() ? tr("Its signing keys are in the store, and the store is "
                                            "locked. Unlock it to go on.")
                                       : status.reason;
    case State::Failed:
        return status.remedy.isEmpty() ? status.reason
                                       : status.reason + QLatin1Char(' ') + status.remedy;
    }
    Q_UNREACHABLE();
}

QString AuthorityView::nextRollOver() const
{
    const QDateTime next = m_authority.status().nextRollOver;
    return next.isValid() ? tray::Phrases::until(next, m_clock.now()).text : QString();
}

QStringList AuthorityView::snippetNames() const
{
    return desktop::snippetNames();
}

void AuthorityView::setLanguage(int language)
{
    if (language == m_language)
        return;
    m_language = language;
    Q_EMIT quickChanged();
}

QString AuthorityView::snippet() const
{
    return desktop::snippet(m_language, issuer(), m_quickClient);
}

void AuthorityView::setActive(bool active)
{
    m_active = active;
    if (active) {
        m_aging.start();
        reload();
    } else {
        m_aging.stop();
        m_clients->forgetSecret();
    }
}

void AuthorityView::retranslate()
{
    Q_EMIT changed();
    Q_EMIT quickChanged();
    m_policies->retranslate();
    m_events->retranslate();
    reload();
}

void AuthorityView::follow()
{
    Q_EMIT changed();
    Q_EMIT quickChanged();
    if (m_active && !m_soon.isActive())
        m_soon.start();
}

void AuthorityView::reload()
{
    if (!m_active)
        return;
    for (AuthorityList *list : lists()) {
        // The live list keeps itself up to date, and stands still while it is paused.
        if (list->isWatched() && list != m_requests)
            list->reload();
    }
}

void AuthorityView::findQuickClient()
{
    QString found;
    for (const core::AuthorityClient &client : m_clients->rows()) {
        if (client.name == quickName && client.isActive
            && client.authMethod == QLatin1String("none"))
            found = client.id;
    }
    if (found == m_quickClient)
        return;
    m_quickClient = found;
    Q_EMIT quickChanged();
}

void AuthorityView::setOn(bool on)
{
    if (on != isOn())
        turn(on);
}

void AuthorityView::retry()
{
    turn(true);
}

void AuthorityView::turn(bool on)
{
    if (m_busy)
        return;
    m_busy = true;
    Q_EMIT changed();
    QCoro::connect(m_authority.setOn(on), this, [this](const base::Result<> &result) {
        m_busy = false;
        Q_EMIT changed();
        if (!result)
            Q_EMIT failed(result.error());
    });
}

void AuthorityView::makeQuickClient()
{
    core::AuthorityClient client;
    client.name = quickName;
    // Loopback addresses match with any port (RFC 8252, 7.3).
    client.redirectUris = QStringList{QStringLiteral("http://127.0.0.1/callback"),
                                      QStringLiteral("http://localhost/callback")};
    client.grants << core::deviceCodeGrant;
    m_clients->add(client, [this](const QString &id) {
        m_quickClient = id;
        Q_EMIT quickChanged();
        Q_EMIT done(tr("The client is there; the lines below use it."));
    });
}

} // namespace desktop
