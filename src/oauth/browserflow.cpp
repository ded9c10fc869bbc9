// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/browserflow.h"

#include "base/logging.h"
#include "oauth/authorizationreply.h"
#include "oauth/authorizationrequest.h"
#include "oauth/callbacklistener.h"
#include "oauth/completion.h"
#include "oauth/tokenendpoint.h"
#include "oauth/words.h"

#include <QCoroFuture>
#include <QPromise>

#include <optional>

namespace oauth {

namespace {

using base::ErrorCode;

base::Error cancelled()
{
    return {ErrorCode::Cancelled, Words::tr("The sign-in was stopped."), {}};
}

base::Error notWaiting()
{
    return {ErrorCode::Conflict,
            Words::tr("This sign-in no longer waits for the browser."),
            Words::tr("Begin it again.")};
}

} // namespace

//! One waiting: from the request to the first valid reply, whatever way it comes.
class BrowserFlow::Attempt
{
public:
    Attempt()
        : listener([this](const CallbackRequest &callback) { return answer(callback); })
    {
        m_decided.start();
    }

    void expect(const core::Provider &provider, AuthorizationRequest made)
    {
        m_provider = provider;
        request = std::move(made);
        m_expectation = {
            m_provider.name, request.state, m_provider.issuer, m_provider.issuerInReply};
    }

    [[nodiscard]] bool isWaiting() const { return !request.page.isEmpty() && !isDecided(); }
    [[nodiscard]] bool isDecided() const { return m_decided.future().isFinished(); }
    [[nodiscard]] QFuture<void> decision() const { return m_decided.future(); }

    //! The first decision stands.
    void decide(base::Result<base::Secret> outcome)
    {
        if (isDecided())
            return;
        m_outcome = std::move(outcome);
        m_decided.finish();
    }
    [[nodiscard]] base::Result<base::Secret> takeOutcome() { return *std::move(m_outcome); }

    //! An address that a person pasted, held to the same rules as a callback.
    [[nodiscard]] base::Result<> usePasted(const QString &address)
    {
        const auto refuse = [this](const QString &why) {
            return base::fail(ErrorCode::InvalidInput,
                              why,
                              Words::tr("Copy the whole address of the page where the browser "
                                        "ended. It begins with %1")
                                  .arg(request.redirectUri));
        };
        QByteArray typed = address.trimmed().toUtf8();
        const QByteArray base = request.redirectUri.toUtf8();
        // Browsers put a slash behind a bare host.
        const bool slashed = m_provider.redirectPath.isEmpty() && typed.startsWith(base + "/?");
        const QByteArray start = base + (slashed ? "/?" : "?");
        if (typed.size() > largestRequest || !typed.startsWith(start))
            return refuse(Words::tr("This is not the address of the last page."));
        const qsizetype fragment = typed.indexOf('#');
        const auto query = QByteArrayView(typed)
                               .first(fragment < 0 ? typed.size() : fragment)
                               .sliced(start.size());
        auto parameters = parseCallbackQuery(query);
        base::wipe(typed);
        if (!parameters)
            return refuse(Words::tr("The address is damaged."));
        auto judgement = judgeReply(*parameters, m_expectation);
        for (auto &value : *parameters)
            base::wipe(value);
        if (judgement.kind == ReplyJudgement::Kind::Stray)
            return base::fail(*std::move(judgement.error));
        settle(std::move(judgement));
        return {};
    }

    AuthorizationRequest request;
    CallbackListener listener;

private:
    CallbackAnswer answer(const CallbackRequest &callback)
    {
        if (isDecided())
            return {410, overPage()};
        auto judgement = judgeReply(callback.parameters, m_expectation);
        if (judgement.kind == ReplyJudgement::Kind::Stray) {
            qCInfo(lcOauth) << "ignored a stray hit of the sign-in's address";
            return {400, strayPage()};
        }
        const CallbackAnswer out =
            judgement.kind == ReplyJudgement::Kind::Accepted
                ? CallbackAnswer{200, signedInPage(m_provider.name)}
                : CallbackAnswer{200, refusedPage(m_provider.name, judgement.error->message)};
        settle(std::move(judgement));
        return out;
    }

    void settle(ReplyJudgement judgement)
    {
        if (judgement.kind == ReplyJudgement::Kind::Accepted)
            decide(std::move(judgement.code));
        else
            decide(base::fail(*std::move(judgement.error)));
    }

