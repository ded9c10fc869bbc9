// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/naclbox.h"
#include "net/linepipe.h"
#include "rpc/connection.h"
#include "rpc/oidcagentrequest.h"

#include <QTimer>

namespace rpc {

//! One client at oidc-agent's door.
//! Plain: the client sends a JSON object, we answer with one.
//! Sealed: it sends its public key (base64), we send ours; it sends LENGTH:NONCE:CIPHER, we answer
//! in the same shape. Nothing marks the end of a message: JSON ends by itself, and the length says
//! how long a sealed one is.
class OidcAgentTalk final : public std::enable_shared_from_this<OidcAgentTalk>
{
public:
    using Ended = std::function<void(OidcAgentTalk *talk)>;

    OidcAgentTalk(Host &host, std::unique_ptr<net::LinePipe> pipe, Caller caller, Ended ended);
    ~OidcAgentTalk();

    void start();
    void cancel() { m_stop.request_stop(); }
    //! Closes at once; nobody is told.
    void abandon();

private:
    enum class Phase { Beginning, Sealed, Working, Answering };

    QCoro::Task<> identifyAhead(std::shared_ptr<OidcAgentTalk> self);
    void receive();
    [[nodiscard]] bool takeKey();
    [[nodiscard]] bool takeSealed();
    void work(net::JsonValue request);
    QCoro::Task<> run(std::shared_ptr<OidcAgentTalk> self, net::JsonValue request);
    [[nodiscard]] base::Task<net::JsonText> answer(const net::JsonValue *request);
    [[nodiscard]] base::Task<net::JsonText> giveToken(OidcAgentRequest wish);
    [[nodiscard]] net::JsonText loadedAccounts() const;
    [[nodiscard]] base::Task<core::AccountView> accountFor(OidcAgentRequest wish);
    [[nodiscard]] base::Task<core::AccountView> accountOfIssuer(QString issuer);
    void reply(const net::JsonText &text);
    void send(QByteArray bytes);
    void pushOut();
    void end();

    Host &m_host;
    std::unique_ptr<net::LinePipe> m_pipe;
    std::shared_ptr<Caller> m_caller;
    Ended m_ended;
    Phase m_phase = Phase::Beginning;
    QByteArray m_input;
    ObjectEnd m_objectEnd;
    QByteArray m_output;
    qsizetype m_sent = 0;
    std::unique_ptr<crypto::NaclBox> m_box;
    std::stop_source m_stop;
    QTimer m_patience; //!< until the request is there, and until the answer is read
};

} // namespace rpc
