// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/router.h"

#include "web/words.h"

#include <algorithm>

namespace web {

//! One segment of the paths.
struct Router::Node
{
    std::vector<std::pair<QByteArray, std::unique_ptr<Node>>> words;
    std::unique_ptr<Node> parameter;
    QByteArray parameterName;
    std::vector<Route> routes;
};

Router::Router()
    : m_root(std::make_unique<Node>())
{}

Router::~Router() = default;

void Router::add(Method method, QByteArray pattern, Handler handler)
{
    add(method, std::move(pattern), RouteOptions(), std::move(handler));
}

void Router::add(Method method, QByteArray pattern, AsyncHandler handler)
{
    add(method, std::move(pattern), RouteOptions(), std::move(handler));
}

void Router::add(Method method, QByteArray pattern, RouteOptions options, Handler handler)
{
    Route route;
    route.method = method;
    route.pattern = std::move(pattern);
    route.options = std::move(options);
    route.handler = std::move(handler);
    insert(std::move(route));
}

void Router::add(Method method, QByteArray pattern, RouteOptions options, AsyncHandler handler)
{
    Route route;
    route.method = method;
    route.pattern = std::move(pattern);
    route.options = std::move(options);
    route.asyncHandler = std::move(handler);
    insert(std::move(route));
}

void Router::addWebSocket(QByteArray pattern, WebSocketRoute webSocket)
{
    Route route;
    route.method = Method::Get;
    route.pattern = std::move(pattern);
    route.webSocket = std::make_unique<WebSocketRoute>(std::move(webSocket));
    // Who comes without wanting to upgrade (RFC 9110 15.5.22).
    route.handler = [](const Request &) {
        return Response::refusal(
                   426, "upgrade_required", Words::tr("This address speaks WebSocket."))
            .with("Upgrade", "websocket");
    };
    insert(std::move(route));
}

void Router::insert(Route route)
{
    Q_ASSERT(route.pattern.startsWith('/'));
    Node *node = m_root.get();
    const QList<QByteArray> segments = route.pattern.mid(1).split('/');
    for (const QByteArray &segment : segments) {
        if (segment.startsWith('{')) {
            const QByteArray name = segment.mid(1, segment.size() - 2);
            if (!node->parameter) {
                node->parameter = std::make_unique<Node>();
                node->parameterName = name;
            }
            Q_ASSERT(node->parameterName == name); // one name for one place
            node = node->parameter.get();
            continue;
        }
        const auto known = std::find_if(node->words.begin(), node->words.end(), [&](const auto &w) {
            return w.first == segment;
        });
        if (known != node->words.end()) {
            node = known->second.get();
        } else {
            node = node->words.emplace_back(segment, std::make_unique<Node>()).second.get();
        }
    }
    Q_ASSERT(std::none_of(node->routes.begin(), node->routes.end(), [&](const Route &other) {
        return other.method == route.method;
    }));
    node->routes.push_back(std::move(route));
}

const Router::Node *Router::nodeFor(QByteArrayView rawPath, Captures *captures) const
{
    if (!rawPath.startsWith('/'))
        return nullptr;
    const Node *node = m_root.get();
    for (qsizetype begin = 1; node != nullptr && begin <= rawPath.size();) {
        qsizetype end = rawPath.indexOf('/', begin);
        if (end < 0)
            end = rawPath.size();
        const QByteArrayView segment = rawPath.sliced(begin, end - begin);
        begin = end + 1;
        const auto word = std::find_if(node->words.begin(), node->words.end(), [&](const auto &w) {
            return w.first == segment;
        });
        if (word != node->words.end()) {
            node = word->second.get();
        } else if (node->parameter && !segment.isEmpty()) {
            if (captures != nullptr)
                captures->append({node->parameterName, segment});
            node = node->parameter.get();
        } else {
            node = nullptr;
        }
    }
    return node != nullptr && !node->routes.empty() ? node : nullptr;
}

const Router::Route *Router::find(Method method, QByteArrayView rawPath) const
{
    const Node *node = nodeFor(rawPath, nullptr);
    return node != nullptr ? routeAt(*node, method) : nullptr;
}

const Router::Route *Router::routeAt(const Node &node, Method method)
{
    const Method wanted = method == Method::Head ? Method::Get : method;
    for (const Route &route : node.routes) {
        if (route.method == method)
            return &route;
    }
    for (const Route &route : node.routes) {
        if (route.method == wanted)
            return &route;
    }
    return nullptr;
}

Router::Match Router::match(Request &request) const
{
    const QByteArrayView rawPath =
        QByteArrayView(request.m_parts.target).first(request.m_rawPathSize);
    Captures captures;
    const Node *node = nodeFor(rawPath, &captures);
    if (node == nullptr)
        return {};
    Match match;
    match.isKnownPath = true;
    match.route = routeAt(*node, request.method());
    if (match.route == nullptr) {
        for (const Route &route : node->routes) {
            match.allowed += nameOf(route.method).toByteArray() + ", ";
            if (route.method == Method::Get)
                match.allowed += "HEAD, ";
        }
        match.allowed += "OPTIONS";
        return match;
    }
    for (const auto &[name, segment] : captures) {
        const QString value =
            QString::fromUtf8(QByteArray::fromPercentEncoding(segment.toByteArray()));
        request.m_pathParameters.append({name, value});
    }
    return match;
}

Response Router::missing()
{
    return Response::refusal(404, "not_found", Words::tr("There is nothing at this address."));
}

QCoro::Task<Response> Router::answer(Request request) const
{
    const Match found = match(request);
    if (!found.isKnownPath)
        co_return missing();
    if (found.route == nullptr) {
        Response refusal =
            request.method() == Method::Options
                ? Response::empty()
                : Response::refusal(405,
                                    "method_not_allowed",
                                    Words::tr("This address does not know %1.")
                                        .arg(QString::fromUtf8(nameOf(request.method()))));
        refusal.set("Allow", found.allowed);
        co_return refusal;
    }
    if (found.route->handler) {
        Response response = found.route->handler(request);
        co_return response;
    }
    // Moved into a local first: no temporaries inside co_await.
    QCoro::Task<Response> task = found.route->asyncHandler(std::move(request));
    Response response = co_await task;
    co_return response;
}

} // namespace web
