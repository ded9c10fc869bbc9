// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/oidcagenttalk.h"

#include "net/wipedbytes.h"
#include "rpc/log.h"
#include "rpc/methods.h"
#include "rpc/server.h"
#include "rpc/words.h"

#include <QCoroFuture>
#include <QScopeGuard>

#include <array>

namespace rpc {

namespace {

using base::ErrorCode;
using net::LinePipe;

//! More than any client sends.
constexpr qsizetype largestRequest = 64 * 1024;
constexpr std::chrono::seconds patience{30};

QString withoutSlash(QString issuer)
{
    while (issuer.endsWith(QLatin1Char('/')))
        issuer.chop(1);
    return issuer;
}

} // namespace

OidcAgentTalk::OidcAgentTalk(Host &host, std::unique_ptr<LinePipe> pipe, Caller caller, Ended ended)
    : m_host(host)
    , m_pipe(std::move(pipe))
    , m_caller(std::make_shared<Caller>(std::move(caller)))
    , m_ended(std::move(ended))
{
    m_patience.setSingleShot(true);
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] { end(); });
}

OidcAgentTalk::~OidcAgentTalk()
{
    base::wipe(m_input);
    base::wipe(m_output);
}

void OidcAgentTalk::start()
{
    m_pipe->readable = [this] { receive(); };
    m_pipe->writable = [this] { pushOut(); };
    m_pipe->watchReading(true);
    m_patience.start(patience);
    identifyAhead(shared_from_this());
}

//! At once, not at the request: a program may become another one (exec) with the same connection.
QCoro::Task<> OidcAgentTalk::identifyAhead(std::shared_ptr<OidcAgentTalk> self)
{
    Q_UNUSED(self) // lives as long as this runs
    m_host.began();
    if (const auto known = co_await identify(&m_host.needs().programs, m_caller); !known)
        qCDebug(lcRpc).noquote() << known.error().message; // the request tries again
    m_host.finished();
}

void OidcAgentTalk::receive()
{
    const auto self = shared_from_this();
    std::array<char, 4096> room{};
    const LinePipe::Got got = m_pipe->read(room.data(), room.size());
    if (got.size > 0) {
        net::appendWiping(m_input, QByteArrayView(room.data(), got.size));
        room.fill('\0');
    } else if (got.state == LinePipe::State::Open) {
        return;
    } else {
        return end();
    }
    if (m_input.size() > largestRequest)
        return end();
    if (m_phase == Phase::Beginning && m_input.startsWith('{')) {
        // What is no JSON after all is answered as what is no request.
        if (m_objectEnd.isIn(m_input))
            work(net::JsonDocument::parse(QByteArrayView(m_input).toByteArray()));
        return;
    }
    const bool isFine = m_phase == Phase::Beginning ? takeKey()
                        : m_phase == Phase::Sealed  ? takeSealed()
                                                    : false;
    if (!isFine)
        end();
}

bool OidcAgentTalk::takeKey()
{
    const qsizetype letters = publicKeyLetters();
    if (m_input.size() < letters)
        return true;
    const auto key = readPublicKey(QByteArrayView(m_input).first(letters));
    if (!key || m_input.size() > letters)
        return false;
    auto box = crypto::NaclBox::with(*key);
    if (!box)
        return false;
    m_box = std::make_unique<crypto::NaclBox>(*std::move(box));
    m_input.clear();
    m_phase = Phase::Sealed;
    send(m_box->publicKey().toBase64());
    return true;
}

bool OidcAgentTalk::takeSealed()
{
    using Reading = SealedRequest::Reading;
    const SealedRequest sealed = SealedRequest::read(m_input, largestRequest);
    if (sealed.reading != Reading::Whole)
        return sealed.reading == Reading::NotYet;
    const auto plain = m_box->open(sealed.nonce, sealed.cipher);
    if (!plain)
        return false;
    work(net::JsonDocument::parse(plain->expose().toByteArray()));
    return true;
}

void OidcAgentTalk::work(net::JsonValue request)
{
    m_phase = Phase::Working;
    m_patience.stop();
    base::wipe(m_input);
    m_host.began();
    run(shared_from_this(), std::move(request));
}

QCoro::Task<> OidcAgentTalk::run(std::shared_ptr<OidcAgentTalk> self, net::JsonValue request)
{
    Q_UNUSED(self) // lives as long as this runs
    const net::JsonValue *const asked = &request;
    const auto answered = co_await answer(asked);
    if (answered) {
        reply(*answered);
    } else {
        net::JsonWriter writer;
        writer.object().text("status", "failure").text("error", answered.error().message);
        if (!answered.error().remedy.isEmpty())
            writer.text("info", answered.error().remedy);
        reply(writer.end().take());
    }
    m_host.finished();
}

base::Task<net::JsonText> OidcAgentTalk::answer(const net::JsonValue *request)
{
    CO_TRY(OidcAgentRequest wish, OidcAgentRequest::read(*request));
    if (wish.what == OidcAgentRequest::What::Accounts)
        co_return loadedAccounts();
    co_return co_await giveToken(std::move(wish));
}

net::JsonText OidcAgentTalk::loadedAccounts() const
{
    net::JsonWriter writer;
    writer.object().text("status", "success").array("info");
    const QList<core::AccountView> views = m_host.needs().accounts.list();
    for (const core::AccountView &view : views) {
        if (view.account.kind == core::AccountKind::OAuth)
            writer.text(view.account.id.joined());
    }
    return writer.end().end().take();
}

