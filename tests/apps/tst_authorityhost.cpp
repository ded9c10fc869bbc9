// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/authorityask.h"
#include "apps/desk/authorityhost.h"
#include "authority/keys/keyring.h"
#include "base/paths.h"
#include "core/authoritysettings.h"
#include "core/settingspecs.h"
#include "net/httpclient.h"
#include "support/fakelockservice.h"
#include "support/verifyresult.h"
#include "vault/memorystore.h"

#include <QCoroTask>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using State = core::AuthorityStatus::State;

namespace {

QString freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QString::number(server.serverPort());
}

} // namespace

//! The authority as the desk holds it: on its own thread, behind the service that faces see.
class AuthorityHostTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    base::SystemClock m_clock;
    std::unique_ptr<base::Settings> m_settings;
    std::unique_ptr<vault::MemoryStore> m_store;
    std::unique_ptr<FakeLockService> m_lock;
    std::unique_ptr<apps::AuthorityHost> m_host;

    std::unique_ptr<base::Settings> settings(const QString &port)
    {
        base::Settings::Sources sources;
        sources.userFile = m_folder->filePath(QStringLiteral("config.toml"));
        QFile file(sources.userFile);
        if (!file.open(QIODevice::WriteOnly)
            || file.write("[authority]\nport = " + port.toLatin1() + '\n') < 0)
            return nullptr;
        file.close();
        auto made = std::make_unique<base::Settings>(core::settingSpecs(), sources);
        if (!made->load())
            return nullptr;
        return made;
    }

    std::unique_ptr<apps::AuthorityHost> makeHost()
    {
        apps::AuthorityHouse::Options options;
        options.databaseFile = m_folder->filePath(QStringLiteral("latchkey.db"));
        options.policyFolder = m_folder->filePath(QStringLiteral("policies"));
        options.ownerName = QStringLiteral("ada");
        return std::make_unique<apps::AuthorityHost>(
            apps::AuthorityHost::Needs{options, *m_settings, m_clock, *m_store, *m_lock});
    }

    net::Response fetch(const QString &path)
    {
        net::HttpClient http;
        net::Request request(net::Method::Get, QUrl(m_host->status().issuer + path));
        auto answer = QCoro::waitFor(http.send(std::move(request), {}));
        return answer ? *std::move(answer) : net::Response();
    }

    static core::AuthorityClient shop()
    {
        core::AuthorityClient client;
        client.name = QStringLiteral("Shop");
        client.authMethod = QStringLiteral("client_secret_basic");
        client.redirectUris = {QStringLiteral("https://shop.example/callback")};
        return client;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = settings(freePort());
        QVERIFY(m_settings);
        m_store = std::make_unique<vault::MemoryStore>();
        m_lock = std::make_unique<FakeLockService>();
        m_host = makeHost();
    }

    void cleanup()
    {
        if (m_host)
            VERIFY_RESULT(QCoro::waitFor(m_host->stop()));
        m_host.reset();
    }

    void servesItsMetadataAndKeys()
    {
        VERIFY_RESULT(QCoro::waitFor(m_host->start()));
        QTRY_COMPARE(m_host->status().state, State::Running);
        const QString issuer = m_host->status().issuer;
        const net::Response metadata = fetch(QStringLiteral("/.well-known/openid-configuration"));
        QCOMPARE(metadata.status, 200);
        const QJsonObject said = QJsonDocument::fromJson(metadata.body).object();
        QCOMPARE(said.value(u"issuer").toString(), issuer);
        const net::Response keys = fetch(QStringLiteral("/jwks.json"));
        QVERIFY(QJsonDocument::fromJson(keys.body).object().value(u"keys").toArray().size() >= 3);
        QTRY_VERIFY(m_host->requests().size() >= 2);
        QCOMPARE(m_host->status().clients, 1); // the practice account's
        QCOMPARE(m_host->status().users, 1); // the owner
        QCOMPARE(m_host->status().nextRollOver.date(),
                 QDateTime::currentDateTimeUtc().addDays(1).date());
    }

    void aLockedDeskHasNoPrivateKeys()
    {
        m_store->lock();
        VERIFY_RESULT(QCoro::waitFor(m_host->start()));
        QTRY_COMPARE(m_host->status().state, State::Locked);
        QCOMPARE(fetch(QStringLiteral("/health/ready")).status, 503);
        QCOMPARE(fetch(QStringLiteral("/health/live")).status, 200);
        VERIFY_RESULT(QCoro::waitFor(m_store->unlock({})));
        m_lock->put(core::LockService::State::Unlocked);
        QTRY_COMPARE(m_host->status().state, State::Running);
        QCOMPARE(fetch(QStringLiteral("/health/ready")).status, 200);
        m_host->forget();
        QTRY_COMPARE(m_host->status().state, State::Locked);
    }

    void aTakenPortIsAClearSentence()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        m_host.reset();
        m_settings = settings(QString::number(other.serverPort()));
        m_host = makeHost();
        VERIFY_ERROR(QCoro::waitFor(m_host->start()), base::ErrorCode::Conflict);
        QCOMPARE(m_host->status().state, State::Failed);
        QVERIFY(m_host->status().reason.contains(QString::number(other.serverPort())));
        QVERIFY(!m_host->status().remedy.isEmpty());
    }

    void aPublicUrlThatIsNoneIsAClearSentence()
    {
        const QString nonsense = QStringLiteral("https://id.example.org/auth?x=1#f");
        VERIFY_RESULT(m_settings->set(core::setting::authorityPublicUrl, nonsense));
        VERIFY_ERROR(QCoro::waitFor(m_host->start()), base::ErrorCode::InvalidInput);
        QCOMPARE(m_host->status().state, State::Failed);
        QVERIFY(m_host->status().reason.contains(nonsense));
        QVERIFY(!m_host->status().remedy.isEmpty());

        VERIFY_RESULT(m_settings->set(core::setting::authorityPublicUrl,
                                      QStringLiteral("https://id.example.org/")));
        QTRY_COMPARE(m_host->status().state, State::Running);
        QCOMPARE(m_host->status().issuer, QStringLiteral("https://id.example.org"));
    }

    void aProxyThatIsNoneIsAClearSentence()
    {
        VERIFY_RESULT(m_settings->set(core::setting::authorityTrustedProxies,
                                      QStringLiteral("10.0.0.0/24 proxy.example")));
        VERIFY_ERROR(QCoro::waitFor(m_host->start()), base::ErrorCode::InvalidInput);
        QVERIFY(m_host->status().reason.contains(QStringLiteral("proxy.example")));

        VERIFY_RESULT(m_settings->set(core::setting::authorityTrustedProxies,
                                      QStringLiteral("10.0.0.0/24 ::1")));
        QTRY_COMPARE(m_host->status().state, State::Running);
    }

    void isTurnedOffAndOnAgain()
    {
        VERIFY_RESULT(QCoro::waitFor(m_host->start()));
        QTRY_COMPARE(m_host->status().state, State::Running);
        VERIFY_RESULT(QCoro::waitFor(m_host->setOn(false)));
        QCOMPARE(m_host->status().state, State::Off);
        VERIFY_ERROR(QCoro::waitFor(m_host->clients()), base::ErrorCode::Unreachable);
        VERIFY_RESULT(QCoro::waitFor(m_host->setOn(true)));
        QTRY_COMPARE(m_host->status().state, State::Running);
        const auto clients = QCoro::waitFor(m_host->clients());
        VERIFY_RESULT(clients);
        QCOMPARE(clients->size(), 1); // not seeded twice
    }

    void aSettingThatChangesDuringTheStartIsNotLost()
    {
        const int second = freePort().toInt();
        auto starting = m_host->start();
        VERIFY_RESULT(m_settings->set(core::setting::authorityPort, second));
        VERIFY_RESULT(QCoro::waitFor(std::move(starting)));
        QTRY_COMPARE(m_host->status().state, State::Running);
        QCOMPARE(m_host->status().issuer, QStringLiteral("http://127.0.0.1:%1").arg(second));
        QCOMPARE(fetch(QStringLiteral("/health/live")).status, 200);
    }

    void aSwitchDuringTheStartIsObeyed()
    {
        auto starting = m_host->start();
        VERIFY_RESULT(QCoro::waitFor(m_host->setOn(false)));
        VERIFY_RESULT(QCoro::waitFor(std::move(starting)));
        QTRY_COMPARE(m_host->status().state, State::Off);
    }

    void stopsWhileItStarts()
    {
        auto starting = m_host->start();
        VERIFY_RESULT(QCoro::waitFor(m_host->stop()));
        static_cast<void>(QCoro::waitFor(std::move(starting)));
        m_host.reset();
    }

    void aClientsSecretComesOnce()
    {
        VERIFY_RESULT(QCoro::waitFor(m_host->start()));
        const auto added = QCoro::waitFor(m_host->addClient(shop()));
        VERIFY_RESULT(added);
        QVERIFY(added->secret.size() >= 32);
        const auto renewed = QCoro::waitFor(m_host->renewClientSecret(added->client.id));
        VERIFY_RESULT(renewed);
        QVERIFY(!renewed->equals(added->secret.expose()));
        VERIFY_RESULT(QCoro::waitFor(m_host->removeClient(added->client.id)));
        const auto clients = QCoro::waitFor(m_host->clients());
        VERIFY_RESULT(clients);
        QCOMPARE(clients->size(), 1);
    }

    void keysRollOverAndAreRevoked()
    {
        VERIFY_RESULT(QCoro::waitFor(m_host->start()));
        const auto before = QCoro::waitFor(m_host->keys());
        VERIFY_RESULT(before);
        QCOMPARE(before->size(), 6);
        VERIFY_RESULT(QCoro::waitFor(m_host->rollOver()));
        const auto after = QCoro::waitFor(m_host->keys());
        VERIFY_RESULT(after);
        QCOMPARE(after->size(), 9);
        VERIFY_RESULT(QCoro::waitFor(m_host->revokeKey(before->constFirst().id)));
    }

    //! What the window does is in the authority's log, as what the admin API does.
    void theLogNamesTheDesk()
    {
        VERIFY_RESULT(QCoro::waitFor(m_host->start()));
        const auto added = QCoro::waitFor(m_host->addClient(shop()));
        VERIFY_RESULT(added);
        VERIFY_RESULT(QCoro::waitFor(m_host->changeClient(added->client)));
        VERIFY_RESULT(QCoro::waitFor(m_host->renewClientSecret(added->client.id)));
        VERIFY_RESULT(QCoro::waitFor(m_host->removeClient(added->client.id)));
        const QString kid = QCoro::waitFor(m_host->keys())->constFirst().id;
        VERIFY_RESULT(QCoro::waitFor(m_host->rollOver()));
        VERIFY_RESULT(QCoro::waitFor(m_host->revokeKey(kid)));

        const core::AuthorityEventFilter all;
        const auto events = QCoro::waitFor(m_host->events(all));
        VERIFY_RESULT(events);
        QStringList lines;
        for (const core::AuthorityEvent &event : *events) {
            if (event.detail.endsWith(QStringLiteral("by desk")))
                lines.prepend(event.kind);
        }
        QCOMPARE(lines,
                 (QStringList{QStringLiteral("client_added"),
                              QStringLiteral("client_changed"),
                              QStringLiteral("client_secret_renewed"),
                              QStringLiteral("client_removed"),
                              QStringLiteral("keys_rotated"),
                              QStringLiteral("key_revoked")}));
    }

    void stopsWhileSomebodyAsks()
    {
        VERIFY_RESULT(QCoro::waitFor(m_host->start()));
        auto asked = m_host->clients();
        VERIFY_RESULT(QCoro::waitFor(m_host->stop()));
        const auto answer = QCoro::waitFor(std::move(asked));
        QVERIFY(answer || answer.error().code == base::ErrorCode::Cancelled);
        m_host.reset();
    }
};

QTEST_GUILESS_MAIN(AuthorityHostTest)
#include "tst_authorityhost.moc"
