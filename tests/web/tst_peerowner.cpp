// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/peerowner.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

//! Whose program is at the other end.
class PeerOwnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableIsRead_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<qint64>("owner");
        const QByteArray head =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when "
            "retrnsmt   uid  timeout inode\n";
        const auto line = [](const QByteArray &local, const QByteArray &user) {
            return QByteArray("   0: " + local
                              + " 0100007F:1CFC 01 00000000:00000000 00:00000000 00000000  " + user
                              + "        0 4711 1 0000000000000000 20 4 30 10 -1\n");
        };
        const QString ipv4 = QStringLiteral("127.0.0.1");
        QTest::newRow("its line") << ipv4 << head + line("0100007F:9C40", "1000") << qint64(1000);
        QTest::newRow("another port") << ipv4 << head + line("0100007F:9C41", "1000") << qint64(-1);
        QTest::newRow("another address")
            << ipv4 << head + line("0200007F:9C40", "1000") << qint64(-1);
        QTest::newRow("two of one user")
            << ipv4 << line("0100007F:9C40", "7") + line("0100007F:9C40", "7") << qint64(7);
        QTest::newRow("two users")
            << ipv4 << line("0100007F:9C40", "7") + line("0100007F:9C40", "8") << qint64(-1);
        QTest::newRow("mapped") << ipv4 << line("0000000000000000FFFF00000100007F:9C40", "33")
                                << qint64(33);
        QTest::newRow("::1") << QStringLiteral("::1")
                             << line("00000000000000000000000001000000:9C40", "12") << qint64(12);
        QTest::newRow("no number") << ipv4 << line("0100007F:9C40", "x") << qint64(-1);
        QTest::newRow("cut off") << ipv4 << QByteArray("   0: 0100007F:9C40 0100007F:1CFC 01")
                                 << qint64(-1);
        QTest::newRow("nothing") << ipv4 << QByteArray() << qint64(-1);
    }
    void theTableIsRead()
    {
        QFETCH(const QString, address);
        QFETCH(const QByteArray, lines);
        QFETCH(const qint64, owner);
        web::Peer peer;
        peer.address = QHostAddress(address);
        peer.port = 40000;

        QCOMPARE(web::ownerIn(lines, peer).value_or(-1), owner);
    }

    void ourOwnConnectionIsOurs()
    {
#ifndef Q_OS_LINUX
        QSKIP("Only Linux tells the owner of a socket.");
#endif
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket socket;
        socket.connectToHost(server.serverAddress(), server.serverPort());
        QVERIFY(socket.waitForConnected(5000));
        web::Peer peer;
        peer.address = socket.localAddress();
        peer.port = socket.localPort();

        QCOMPARE(web::ownerOf(peer), web::PeerOwner::Ourselves);
        peer.isLocal = false;
        QCOMPARE(web::ownerOf(peer), web::PeerOwner::Unknown);
        peer.isLocal = true;
        peer.port = 0;
        QCOMPARE(web::ownerOf(peer), web::PeerOwner::Unknown);
    }
};

QTEST_GUILESS_MAIN(PeerOwnerTest)
#include "tst_peerowner.moc"