base::Task<core::AccountView> OidcAgentTalk::accountFor(OidcAgentRequest wish)
{
    const QString name = wish.account;
    const QString issuer = wish.issuer;
    if (name.isEmpty() && !issuer.isEmpty())
        co_return co_await accountOfIssuer(issuer);
    const core::AccountService &accounts = m_host.needs().accounts;
    if (const auto id = core::AccountId::parse(name)) {
        if (auto found = accounts.find(*id))
            co_return *found;
    }
    // oidc-agent's names have one word: an account or a service that there is once.
    QList<core::AccountView> fitting = accounts.list();
    fitting.removeIf([&name](const core::AccountView &view) {
        return view.account.kind != core::AccountKind::OAuth
               || (view.account.id.account != name && view.account.id.service != name);
    });
    if (fitting.size() == 1)
        co_return fitting.first();
    if (fitting.isEmpty())
        co_return base::fail(ErrorCode::NotFound,
                             Words::tr("account not found: %1").arg(name),
                             Words::tr("Name it SERVICE/ACCOUNT; `latchkey list-accounts` shows "
                                       "the accounts there are."));
    co_return base::fail(ErrorCode::Conflict,
                         Words::tr("There are several accounts called %1.").arg(name),
                         Words::tr("Name it SERVICE/ACCOUNT."));
}

base::Task<core::AccountView> OidcAgentTalk::accountOfIssuer(QString issuer)
{
    const QString wanted = withoutSlash(issuer);
    const QList<core::AccountView> views = m_host.needs().accounts.list();
    QList<core::AccountView> fitting;
    for (const core::AccountView &view : views) {
        if (view.account.kind != core::AccountKind::OAuth)
            continue;
        const core::AccountId id = view.account.id;
        const auto facts = co_await m_host.needs().tokens.facts(id);
        if (facts && withoutSlash(facts->issuer) == wanted)
            fitting.append(view);
    }
    if (fitting.size() == 1)
        co_return fitting.first();
    if (fitting.isEmpty())
        co_return base::fail(ErrorCode::NotFound,
                             Words::tr("No account belongs to the issuer %1.").arg(issuer));
    co_return base::fail(ErrorCode::Conflict,
                         Words::tr("There are several accounts of the issuer %1.").arg(issuer),
                         Words::tr("Name it SERVICE/ACCOUNT."));
}

base::Task<net::JsonText> OidcAgentTalk::giveToken(OidcAgentRequest asked)
{
    CO_TRY(const core::AccountView view, co_await accountFor(asked));
    const core::AccountId id = view.account.id;
    const Needs &needs = m_host.needs();
    CO_TRY_VOID(co_await identify(&needs.programs, m_caller));
    Call call(needs, m_caller);
    call.stop = m_stop.get_token();
    call.ending = m_host.ending();
    CO_TRY_VOID(co_await call.permit(id, core::Wish::Use));
    core::TokenRequest wish;
    wish.account = id;
    wish.minValid = asked.minValid;
    wish.scopes = asked.scopes;
    wish.audience = asked.audience;
    wish.actor = m_caller->name();
    const std::stop_token stop = call.stop;
    CO_TRY(const core::AccessToken token, co_await needs.tokens.give(std::move(wish), stop));
    const auto facts = co_await needs.tokens.facts(id);
    net::JsonWriter writer(qsizetype(token.value.size()) + 512);
    writer.object().text("status", "success").secret("access_token", token.value);
    writer.text("issuer", facts ? facts->issuer : QString());
    writer.number("expires_at", token.expiresAt.isValid() ? token.expiresAt.toSecsSinceEpoch() : 0);
    co_return writer.end().take();
}

void OidcAgentTalk::reply(const net::JsonText &text)
{
    if (!m_pipe)
        return;
    m_phase = Phase::Answering;
    m_patience.start(patience);
    if (!m_box) {
        send(text.view().toByteArray());
        return;
    }
    const auto sealed = m_box->seal(text.view());
    if (!sealed)
        return end();
    send(QByteArray::number(text.view().size()) + ':' + sealed->nonce.toBase64() + ':'
         + sealed->cipher.toBase64());
}

void OidcAgentTalk::send(QByteArray bytes)
{
    m_output = std::move(bytes);
    m_sent = 0;
    pushOut();
}

void OidcAgentTalk::pushOut()
{
    while (m_pipe && m_sent < m_output.size()) {
        const auto taken = m_pipe->write(QByteArrayView(m_output).sliced(m_sent));
        if (!taken)
            return end();
        if (*taken == 0) {
            m_pipe->watchWriting(true);
            return;
        }
        m_sent += *taken;
    }
    if (!m_pipe)
        return;
    m_pipe->watchWriting(false);
    base::wipe(m_output);
    if (m_phase == Phase::Answering)
        end();
}

void OidcAgentTalk::abandon()
{
    cancel();
    m_patience.stop();
    if (m_pipe) {
        m_pipe->close();
        // It may be what has called us.
        const std::shared_ptr<LinePipe> closed(std::move(m_pipe));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [closed] {}, Qt::QueuedConnection);
    }
}

void OidcAgentTalk::end()
{
    const auto self = shared_from_this();
    abandon();
    m_ended(this);
}

} // namespace rpc
