// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/connection.h"

#include "rpc/errors.h"
#include "rpc/log.h"
#include "rpc/methods.h"
#include "rpc/server.h"
#include "rpc/words.h"

#include <QCoroFuture>
#include <QElapsedTimer>
#include <QPromise>
#include <QRandomGenerator>

namespace rpc {

namespace {

using net::RpcCode;

//! Unsent bytes above which the next request waits: who does not read gets no more.
constexpr qsizetype mostUnsent = 256 * 1024;
//! Bytes of requests under way above which the next line waits.
constexpr qsizetype mostHeld = 4 * 1024 * 1024;
//! What the answers of one batch may amount to.
constexpr qsizetype largestAnswer = 8 * 1024 * 1024;

QString newTraceId()
{
    quint64 number = QRandomGenerator::global()->generate64();
    QString id(16, Qt::Uninitialized);
    for (QChar &digit : id) {
        digit = QLatin1Char("0123456789abcdef"[number & 15]);
        number >>= 4;
    }
    return id;
}

} // namespace

Host::~Host() = default;

//! The answers to a batch, which go as one array when the last is there.
struct Connection::Batch
{
    std::vector<net::JsonText> answers;
    std::size_t open = 0;
    qsizetype size = 0;
};

std::shared_ptr<Connection> Connection::make(Host &host,
                                             std::unique_ptr<net::LinePipe> pipe,
                                             Caller caller,
                                             Ended ended)
{
    const std::shared_ptr<Connection> made(
        new Connection(host, std::move(caller), std::move(ended)));
    // The line belongs to the connection and tells nobody once it is closed.
    Connection *const self = made.get();
    net::LineConnection::Listener listener;
    listener.line = [self](QByteArray line) { self->receive(std::move(line)); };
    listener.tooLong = [self] {
        const QString message = QStringLiteral("Request too large");
        const net::JsonText text =
            faultAnswer({}, int(RpcCode::InvalidRequest), message, QStringLiteral("too_large"));
        self->m_line->send(text.view());
    };
    listener.drained = [self] { self->start(); };
    listener.halfClosed = [self] {
        self->m_isHalfClosed = true;
        self->closeIfDone();
    };
    listener.ended = [self](net::LineConnection::End end) { self->end(end); };
    made->m_line = std::make_unique<net::LineConnection>(
        std::move(pipe), net::LineLimits{}, std::move(listener));
    made->identifyAhead(made);
    return made;
}

Connection::Connection(Host &host, Caller caller, Ended ended)
    : m_host(host)
    , m_caller(std::make_shared<Caller>(std::move(caller)))
    , m_ended(std::move(ended))
{}

Connection::~Connection() = default;

void Connection::receive(QByteArray line)
{
    if (m_isStopped) {
        base::wipe(line);
        return;
    }
    const qsizetype size = line.size();
    net::RpcMessage message = net::parseRpc(std::move(line));
    if (message.parts.size() > largestBatch) {
        m_line->send(net::rpcFault({RpcCode::InvalidRequest, {}}).view());
        return;
    }
    std::shared_ptr<Batch> batch;
    if (message.isBatch) {
        batch = std::make_shared<Batch>();
        batch->open = message.parts.size();
    }
    *m_held += size;
    const std::shared_ptr<void> weight(nullptr, [held = m_held, size](void *) { *held -= size; });
    for (auto &part : message.parts) {
        if (const auto *fault = std::get_if<net::RpcFault>(&part)) {
            deliver(batch, net::rpcFault(*fault));
            continue;
        }
        auto pending = std::make_unique<Pending>();
        pending->call = std::move(std::get<net::RpcCall>(part));
        pending->batch = batch;
        pending->weight = weight;
        m_waiting.push_back(std::move(pending));
    }
    start();
}

void Connection::start()
{
    if (m_isStarting)
        return;
    m_isStarting = true;
    const auto self = shared_from_this();
    while (!m_waiting.empty() && m_inFlight < mostInFlight && m_line->unsent() < mostUnsent) {
        std::unique_ptr<Pending> next = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_inFlight;
        m_host.began();
        run(self, std::move(next));
    }
    m_isStarting = false;
    // Paused, so that lines wait with the client; resume() may bring the next ones at once.
    if (!m_waiting.empty() || m_inFlight >= mostInFlight || *m_held > mostHeld)
        m_line->pause();
    else if (m_line->isPaused() && !m_isStopped)
        m_line->resume();
}

QCoro::Task<> Connection::run(std::shared_ptr<Connection> self, std::unique_ptr<Pending> pending)
{
    Q_UNUSED(self) // lives as long as this runs
    const net::RpcCall *const call = &pending->call;
    net::JsonText text;
    if (pending->batch && pending->batch->size > largestAnswer) {
        if (!call->isNotification())
            text = busyAnswer(call->id, Words::tr("The answers of this batch are too large."));
    } else {
        text = co_await answer(call);
    }
    deliver(pending->batch, std::move(text));
    pending.reset();
    --m_inFlight;
    m_host.finished();
    start();
    closeIfDone();
}

QCoro::Task<net::JsonText> Connection::answer(const net::RpcCall *call)
{
    QElapsedTimer since;
    since.start();
    const bool isAnswered = !call->isNotification();
    const Method *const method = m_host.methods().find(call->method);
    if (method == nullptr) {
        if (!isAnswered)
            co_return net::JsonText();
        const int number = int(RpcCode::MethodNotFound);
        const QString message = net::nameOf(RpcCode::MethodNotFound);
        co_return faultAnswer(call->id, number, message, QStringLiteral("method_not_found"));
    }
    auto params = Params::parse(method->params, call->params);
    if (!params) {
        if (!isAnswered)
            co_return net::JsonText();
        co_return errorAnswer(call->id, params.error());
    }
    if (method->asking == Asking::Known && !m_caller->program) {
        const auto known = co_await identify();
        if (!known) {
            if (!isAnswered)
                co_return net::JsonText();
            co_return errorAnswer(call->id, known.error());
        }
    }
    auto asked = std::make_shared<Call>(m_host.needs(), m_caller);
    asked->params = *std::move(params);
    asked->methods = &m_host.methods();
    asked->stop = m_stop.get_token();
    asked->ending = m_host.ending();
    asked->traceId = newTraceId();
    asked->connection = weak_from_this();
    asked->startedAt = m_host.startedAt();
    CallPointer shared = asked;
    auto result = co_await method->run(shared);
    if (lcRpc().isDebugEnabled()) {
        const base::TraceScope trace(asked->traceId);
        qCDebug(lcRpc).noquote() << method->name << "for"
                                 << (m_caller->program ? m_caller->name() : QStringLiteral("?"))
                                 << (result ? QStringLiteral("done")
                                            : base::nameOf(result.error().code))
                                 << since.elapsed() << "ms";
    }
    if (!isAnswered)
        co_return net::JsonText();
    if (result)
        co_return net::rpcResult(call->id, *result);
    co_return errorAnswer(call->id, result.error(), asked->about());
}

//! At once, not at the first call: a program may become another one (exec) with the same
//! connection.
QCoro::Task<> Connection::identifyAhead(std::shared_ptr<Connection> self)
{
    Q_UNUSED(self) // lives as long as this runs
    m_host.began();
    if (const auto known = co_await identify(); !known)
        qCDebug(lcRpc).noquote() << known.error().message; // the first call tries again
    m_host.finished();
}

base::Task<> Connection::identify()
{
    while (m_identifying) {
        const QFuture<void> found = m_identifying->future();
        co_await found;
    }
    if (m_caller->program)
        co_return {};
    m_identifying = std::make_shared<QPromise<void>>();
    m_identifying->start();
    const base::Result<> known = co_await rpc::identify(&m_host.needs().programs, m_caller);
    const auto waiting = std::exchange(m_identifying, nullptr);
    waiting->finish();
    co_return known;
}

//! Empty text: a notification, which is counted and not answered.
void Connection::deliver(const std::shared_ptr<Batch> &batch, net::JsonText text)
{
    if (!batch) {
        if (!text.isEmpty())
            m_line->send(text.view());
        return;
    }
    if (!text.isEmpty()) {
        batch->size += text.view().size();
        batch->answers.push_back(std::move(text));
    }
    if (--batch->open > 0 || batch->answers.empty())
        return;
    m_line->send(net::rpcBatch(batch->answers).view());
}

void Connection::notify(const char *method, const net::JsonText &params)
{
    m_line->send(net::rpcNotification(method, params).view());
}

void Connection::stopReading()
{
    m_isStopped = true;
    m_line->pause();
}

void Connection::cancel()
{
    m_waiting.clear();
    m_stop.request_stop();
}

void Connection::abandon()
{
    cancel();
    m_line->close();
}

void Connection::finish()
{
    m_line->finish();
}

void Connection::closeIfDone()
{
    // Who says no more gets the answers, but no more news.
    if (m_isHalfClosed && m_inFlight == 0 && m_waiting.empty())
        m_line->finish();
}

void Connection::end(net::LineConnection::End end)
{
    const auto self = shared_from_this();
    cancel();
    const QSet<QString> begun = std::exchange(signIns, {});
    for (const QString &id : begun)
        m_host.needs().signIn.cancel(id);
    topics.clear();
    m_ended(end);
}

} // namespace rpc
