// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peoplehouse.h"
#include "support/settle.h"

using authority::SessionTable;
using namespace std::chrono_literals;

class SessionTableTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PeopleHouse> m_house;
    core::AuthorityUser m_ada;

    SessionTable &sessions() { return m_house->door->sessions(); }
    SessionTable::Begun begin()
    {
        auto begun = sessions().begin(m_ada.id,
                                      {QStringLiteral("pwd")},
                                      QStringLiteral("127.0.0.1"),
                                      QStringLiteral("Firefox on Linux"));
        return begun ? std::move(*begun) : SessionTable::Begun();
    }
    static QByteArray cookie(const base::Secret &id) { return id.expose().toByteArray(); }
    //! Uses the session now and then for so long.
    void use(QByteArray &id, std::chrono::minutes span)
    {
        for (auto passed = 0min; passed < span; passed += 1min) {
            m_house->clock.advance(1min);
            const auto found = sessions().find(id);
            if (found && found->renewedId)
                id = cookie(*found->renewedId);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<PeopleHouse>();
        m_ada = m_house->person("ada");
    }
    void cleanup() { m_house.reset(); }
    void cleanupTestCase() { settleEverything(); }

    void anIdIsGoodForItsSessionOnly()
    {
        const auto begun = begin();

        const auto found = sessions().find(cookie(begun.id));

        VERIFY_RESULT(found);
        QCOMPARE(found->session.view.handle, begun.session.view.handle);
        QCOMPARE(found->session.view.userName, QStringLiteral("ada"));
        QCOMPARE(found->session.amr, QStringList{QStringLiteral("pwd")});
        VERIFY_ERROR(sessions().find(QByteArray()), base::ErrorCode::NotFound);
        VERIFY_ERROR(sessions().find("something"), base::ErrorCode::NotFound);
        VERIFY_ERROR(sessions().find(begun.session.view.handle.toLatin1()),
                     base::ErrorCode::NotFound);
    }

    void theIdItselfIsNotInTheDatabase()
    {
        const auto begun = begin();
        const auto rows =
            m_house->database->rows(QStringLiteral("SELECT * FROM authority_sessions"));
        VERIFY_RESULT(rows);
        for (const QVariant &value : rows->first())
            QVERIFY(value.toByteArray() != cookie(begun.id));
    }

    void idleTenMinutesEndsIt()
    {
        const auto begun = begin();
        m_house->clock.advance(9min + 59s);
        VERIFY_RESULT(sessions().find(cookie(begun.id)));

        m_house->clock.advance(10min);

        VERIFY_ERROR(sessions().find(cookie(begun.id)), base::ErrorCode::NotFound);
        QCOMPARE(*sessions().cleanUp(), 1);
    }

    void thirtyMinutesEndItHoweverBusy()
    {
        auto begun = begin();
        QByteArray id = cookie(begun.id);
        use(id, 29min);
        VERIFY_RESULT(sessions().find(id));

        use(id, 2min);

        VERIFY_ERROR(sessions().find(id), base::ErrorCode::NotFound);
    }

    void theIdIsRenewedAfterFifteenMinutes()
    {
        const auto begun = begin();
        QByteArray id = cookie(begun.id);
        use(id, 14min);
        QCOMPARE(id, cookie(begun.id));

        m_house->clock.advance(1min);
        const auto renewing = sessions().find(id);

        VERIFY_RESULT(renewing);
        QVERIFY(renewing->renewedId.has_value());
        const QByteArray fresh = cookie(*renewing->renewedId);
        VERIFY_RESULT(sessions().find(fresh));
        // Requests that were on their way with the id before.
        m_house->clock.advance(5s);
        const auto parallel = sessions().find(id);
        VERIFY_RESULT(parallel);
        QVERIFY(!parallel->renewedId.has_value());
        m_house->clock.advance(6s);
        VERIFY_ERROR(sessions().find(id), base::ErrorCode::NotFound);
        VERIFY_RESULT(sessions().find(fresh));
    }

    void aWebSocketDoesNotRenew()
    {
        const auto begun = begin();
        QByteArray id = cookie(begun.id);
        use(id, 14min);
        m_house->clock.advance(2min);

        const auto found = sessions().find(id, SessionTable::Renewal::NotNow);

        VERIFY_RESULT(found);
        QVERIFY(!found->renewedId.has_value());
        QVERIFY(sessions().find(id)->renewedId.has_value());
    }

    void theOldestGoesWhenThereAreTooMany()
    {
        QStringList gone;
        const auto listening = sessions().ended.subscribe(
            [&](const QString &handle, const QString &, const QString &why) {
                gone.append(handle + u' ' + why);
            });
        const auto first = begin();
        for (int i = 0; i < 5; ++i) {
            m_house->clock.advance(1s);
            begin();
        }

        QCOMPARE(sessions().list(m_ada.id)->size(), 5);
        QCOMPARE(gone, QStringList{first.session.view.handle + QStringLiteral(" too_many")});
        VERIFY_ERROR(sessions().find(cookie(first.id)), base::ErrorCode::NotFound);
    }

    void provingAgainChangesTheIdWithoutGrace()
    {
        const auto begun = begin();
        m_house->clock.advance(1min);

        const auto proved =
            sessions().proveAgain(begun.session, {QStringLiteral("pwd"), QStringLiteral("otp")});

        VERIFY_RESULT(proved);
        QCOMPARE(proved->session.view.handle, begun.session.view.handle);
        QCOMPARE(proved->session.authAt, m_house->clock.now());
        VERIFY_ERROR(sessions().find(cookie(begun.id)), base::ErrorCode::NotFound);
        VERIFY_RESULT(sessions().find(cookie(proved->id)));
    }

    void endingOneEndsItsGrants()
    {
        const auto begun = begin();

        VERIFY_RESULT(m_house->door->endSession(begun.session.view.handle));

        VERIFY_ERROR(sessions().find(cookie(begun.id)), base::ErrorCode::NotFound);
        QCOMPARE(m_house->interactions.revoked,
                 QStringList{u'|' + begun.session.view.handle + QStringLiteral("|session_ended")});
        VERIFY_ERROR(m_house->door->endSession(begun.session.view.handle),
                     base::ErrorCode::NotFound);
    }

    void anotherInstanceKnowsIt()
    {
        const auto begun = begin();
        const auto other = m_house->makeDoor();

        VERIFY_RESULT(other->sessions().find(cookie(begun.id)));
        VERIFY_RESULT(other->sessions().end(begun.session.view.handle, QStringLiteral("revoked")));
        VERIFY_ERROR(sessions().find(cookie(begun.id)), base::ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(SessionTableTest)
#include "tst_sessiontable.moc"
