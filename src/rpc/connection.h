// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/jsonrpc.h"
#include "net/lineconnection.h"
#include "rpc/call.h"

#include <QPromise>
#include <QSet>

#include <deque>

namespace rpc {

class MethodTable;

//! What a connection needs of the server that it belongs to.
class Host
{
public:
    virtual ~Host();
    [[nodiscard]] virtual const Needs &needs() const = 0;
    [[nodiscard]] virtual const MethodTable &methods() const = 0;
    [[nodiscard]] virtual std::stop_token ending() const = 0;

    [[nodiscard]] virtual QDateTime startedAt() const = 0;
    virtual void began() = 0;
    virtual void finished() = 0;
};

//! One client: its requests run side by side, and end with it.
class Connection final : public std::enable_shared_from_this<Connection>
{
public:
    //! Requests of one connection that run at the same time; more wait unread.
    static constexpr int mostInFlight = 64;
    //! Parts of one batch.
    static constexpr std::size_t largestBatch = 1000;

    using Ended = std::function<void(net::LineConnection::End end)>;

    [[nodiscard]] static std::shared_ptr<Connection> make(Host &host,
                                                          std::unique_ptr<net::LinePipe> pipe,
                                                          Caller caller,
                                                          Ended ended);
    ~Connection();

    //! Sends a notification.
    void notify(const char *method, const net::JsonText &params);
    //! Takes no more requests.
    void stopReading();
    //! Cancels what is under way.
    void cancel();
    //! Closes at once; nobody is told.
    void abandon();
    //! Sends what waits, then closes.
    void finish();
    [[nodiscard]] bool isOpen() const { return m_line->isOpen(); }

    //! Topics of `subscribe`.
    QSet<QString> topics;
    //! Sign-ins that were begun here: they end with the connection.
    QSet<QString> signIns;

private:
    struct Batch;
    struct Pending
    {
        net::RpcCall call;
        std::shared_ptr<Batch> batch; //!< empty: not in one
        std::shared_ptr<void> weight; //!< takes the line's bytes off m_held when the last part goes
    };

    Connection(Host &host, Caller caller, Ended ended);

    void closeIfDone();
    void receive(QByteArray line);
    void start();
    QCoro::Task<> run(std::shared_ptr<Connection> self, std::unique_ptr<Pending> pending);
    [[nodiscard]] QCoro::Task<net::JsonText> answer(const net::RpcCall *call);
    [[nodiscard]] base::Task<> identify();
    QCoro::Task<> identifyAhead(std::shared_ptr<Connection> self);
    void deliver(const std::shared_ptr<Batch> &batch, net::JsonText text);
    void end(net::LineConnection::End end);

    Host &m_host;
    std::shared_ptr<Caller> m_caller;
    Ended m_ended;
    std::unique_ptr<net::LineConnection> m_line;
    std::deque<std::unique_ptr<Pending>> m_waiting;
    std::stop_source m_stop;
    std::shared_ptr<QPromise<void>> m_identifying;
    std::shared_ptr<qsizetype> m_held = std::make_shared<qsizetype>(0); //!< bytes of requests
    int m_inFlight = 0;
    bool m_isStarting = false;
    bool m_isHalfClosed = false;
    bool m_isStopped = false;
};

} // namespace rpc
