// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/backends/vaultbackend.h"
#include "support/fakeclock.h"
#include "support/scriptedserver.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QTest>

using namespace references;

namespace {

//! A Vault of two mounts: kv1/ and kv2/, behind a token or an AppRole.
class ScriptedVault
{
public:
    ScriptedVault()
        : server([this](const ScriptedServer::Request &request) { return answer(request); })
    {}

    ScriptedServer::Reply answer(const ScriptedServer::Request &request)
    {
        asked << QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
        spaces << request.headers.value("x-vault-namespace");
        if (request.path == QStringLiteral("/v1/auth/approle/login")) {
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            if (body.value(QStringLiteral("secret_id")).toString() != QStringLiteral("shh"))
                return problem(400, "invalid role or secret ID");
            return ScriptedServer::json(
                {{QStringLiteral("auth"),
                  QJsonObject{{QStringLiteral("client_token"), QStringLiteral("t0ken")},
                              {QStringLiteral("lease_duration"), 600}}}});
        }
        if (request.headers.value("x-vault-token") != "t0ken")
            return problem(403, "permission denied");
        const QString mounts = QStringLiteral("/v1/sys/internal/ui/mounts/");
        if (request.path.startsWith(mounts)) {
            if (isOld)
                return problem(404, "no handler");
            const bool isSecond = request.path.startsWith(mounts + QStringLiteral("kv2"));
            QJsonObject data{{QStringLiteral("path"),
                              isSecond ? QStringLiteral("kv2/") : QStringLiteral("kv1/")}};
            if (isSecond)
                data.insert(QStringLiteral("options"),
                            QJsonObject{{QStringLiteral("version"), QStringLiteral("2")}});
            return ScriptedServer::json({{QStringLiteral("data"), data}});
        }
        const QJsonObject values{{QStringLiteral("password"), QStringLiteral("hunter2")},
                                 {QStringLiteral("port"), 5432}};
        if (request.path == QStringLiteral("/v1/kv1/app"))
            return ScriptedServer::json({{QStringLiteral("data"), values}});
        if (request.path == QStringLiteral("/v1/kv2/data/app")) {
            QJsonObject data{{QStringLiteral("data"), values}};
            version = request.query.queryItemValue(QStringLiteral("version"));
            return ScriptedServer::json({{QStringLiteral("data"), data}});
        }
        return problem(status, "oh dear");
    }

    static ScriptedServer::Reply problem(int code, const char *text)
    {
        return ScriptedServer::json(
            {{QStringLiteral("errors"), QJsonArray{QString::fromLatin1(text)}}}, code);
    }

    QStringList asked;
    QByteArrayList spaces;
    QString version;
    bool isOld = false;
    int status = 404;
    ScriptedServer server;
};

} // namespace

//! Vault and OpenBao over HTTP.
class VaultBackendTest : public QObject
{
    Q_OBJECT

    net::HttpClient m_http;
    FakeClock m_clock;

