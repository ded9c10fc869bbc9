// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/request.h"
#include "web/response.h"

#include <QCoroTask>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace web {

class WebSocketSession;

//! Answers at once.
using Handler = std::function<Response(const Request &)>;
//! Answers later; the coroutine owns the request.
using AsyncHandler = std::function<QCoro::Task<Response>(Request)>;

//! Which pages of other sites may call a route (RFC 6454 origins).
enum class Origins {
    Own, //!< none but this site's
    Registered, //!< those that allowsOrigin says yes to; they may read the answer (CORS)
    Any //!< every one may read the answer, without credentials: discovery, keys
};

enum class Noise { Loud, Quiet };

//! What differs from the server's ways for one route.
struct RouteOptions
{
    qint64 bodyLimit = 0; //!< bytes; 0: Limits::body
    Origins origins = Origins::Own;
    std::function<bool(QByteArrayView origin)> allowsOrigin = {};
    Noise noise = Noise::Loud; //!< Quiet: not among the live requests (health, metrics)
};

//! Who may upgrade to a WebSocket, and what is done with it then.
struct WebSocketRoute
{
    //! Decides before the upgrade; a Response is the refusal.
    std::function<std::optional<Response>(const Request &)> refusal;
    std::function<void(std::shared_ptr<WebSocketSession>)> opened;
};

//! Which handler a method and a path belong to. Patterns are `/auth/users/{id}`: a {name} is one
//! whole segment. A fixed word wins over a {name}. HEAD is answered by GET's handler without the
//! body, OPTIONS by the router.
class Router
{
public:
    Router();
    ~Router();
    Router(const Router &) = delete;
    Router &operator=(const Router &) = delete;

    void add(Method method, QByteArray pattern, Handler handler);
    void add(Method method, QByteArray pattern, AsyncHandler handler);
    void add(Method method, QByteArray pattern, RouteOptions options, Handler handler);
    void add(Method method, QByteArray pattern, RouteOptions options, AsyncHandler handler);
    void addWebSocket(QByteArray pattern, WebSocketRoute route);

    struct Route
    {
        Method method = Method::Get;
        QByteArray pattern;
        RouteOptions options;
        Handler handler;
        AsyncHandler asyncHandler;
        std::unique_ptr<WebSocketRoute> webSocket;
    };

    //! What answers a path.
    struct Match
    {
        const Route *route = nullptr; //!< null: none for this method
        bool isKnownPath = false; //!< another method would do: 405
        QByteArray allowed; //!< for Allow: "GET, HEAD, OPTIONS"
    };

    //! Finds the route and notes the path parameters in \a request.
    [[nodiscard]] Match match(Request &request) const;
    //! The same before there is a request: what its body may have.
    [[nodiscard]] const Route *find(Method method, QByteArrayView rawPath) const;
    //! Runs a handler without a server, for tests: 404 and 405 included, origins not.
    [[nodiscard]] QCoro::Task<Response> answer(Request request) const;
    //! The answer to what no route matches.
    [[nodiscard]] static Response missing();

private:
    struct Node;
    using Captures = QVarLengthArray<std::pair<QByteArrayView, QByteArrayView>, 4>;
    void insert(Route route);
    [[nodiscard]] static const Route *routeAt(const Node &node, Method method);
    [[nodiscard]] const Node *nodeFor(QByteArrayView rawPath, Captures *captures) const;

    std::unique_ptr<Node> m_root;
};

} // namespace web
