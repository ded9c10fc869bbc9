// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "net/message.h"

#include <memory>
#include <stop_token>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace net {

//! Ends that every exchange has, unless the request says otherwise.
struct HttpLimits
{
    std::chrono::milliseconds silence = std::chrono::seconds(15); //!< without a byte
    std::chrono::milliseconds total = std::chrono::seconds(30); //!< with all redirects
    int redirects = 5;
};

//! Destroys a reply later: it may not go while it tells that it has finished.
struct ReplyDeleter
{
    void operator()(QNetworkReply *reply) const;
};

//! Speaks HTTP: TLS 1.2 or later, the system's proxy, time-outs, cancellation, a limit on bodies,
//! no cookies, no cache, redirects only where they are harmless. An answer of any status is a
//! Response; an Error means that there was no answer. Outlives the tasks it has given out.
class HttpClient
{
public:
    explicit HttpClient(HttpLimits limits = HttpLimits(), QByteArray userAgent = "Latchkey");
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    [[nodiscard]] base::Task<Response> send(Request request, std::stop_token stop);

private:
    QNetworkAccessManager &network();
    std::unique_ptr<QNetworkReply, ReplyDeleter> begin(const Request &request,
                                                       const QNetworkRequest &prepared);

    HttpLimits m_limits;
    QByteArray m_userAgent;
    std::unique_ptr<QNetworkAccessManager> m_network; //!< made with the first request
};

} // namespace net
