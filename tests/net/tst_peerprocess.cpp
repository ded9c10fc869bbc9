// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/localserver.h"
#include "support/otherend.h"
#include "support/verifyresult.h"

#include <QTemporaryDir>
#include <QTest>

//! Whether a process is still the one that has connected.
class PeerProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProcessIsItselfUntilItEnds()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s"));
        std::unique_ptr<net::LinePipe> held;
        net::PeerCredentials who;
        net::LocalServer server(
            [&](std::unique_ptr<net::LinePipe> pipe, net::PeerCredentials peer) {
                held = std::move(pipe);
                who = peer;
            });
        VERIFY_RESULT(server.listen(path));
        OtherEnd other(path);
        QVERIFY(other.isConnected);
        QTRY_VERIFY(held);
        QCOMPARE(who.pid, qint64(other.pid));
        if (!who.process)
            QSKIP("This system has no handles of processes.");
        QVERIFY(!who.process->hasEnded());

        other.endProcess();

        QVERIFY(who.process->hasEnded());
    }

    void whoHasEndedBeforeItWasLetInHasEnded()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s"));
        bool isIn = false;
        net::PeerCredentials who;
        net::LocalServer server([&](std::unique_ptr<net::LinePipe>, net::PeerCredentials peer) {
            isIn = true;
            who = peer;
        });
        VERIFY_RESULT(server.listen(path));
        OtherEnd other(path); // waits at the door: nothing is let in before the loop runs
        QVERIFY(other.isConnected);
        other.endProcess();

        QTRY_VERIFY(isIn);

        if (!who.process)
            QSKIP("This system has no handles of processes.");
        QVERIFY(who.process->hasEnded());
    }

    void whatHasNoHandleHasEnded() { QVERIFY(net::PeerProcess(-1).hasEnded()); }
};

QTEST_GUILESS_MAIN(PeerProcessTest)
#include "tst_peerprocess.moc"
