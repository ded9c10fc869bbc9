// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/prompt.h"
#include "cli/times.h"
#include "cli/verbs/verbs.h"

#include <poll.h>
#include <unistd.h>

namespace cli {

using latchkey::Client;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Json;
using latchkey::Notice;
using latchkey::Result;

namespace {

//! A sign-in from its beginning to its end, told on standard error.
class SignIn
{
public:
    SignIn(Context &context, Client &client, std::string id)
        : m_context(context)
        , m_client(client)
        , m_id(std::move(id))
    {}

    Outcome follow()
    {
        while (true) {
            auto notice = next();
            if (!notice)
                return notice.error().code == ErrorCode::Cancelled ? stopped() : notice.error();
            const Json &progress = notice->params;
            if (notice->method != "sign_in.progress" || progress["sign_in_id"].text() != m_id)
                continue;
            const std::string_view step = progress["step"].text();
            if (step == "done")
                return done(progress);
            if (step == "failed")
                return errorOf(progress["error"]);
            if (step == "cancelled")
                return Error{ErrorCode::Cancelled, "The sign-in was cancelled.", {}, false};
            tell(step, progress);
        }
    }

private:
    //! The next notice; meanwhile an address that is pasted on the terminal goes to the agent.
    Result<Notice> next()
    {
        while (m_takesAddress && !m_client.hasNotice()) {
            pollfd ready[] = {{m_client.connection().descriptor(), POLLIN, 0},
                              {STDIN_FILENO, POLLIN, 0},
                              {m_context.interruptFd(), POLLIN, 0}};
            if (poll(ready, 3, -1) > 0 && ready[1].revents != 0 && ready[0].revents == 0
                && ready[2].revents == 0)
                takeAddress();
            else
                break;
        }
        return m_client.notice();
    }

    void takeAddress()
    {
        std::string address;
        char c = 0;
        while (address.size() < 16'384) {
            const ssize_t got = read(STDIN_FILENO, &c, 1);
            if (got <= 0) {
                m_takesAddress = false;
                break;
            }
            if (c == '\n')
                break;
            address += c;
        }
        if (address.find_first_not_of(" \t\r") == std::string::npos)
            return;
        Json params;
        params.set("sign_in_id", m_id).set("address", address);
        latchkey::wipe(address);
        if (const auto taken = m_client.call("sign_in.redirect", params); !taken)
            m_context.out.complain(taken.error());
    }

    void tell(std::string_view step, const Json &progress)
    {
        Output &out = m_context.out;
        if (out.isJson()) {
            out.jsonLine(progress);
            return;
        }
        const std::string code = harmless(progress["user_code"].text());
        const std::string place = harmless(progress["verification_uri"].text());
        const std::string address = harmless(progress["authorization_url"].text());
        std::string text;
        if (!code.empty())
            text = "Open " + place + "\nand enter the code " + code;
        else if (!address.empty())
            text = "Sign in in the browser. If none opens, go to:\n  " + address;
        else if (step == "finishing")
            text = "Fetching the tokens.";
        if (text.empty() || text == m_told)
            return;
        m_told = text;
        if (const auto until = secondsOf(progress["until"].text()); until && step != "finishing")
            text += "\nWaiting for " + span(*until - now()) + "; Ctrl-C stops.";
        if (!address.empty() && canAsk()) {
            m_takesAddress = true;
            text += "\nIf the browser ends at a page that does not open, paste its address here.";
        }
        // Without it nobody could sign in: also where remarks are not wanted.
        const bool quiet = out.isQuiet();
        out.setQuiet(quiet && code.empty() && address.empty());
        out.remark(text);
        out.setQuiet(quiet);
    }

    Outcome done(const Json &progress)
    {
        Output &out = m_context.out;
        if (out.isJson()) {
            out.jsonLine(progress);
            return 0;
        }
        const std::string identity = harmless(progress["identity"].text());
        out.remark("Signed in" + (identity.empty() ? std::string() : " as " + identity) + '.');
        return 0;
    }

    Error stopped()
    {
        // The agent also gives it up when this connection closes; this is only quicker.
        (void)m_client.tell("sign_in.cancel", Json().set("sign_in_id", m_id));
        return {ErrorCode::Cancelled, "The sign-in was cancelled.", {}, false};
    }

    static Error errorOf(const Json &error)
    {
        const Json &data = error["data"];
        const std::string_view name =
            error["code"].isText() ? error["code"].text() : data["code"].text();
        return {latchkey::errorCodeFrom(name),
                std::string(error["message"].text("The sign-in did not work.")),
                std::string(error["remedy"].text(data["remedy"].text())),
                error["retryable"].flag()};
    }

