// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/signindesk.h"

#include "agent/recorder.h"
#include "base/logging.h"
#include "core/credentialref.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <QScopeGuard>
#include <QTimer>
#include <QUuid>

namespace agent {

using base::ErrorCode;
using core::AuditKind;
using core::AuditOutcome;
using Step = core::SignInProgress::Step;

namespace {

base::Result<> addedMeanwhile(const core::AccountId &id)
{
    return base::fail(
        ErrorCode::Conflict,
        QCoreApplication::translate("agent", "%1 was added by somebody else in the meantime.")
            .arg(id.joined()),
        QCoreApplication::translate("agent",
                                    "Look at it, and begin again if it is to be replaced."));
}

} // namespace

SignInDesk::SignInDesk(Parts parts)
    : m_parts(std::move(parts))
{}

SignInDesk::~SignInDesk() = default;

base::Task<> SignInDesk::stop()
{
    for (const auto &running : std::as_const(m_running))
        running->stop.request_stop();
    co_return co_await m_scope.stop();
}

QList<core::Provider> SignInDesk::providers() const
{
    return m_parts.providers.all();
}

std::optional<core::Provider> SignInDesk::guess(const QString &service) const
{
    return m_parts.providers.guess(service);
}

QString SignInDesk::idOf(const QString &idOrIssuer) const
{
    if (!idOrIssuer.contains(QLatin1String("://")))
        return idOrIssuer;
    // Google by its address is Google: the catalog knows more of it than its metadata.
    const auto bare = [](QString address) {
        while (address.endsWith(QLatin1Char('/')))
            address.chop(1);
        return address;
    };
    const QString wanted = bare(idOrIssuer);
    const QList<core::Provider> known = m_parts.providers.all();
    for (const core::Provider &provider : known) {
        if (!provider.issuer.isEmpty() && bare(provider.issuer) == wanted)
            return provider.id;
    }
    return core::providerIdOf(idOrIssuer);
}

base::Task<bool> SignInDesk::hasClient(QString provider)
{
    const QString id = idOf(provider);
    const auto known = m_parts.providers.find(id);
    if (known && !known->clientId.isEmpty())
        co_return true;
    const QString entry = core::clientIdEntry(id);
    const auto clientId = co_await m_parts.secrets.read(entry);
    if (!clientId && clientId.error().code != ErrorCode::NotFound)
        co_return base::fail(clientId.error());
    co_return clientId.has_value();
}

base::Task<> SignInDesk::setClient(QString provider, core::ClientCredentials client)
{
    const QString id = idOf(provider);
    const QString clientId = client.clientId.trimmed();
    if (clientId.isEmpty()) {
        co_return base::fail(ErrorCode::InvalidInput,
                             QCoreApplication::translate("agent", "There is no client id yet."),
                             QCoreApplication::translate(
                                 "agent", "Copy it from the page where you registered Latchkey."));
    }
    // The secret first: an id with the secret of another client would fail in a puzzling way.
    const QString secretEntry = core::clientSecretEntry(id);
    if (client.clientSecret.isEmpty())
        CO_TRY_VOID(co_await m_parts.secrets.remove(secretEntry));
    else
        CO_TRY_VOID(co_await m_parts.secrets.write(secretEntry, std::move(client.clientSecret)));
    const QByteArray idBytes = clientId.toUtf8();
    base::Secret kept{QByteArrayView(idBytes)};
    const QString idEntry = core::clientIdEntry(id);
    co_return co_await m_parts.secrets.write(idEntry, std::move(kept));
}

base::Result<QString> SignInDesk::begin(const core::SignInRequest &request)
{
    TRY(core::AccountId account,
        core::AccountId::parse(request.account.service, request.account.account));
    const auto existing = m_parts.accounts.find(account);
    if (existing && existing->kind != core::AccountKind::OAuth) {
        return base::fail(
            ErrorCode::Conflict,
            QCoreApplication::translate("agent", "There is already an account called %1.")
                .arg(account.joined()),
            QCoreApplication::translate("agent", "Choose another name, or remove that one first."));
    }
    for (const auto &other : std::as_const(m_running)) {
        if (other->request.account == account)
            other->stop.request_stop();
    }
    auto running = std::make_shared<Running>();
    running->request = request;
    running->request.account = account;
    running->last.signInId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    running->last.account = account;
    running->last.provider = request.provider;
    const QString id = running->last.signInId;
    m_running.insert(id, running);
    record(m_parts.audit, AuditKind::SignInStarted, account, request.actor);
    m_scope.launch(run(id));
    return id;
}

base::Task<> SignInDesk::run(QString signInId)
{
    const std::shared_ptr<Running> running = m_running.value(signInId);
    // The caller is to have the id before the first report: go on in the next turn of the loop.
    QTimer turn;
    turn.setSingleShot(true);
    turn.start(0);
    co_await turn;
    const auto done = co_await signIn(running);
    running->flow.reset();
    if (done) {
        report(*running, Step::Done);
    } else if (done.error().code == ErrorCode::Cancelled || running->stop.stop_requested()) {
        report(*running, Step::Cancelled);
    } else {
        running->last.error = done.error();
        record(m_parts.audit,
               AuditKind::SignInFailed,
               running->request.account,
               running->request.actor,
               AuditOutcome::Failed,
               base::nameOf(done.error().code));
        report(*running, Step::Failed);
    }
    m_running.remove(signInId);
    co_return {};
}

base::Task<> SignInDesk::signIn(std::shared_ptr<Running> running)
{
    const core::SignInRequest request = running->request;
    report(*running, Step::Preparing);
    CO_TRY(core::Provider provider,
           co_await providerFor(request.provider, running->stop.get_token()));
    if (!provider.offers(request.method)) {
        co_return base::fail(
            ErrorCode::Unsupported,
            QCoreApplication::translate("agent", "%1 does not offer this way to sign in.")
                .arg(provider.name));
    }
    CO_TRY(core::ClientCredentials client, co_await clientOf(provider));
    running->flow = m_parts.makeFlow(request.method);
    if (!running->flow) {
        co_return base::fail(ErrorCode::Unsupported,
                             QCoreApplication::translate("agent", "An API key needs no sign-in."));
    }
    const QStringList scopes = request.scopes.isEmpty() ? provider.scopes : request.scopes;
    const std::weak_ptr<Running> weak = running;
    const core::SignInReport flowReport = [this, weak](const core::SignInProgress &step) {
        const auto alive = weak.lock();
        if (!alive || alive->stop.stop_requested())
            return;
        core::SignInProgress whole = step;
        whole.signInId = alive->last.signInId;
        whole.account = alive->last.account;
        whole.provider = alive->last.provider;
        alive->last = whole;
        progress.announce(whole);
    };
    CO_TRY(core::SignedIn signedIn,
           co_await running->flow->run(
               provider, std::move(client), scopes, flowReport, running->stop.get_token()));
    if (running->stop.stop_requested())
        co_return base::fail(ErrorCode::Cancelled, QStringLiteral("cancelled"));
    co_return co_await keep(running, provider, std::move(signedIn));
}

base::Task<core::Provider> SignInDesk::providerFor(QString idOrIssuer, std::stop_token stop)
{
    std::optional<core::Provider> known = m_parts.providers.find(idOf(idOrIssuer));
    if (!known && idOrIssuer.contains(QLatin1String("://")))
        co_return co_await m_parts.providers.discover(idOrIssuer, stop);
    if (!known) {
        co_return base::fail(
            ErrorCode::NotFound,
            QCoreApplication::translate("agent", "There is no service called %1.").arg(idOrIssuer));
    }
    core::Provider provider = *known;
    co_return co_await m_parts.providers.resolved(std::move(provider), stop);
}

base::Task<core::ClientCredentials> SignInDesk::clientOf(core::Provider provider)
{
    core::ClientCredentials client;
    const QString idEntry = core::clientIdEntry(provider.id);
    const auto clientId = co_await m_parts.secrets.read(idEntry);
    if (!clientId && clientId.error().code == ErrorCode::NotFound) {
        if (!provider.clientId.isEmpty()) {
            client.clientId = provider.clientId;
            co_return client;
        }
        co_return base::fail(
            ErrorCode::InvalidInput,
            QCoreApplication::translate("agent", "%1 does not know Latchkey yet.")
                .arg(provider.name),
            QCoreApplication::translate(
                "agent", "Register Latchkey there and enter the client id it gives."));
    }
    if (!clientId)
        co_return base::fail(clientId.error());
    client.clientId = QString::fromUtf8(clientId->expose());
    const QString secretEntry = core::clientSecretEntry(provider.id);
    auto secret = co_await m_parts.secrets.read(secretEntry);
    if (!secret && secret.error().code != ErrorCode::NotFound)
        co_return base::fail(std::move(secret).error());
    if (secret)
        client.clientSecret = *std::move(secret);
    co_return client;
}

base::Result<> SignInDesk::mayKeep(const core::SignInRequest &request) const
{
    const auto there = m_parts.accounts.find(request.account);
    const bool isKey = there && there->kind != core::AccountKind::OAuth;
    if (!isKey && (!there || request.mayReplace))
        return {};
    return addedMeanwhile(request.account);
}

base::Task<> SignInDesk::keep(std::shared_ptr<Running> running,
                              core::Provider provider,
                              core::SignedIn signedIn)
{
    const core::SignInRequest &request = running->request;
    // New tokens that may not be kept are dropped; what is there stays as it is.
    CO_TRY_VOID(mayKeep(request));
    if (!request.mayReplace && m_keeping.contains(request.account))
        co_return addedMeanwhile(request.account);
    m_keeping.insert(request.account);
    const auto kept = qScopeGuard([this, running] { m_keeping.remove(running->request.account); });
    const auto existing = m_parts.accounts.find(request.account);
    core::Account account = existing.value_or(core::Account{});
    account.id = request.account;
    account.kind = core::AccountKind::OAuth;
    account.provider = provider.id;
    account.scopes = signedIn.tokens.scopes;
    if (!signedIn.identity.isEmpty())
        account.identity = signedIn.identity;
    else if (account.identity.isEmpty())
        account.identity = QUrl(provider.issuer).host();
    if (!account.created.isValid())
        account.created = m_parts.clock.now();
    if (request.provider.contains(QLatin1String("://")))
        CO_TRY_VOID(m_parts.providers.keep(provider));
    // The tokens first: a listed account without tokens would be a lie.
    CO_TRY_VOID(co_await m_parts.tokens.store(request.account, std::move(signedIn.tokens)));
    if (const auto still = mayKeep(request); !existing && !still) {
        const QString entry = core::tokenEntry(request.account);
        CO_TRY_VOID(co_await m_parts.secrets.remove(entry));
        co_return still;
    }
    CO_TRY_VOID(co_await m_parts.accounts.put(account));
    record(m_parts.audit,
           existing ? AuditKind::AccountChanged : AuditKind::AccountAdded,
           request.account,
           request.actor);
    co_return {};
}

void SignInDesk::cancel(const QString &signInId)
{
    if (const auto running = m_running.value(signInId))
        running->stop.request_stop();
}

base::Result<> SignInDesk::openAgain(const QString &signInId)
{
    TRY(const std::shared_ptr<Running> running, runningOf(signInId));
    return running->flow->openAgain();
}

base::Result<> SignInDesk::useRedirect(const QString &signInId, const QString &address)
{
    TRY(const std::shared_ptr<Running> running, runningOf(signInId));
    return running->flow->useRedirect(address);
}

base::Result<std::shared_ptr<SignInDesk::Running>> SignInDesk::runningOf(
    const QString &signInId) const
{
    const auto running = m_running.value(signInId);
    if (running && running->flow)
        return running;
    return base::fail(ErrorCode::NotFound,
                      QCoreApplication::translate("agent", "This sign-in has ended."),
                      QCoreApplication::translate("agent", "Begin it again."));
}

void SignInDesk::report(Running &running, core::SignInProgress::Step step)
{
    running.last.step = step;
    progress.announce(running.last);
}

} // namespace agent