    core::Provider m_provider;
    ReplyExpectation m_expectation;
    QPromise<void> m_decided;
    std::optional<base::Result<base::Secret>> m_outcome;
};

BrowserFlow::BrowserFlow(core::Providers &providers,
                         TokenEndpoint &tokens,
                         Completion &completion,
                         core::Browser &browser,
                         base::Clock &clock)
    : m_providers(providers)
    , m_tokens(tokens)
    , m_completion(completion)
    , m_browser(browser)
    , m_clock(clock)
{}

BrowserFlow::~BrowserFlow() = default;

base::Task<core::SignedIn> BrowserFlow::run(core::Provider provider,
                                            core::ClientCredentials client,
                                            QStringList scopes,
                                            core::SignInReport report,
                                            std::stop_token stop)
{
    if (!m_attempt.expired())
        co_return base::fail(ErrorCode::Conflict,
                             Words::tr("A sign-in in the browser is under way already."),
                             Words::tr("Finish or cancel it first."));
    const auto attempt = std::make_shared<Attempt>();
    m_attempt = attempt;
    core::SignInProgress progress;
    progress.provider = provider.id;
    const auto tell = [&progress, &report](core::SignInProgress::Step step) {
        progress.step = step;
        if (report)
            report(progress);
    };
    tell(core::SignInProgress::Step::Preparing);
    if (stop.stop_requested())
        co_return base::fail(cancelled());

    // 1. Where to go.
    core::Provider open = provider;
    CO_TRY(provider, co_await m_providers.resolved(std::move(open), stop));
    if (scopes.isEmpty())
        scopes = provider.scopes;
    if (client.clientId.isEmpty() || provider.authorizationEndpoint.isEmpty()
        || (provider.clientSecretNeeded && client.clientSecret.isEmpty()))
        co_return base::fail(ErrorCode::InvalidInput,
                             Words::tr("%1 needs to know this program first.").arg(provider.name),
                             Words::tr("Enter the client id, and the secret where there is one."));

    // 2. Where to come back: the port is taken before the address is made (RFC 8252 7.3).
    CO_TRY_VOID(attempt->listener.listen(
        provider.redirectHost, provider.redirectPath, provider.redirectPorts));
    const QString redirectUri = attempt->listener.redirectUri();
    auto request = makeAuthorizationRequest(provider, client.clientId, scopes, redirectUri);
    attempt->expect(provider, std::move(request));

    // 3. The person's turn.
    progress.authorizationUrl = attempt->request.page;
    progress.redirectUri = redirectUri;
    progress.host = attempt->request.page.host();
    progress.until = m_clock.now().addMSecs(browserPatience.count());
    tell(core::SignInProgress::Step::WaitingForBrowser);
    const auto shown = m_browser.open(attempt->request.page);
    if (!shown) // the person has the link, and the code may still come
        qCWarning(lcOauth).noquote() << "no browser opened:" << nameOf(shown.error().code);
    {
        std::stop_source waited;
        auto limit = timeOut(attempt, waited.get_token());
        const std::stop_callback leave(stop,
                                       [attempt] { attempt->decide(base::fail(cancelled())); });
        const QFuture<void> decision = attempt->decision();
        co_await decision;
        waited.request_stop();
        // Its end is awaited, so that nothing of this sign-in outlives it.
        (void)co_await limit;
    }
    auto outcome = attempt->takeOutcome();
    if (!outcome)
        co_return base::fail(std::move(outcome).error());

    // 4. The code for the tokens (RFC 6749 4.1.3).
    tell(core::SignInProgress::Step::Finishing);
    base::Secret code = *std::move(outcome);
    Form form;
    form.add("grant_type", QByteArrayView("authorization_code"));
    form.add("code", code).add("redirect_uri", redirectUri);
    if (!attempt->request.verifier.isEmpty())
        form.add("code_verifier", attempt->request.verifier);
    ClientProof proof(provider, client);
    Asked asked{scopes, attempt->request.nonce, client.clientId, proof.method};
    const QString endpoint = provider.tokenEndpoint;
    const auto quirks = provider.quirks;
    CO_TRY(auto answer,
           co_await m_tokens.ask(endpoint, std::move(form), std::move(proof), quirks, stop));
    if (!answer.reply)
        co_return base::fail(toError(answer.refusal, provider.name));

    // 5. Who that is.
    TokenReply reply = *std::move(answer.reply);
    CO_TRY(auto done,
           co_await m_completion.finish(provider, std::move(asked), std::move(reply), stop));
    co_return done;
}

base::Task<> BrowserFlow::timeOut(std::shared_ptr<Attempt> attempt, std::stop_token stop)
{
    CO_TRY_VOID(co_await m_clock.sleep(browserPatience, stop));
    attempt->decide(base::fail(ErrorCode::TimedOut,
                               Words::tr("Nobody signed in within five minutes."),
                               Words::tr("Begin again when you are ready.")));
    co_return {};
}

base::Result<> BrowserFlow::useRedirect(const QString &address)
{
    const auto attempt = m_attempt.lock();
    if (!attempt || !attempt->isWaiting())
        return base::fail(notWaiting());
    return attempt->usePasted(address);
}

base::Result<> BrowserFlow::openAgain()
{
    const auto attempt = m_attempt.lock();
    if (!attempt || !attempt->isWaiting())
        return base::fail(notWaiting());
    return m_browser.open(attempt->request.page);
}

} // namespace oauth