    Context &m_context;
    Client &m_client;
    std::string m_id;
    std::string m_told;
    bool m_takesAddress = false;
};

//! As the agent has written it down: names are folded.
std::string addedName(const Json &answer, std::string_view service, std::string_view account)
{
    const Json &added = answer["account"];
    const std::string_view keptService = added["service"].text();
    const std::string_view keptAccount = added["account"].text();
    return harmless(keptService.empty() ? service : keptService) + '/'
           + harmless(keptAccount.empty() ? account : keptAccount);
}

Outcome addAccount(Context &context, const Arguments &arguments)
{
    const std::string_view service = arguments.operand(0);
    const std::string_view account = arguments.operand(1);
    const bool byKey = arguments.has("--api-key-stdin");
    if (byKey && (arguments.has("--device") || arguments.has("--scopes")))
        return usageError("An API key is not signed in for: --api-key-stdin goes with neither "
                          "--device nor --scopes.");
    if (!byKey && arguments.has("--expires"))
        return usageError("--expires is for API keys; a provider says itself when a token ends.");

    Json params = Client::named(service, account);
    params.setIfAny("provider", arguments.value("--provider"));
    params.setIfAny("identity", arguments.value("--identity"));
    if (arguments.has("--scopes"))
        params.set("scopes", Json::listOf(arguments.list("--scopes")));
    if (arguments.has("--device"))
        params.set("method", "device");
    if (arguments.has("--expires")) {
        const auto until = timeFrom(arguments.value("--expires"), Towards::Ahead);
        if (!until)
            return until.error();
        params.set("expires_at", *until);
    }
    if (byKey) {
        auto key = secretFromInput("API key for " + harmless(service) + '/' + harmless(account));
        if (!key)
            return key.error();
        if (key->isEmpty())
            return usageError("The key is empty; nothing was added.");
        params.set("method", "api_key").set("api_key", key->expose());
    }

    if (!byKey)
        context.catchInterrupt();
    const auto client = context.agent();
    if (!client)
        return client.error();
    const auto answer = (*client)->call("add_account", params);
    if (!answer)
        return answer.error();
    if (const std::string_view id = (*answer)["sign_in_id"].text(); !id.empty())
        return SignIn(context, **client, std::string(id)).follow();
    if (context.out.isJson())
        context.out.json(*answer);
    else
        context.out.remark("Added " + addedName(*answer, service, account) + '.');
    return 0;
}

Outcome setClient(Context &context, const Arguments &arguments)
{
    Json params = Json::object();
    params.set("provider", arguments.operand(0)).set("client_id", arguments.operand(1));
    if (arguments.has("--secret-stdin")) {
        const auto secret = secretFromInput("Client secret");
        if (!secret)
            return secret.error();
        params.set("client_secret", secret->expose());
    }
    const auto answer = context.call("set_client", params);
    if (!answer)
        return answer.error();
    if (context.out.isJson())
        context.out.json(*answer);
    else
        context.out.remark("Kept. Sign-ins with this provider use it from now on.");
    return 0;
}

constexpr Operand addOperands[]{{"SERVICE"}, {"ACCOUNT"}};
constexpr Operand clientOperands[]{{"PROVIDER"}, {"CLIENT_ID"}};
constexpr Option addOptions[]{
    {"--scopes", "SCOPES", "ask for these scopes, separated by commas", "", true},
    {"--device", "", "sign in on another device: an address and a code are shown", ""},
    {"--api-key-stdin", "", "keep the API key that comes on standard input", ""},
    {"--provider", "ID", "the provider, where the service's name does not tell", ""},
    {"--identity", "TEXT", "who the key is for, as you want to see it in lists", ""},
    {"--expires", "TIME", "when the key ends: 90d, 2027-01-31", ""}};
constexpr Option clientOptions[]{
    {"--secret-stdin", "", "with the client secret that comes on standard input", ""}};

constexpr Verb verbs[]{
    {"add-account",
     "sign in to an account, or keep an API key",
     addOperands,
     addOptions,
     "Without --api-key-stdin the agent opens the provider's page in your browser; its address is\n"
     "shown as well. The verb ends when you have signed in, or with Ctrl-C. An account of the "
     "same\n"
     "name keeps its tokens until the new ones are there. On a terminal the key is asked for and\n"
     "not shown.",
     &addAccount,
     {}},
    {"set-client",
     "keep the client id that a provider gave you",
     clientOperands,
     clientOptions,
     "\"latchkey providers\" says which providers want one.",
     &setClient,
     {}}};

} // namespace

std::span<const Verb> signInVerbs()
{
    return verbs;
}

} // namespace cli
