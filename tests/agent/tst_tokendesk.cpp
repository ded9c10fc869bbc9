// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/lockdesk.h"
#include "agent/tokendesk.h"
#include "support/agenthouse.h"
#include "support/verifyresult.h"

using core::AuditKind;

namespace {

struct DeskHouse : AgentHouse
{
    FakeStoreStatus store;
    agent::LockDesk lockDesk{{secrets, store, audit, clock, settings}};
    agent::TokenDesk desk{{book, tokens, secrets, audit, lockDesk}};
    base::Subscription onForget = lockDesk.forget.subscribe([this] { desk.forget(); });

    auto take(const core::AccountId &id)
    {
        return QCoro::waitFor(desk.take(
            id, std::chrono::seconds(60), QStringLiteral("tray"), AuditKind::TokenCopied, {}));
    }
};

} // namespace

class TokenDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesATokenAndWritesItDown()
    {
        DeskHouse house;
        const auto id = house.oauth("github/work", std::chrono::hours(1), true);
        VERIFY_RESULT(house.book.load());

        const auto token = house.take(id);

        VERIFY_RESULT(token);
        QVERIFY(token->value.equals("at"));
        QCOMPARE(house.audit.words(), QStringList{QStringLiteral("token_copied done")});
        QCOMPARE(house.states.rows.value(id).lastUsed, house.clock.now());
    }

    void readsAKeyOnceWhileUnlocked()
    {
        DeskHouse house;
        VERIFY_RESULT(house.book.load());
        const auto id = AgentHouse::id("openai/lab");
        VERIFY_RESULT(QCoro::waitFor(
            house.book.addApiKey(id, {}, {}, base::Secret("sk-1"), {}, QStringLiteral("window"))));

        QVERIFY(house.take(id)->value.equals("sk-1"));
        const int reads = house.secrets.reads;
        for (int i = 0; i < 3; ++i) // in one and the same millisecond
            QVERIFY(house.take(id)->value.equals("sk-1"));
        QCOMPARE(house.secrets.reads, reads);
    }

    void aReplacedKeyIsGivenAtOnce()
    {
        DeskHouse house;
        VERIFY_RESULT(house.book.load());
        const auto id = AgentHouse::id("openai/lab");
        for (const char *key : {"sk-1", "sk-2"}) {
            VERIFY_RESULT(QCoro::waitFor(
                house.book.addApiKey(id, {}, {}, base::Secret(key), {}, QStringLiteral("window"))));
            QVERIFY(house.take(id)->value.equals(key));
        }
    }

    void aLockedDeskGivesNothing()
    {
        DeskHouse house;
        const auto id = house.oauth("github/work", std::chrono::hours(1), true);
        VERIFY_RESULT(house.book.load());
        house.lockDesk.lock(QStringLiteral("tray"));

        VERIFY_ERROR(house.take(id), base::ErrorCode::Locked);

        QCOMPARE(
            house.audit.words(),
            (QStringList{QStringLiteral("locked done"), QStringLiteral("token_refused refused")}));
        VERIFY_RESULT(QCoro::waitFor(house.lockDesk.unlock({}, QStringLiteral("window"))));
        VERIFY_RESULT(house.take(id));
    }

    void aWrongPassphraseIsRecorded()
    {
        DeskHouse house;
        house.secrets.passphrase = "right";
        house.lockDesk.lock(QStringLiteral("tray"));
        VERIFY_ERROR(
            QCoro::waitFor(house.lockDesk.unlock(base::Secret("wrong"), QStringLiteral("window"))),
            base::ErrorCode::Denied);
        QCOMPARE(house.lockDesk.state(), core::LockService::State::Locked);
        QCOMPARE(house.audit.words().last(), QStringLiteral("unlocked refused"));
    }

    void aKeyringThatLocksFromOutsideIsNoticed()
    {
        DeskHouse house;
        QList<core::LockService::State> told;
        const auto subscription = house.lockDesk.changed.subscribe(
            [&told](const core::LockService::State &state) { told += state; });

        house.secrets.become(core::StoreState::Unavailable);
        house.secrets.become(core::StoreState::Ready);

        QCOMPARE(told,
                 (QList{core::LockService::State::StoreUnavailable,
                        core::LockService::State::Unlocked}));
    }

    void locksWhenIdle()
    {
        DeskHouse house;
        QVERIFY(!house.lockDesk.checkIdle().isValid()); // 0: never
        base::Settings::Sources sources;
        sources.commandLine.insert(QStringLiteral("lock.idle_minutes"), QStringLiteral("15"));
        base::Settings settings(core::settingSpecs(), sources);
        VERIFY_RESULT(settings.load());
        agent::LockDesk lock({house.secrets, house.store, house.audit, house.clock, settings});

        QCOMPARE(lock.checkIdle(), house.clock.now().addSecs(15 * 60));
        house.clock.advance(std::chrono::minutes(14));
        lock.touch();
        house.clock.advance(std::chrono::minutes(14));
        QVERIFY(lock.checkIdle().isValid());
        house.clock.advance(std::chrono::minutes(1));
        QVERIFY(!lock.checkIdle().isValid());
        QCOMPARE(lock.state(), core::LockService::State::Locked);
    }

    void whatDoesNotExistIsNotFound()
    {
        DeskHouse house;
        VERIFY_ERROR(house.take(AgentHouse::id("no/body")), base::ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TokenDeskTest)
#include "tst_tokendesk.moc"
