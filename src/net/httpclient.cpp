// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "net/networkerror.h"

#include <QCoreApplication>
#include <QCoroNetworkReply>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>

namespace net {

using base::ErrorCode;
using base::fail;

namespace {

//! The system's proxy, but never for this machine.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

//! A body on its way out, read once. Qt sends a request again by itself when the connection breaks
//! before the answer, a POST too; a body that cannot be rewound stops it.
class OutgoingBody final : public QIODevice
{
public:
    explicit OutgoingBody(const base::Secret &content)
        : m_content(content.clone())
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] qint64 size() const override { return static_cast<qint64>(m_content.size()); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 limit) override
    {
        const qint64 length = std::min(limit, size() - pos());
        if (length > 0)
            std::copy_n(m_content.expose().data() + pos(), length, data);
        return length;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    base::Secret m_content;
};

//! Bytes of a body while it comes in, up to a limit; zeroed when nobody took them.
class IncomingBody
{
public:
    explicit IncomingBody(qint64 limit)
        : m_limit(limit)
    {
        // Growing would leave copies of a token behind.
        m_bytes.reserve(static_cast<qsizetype>(std::min<qint64>(limit, 16 * 1024)));
    }
    ~IncomingBody() { base::wipe(m_bytes); }
    IncomingBody(const IncomingBody &) = delete;
    IncomingBody &operator=(const IncomingBody &) = delete;

    void readFrom(QNetworkReply &reply)
    {
        QByteArray chunk = reply.read(m_limit - m_bytes.size() + 1);
        m_bytes.append(chunk);
        base::wipe(chunk);
        m_overflowed = m_bytes.size() > m_limit;
    }
    [[nodiscard]] bool hasOverflowed() const { return m_overflowed; }
    [[nodiscard]] QByteArray take() { return std::exchange(m_bytes, {}); }

private:
    qint64 m_limit;
    QByteArray m_bytes;
    bool m_overflowed = false;
};

QNetworkRequest prepared(const Request &request,
                         const QByteArray &userAgent,
                         std::chrono::milliseconds silence)
{
    QNetworkRequest result(request.url);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                        QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Single small exchanges gain nothing from HTTP/2, and Qt 6.4's is young.
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setTransferTimeout(static_cast<int>(silence.count()));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    result.setSslConfiguration(tls);

    result.setRawHeader("User-Agent", userAgent);
    // Unpacking would let a small answer grow past the limit.
    result.setRawHeader("Accept-Encoding", "identity");
    for (const Header &header : request.headers)
        result.setRawHeader(header.name, header.value);
    if (!request.secretHeader.isEmpty())
        result.setRawHeader(request.secretHeader, request.secretHeaderValue.expose().toByteArray());
    return result;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

//! Points \a request at \a target, or says why it may not go there.
base::Result<> redirect(Request &request, int status, const QUrl &target)
{
    const auto refused = [&request] {
        return fail(
            ErrorCode::ToolFailed,
            QCoreApplication::translate("net", "%1 points to an address that may not be used.")
                .arg(request.url.host()),
            QCoreApplication::translate("net", "Check the address of the service."));
    };
    const bool sameOrigin = isSameOrigin(request.url, target);
    if (!checkAddress(target))
        return refused();
    if (request.url.scheme() == QLatin1String("https") && target.scheme() != QLatin1String("https"))
        return refused();
    if (!sameOrigin && (request.isConfidential() || request.method == Method::Post))
        return refused();
    // RFC 9110 15.4.4: 303 asks for a GET. A POST that met 301 or 302 is ambiguous: refused.
    if (status == 303 && request.method != Method::Head) {
        request.method = Method::Get;
        request.body.clear();
        request.headers.removeIf([](const Header &header) {
            return header.name.compare("Content-Type", Qt::CaseInsensitive) == 0;
        });
    } else if (status <= 302 && request.method != Method::Get && request.method != Method::Head) {
        return refused();
    }
    request.url = target;
    return {};
}

Response answered(const QNetworkReply &reply, int status, QByteArray body)
{
    Response response;
    response.status = status;
    response.url = reply.url();
    response.body = std::move(body);
    const auto pairs = reply.rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        response.headers.append({name, value});
    return response;
}

} // namespace

void ReplyDeleter::operator()(QNetworkReply *reply) const
{
    reply->deleteLater();
}

HttpClient::HttpClient(HttpLimits limits, QByteArray userAgent)
    : m_limits(limits)
    , m_userAgent(std::move(userAgent))
{}

HttpClient::~HttpClient() = default;

QNetworkAccessManager &HttpClient::network()
{
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setProxyFactory(new SystemProxies);
        m_network->setAutoDeleteReplies(false);
    }
    return *m_network;
}

std::unique_ptr<QNetworkReply, ReplyDeleter> HttpClient::begin(const Request &request,
                                                               const QNetworkRequest &prepared)
{
    const bool hasContent = !request.body.isEmpty() || request.method == Method::Post;
    auto content = hasContent ? std::make_unique<OutgoingBody>(request.body) : nullptr;
    std::unique_ptr<QNetworkReply, ReplyDeleter> reply(
        network().sendCustomRequest(prepared, nameOf(request.method), content.get()));
    if (content)
        content.release()->setParent(reply.get());
    return reply;
}

base::Task<Response> HttpClient::send(Request request, std::stop_token stop)
{
    CO_TRY_VOID(checkAddress(request.url));

    // Everything that a callback of the exchange touches lives in this frame.
    QNetworkReply *current = nullptr;
    bool late = false;
    QTimer total;
    total.setSingleShot(true);
    QObject::connect(&total, &QTimer::timeout, &total, [&current, &late] {
        late = true;
        if (current)
            current->abort();
    });
    total.start(request.timeout.value_or(m_limits.total));

    for (int hop = 0; hop <= m_limits.redirects; ++hop) {
        const QString host = request.url.host();
        if (stop.stop_requested())
            co_return fail(cancelled());

        IncomingBody incoming(request.bodyLimit);
        const QNetworkRequest prepare = prepared(request, m_userAgent, m_limits.silence);
        const auto reply = begin(request, prepare);
        current = reply.get();
        QObject listener; // takes its connections along when the frame goes
        QObject::connect(current, &QNetworkReply::readyRead, &listener, [&incoming, &current] {
            incoming.readFrom(*current);
            if (incoming.hasOverflowed())
                current->abort();
        });
        {
            const std::stop_callback abort(stop, [&current] { current->abort(); });
            co_await current;
        }
        current = nullptr;

        if (stop.stop_requested())
            co_return fail(cancelled());
        if (late)
            co_return fail(timedOut(host));
        if (incoming.hasOverflowed())
            co_return fail(tooLarge(host));
        const auto trouble = toError(reply->error(), host);
        if (trouble)
            co_return fail(*trouble);
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 0)
            co_return fail(unreachable(host));
        incoming.readFrom(*reply);
        if (incoming.hasOverflowed())
            co_return fail(tooLarge(host));

        const QByteArray location = reply->rawHeader("Location");
        if (!isRedirect(status) || location.isEmpty() || request.redirects == Redirects::Refuse)
            co_return answered(*reply, status, incoming.take());
        const QUrl target = request.url.resolved(QUrl::fromEncoded(location));
        CO_TRY_VOID(redirect(request, status, target));
    }
    co_return fail(
        ErrorCode::ToolFailed,
        QCoreApplication::translate("net", "%1 keeps pointing elsewhere.").arg(request.url.host()),
        QCoreApplication::translate("net", "Check the address of the service."));
}

} // namespace net
