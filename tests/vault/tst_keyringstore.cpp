// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"
#include "support/verifyresult.h"
#include "vault/fakekeyring.h"
#include "vault/keyringstore.h"

#include <QCoroTask>
#include <QTest>

using namespace vault;
using core::StoreState;
using Presence = Keyring::Presence;

namespace {

const QString entry = QStringLiteral("latchkey/github/work/token");

//! Starts a task and keeps what it ends with.
template<typename T>
class Running
{
public:
    explicit Running(base::Task<T> task) { m_task = run(std::move(task), m_result); }
    [[nodiscard]] bool isDone() const { return m_result->has_value(); }
    [[nodiscard]] const base::Result<T> &result() const { return **m_result; }

private:
    using Kept = std::shared_ptr<std::optional<base::Result<T>>>;
    static QCoro::Task<> run(base::Task<T> task, Kept kept)
    {
        auto result = co_await task;
        kept->emplace(std::move(result));
    }

    Kept m_result = std::make_shared<std::optional<base::Result<T>>>();
    QCoro::Task<> m_task;
};

} // namespace

class KeyringStoreTest : public QObject
{
    Q_OBJECT

private:
    KeyringStore::Limits limits(qsizetype entryBytes = 0) const
    {
        return {std::chrono::seconds(20), std::chrono::minutes(2), entryBytes};
    }
    static base::Secret secret(const QByteArray &bytes) { return base::Secret(bytes); }

private Q_SLOTS:
    void whatIsWrittenIsReadAndRemoved()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());

        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret("one"))));
        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret("two"))));

        const auto read = QCoro::waitFor(store.read(entry));
        VERIFY_RESULT(read);
        QVERIFY(read->equals("two"));
        VERIFY_RESULT(QCoro::waitFor(store.remove(entry)));
        VERIFY_RESULT(QCoro::waitFor(store.remove(entry)));
        VERIFY_ERROR(QCoro::waitFor(store.read(entry)), base::ErrorCode::NotFound);
        QCOMPARE(store.state(), StoreState::Ready);
    }

    void aKeyringThatDoesNotAnswerIsLockedAfterTheLimit()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());
        ring.isSilent = true;

        Running read(store.read(entry));
        QTRY_COMPARE(clock.sleepers(), 1U);
        QVERIFY(!read.isDone());
        clock.advance(std::chrono::seconds(21));
        QTRY_VERIFY(read.isDone());

        VERIFY_ERROR(read.result(), base::ErrorCode::Locked);
        QVERIFY(!read.result().error().remedy.isEmpty());
        QCOMPARE(store.state(), StoreState::Locked);
    }

    void aLateAnswerWakesTheStoreAndTheNextCallsWork()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());
        ring.isSilent = true;
        Running first(store.write(entry, secret("late")));
        QTRY_COMPARE(ring.waiting(), 1); // looking for an old header
        QTRY_COMPARE(clock.sleepers(), 1U);
        clock.advance(std::chrono::seconds(21));
        QTRY_VERIFY(first.isDone());
        VERIFY_ERROR(first.result(), base::ErrorCode::Locked);

        ring.answerAll();

        QCOMPARE(store.state(), StoreState::Ready);
        QVERIFY(!ring.entries.contains(entry)); // given up before it was handed over
        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret("now"))));
        QCOMPARE(ring.entries.value(entry), QByteArray("now"));
    }

    void ordersThatNobodyWaitsForAreNotHandedOver()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());
        ring.isSilent = true;
        Running first(store.read(entry));
        Running second(store.read(entry));
        QTRY_COMPARE(clock.sleepers(), 2U);
        clock.advance(std::chrono::seconds(21));
        QTRY_VERIFY(first.isDone() && second.isDone());

        ring.answerAll();

        QCOMPARE(ring.orders, 1);
    }

    void theStoreMayGoWhileAnOrderHangs()
    {
        FakeKeyring ring;
        FakeClock clock;
        auto store = std::make_unique<KeyringStore>(ring, clock, limits());
        ring.isSilent = true;
        Running read(store->read(entry));
        QTRY_COMPARE(ring.waiting(), 1);

        store.reset();
        ring.answerAll();

        QTRY_VERIFY(read.isDone());
    }

    void aKeyringThatCannotBeSeenIsTimedAsWell()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());
        ring.looksSilently = true;
        Running look(store.look());
        QTRY_COMPARE(clock.sleepers(), 1U);
        clock.advance(std::chrono::seconds(21));
        QTRY_VERIFY(look.isDone());
        VERIFY_ERROR(look.result(), base::ErrorCode::Locked);
    }

    void eachStateOfTheKeyringHasItsAnswer_data()
    {
        QTest::addColumn<Presence>("presence");
        QTest::addColumn<base::ErrorCode>("code");
        QTest::addColumn<StoreState>("state");
        QTest::newRow("locked") << Presence::Locked << base::ErrorCode::Locked
                                << StoreState::Locked;
        QTest::newRow("not set up")
            << Presence::NotSetUp << base::ErrorCode::Locked << StoreState::Locked;
        QTest::newRow("absent") << Presence::Absent << base::ErrorCode::Unreachable
                                << StoreState::Unavailable;
    }
    void eachStateOfTheKeyringHasItsAnswer()
    {
        QFETCH(Presence, presence);
        QFETCH(base::ErrorCode, code);
        QFETCH(StoreState, state);
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());
        ring.presence = presence;

        const auto read = QCoro::waitFor(store.read(entry));

        VERIFY_ERROR(read, code);
        QVERIFY(!read.error().remedy.isEmpty());
        QCOMPARE(store.state(), state);
        QVERIFY(!store.reason().isEmpty());
        QCOMPARE(ring.orders, 0); // nothing that could open a dialog
        VERIFY_ERROR(QCoro::waitFor(store.write(entry, secret("x"))), code);
        VERIFY_ERROR(QCoro::waitFor(store.remove(entry)), code);
    }

    void aKeyringThatComesBackIsUsedAtOnce()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());
        QList<StoreState> told;
        const auto subscription =
            store.stateChanged.subscribe([&](StoreState state) { told.append(state); });
        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret("kept"))));
        ring.presence = Presence::Absent;
        VERIFY_ERROR(QCoro::waitFor(store.read(entry)), base::ErrorCode::Unreachable);
        ring.presence = Presence::Open;

        const auto read = QCoro::waitFor(store.read(entry));

        VERIFY_RESULT(read);
        QVERIFY(read->equals("kept"));
        const QList<StoreState> expected{
            StoreState::Ready, StoreState::Unavailable, StoreState::Ready};
        QCOMPARE(told, expected);
    }

    void unlockLetsTheKeyringAskThePerson()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());
        ring.presence = Presence::Locked;
        ring.opensOnWrite = true;

        VERIFY_RESULT(QCoro::waitFor(store.unlock({})));

        QCOMPARE(store.state(), StoreState::Ready);
        QVERIFY(ring.entries.isEmpty()); // the probe has gone
    }

    void aDialogThatIsClosedLeavesItLocked()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());
        ring.presence = Presence::Locked;

        VERIFY_ERROR(QCoro::waitFor(store.unlock({})), base::ErrorCode::Locked);
        QCOMPARE(store.state(), StoreState::Locked);
    }

    void lockShutsTheStoreUntilUnlock()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());
        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret("x"))));

        store.lock();

        QCOMPARE(store.state(), StoreState::Locked);
        VERIFY_ERROR(QCoro::waitFor(store.read(entry)), base::ErrorCode::Locked);
        VERIFY_RESULT(QCoro::waitFor(store.look()));
        QCOMPARE(store.state(), StoreState::Locked);
        VERIFY_RESULT(QCoro::waitFor(store.unlock({})));
        VERIFY_RESULT(QCoro::waitFor(store.read(entry)));
    }

    void aProbeFindsAKeyringThatForgets()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());
        VERIFY_RESULT(QCoro::waitFor(store.probe()));
        ring.mangles = true;
        VERIFY_ERROR(QCoro::waitFor(store.probe()), base::ErrorCode::ToolFailed);
    }

    void secretsOfAnySizeFitIntoSmallEntries_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 199, 200, 201, 400, 401, 5000})
            QTest::addRow("%d bytes", size) << size;
    }
    void secretsOfAnySizeFitIntoSmallEntries()
    {
        QFETCH(int, size);
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits(200));
        ring.greatestEntry = 200;
        QByteArray bytes(size, 'x');
        for (int i = 0; i < size; ++i)
            bytes[i] = char(i % 251);

        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret(bytes))));
        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret(bytes + "2"))));
        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret(bytes))));

        const auto read = QCoro::waitFor(store.read(entry));
        VERIFY_RESULT(read);
        QVERIFY(read->equals(bytes));
        const int chunks = size > 200 ? (size + 199) / 200 : 0;
        QCOMPARE(ring.entries.size(), 1 + chunks); // no chunk of an older value stays
        VERIFY_RESULT(QCoro::waitFor(store.remove(entry)));
        QVERIFY(ring.entries.isEmpty());
    }

    void aSecretThatLooksLikeAHeaderIsKept()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits());
        const QByteArray odd = "latchkey-chunks 1 a 1 3 none";
        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret(odd))));
        const auto read = QCoro::waitFor(store.read(entry));
        VERIFY_RESULT(read);
        QVERIFY(read->equals(odd));
    }

    void aHalfWrittenSetLeavesTheOldValue()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits(100));
        const QByteArray old(350, 'o');
        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret(old))));
        const auto before = ring.entries;
        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret(QByteArray(350, 'n')))));
        // As if the process had ended before the header: the new chunks are there, the header is
        // old.
        QMap<QString, QByteArray> torn = before;
        for (auto it = ring.entries.constBegin(); it != ring.entries.constEnd(); ++it) {
            if (it.key() != entry)
                torn.insert(it.key(), it.value());
        }
        ring.entries = torn;

        const auto read = QCoro::waitFor(store.read(entry));

        VERIFY_RESULT(read);
        QVERIFY(read->equals(old));
    }

    void aMissingOrChangedChunkIsCorruptAndCanBeReplaced()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits(100));
        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret(QByteArray(350, 'o')))));
        const auto whole = ring.entries;

        ring.entries.remove(entry + QStringLiteral("/a/3"));
        VERIFY_ERROR(QCoro::waitFor(store.read(entry)), base::ErrorCode::Corrupt);
        ring.entries = whole;
        ring.entries[entry + QStringLiteral("/a/2")] = QByteArray(100, 'x');
        VERIFY_ERROR(QCoro::waitFor(store.read(entry)), base::ErrorCode::Corrupt);
        ring.entries[entry] = "latchkey-chunks 1 z";
        VERIFY_ERROR(QCoro::waitFor(store.read(entry)), base::ErrorCode::Corrupt);

        VERIFY_RESULT(QCoro::waitFor(store.write(entry, secret("small"))));
        QVERIFY(QCoro::waitFor(store.read(entry)).value().equals("small"));
    }

    void changesOfOneEntryDoNotMix()
    {
        FakeKeyring ring;
        FakeClock clock;
        KeyringStore store(ring, clock, limits(100));
        ring.isSilent = true;
        Running first(store.write(entry, secret(QByteArray(350, '1'))));
        Running second(store.write(entry, secret(QByteArray(450, '2'))));

        while (!first.isDone() || !second.isDone()) {
            ring.answerAll();
            QCoreApplication::processEvents();
        }

        VERIFY_RESULT(first.result());
        VERIFY_RESULT(second.result());
        const auto read = QCoro::waitFor(store.read(entry));
        VERIFY_RESULT(read);
        QVERIFY(read->equals(QByteArray(450, '2')));
        QCOMPARE(ring.entries.size(), 6);
    }
};

Q_DECLARE_METATYPE(vault::Keyring::Presence)

QTEST_GUILESS_MAIN(KeyringStoreTest)
#include "tst_keyringstore.moc"
