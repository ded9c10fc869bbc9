// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentialref.h"
#include "desktop/accountdetails.h"
#include "tray/phrases.h"

//! The half of the drawer that reads: each fact in words.
namespace desktop {

namespace {

std::chrono::seconds marginOf(const core::AccountState &state)
{
    return core::refreshMarginOf(state.issuedAt, state.expiresAt);
}

} // namespace

QString AccountDetails::accountKey() const
{
    return m_view ? m_id.joined() : QString();
}

QString AccountDetails::service() const
{
    return m_view ? tray::Phrases::service(*m_view) : QString();
}

QString AccountDetails::account() const
{
    return m_id.account;
}

QString AccountDetails::letters() const
{
    return m_view ? m_view->letters : QString();
}

int AccountDetails::tone() const
{
    return m_view ? m_view->tone : 0;
}

QString AccountDetails::identity() const
{
    return m_view ? m_view->account.identity : QString();
}

QString AccountDetails::kind() const
{
    return m_view ? tray::Phrases::kind(m_view->account.kind) : QString();
}

QString AccountDetails::standing() const
{
    return m_view ? tray::Phrases::key(m_view->standing) : QString();
}

QString AccountDetails::when() const
{
    if (!m_view)
        return {};
    return tray::Phrases::standing(
               m_view->state, m_view->standing, m_needs.clock.now(), tray::TimeStyle::Relative)
        .text;
}

QString AccountDetails::until() const
{
    if (!m_view || !m_view->state.expiresAt.isValid())
        return {};
    return tray::Phrases::clock(m_view->state.expiresAt, m_needs.clock.now()).text;
}

bool AccountDetails::lifeKnown() const
{
    return m_view && m_view->state.issuedAt.isValid() && m_view->state.expiresAt.isValid()
           && m_view->state.issuedAt < m_view->state.expiresAt;
}

qreal AccountDetails::remaining() const
{
    if (!lifeKnown())
        return 0;
    const auto whole = static_cast<qreal>(m_view->state.issuedAt.msecsTo(m_view->state.expiresAt));
    const auto left = static_cast<qreal>(m_needs.clock.now().msecsTo(m_view->state.expiresAt));
    return std::clamp(left / whole, 0.0, 1.0);
}

qreal AccountDetails::refreshAt() const
{
    if (!lifeKnown() || !canRefresh())
        return -1;
    const auto whole = static_cast<qreal>(m_view->state.issuedAt.secsTo(m_view->state.expiresAt));
    const qreal fraction = static_cast<qreal>(marginOf(m_view->state).count()) / whole;
    return fraction < 1 ? fraction : -1;
}

QDateTime AccountDetails::warnsAt() const
{
    if (!m_view || m_view->state.renewable || !m_view->state.expiresAt.isValid())
        return {};
    const auto spans = core::effectiveWarnBefore(m_view->account, m_needs.generalWarnBefore());
    const QDateTime now = m_needs.clock.now();
    const core::AccountState &state = m_view->state;
    for (const std::chrono::seconds span : spans) {
        const QDateTime at = state.expiresAt.addSecs(-span.count());
        if (at > now && (!state.issuedAt.isValid() || at > state.issuedAt))
            return at;
    }
    return {};
}

qreal AccountDetails::warnAt() const
{
    const QDateTime at = warnsAt();
    if (!lifeKnown() || !at.isValid())
        return -1;
    return static_cast<qreal>(at.msecsTo(m_view->state.expiresAt))
           / static_cast<qreal>(m_view->state.issuedAt.msecsTo(m_view->state.expiresAt));
}

QString AccountDetails::refreshWords() const
{
    if (!m_view || !canRefresh() || !m_view->state.expiresAt.isValid())
        return {};
    const QDateTime now = m_needs.clock.now();
    const QDateTime at = m_view->state.expiresAt.addSecs(-marginOf(m_view->state).count());
    return at > now ? tr("refreshed %1").arg(tray::Phrases::moment(at, now))
                    : tr("refreshed when used");
}

QString AccountDetails::warnWords() const
{
    const QDateTime at = warnsAt();
    return at.isValid() ? tr("warned %1").arg(tray::Phrases::moment(at, m_needs.clock.now()))
                        : QString();
}

QString AccountDetails::issued() const
{
    if (!m_view || !m_view->state.issuedAt.isValid())
        return {};
    const core::AccountState &state = m_view->state;
    const QString at = tray::Phrases::moment(state.issuedAt, m_needs.clock.now());
    if (!lifeKnown())
        return at;
    const std::chrono::seconds life(state.issuedAt.secsTo(state.expiresAt));
    return tr("%1, %2 long").arg(at, tray::Phrases::span(life));
}

QString AccountDetails::refreshToken() const
{
    if (!m_view || m_view->account.kind != core::AccountKind::OAuth)
        return {};
    if (m_view->state.signInLost)
        return tr("ended by the service");
    return m_view->state.renewable ? tr("yes, renews by itself") : tr("none");
}

QString AccountDetails::issuer() const
{
    if (m_facts && !m_facts->issuer.isEmpty())
        return m_facts->issuer;
    return m_facts ? QUrl(m_facts->tokenEndpoint).host() : QString();
}

QString AccountDetails::client() const
{
    return m_facts ? m_facts->clientId : QString();
}

QString AccountDetails::keptIn() const
{
    return m_view ? m_needs.store.status().place : QString();
}

QString AccountDetails::added() const
{
    return m_view ? tray::Phrases::moment(m_view->account.created, m_needs.clock.now()) : QString();
}

QString AccountDetails::trouble() const
{
    return m_view ? m_view->state.trouble : QString();
}

QStringList AccountDetails::scopes() const
{
    if (m_facts && !m_facts->scopes.isEmpty())
        return m_facts->scopes;
    return m_view ? m_view->account.scopes : QStringList();
}

QStringList AccountDetails::labels() const
{
    return m_view ? m_view->account.labels : QStringList();
}

QStringList AccountDetails::references() const
{
    if (!m_view)
        return {};
    QStringList references{tray::referenceOf(m_view->account)};
    if (m_view->account.kind == core::AccountKind::OAuth && m_view->state.renewable)
        references << core::CredentialRef{m_id, QStringLiteral("refresh_token")}.toString();
    return references;
}

bool AccountDetails::canCopy() const
{
    return m_view && m_view->standing != core::Standing::NeedsSignIn;
}

bool AccountDetails::canRefresh() const
{
    return m_view && m_view->state.renewable && !m_view->state.signInLost;
}

bool AccountDetails::canSignIn() const
{
    return m_view
           && (m_view->account.kind == core::AccountKind::OAuth
               || m_view->account.kind == core::AccountKind::ApiKey);
}

QStringList AccountDetails::warnBefore() const
{
    QStringList texts;
    if (!m_view)
        return texts;
    const auto spans = core::effectiveWarnBefore(m_view->account, m_needs.generalWarnBefore());
    for (const std::chrono::seconds span : spans)
        texts << tray::spanText(span);
    return texts;
}

bool AccountDetails::warnBeforeIsOwn() const
{
    return m_view && !m_view->account.warnBefore.isEmpty();
}

QString AccountDetails::expires() const
{
    if (!m_view || !m_view->account.expires.isValid())
        return {};
    return m_view->account.expires.toLocalTime().date().toString(Qt::ISODate);
}

bool AccountDetails::canSetExpires() const
{
    return m_view && m_view->account.kind == core::AccountKind::ApiKey;
}

QString AccountDetails::consent() const
{
    return nameOf(m_view ? m_view->account.consent : core::ConsentPolicy::Default);
}

} // namespace desktop
