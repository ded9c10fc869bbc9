// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/deviceflow.h"

#include "oauth/completion.h"
#include "oauth/words.h"

#include <algorithm>

namespace oauth {

using base::ErrorCode;
using base::fail;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr milliseconds slowDown = seconds(5); // RFC 8628 3.5
constexpr milliseconds longestWait = std::chrono::minutes(1);

//! How long to wait before the next poll.
class Pace
{
public:
    explicit Pace(milliseconds interval)
        : m_interval(interval)
    {}

    [[nodiscard]] milliseconds next() const
    {
        return std::max(m_interval, std::min(m_interval * m_patience, longestWait));
    }
    //! For this and all later polls; GitHub names the new interval.
    void slower(std::optional<seconds> named)
    {
        m_interval += slowDown;
        if (named)
            m_interval = std::max<milliseconds>(m_interval, *named);
    }
    //! RFC 8628 3.5: no answer doubles the wait, until there is one.
    void unanswered() { m_patience = std::min(m_patience * 2, 64); }
    void answered() { m_patience = 1; }

private:
    milliseconds m_interval;
    int m_patience = 1;
};

base::Error ranOut(const QString &provider)
{
    return {ErrorCode::Expired,
            Words::tr("The code of %1 has run out.").arg(provider),
            Words::tr("Begin the sign-in anew to get another one."),
            base::Retryable::No};
}

tl::unexpected<base::Error> noBrowser()
{
    return fail(ErrorCode::Unsupported,
                Words::tr("A sign-in by code opens no page of its own."),
                Words::tr("Open the shown address and type the code there."));
}

//! The scopes under each name that providers know: Twitch's is the plural.
void addScopes(Form &form, const core::Provider &provider, const QStringList &scopes)
{
    const QString joined = scopes.join(provider.quirks.scopeSeparator);
    if (!joined.isEmpty())
        form.add("scope", joined);
    for (auto it = provider.deviceParameters.cbegin(); it != provider.deviceParameters.cend();
         ++it) {
        QString value = it.value();
        form.add(it.key().toUtf8(), value.replace(QStringLiteral("{scopes}"), joined));
    }
}

} // namespace

DeviceFlow::DeviceFlow(core::Providers &providers,
                       net::Retry &http,
                       TokenEndpoint &tokens,
                       Completion &completion,
                       base::Clock &clock)
    : m_providers(providers)
    , m_http(http)
    , m_tokens(tokens)
    , m_completion(completion)
    , m_clock(clock)
{}

base::Result<> DeviceFlow::useRedirect(const QString &)
{
    return noBrowser();
}

base::Result<> DeviceFlow::openAgain()
{
    return noBrowser();
}

base::Task<core::SignedIn> DeviceFlow::run(core::Provider provider,
                                           core::ClientCredentials client,
                                           QStringList scopes,
                                           core::SignInReport report,
                                           std::stop_token stop)
{
    core::SignInProgress progress;
    progress.provider = provider.id;
    const auto tell = [&progress, &report](core::SignInProgress::Step step) {
        progress.step = step;
        if (report)
            report(progress);
    };
    tell(core::SignInProgress::Step::Preparing);

    CO_TRY(const core::Provider whole, co_await m_providers.resolved(provider, stop));
    if (whole.deviceEndpoint.isEmpty() || whole.tokenEndpoint.isEmpty()) {
        co_return fail(ErrorCode::Unsupported,
                       Words::tr("%1 has no sign-in by code.").arg(whole.name),
                       Words::tr("Sign in with the browser instead."));
    }
    const ClientProof proof(whole, client);
    if (scopes.isEmpty())
        scopes = whole.scopes;

    // 1. Device authorization request (RFC 8628 3.1)
    ClientProof once = proof.clone();
    CO_TRY(DeviceAuthorization authorization,
           co_await authorize(whole, std::move(once), scopes, stop));

    // 2. The person (3.3)
    progress.userCode = authorization.userCode;
    progress.verificationUri = authorization.verificationUri;
    progress.verificationUriComplete = authorization.verificationUriComplete;
    progress.host = authorization.verificationUri.host();
    progress.until = authorization.until;
    tell(core::SignInProgress::Step::WaitingForCode);

    // 3. Polling (3.4, 3.5)
    ClientProof again = proof.clone();
    CO_TRY(TokenReply reply,
           co_await poll(whole, std::move(again), std::move(authorization), scopes, stop));
    tell(core::SignInProgress::Step::Finishing);
    Asked asked;
    asked.scopes = scopes;
    asked.clientId = client.clientId;
    asked.clientAuth = proof.method;
    co_return co_await m_completion.finish(whole, asked, std::move(reply), stop);
}

base::Task<DeviceAuthorization> DeviceFlow::authorize(core::Provider provider,
                                                      ClientProof proof,
                                                      QStringList scopes,
                                                      std::stop_token stop)
{
    Form form;
    addScopes(form, provider, scopes);
    const QString endpoint = provider.deviceEndpoint;
    net::Request request = clientRequest(endpoint, std::move(form), proof, provider.quirks);
    request.repeat = net::Repeat::Allowed; // an unused code simply runs out
    CO_TRY(net::Response response, co_await m_http.send(std::move(request), stop));
    if (const auto refusal = refusalIn(response.status, response.body, provider.quirks))
        co_return fail(toError(*refusal, provider.name));
    auto authorization = parseDeviceAuthorization(response.body, m_clock.now());
    base::wipe(response.body);
    if (!authorization)
        co_return fail(std::move(authorization).error());
    co_return std::move(authorization);
}

base::Task<TokenReply> DeviceFlow::poll(core::Provider provider,
                                        ClientProof proof,
                                        DeviceAuthorization authorization,
                                        QStringList scopes,
                                        std::stop_token stop)
{
    Pace pace(authorization.interval);
    milliseconds wait = pace.next();
    for (;;) {
        const milliseconds left(m_clock.now().msecsTo(authorization.until));
        const milliseconds nap = std::clamp(wait, milliseconds(0), std::max(left, milliseconds(0)));
        CO_TRY_VOID(co_await m_clock.sleep(nap, stop));
        if (m_clock.now() >= authorization.until)
            co_return fail(ranOut(provider.name));

        Form form;
        form.add("grant_type", QByteArrayView("urn:ietf:params:oauth:grant-type:device_code"))
            .add("device_code", authorization.deviceCode);
        if (provider.deviceParameters.contains(QStringLiteral("scopes")))
            addScopes(form, provider, scopes);
        ClientProof once = proof.clone();
        const QString endpoint = provider.tokenEndpoint;
        const core::TokenReplyQuirks quirks = provider.quirks;
        auto answer =
            co_await m_tokens.ask(endpoint, std::move(form), std::move(once), quirks, stop);
        if (!answer && answer.error().retryable != base::Retryable::Yes)
            co_return fail(std::move(answer).error());
        if (answer && answer->reply)
            co_return *std::move(answer->reply);

        milliseconds asked(0);
        if (!answer) {
            pace.unanswered();
        } else if (const Refusal &refusal = answer->refusal;
                   refusal.code == u"authorization_pending") {
            pace.answered();
        } else if (refusal.code == u"slow_down") {
            pace.answered();
            pace.slower(refusal.interval);
        } else if (refusal.isPassing()) {
            pace.unanswered();
            asked = refusal.retryAfter.value_or(asked);
        } else if (refusal.code == u"expired_token") {
            co_return fail(ranOut(provider.name));
        } else {
            co_return fail(toError(refusal, provider.name));
        }
        wait = std::max(pace.next(), asked);
    }
}

} // namespace oauth
