// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentialref.h"
#include "desktop/signinwizard.h"
#include "tray/accountverbs.h"
#include "tray/phrases.h"

//! The half of the wizard that shows: what is on each page, and the ways out of it.
namespace desktop {

namespace {

QVariantMap way(const char *method, const char *icon, const QString &title, const QString &detail)
{
    return {{QStringLiteral("method"), QString::fromLatin1(method)},
            {QStringLiteral("icon"), QString::fromLatin1(icon)},
            {QStringLiteral("title"), title},
            {QStringLiteral("detail"), detail},
            {QStringLiteral("badge"), QString()}};
}

} // namespace

int SignInWizard::step() const
{
    switch (m_state) {
    case State::ChoosingService:
    case State::EnteringIssuer:
        return 1;
    case State::ChoosingMethod:
        return 2;
    case State::EnteringClient:
    case State::EnteringKey:
    case State::Preparing:
    case State::WaitingForBrowser:
    case State::WaitingForCode:
    case State::Finishing:
    case State::Done:
    case State::Failed:
        return 3;
    }
    Q_UNREACHABLE();
}

bool SignInWizard::canGoBack() const
{
    return m_state != State::ChoosingService && m_state != State::Finishing
           && m_state != State::Done && !m_again;
}

QString SignInWizard::method() const
{
    return nameOf(m_method);
}

QVariantList SignInWizard::methods() const
{
    QVariantList ways;
    const QString site =
        QUrl(m_provider.authorizationEndpoint.isEmpty() ? m_provider.issuer
                                                        : m_provider.authorizationEndpoint)
            .host();
    for (const core::SignInMethod method : m_provider.methods) {
        switch (method) {
        case core::SignInMethod::Browser:
            ways.append(way("browser",
                            "globe",
                            tr("In your browser"),
                            tr("We open %1. Your password stays there; we receive a token.")
                                .arg(site.isEmpty() ? serviceName() : site)));
            break;
        case core::SignInMethod::Device:
            ways.append(
                way("device",
                    "smartphone",
                    tr("With a code on another device"),
                    tr("For servers and remote desktops: type a short code on your phone.")));
            break;
        case core::SignInMethod::ApiKey:
            ways.append(way("api_key",
                            "clipboard-paste",
                            tr("Paste a token"),
                            tr("A key or personal token that you have made yourself.")));
            break;
        }
    }
    if (ways.size() > 1) {
        QVariantMap first = ways.front().toMap();
        first[QStringLiteral("badge")] = tr("Recommended");
        ways.front() = first;
    }
    return ways;
}

QString SignInWizard::accountKey() const
{
    return m_id.isEmpty() ? QString() : m_id.joined();
}

QString SignInWizard::reference() const
{
    if (m_id.isEmpty())
        return {};
    core::Account account;
    account.id = m_id;
    account.kind = m_method == core::SignInMethod::ApiKey ? core::AccountKind::ApiKey
                                                          : core::AccountKind::OAuth;
    return tray::referenceOf(account);
}

QString SignInWizard::redirectToRegister() const
{
    if (m_provider.redirectPorts.isEmpty())
        return QStringLiteral("http://%1%2").arg(m_provider.redirectHost, m_provider.redirectPath);
    QStringList addresses;
    for (const int port : m_provider.redirectPorts)
        addresses << QStringLiteral("http://%1:%2%3")
                         .arg(m_provider.redirectHost)
                         .arg(port)
                         .arg(m_provider.redirectPath);
    return addresses.join(QLatin1Char('\n'));
}

QUrl SignInWizard::link() const
{
    if (m_progress.authorizationUrl.isValid())
        return m_progress.authorizationUrl;
    return m_progress.verificationUriComplete.isValid() ? m_progress.verificationUriComplete
                                                        : m_progress.verificationUri;
}

QString SignInWizard::verificationUri() const
{
    return m_progress.verificationUri.toDisplayString(QUrl::RemoveScheme | QUrl::StripTrailingSlash)
        .remove(0, m_progress.verificationUri.isEmpty() ? 0 : 2);
}

QString SignInWizard::qrText() const
{
    const QUrl &address = m_progress.verificationUriComplete.isValid()
                                  && !m_progress.verificationUriComplete.isEmpty()
                              ? m_progress.verificationUriComplete
                              : m_progress.verificationUri;
    return address.toString(QUrl::FullyEncoded);
}

QString SignInWizard::timeLeft() const
{
    return QStringLiteral("%1:%2")
        .arg(m_secondsLeft / 60)
        .arg(m_secondsLeft % 60, 2, 10, QLatin1Char('0'));
}

qreal SignInWizard::fractionLeft() const
{
    return m_secondsTotal > 0 ? static_cast<qreal>(m_secondsLeft) / m_secondsTotal : 1;
}

QString SignInWizard::identity() const
{
    const auto view = m_accounts.find(m_id);
    return view ? view->account.identity : QString();
}

QString SignInWizard::standing() const
{
    const auto view = m_accounts.find(m_id);
    return view ? tray::Phrases::key(view->standing) : QStringLiteral("checking");
}

QString SignInWizard::when() const
{
    const auto view = m_accounts.find(m_id);
    if (!view)
        return {};
    return tray::Phrases::standing(
               view->state, view->standing, m_clock.now(), tray::TimeStyle::Relative)
        .text;
}

QStringList SignInWizard::grantedScopes() const
{
    const auto view = m_accounts.find(m_id);
    return view ? view->account.scopes : QStringList();
}

bool SignInWizard::keepsFresh() const
{
    const auto view = m_accounts.find(m_id);
    return view && view->state.renewable;
}

void SignInWizard::openAgain()
{
    if (m_state == State::WaitingForCode)
        return openPage(qrText());
    if (const auto result = m_signIn.openAgain(m_signInId); !result)
        complain(result.error().message);
}

void SignInWizard::copyLink()
{
    m_verbs.copyText(link().toString(QUrl::FullyEncoded));
}

void SignInWizard::copyCode()
{
    m_verbs.copyText(userCode());
}

void SignInWizard::copyReference()
{
    m_verbs.copyText(reference());
}

void SignInWizard::usePastedAddress(const QString &address)
{
    const auto result = m_signIn.useRedirect(m_signInId, address.trimmed());
    complain(
        result
            ? QString()
            : QStringLiteral("%1 %2").arg(result.error().message, result.error().remedy).trimmed());
}

void SignInWizard::openPage(const QString &address)
{
    const QUrl url(address);
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return;
    if (const auto result = m_browser.open(url); !result)
        complain(result.error().message);
}

void SignInWizard::back()
{
    if (!canGoBack())
        return;
    stopWaiting();
    switch (m_state) {
    case State::ChoosingMethod:
        return enter(m_issuer.isEmpty() ? State::ChoosingService : State::EnteringIssuer);
    case State::EnteringIssuer:
        return enter(State::ChoosingService);
    case State::EnteringKey:
        return enter(m_provider.methods.isEmpty() ? State::EnteringIssuer : State::ChoosingMethod);
    default:
        return enter(m_method == core::SignInMethod::ApiKey ? State::EnteringKey
                                                            : State::ChoosingMethod);
    }
}

void SignInWizard::cancel()
{
    stopWaiting();
    const bool done = m_state == State::Done;
    restart();
    if (!done)
        Q_EMIT closed();
}

void SignInWizard::retry()
{
    if (m_state != State::Failed)
        return;
    if (m_errorAction == QLatin1String("client"))
        return enter(State::EnteringClient);
    if (m_method == core::SignInMethod::ApiKey)
        return enter(State::EnteringKey);
    begin();
}

} // namespace desktop
