// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorCode;

class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aServerThatNobodyVouchesForIsRefused();

private:
    QTemporaryDir m_folder;
    QSslConfiguration m_configuration;
};

void TlsTest::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        QSKIP("openssl is not installed");
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(
        QStringLiteral("openssl"),
        QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
                       "-days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 "
                       "-keyout key.pem -out certificate.pem")
            .split(u' '));
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);

    QFile keyFile(m_folder.filePath(QStringLiteral("key.pem")));
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    const QSslKey key(&keyFile, QSsl::Ec);
    const auto certificates =
        QSslCertificate::fromPath(m_folder.filePath(QStringLiteral("certificate.pem")));
    QVERIFY(!key.isNull() && certificates.size() == 1);
    m_configuration = QSslConfiguration::defaultConfiguration();
    m_configuration.setLocalCertificate(certificates.first());
    m_configuration.setPrivateKey(key);
}

void TlsTest::aServerThatNobodyVouchesForIsRefused()
{
    QSslServer server;
    server.setSslConfiguration(m_configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, &received] {
            received += socket->readAll();
        });
    });
    net::HttpClient http;
    net::Request request(
        net::Method::Post,
        QUrl(QStringLiteral("https://127.0.0.1:%1/token").arg(server.serverPort())));
    request.withBody("text/plain", base::Secret("refresh_token=abc"));

    const auto response = QCoro::waitFor(http.send(std::move(request), {}));

    VERIFY_ERROR(response, ErrorCode::Denied);
    QCOMPARE(response.error().message, QStringLiteral("127.0.0.1 could not prove who it is."));
    QVERIFY(received.isEmpty());
}

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
