// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/topics.h"

#include "rpc/errors.h"
#include "rpc/views.h"

namespace rpc {

namespace {

const QString accounts = QStringLiteral("accounts");
const QString tokens = QStringLiteral("tokens");
const QString lock = QStringLiteral("lock");
const QString audit = QStringLiteral("audit");
const QString consent = QStringLiteral("consent");

bool isAboutToken(core::AuditKind kind)
{
    using enum core::AuditKind;
    return kind == TokenIssued || kind == TokenCopied || kind == TokenRefreshed
           || kind == TokenRefused || kind == TokenRevoked;
}

} // namespace

const QStringList &allTopics()
{
    static const QStringList all{accounts, tokens, lock, audit, consent};
    return all;
}

Topics::Topics(const Needs &needs, Tell tell)
    : m_needs(needs)
    , m_tell(std::move(tell))
{
    const auto keep = [this](base::Subscription subscription) {
        m_subscriptions.push_back(std::move(subscription));
    };
    keep(needs.accounts.changed.subscribe([this](const core::AccountId &id) { writeAccount(id); }));
    keep(needs.accounts.reset.subscribe([this] {
        if (m_tell.isWanted(accounts)) {
            net::JsonWriter writer;
            writer.object().text("topic", accounts).text("change", "list").null("account");
            m_tell.event(accounts, writer.end().take());
        }
    }));
    keep(needs.lock.changed.subscribe([this](const core::LockService::State &state) {
        if (m_tell.isWanted(lock)) {
            net::JsonWriter writer;
            writer.object().text("topic", lock).text("state", nameOf(state));
            m_tell.event(lock, writer.text("reason", m_needs.lock.reason()).end().take());
        }
    }));
    keep(needs.activity.appended.subscribe(
        [this](const core::AuditEvent &event) { writeAudit(event); }));
    keep(needs.consent.waitingChanged.subscribe([this] {
        if (m_tell.isWanted(consent)) {
            net::JsonWriter writer;
            writer.object().text("topic", consent).text("change", "waiting");
            writer.number("waiting", m_needs.consent.waiting().size());
            m_tell.event(consent, writer.end().take());
        }
    }));
    keep(needs.consent.approvalsChanged.subscribe([this] {
        if (m_tell.isWanted(consent)) {
            net::JsonWriter writer;
            writer.object().text("topic", consent).text("change", "approvals");
            writer.number("waiting", m_needs.consent.waiting().size());
            m_tell.event(consent, writer.end().take());
        }
    }));
    keep(needs.signIn.progress.subscribe(
        [this](const core::SignInProgress &progress) { m_tell.signIn(progress); }));
}

void Topics::writeAccount(const core::AccountId &id) const
{
    if (!m_tell.isWanted(accounts))
        return;
    const auto found = m_needs.accounts.find(id);
    net::JsonWriter writer;
    writer.object().text("topic", accounts).text("change", found ? "account" : "removed");
    writeAccountName(writer, id);
    if (found)
        writer.raw("value", accountJson(*found).view());
    m_tell.event(accounts, writer.end().take());
}

void Topics::writeAudit(const core::AuditEvent &event) const
{
    if (m_tell.isWanted(audit)) {
        net::JsonWriter writer;
        writer.object().text("topic", audit);
        writeEvent(writer, "event", event);
        m_tell.event(audit, writer.end().take());
    }
    if (isAboutToken(event.kind) && m_tell.isWanted(tokens)) {
        net::JsonWriter writer;
        writer.object().text("topic", tokens).text("change", core::nameOf(event.kind));
        writeAccountName(writer, event.account);
        writer.text("outcome", core::nameOf(event.outcome)).time("at", event.at);
        const auto found = m_needs.accounts.find(event.account);
        writer.time("expires_at", found ? found->state.expiresAt : QDateTime());
        m_tell.event(tokens, writer.end().take());
    }
}

net::JsonText progressJson(const core::SignInProgress &progress)
{
    net::JsonWriter writer;
    writer.object().text("sign_in_id", progress.signInId).text("step", nameOf(progress.step));
    writer.text("service", progress.account.service).text("account", progress.account.account);
    writer.text("provider", progress.provider).text("host", progress.host);
    const auto address = [&writer](QByteArrayView name, const QUrl &url) {
        if (!url.isEmpty())
            writer.text(name, QString::fromLatin1(url.toEncoded()));
    };
    address("authorization_url", progress.authorizationUrl);
    if (!progress.redirectUri.isEmpty())
        writer.text("redirect_uri", progress.redirectUri);
    if (!progress.userCode.isEmpty())
        writer.text("user_code", progress.userCode);
    address("verification_uri", progress.verificationUri);
    address("verification_uri_complete", progress.verificationUriComplete);
    writer.time("until", progress.until);
    if (progress.error)
        writeError(writer, "error", *progress.error);
    return writer.end().take();
}

} // namespace rpc
