// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verifyresult.h"
#include "web/request.h"
#include "web/response.h"
#include "web/traceid.h"

#include <QTest>

using namespace web;

namespace {

Request requestWith(const QByteArray &name, const QByteArray &value)
{
    RequestParts parts;
    parts.headers.append(name, value);
    return Request(std::move(parts));
}

} // namespace

class RequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathAndQueryAreTakenApart()
    {
        RequestParts parts;
        parts.target = "/a%20b/c?x=1&y=%C3%A4";
        const Request request(std::move(parts));

        QCOMPARE(request.path(), QStringLiteral("/a b/c"));
        QCOMPARE(request.rawQuery().toByteArray(), QByteArray("x=1&y=%C3%A4"));
        QCOMPARE(request.query()->text("y"), QStringLiteral("ä"));
        QCOMPARE(request.url(), QByteArray("http://127.0.0.1/a%20b/c"));
    }

    void formsAndJsonWantTheirContentType()
    {
        RequestParts parts;
        parts.body = "a=1";
        parts.headers.append("content-type", "application/x-www-form-urlencoded; charset=utf-8");
        const Request form(std::move(parts));
        VERIFY_RESULT(form.form());
        VERIFY_ERROR(form.json(), base::ErrorCode::InvalidInput);

        RequestParts more;
        more.body = R"({"a":1})";
        more.headers.append("Content-Type", "Application/JSON");
        const Request json(std::move(more));
        QCOMPARE(json.json()->value(QStringLiteral("a")).toInt(), 1);
        VERIFY_ERROR(json.form(), base::ErrorCode::InvalidInput);

        RequestParts list;
        list.body = "[]";
        list.headers.append("Content-Type", "application/json");
        VERIFY_ERROR(Request(std::move(list)).json(), base::ErrorCode::InvalidInput);
    }

    void cookiesAreFoundByTheirWholeName()
    {
        const Request request = requestWith("Cookie", "xsid=1; sid=abc=; other=2;twice=1; twice=2");
        QCOMPARE(request.cookie("sid"), QByteArray("abc="));
        QCOMPARE(request.cookie("other"), QByteArray("2"));
        QCOMPARE(request.cookie("twice"), QByteArray());
        QCOMPARE(request.cookie("absent"), QByteArray());
    }

    void credentialsAreFoundByTheirScheme_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("bearer");
        QTest::newRow("plain") << QByteArray("Bearer abc") << QByteArray("abc");
        QTest::newRow("small") << QByteArray("bearer   abc") << QByteArray("abc");
        QTest::newRow("other") << QByteArray("DPoP abc") << QByteArray();
        QTest::newRow("two words") << QByteArray("Bearer a b") << QByteArray();
        QTest::newRow("none") << QByteArray("Bearer") << QByteArray();
        QTest::newRow("empty") << QByteArray("Bearer ") << QByteArray();
    }
    void credentialsAreFoundByTheirScheme()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, bearer);
        const auto found = requestWith("Authorization", header).bearer();
        QCOMPARE(found ? found->expose().toByteArray() : QByteArray(), bearer);
    }

    void clientCredentialsAreFormEncodedFirst()
    {
        const QByteArray basic = "Basic " + QByteArray("my%3Aclient:s%2Bcret+x").toBase64();
        const Request request = requestWith("Authorization", basic);

        auto plain = request.basic();
        VERIFY_RESULT(plain);
        QCOMPARE((*plain)->name, QStringLiteral("my%3Aclient"));
        auto client = request.clientCredentials();
        VERIFY_RESULT(client);
        QCOMPARE((*client)->name, QStringLiteral("my:client"));
        QCOMPARE((*client)->secret.expose(), QByteArrayView("s+cret x"));
    }

    void brokenBasicIsAnErrorAndNoneIsNone()
    {
        VERIFY_ERROR(requestWith("Authorization", "Basic !!!").basic(),
                     base::ErrorCode::InvalidInput);
        VERIFY_ERROR(requestWith("Authorization", "Basic YWJj").basic(), // no colon
                     base::ErrorCode::InvalidInput);
        auto none = requestWith("Authorization", "Bearer x").basic();
        VERIFY_RESULT(none);
        QVERIFY(!*none);
    }

    void languagesComeBestFirst()
    {
        const Request request = requestWith("Accept-Language", "en;q=0.5, de-AT, fr;q=0, *;q=0.1");
        QCOMPARE(request.languages(), QStringList({QStringLiteral("de-AT"), QStringLiteral("en")}));
    }

    void aTraceIsTakenUpOrBegun_data()
    {
        QTest::addColumn<QByteArray>("traceparent");
        QTest::addColumn<bool>("taken");
        const QByteArray id = "4bf92f3577b34da6a3ce929d0e0e4736";
        QTest::newRow("W3C's own") << "00-" + id + "-00f067aa0ba902b7-01" << true;
        QTest::newRow("newer") << "cc-" + id + "-00f067aa0ba902b7-01-what" << true;
        QTest::newRow("more in version 00") << "00-" + id + "-00f067aa0ba902b7-01-what" << false;
        QTest::newRow("version ff") << "ff-" + id + "-00f067aa0ba902b7-01" << false;
        QTest::newRow("large letters") << "00-" + id.toUpper() + "-00f067aa0ba902b7-01" << false;
        QTest::newRow("zero") << "00-" + QByteArray(32, '0') + "-00f067aa0ba902b7-01" << false;
        QTest::newRow("zero parent") << "00-" + id + "-0000000000000000-01" << false;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("short") << "00-" + id << false;
    }
    void aTraceIsTakenUpOrBegun()
    {
        QFETCH(const QByteArray, traceparent);
        QFETCH(const bool, taken);
        const QString id = traceIdOf(traceparent);
        QCOMPARE(id.size(), 32);
        QCOMPARE(id == QStringLiteral("4bf92f3577b34da6a3ce929d0e0e4736"), taken);
        if (!taken)
            QVERIFY(id != traceIdOf(traceparent));
    }

    void answersCannotBeSplit()
    {
        const Response response =
            Response::redirect("/a\r\nSet-Cookie: x=1").with("X-Good", "1").with("X-Bad", "1\n2");
        QCOMPARE(response.header("Location"), QByteArray());
        QCOMPARE(response.header("x-good"), QByteArray("1"));
        QCOMPARE(response.header("X-Bad"), QByteArray());
    }

    void anInnerErrorSaysNothingOfTheInside()
    {
        const Response inner = Response::error(
            base::Error{base::ErrorCode::Internal, QStringLiteral("table x is missing"), {}, {}});
        QCOMPARE(inner.status(), 500);
        QVERIFY(!inner.body().contains("table"));

        const Response outer = Response::error(
            base::Error{base::ErrorCode::NotFound, QStringLiteral("No such user."), {}, {}});
        QCOMPARE(outer.status(), 404);
        QCOMPARE(outer.object().value(QStringLiteral("error")).toString(),
                 QStringLiteral("not_found"));
        QCOMPARE(outer.object().value(QStringLiteral("message")).toString(),
                 QStringLiteral("No such user."));
    }
};

QTEST_GUILESS_MAIN(RequestTest)
#include "tst_request.moc"
