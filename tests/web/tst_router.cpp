// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/router.h"

#include <QCoroTask>
#include <QTest>

using namespace web;

namespace {

Request requestFor(Method method, const QByteArray &target)
{
    RequestParts parts;
    parts.method = method;
    parts.target = target;
    return Request(std::move(parts));
}

QCoro::Task<Response> late(Request request)
{
    co_return Response::text(QStringLiteral("late ") + request.path());
}

} // namespace

class RouterTest : public QObject
{
    Q_OBJECT

    Router m_router;

private Q_SLOTS:
    void initTestCase()
    {
        const auto says = [](const char *word) {
            return [word](const Request &request) {
                return Response::text(QString::fromLatin1(word) + u' ' + request.pathParameter("id")
                                      + u' ' + request.pathParameter("part"));
            };
        };
        m_router.add(Method::Get, "/", says("root"));
        m_router.add(Method::Get, "/users", says("list"));
        m_router.add(Method::Post, "/users", says("create"));
        m_router.add(Method::Get, "/users/{id}", says("one"));
        m_router.add(Method::Get, "/users/me", says("me"));
        m_router.add(Method::Delete, "/users/{id}/{part}", says("part"));
        m_router.add(Method::Get, "/late", late);
    }

    void aPathFindsItsHandler_data()
    {
        QTest::addColumn<Method>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("says");
        const auto add = [](Method method, const char *target, int status, const char *says) {
            QTest::newRow((nameOf(method).toByteArray() + ' ' + target).constData())
                << method << QByteArray(target) << status << QString::fromUtf8(says);
        };
        add(Method::Get, "/", 200, "root  ");
        add(Method::Get, "/users", 200, "list  ");
        add(Method::Get, "/users?q=1", 200, "list  ");
        add(Method::Post, "/users", 200, "create  ");
        add(Method::Get, "/users/7", 200, "one 7 ");
        add(Method::Get, "/users/me", 200, "me  ");
        add(Method::Get, "/users/a%2Fb%20c", 200, "one a/b c ");
        add(Method::Delete, "/users/7/x", 200, "part 7 x");
        add(Method::Head, "/users", 200, "list  ");
        add(Method::Get, "/late", 200, "late /late");
        add(Method::Get, "/users/", 404, "");
        add(Method::Get, "/users//x", 404, "");
        add(Method::Get, "/Users", 404, "");
        add(Method::Get, "/nothing", 404, "");
        add(Method::Get, "/users/7/x/y", 404, "");
        add(Method::Put, "/users", 405, "");
        add(Method::Options, "/users", 204, "");
    }
    void aPathFindsItsHandler()
    {
        QFETCH(const Method, method);
        QFETCH(const QByteArray, target);
        QFETCH(const QString, says);

        const Response response = QCoro::waitFor(m_router.answer(requestFor(method, target)));

        QTEST(response.status(), "status");
        if (!says.isEmpty())
            QCOMPARE(QString::fromUtf8(response.body()), says);
    }

    void aWrongMethodIsToldTheRightOnes()
    {
        const Response response =
            QCoro::waitFor(m_router.answer(requestFor(Method::Put, "/users")));
        QCOMPARE(response.header("Allow"), QByteArray("GET, HEAD, POST, OPTIONS"));
    }
};

QTEST_GUILESS_MAIN(RouterTest)
#include "tst_router.moc"
