// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/jsonrpc.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using net::RpcCode;

namespace {

//! The methods that the specification's examples take for granted.
std::optional<net::JsonText> answerTo(const net::RpcCall &call)
{
    const auto number = [&call](qsizetype place) { return call.params.element(place).integer(); };
    const auto given = [&call](qint64 value) {
        return net::rpcResult(call.id, net::JsonText(QByteArray::number(value)));
    };
    const auto error = [&call](RpcCode code) {
        return net::rpcError(call.id, int(code), net::nameOf(code));
    };
    if (call.method.startsWith(QLatin1String("notify_")) || call.method == QLatin1String("update"))
        return {};
    if (call.method == QLatin1String("subtract")) {
        const auto minuend = call.params.member(u"minuend").integer();
        const auto subtrahend = call.params.member(u"subtrahend").integer();
        if (minuend && subtrahend)
            return given(*minuend - *subtrahend);
        if (number(0) && number(1))
            return given(*number(0) - *number(1));
        return error(RpcCode::InvalidParams);
    }
    if (call.method == QLatin1String("sum")) {
        qint64 sum = 0;
        for (qsizetype i = 0; i < call.params.size(); ++i) {
            if (!number(i))
                return error(RpcCode::InvalidParams);
            sum += *number(i);
        }
        return given(sum);
    }
    if (call.method == QLatin1String("get_data"))
        return net::rpcResult(call.id, net::JsonText(QByteArray(R"(["hello",5])")));
    return error(RpcCode::MethodNotFound);
}

QByteArray serve(const QByteArray &request)
{
    net::RpcMessage message = net::parseRpc(request);
    std::vector<net::JsonText> answers;
    for (const auto &part : message.parts) {
        if (const auto *fault = std::get_if<net::RpcFault>(&part)) {
            answers.push_back(net::rpcFault(*fault));
            continue;
        }
        const auto &call = std::get<net::RpcCall>(part);
        auto answer = answerTo(call);
        if (answer && !call.isNotification())
            answers.push_back(std::move(*answer));
    }
    if (answers.empty())
        return {};
    return (message.isBatch ? net::rpcBatch(answers) : std::move(answers.front()))
        .view()
        .toByteArray();
}

bool isSame(const QJsonValue &got, const QJsonValue &expected)
{
    QJsonObject a = got.toObject();
    QJsonObject b = expected.toObject();
    if (a.contains(u"error") && b.contains(u"error"))
        return a[u"error"][u"code"] == b[u"error"][u"code"]
               && a[u"error"][u"message"] == b[u"error"][u"message"] && a[u"id"] == b[u"id"];
    return a == b;
}

bool isSameSet(QJsonArray got, const QJsonArray &expected)
{
    if (got.size() != expected.size())
        return false;
    for (const QJsonValue &wanted : expected) {
        bool found = false;
        for (qsizetype i = 0; i < got.size() && !found; ++i) {
            found = isSame(got.at(i), wanted);
            if (found)
                got.removeAt(i);
        }
        if (!found)
            return false;
    }
    return true;
}

} // namespace

class JsonRpcTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSpecificationsExamples_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QJsonValue>("response");
        QFile file(QStringLiteral(TEST_DATA "/jsonrpc/jsonrpc2.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray cases = QJsonDocument::fromJson(file.readAll())[u"cases"].toArray();
        QVERIFY(cases.size() >= 25);
        for (const QJsonValue &one : cases)
            QTest::newRow(qPrintable(one[u"name"].toString()))
                << one[u"request"].toString().toUtf8() << one[u"response"];
    }

    void theSpecificationsExamples()
    {
        QFETCH(QByteArray, request);
        QFETCH(QJsonValue, response);
        const QByteArray text = serve(request);
        if (response.isNull()) {
            QCOMPARE(text, QByteArray());
            return;
        }
        const QJsonDocument got = QJsonDocument::fromJson(text);
        if (response.toObject().contains(u"_raw")) {
            QCOMPARE(text, response[u"_raw"].toString().toUtf8());
        } else if (response.toObject().contains(u"_any")) {
            // Repeated names, lone surrogates: refused here.
            QCOMPARE(got[u"error"][u"code"].toInt(), -32700);
        } else if (response.isArray()) {
            QVERIFY2(isSameSet(got.array(), response.toArray()), text.constData());
        } else {
            QVERIFY2(isSame(got.object(), response), text.constData());
        }
    }

    void idsComeBackAsTheyWere_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char *id : {"1", "-1", "1.50", "1e3", "\"a\\u0062\"", "null", "\"\""})
            QTest::newRow(id) << QByteArray(id);
    }

    void idsComeBackAsTheyWere()
    {
        QFETCH(QByteArray, id);
        QCOMPARE(serve(R"({"jsonrpc":"2.0","method":"sum","id":)" + id + '}'),
                 R"({"jsonrpc":"2.0","result":0,"id":)" + id + '}');
    }

    void idsOfAnotherKindAreInvalid_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char *id : {"true", "[1]", "{}"})
            QTest::newRow(id) << QByteArray(id);
    }

    void idsOfAnotherKindAreInvalid()
    {
        QFETCH(QByteArray, id);
        QCOMPARE(
            serve(R"({"jsonrpc":"2.0","method":"sum","id":)" + id + '}'),
            QByteArray(
                R"({"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null})"));
    }
};

QTEST_GUILESS_MAIN(JsonRpcTest)
#include "tst_jsonrpc.moc"
