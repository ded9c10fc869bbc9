// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/rpchouse.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

//! The agent's socket against an npm JSON-RPC client.
class JsonRpcClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { settleEverything(); }

    void aClientThatNobodyHereWroteUnderstandsUs()
    {
        const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
        const QString folder = QStringLiteral(JSONRPC_CLIENT);
        if (node.isEmpty() || !QFile::exists(folder + QStringLiteral("/node_modules/json-rpc-2.0")))
            QSKIP("node or the npm package json-rpc-2.0 is not installed");
        RpcHouse house;
        house.listen();
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(node, {QStringLiteral("client.mjs"), house.paths.agentSocket()});
        static_cast<void>(QTest::qWaitFor(
            [&process] { return process.state() == QProcess::NotRunning; }, 60'000));
        process.kill();
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit, errors.constData());
        QVERIFY2(process.exitCode() == 0, errors.constData());
        QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray("ok"));
        QCOMPARE(house.consent.asked.size(), 102);
    }
};

QTEST_GUILESS_MAIN(JsonRpcClientTest)
#include "tst_jsonrpcclient.moc"