    base::Result<QByteArray> fetch(ScriptedVault &vault,
                                   const QString &reference,
                                   QHash<QString, QString> environment = {
                                       {QStringLiteral("VAULT_TOKEN"), QStringLiteral("t0ken")}})
    {
        const QString address = QStringLiteral("VAULT_ADDR");
        if (!environment.contains(address))
            environment.insert(address, vault.server.url({}).toString());
        VaultBackend backend(m_http, m_clock, environment);
        const auto uri = core::BackendUri::parse(reference);
        if (!uri)
            return base::fail(uri.error());
        auto value = QCoro::waitFor(backend.fetch(*uri, {}, std::stop_token()));
        if (!value)
            return base::fail(value.error());
        return value->expose().toByteArray();
    }

private Q_SLOTS:
    void readsBothVersions_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("1") << QStringLiteral("vault://kv1/app/password") << QByteArray("hunter2");
        QTest::newRow("2") << QStringLiteral("vault://kv2/app/password") << QByteArray("hunter2");
        QTest::newRow("a number") << QStringLiteral("openbao://kv2/app/port") << QByteArray("5432");
        QTest::newRow("with a fragment") << QStringLiteral("vault://kv2/app#/password")
                                         << QByteArray("{\"password\":\"hunter2\",\"port\":5432}");
    }
    void readsBothVersions()
    {
        QFETCH(const QString, reference);
        QFETCH(const QByteArray, value);
        ScriptedVault vault;

        const auto answer = fetch(vault, reference);

        VERIFY_RESULT(answer);
        QCOMPARE(*answer, value);
    }

    void asksForAVersionAndANamespace()
    {
        ScriptedVault vault;

        VERIFY_RESULT(
            fetch(vault, QStringLiteral("vault://kv2/app/port?version=3&namespace=team")));

        QCOMPARE(vault.version, QStringLiteral("3"));
        QVERIFY(vault.spaces.count("team") == vault.spaces.size());
    }

    void anOldServerIsTakenForVersionOne()
    {
        ScriptedVault vault;
        vault.isOld = true;

        VERIFY_RESULT(fetch(vault, QStringLiteral("vault://kv1/app/port")));
    }

    void signsInByAppRole()
    {
        ScriptedVault vault;
        const QHash<QString, QString> role{
            {QStringLiteral("VAULT_ADDR"), vault.server.url({}).toString()},
            {QStringLiteral("VAULT_ROLE_ID"), QStringLiteral("r")},
            {QStringLiteral("VAULT_SECRET_ID"), QStringLiteral("shh")}};
        VaultBackend backend(m_http, m_clock, role);
        const auto uri = core::BackendUri::parse(QStringLiteral("vault://kv1/app/port"));
        VERIFY_RESULT(uri);
        const auto ask = [&] { return QCoro::waitFor(backend.fetch(*uri, {}, std::stop_token())); };
        const auto logins = [&vault] {
            return vault.asked.count(QStringLiteral("POST /v1/auth/approle/login"));
        };

        VERIFY_RESULT(ask());
        VERIFY_RESULT(ask());
        QCOMPARE(logins(), 1);

        m_clock.advance(std::chrono::seconds(595));
        VERIFY_RESULT(ask());
        QCOMPARE(logins(), 2);

        backend.forget();
        VERIFY_RESULT(ask());
        QCOMPARE(logins(), 3);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("token");
        QTest::addColumn<int>("status");
        QTest::addColumn<base::ErrorCode>("code");
        using enum base::ErrorCode;
        const QString good = QStringLiteral("t0ken");
        QTest::newRow("not there")
            << QStringLiteral("vault://kv1/gone/x") << good << 404 << NotFound;
        QTest::newRow("no such key")
            << QStringLiteral("vault://kv1/app/x") << good << 404 << NotFound;
        QTest::newRow("refused") << QStringLiteral("vault://kv1/app/x") << QStringLiteral("bad")
                                 << 404 << Denied;
        QTest::newRow("no token") << QStringLiteral("vault://kv1/app/x") << QString() << 404
                                  << Denied;
        QTest::newRow("sealed") << QStringLiteral("vault://kv1/gone/x") << good << 503
                                << Unreachable;
        QTest::newRow("no path") << QStringLiteral("vault://kv1/x") << good << 404 << InvalidInput;
        QTest::newRow("a path upwards")
            << QStringLiteral("vault://kv1/../sys/x") << good << 404 << InvalidInput;
        QTest::newRow("another server")
            << QStringLiteral("vault://kv1/app/x?address=https://evil.example") << good << 404
            << Denied;
        QTest::newRow("another method")
            << QStringLiteral("vault://kv1/app/x?auth_method=kubernetes") << good << 404
            << Unsupported;
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QString, reference);
        QFETCH(const QString, token);
        QFETCH(const int, status);
        QFETCH(const base::ErrorCode, code);
        ScriptedVault vault;
        vault.status = status;

        const auto answer = fetch(vault, reference, {{QStringLiteral("VAULT_TOKEN"), token}});

        VERIFY_ERROR(answer, code);
        QVERIFY(!answer.error().message.contains(QStringLiteral("t0ken")));
    }

    void plainHttpIsForThisMachineOnly()
    {
        ScriptedVault vault;

        VERIFY_ERROR(fetch(vault,
                           QStringLiteral("vault://kv1/app/x"),
                           {{QStringLiteral("VAULT_ADDR"), QStringLiteral("http://vault.example")},
                            {QStringLiteral("VAULT_TOKEN"), QStringLiteral("t0ken")}}),
                     base::ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(VaultBackendTest)
#include "tst_vaultbackend.moc"
