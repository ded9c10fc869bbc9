// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "support/postgres.h"
#include "support/verifyresult.h"

#include <QTest>

//! Two instances of the authority on one database, SQLite and PostgreSQL: what one has used up is
//! used up for the other.
class InstancesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QFETCH(const bool, postgres);
        m_folder = std::make_unique<QTemporaryDir>();
        if (postgres && !m_postgres.missing().isEmpty())
            QSKIP(qPrintable(m_postgres.missing()));
        m_url = postgres ? m_postgres.freshDatabase() : QUrl();
        m_one = instance();
        m_one->add(ProtocolHouse::webClient(QStringLiteral("app")));
        m_two = instance();
    }
    void cleanup()
    {
        m_one.reset();
        m_two.reset();
    }

    void aCodeIsUsedOnce_data() { databases(); }
    void aCodeIsUsedOnce()
    {
        const Form form = ProtocolHouse::codeForm("app", m_one->code("app"));
        const auto first = m_two->post("/oauth/token", form);
        QCOMPARE(outcome(first), "200");
        QCOMPARE(outcome(m_one->post("/oauth/token", form)), "400 invalid_grant");
        QCOMPARE(outcome(m_two->refresh("app", textOf(first.object(), "refresh_token"))),
                 "400 invalid_grant");
    }

    void racingClientsGetOneSuccessor_data() { databases(); }
    void racingClientsGetOneSuccessor()
    {
        const QByteArray token = textOf(m_one->tokens("app"), "refresh_token");
        const QByteArray one = textOf(m_one->refresh("app", token).object(), "refresh_token");
        const QByteArray two = textOf(m_two->refresh("app", token).object(), "refresh_token");
        QVERIFY(!one.isEmpty());
        QCOMPARE(one, two);
        m_one->clock.advance(std::chrono::seconds(11));
        m_two->clock.advance(std::chrono::seconds(11));
        QCOMPARE(outcome(m_two->refresh("app", token)), "401 invalid_grant");
        QCOMPARE(outcome(m_one->refresh("app", one)), "400 invalid_grant");
    }

    void aPersonAnswersAtEither_data() { databases(); }
    void aPersonAnswersAtEither()
    {
        static_cast<void>(m_one->get("/oauth/authorize", ProtocolHouse::authorization("app")));
        const authority::Interaction asked = m_one->people.asked.first();
        VERIFY_RESULT(m_two->protocol->allow(asked.id, m_two->people.subject, asked.scopes));
        VERIFY_ERROR(m_one->protocol->allow(asked.id, m_one->people.subject, asked.scopes),
                     base::ErrorCode::NotFound);
    }

    void aDeviceIsAnsweredAndServedOnce_data() { databases(); }
    void aDeviceIsAnsweredAndServedOnce()
    {
        const QJsonObject codes =
            m_one->post("/oauth/device", {{"client_id", "app"}, {"scope", "openid offline_access"}})
                .object();
        const auto device = m_two->protocol->findDevice(codes.value(u"user_code").toString());
        VERIFY_RESULT(device);
        VERIFY_RESULT(m_two->protocol->allow(device->id, m_two->people.subject, device->scopes));
        const Form poll{{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"},
                        {"client_id", "app"},
                        {"device_code", textOf(codes, "device_code")}};
        QCOMPARE(outcome(m_one->post("/oauth/token", poll)), "200");
        QCOMPARE(outcome(m_two->post("/oauth/token", poll)), "400 invalid_grant");
    }

    void aProofIsShownOnce_data() { databases(); }
    void aProofIsShownOnce()
    {
        const auto key = crypto::SigningKey::generate(ProtocolHouse::es256);
        VERIFY_RESULT(key);
        const Form proof{{"DPoP",
                          dpopProof(*key,
                                    "POST",
                                    QByteArray(ProtocolHouse::issuer) + "/oauth/token",
                                    m_one->clock.now().toSecsSinceEpoch())}};
        const Form form = ProtocolHouse::codeForm("app", m_one->code("app"));
        QCOMPARE(outcome(m_one->post("/oauth/token", form, proof)), "200");
        const Form other = ProtocolHouse::codeForm("app", m_two->code("app"));
        QCOMPARE(outcome(m_two->post("/oauth/token", other, proof)), "400 invalid_dpop_proof");
    }

    //! The other instance reads its list of keys every half a minute; a token is refused before.
    void aRevokedKeyCountsElsewhereAtOnce_data() { databases(); }
    void aRevokedKeyCountsElsewhereAtOnce()
    {
        const QByteArray token = textOf(m_one->tokens("app"), "access_token");
        const auto shown = [&](ProtocolHouse &house) {
            return outcome(
                house.get("/oauth/userinfo", {}, {{"Authorization", "Bearer " + token}}));
        };
        QCOMPARE(shown(*m_two), "200");
        QString signer;
        for (const core::AuthorityKey &key : m_one->keys.list()) {
            if (key.state == core::AuthorityKey::State::Active)
                signer = key.id;
        }

        VERIFY_RESULT(QCoro::waitFor(m_one->keys.revoke(signer)));

        QCOMPARE(shown(*m_one), "401 invalid_token");
        QCOMPARE(shown(*m_two), "401 invalid_token");
    }

    void whatHasEndedIsSwept_data() { databases(); }
    void whatHasEndedIsSwept()
    {
        const QJsonObject reply = m_one->tokens("app");
        QCOMPARE(m_one
                     ->post("/oauth/revoke",
                            {{"client_id", "app"}, {"token", textOf(reply, "access_token")}})
                     .status(),
                 200);
        const auto userinfo = m_two->get(
            "/oauth/userinfo", {}, {{"Authorization", "Bearer " + textOf(reply, "access_token")}});
        QCOMPARE(outcome(userinfo), "401 invalid_token");
        m_two->clock.advance(std::chrono::hours(24 * 91));
        QVERIFY(m_two->protocol->cleanUp().value() >= 4);
        QCOMPARE(m_two->protocol->cleanUp().value(), 0);
    }

private:
    static void databases()
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("SQLite") << false;
        QTest::newRow("PostgreSQL") << true;
    }

    std::unique_ptr<ProtocolHouse> instance()
    {
        std::unique_ptr<ledger::Database> database;
        if (m_url.isValid())
            database = ledger::Database::connectTo(m_url, {}).value();
        return std::make_unique<ProtocolHouse>(
            std::move(database),
            m_folder->path(),
            QString::fromLatin1(ProtocolHouse::issuer),
            authority::KeyRing::Rule{.algorithms = {ProtocolHouse::es256}});
    }

    Postgres m_postgres;
    std::unique_ptr<QTemporaryDir> m_folder;
    QUrl m_url;
    std::unique_ptr<ProtocolHouse> m_one;
    std::unique_ptr<ProtocolHouse> m_two;
};

QTEST_GUILESS_MAIN(InstancesTest)
#include "tst_instances.moc"
