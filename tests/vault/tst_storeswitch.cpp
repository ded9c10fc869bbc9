// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentialref.h"
#include "core/settingspecs.h"
#include "support/fakeclock.h"
#include "support/fakeports.h"
#include "support/settle.h"
#include "support/verifyresult.h"
#include "vault/fakekeyring.h"
#include "vault/movejournal.h"
#include "vault/storeswitch.h"

#include <QCoroTask>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace vault;
using core::StoreKind;
using core::StoreState;
using Presence = Keyring::Presence;

namespace {

const core::AccountId work{QStringLiteral("github"), QStringLiteral("work")};
const QString token = core::tokenEntry(work);
const QString client = core::clientIdEntry(QStringLiteral("github"));
const QString custom = QStringLiteral("latchkey/my/own/thing");

//! Accounts in a list.
class ListedAccounts final : public core::Accounts
{
public:
    QList<core::Account> list;
    [[nodiscard]] QList<core::Account> all() const override { return list; }
    [[nodiscard]] std::optional<core::Account> find(const core::AccountId &id) const override
    {
        for (const auto &account : list) {
            if (account.id == id)
                return account;
        }
        return std::nullopt;
    }
    [[nodiscard]] base::Task<> put(core::Account account) override
    {
        list.append(account);
        co_return {};
    }
    [[nodiscard]] base::Task<> remove(core::AccountId) override { co_return {}; }
};

//! One start of the program: everything but what is on the disk and in the keyring.
struct House
{
    House(const QString &folder, FakeKeyring &ring, const QHash<QString, QString> &environment = {})
        : settings(core::settingSpecs(),
                   {QString(), folder + QStringLiteral("/config.toml"), environment, {}})
        , keyring(ring, clock, {std::chrono::seconds(20), std::chrono::minutes(2), 0})
        , ageFile({folder + QStringLiteral("/vault.age"), folder + QStringLiteral("/vault.key")},
                  {1, 64, 1})
        , store({keyring, ageFile, settings, accounts}, [] { return QStringList{custom}; })
    {
        core::Account account;
        account.id = work;
        account.provider = QStringLiteral("github");
        accounts.list.append(account);
        if (const auto loaded = settings.load(); !loaded)
            qFatal("%s", qPrintable(loaded.error().message));
    }

    [[nodiscard]] base::Result<> moveTo(StoreKind kind, const QByteArray &passphrase = {})
    {
        return QCoro::waitFor(store.moveTo(kind,
                                           base::Secret(passphrase),
                                           [this](int d, int t) {
                                               progress = {d, t};
                                           },
                                           {}));
    }
    [[nodiscard]] base::Result<> write(const QString &entry, const QByteArray &secret)
    {
        return QCoro::waitFor(store.write(entry, base::Secret(secret)));
    }
    [[nodiscard]] QByteArray read(const QString &entry)
    {
        const auto secret = QCoro::waitFor(store.read(entry));
        return secret ? secret->expose().toByteArray()
                      : base::nameOf(secret.error().code).toLatin1();
    }
    [[nodiscard]] QString kindSetting() const { return settings.text(core::setting::storeKind); }

    FakeClock clock;
    ListedAccounts accounts;
    base::Settings settings;
    KeyringStore keyring;
    AgeFileStore ageFile;
    StoreSwitch store;
    std::pair<int, int> progress;
};

} // namespace

class StoreSwitchTest : public QObject
{
    Q_OBJECT

private:
    QString folder() const { return m_folder->path(); }
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void cleanupTestCase() { settleEverything(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("DISPLAY", ":99");
    }

    void theFirstStartDecidesOnceAndWritesIt_data()
    {
        QTest::addColumn<Presence>("presence");
        QTest::addColumn<bool>("hasScreen");
        QTest::addColumn<StoreKind>("kind");
        QTest::newRow("an open keyring") << Presence::Open << true << StoreKind::Keyring;
        QTest::newRow("a locked keyring") << Presence::Locked << true << StoreKind::Keyring;
        QTest::newRow("no keyring") << Presence::Absent << true << StoreKind::AgeFile;
        QTest::newRow("a new keyring") << Presence::NotSetUp << true << StoreKind::Keyring;
        QTest::newRow("a new keyring, nobody there")
            << Presence::NotSetUp << false << StoreKind::AgeFile;
    }
    void theFirstStartDecidesOnceAndWritesIt()
    {
        QFETCH(Presence, presence);
        QFETCH(bool, hasScreen);
        QFETCH(StoreKind, kind);
        if (!hasScreen)
            qunsetenv("DISPLAY");
        FakeKeyring ring;
        ring.presence = presence;
        {
            House house(folder(), ring);
            VERIFY_RESULT(QCoro::waitFor(house.store.decide()));
            QCOMPARE(house.store.status().kind, kind);
            QCOMPARE(house.kindSetting(), core::nameOf(kind));
        }
        // What has been decided stays, whatever the keyring does later.
        ring.presence = presence == Presence::Absent ? Presence::Open : Presence::Absent;
        House again(folder(), ring);
        VERIFY_RESULT(QCoro::waitFor(again.store.decide()));
        QCOMPARE(again.store.status().kind, kind);
        QCOMPARE(again.store.status().keyringAvailable, ring.presence == Presence::Open);
    }

    void anEncryptedFileThatIsThereIsUsed()
    {
        FakeKeyring ring;
        {
            House house(folder(), ring);
            VERIFY_RESULT(house.settings.set(core::setting::storeKind, QStringLiteral("age_file")));
            VERIFY_RESULT(house.write(token, "t"));
        }
        QVERIFY(QFile::remove(path("config.toml")));

        House again(folder(), ring);

        QCOMPARE(again.read(token), QByteArray("t"));
        QCOMPARE(again.store.status().kind, StoreKind::AgeFile);
        QVERIFY(again.store.status().usesKeyFile);
    }

    void callsBeforeTheDecisionWaitForIt()
    {
        FakeKeyring ring;
        House house(folder(), ring);
        QCOMPARE(house.store.state(), StoreState::Unavailable);
        VERIFY_RESULT(house.write(token, "t"));
        QCOMPARE(house.store.state(), StoreState::Ready);
        QCOMPARE(ring.entries.value(token), QByteArray("t"));
    }

    void everythingMovesThereAndBack()
    {
        FakeKeyring ring;
        House house(folder(), ring);
        VERIFY_RESULT(house.write(token, "t"));
        VERIFY_RESULT(house.write(client, "c"));
        VERIFY_RESULT(house.write(custom, QByteArray("o\0w\n", 4)));
        int told = 0;
        const auto subscription = house.store.StoreService::changed.subscribe([&] { ++told; });

        VERIFY_RESULT(house.moveTo(StoreKind::AgeFile, "pass"));

        QVERIFY(told > 0);
        QVERIFY(ring.entries.isEmpty());
        QCOMPARE(house.store.status().kind, StoreKind::AgeFile);
        QVERIFY(!house.store.status().usesKeyFile);
        QCOMPARE(house.kindSetting(), QStringLiteral("age_file"));
        QCOMPARE(house.read(token), QByteArray("t"));
        QCOMPARE(house.read(custom), QByteArray("o\0w\n", 4));
        QCOMPARE(house.progress.first, house.progress.second);
        QVERIFY(house.progress.second >= 5);

        VERIFY_RESULT(house.write(QStringLiteral("latchkey/un/known/entry"), "u"));
        VERIFY_RESULT(house.moveTo(StoreKind::Keyring));

        QCOMPARE(ring.entries.size(), 4); // the file can list its entries
        QCOMPARE(house.read(client), QByteArray("c"));
        QVERIFY(!QFile::exists(path("vault.age")) && !QFile::exists(path("vault.key"))
                && !QFile::exists(path("vault.age.bak")) && !QFile::exists(path("vault.move")));
        VERIFY_RESULT(house.moveTo(StoreKind::Keyring)); // is there already
    }

    void aStoreThatDoesNotGiveBackIsNotMovedTo()
    {
        FakeKeyring ring;
        House house(folder(), ring);
        VERIFY_RESULT(house.settings.set(core::setting::storeKind, QStringLiteral("age_file")));
        VERIFY_RESULT(house.write(token, "t"));
        ring.mangles = true;

        VERIFY_ERROR(house.moveTo(StoreKind::Keyring), base::ErrorCode::ToolFailed);

        QCOMPARE(house.store.status().kind, StoreKind::AgeFile);
        QCOMPARE(house.read(token), QByteArray("t"));
        QVERIFY(ring.entries.isEmpty());
        QVERIFY(!QFile::exists(path("vault.move")));
    }

    void aStopLeavesTheOldStoreWhole()
    {
        FakeKeyring ring;
        House house(folder(), ring);
        VERIFY_RESULT(house.write(token, "t"));
        std::stop_source stop;

        const auto moved = QCoro::waitFor(house.store.moveTo(
            StoreKind::AgeFile, {}, [&](int, int) { stop.request_stop(); }, stop.get_token()));

        VERIFY_ERROR(moved, base::ErrorCode::Cancelled);
        QCOMPARE(house.read(token), QByteArray("t"));
        QCOMPARE(house.store.status().kind, StoreKind::Keyring);
        QVERIFY(!QFile::exists(path("vault.age")) && !QFile::exists(path("vault.move")));
    }

    void aFileThatIsThereIsNotOverwrittenByAMove()
    {
        FakeKeyring ring;
        House house(folder(), ring);
        VERIFY_RESULT(house.write(token, "t"));
        QFile other(path("vault.age"));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write("somebody's");
        other.close();

        VERIFY_ERROR(house.moveTo(StoreKind::AgeFile), base::ErrorCode::Conflict);

        QVERIFY(other.open(QIODevice::ReadOnly));
        QCOMPARE(other.readAll(), QByteArray("somebody's"));
        QCOMPARE(house.read(token), QByteArray("t"));
    }

    void aFixedSettingIsSaid()
    {
        FakeKeyring ring;
        House house(
            folder(), ring, {{QStringLiteral("LATCHKEY_STORE_KIND"), QStringLiteral("keyring")}});
        VERIFY_RESULT(house.write(token, "t"));
        VERIFY_ERROR(house.moveTo(StoreKind::AgeFile), base::ErrorCode::Conflict);
        QCOMPARE(house.read(token), QByteArray("t"));
    }

    void whatIsWrittenDuringAMoveIsMovedToo()
    {
        FakeKeyring ring;
        House house(folder(), ring);
        VERIFY_RESULT(house.write(token, "old"));
        VERIFY_RESULT(house.write(client, "c"));
        std::vector<base::Task<>> writing;
        const QString late = QStringLiteral("latchkey/late/one/token");

        const auto moved = QCoro::waitFor(
            house.store.moveTo(StoreKind::AgeFile,
                               {},
                               [&](int done, int total) {
                                   if (done != total)
                                       return;
                                   writing.push_back(house.store.write(token, base::Secret("new")));
                                   writing.push_back(house.store.write(late, base::Secret("l")));
                                   writing.push_back(house.store.remove(client));
                               },
                               {}));

        VERIFY_RESULT(moved);
        for (auto &task : writing)
            VERIFY_RESULT(QCoro::waitFor(task));
        QCOMPARE(house.read(token), QByteArray("new"));
        QCOMPARE(house.read(late), QByteArray("l"));
        QCOMPARE(house.read(client), QByteArray("not_found"));
        QVERIFY(ring.entries.isEmpty());
    }

    void aMoveThatWasCutOffBeforeTheDecisionIsUndone()
    {
        FakeKeyring ring;
        {
            House house(folder(), ring);
            VERIFY_RESULT(house.write(token, "t"));
            VERIFY_RESULT(QCoro::waitFor(house.ageFile.create({})));
            VERIFY_RESULT(QCoro::waitFor(house.ageFile.write(token, base::Secret("t"))));
            const MoveJournal journal{
                StoreKind::Keyring, StoreKind::AgeFile, MoveJournal::Step::Copying, {token}};
            VERIFY_RESULT(journal.write(path("vault.move")));
        }

        House again(folder(), ring);
        VERIFY_RESULT(QCoro::waitFor(again.store.decide()));

        QCOMPARE(again.store.status().kind, StoreKind::Keyring);
        QCOMPARE(again.read(token), QByteArray("t"));
        QVERIFY(!QFile::exists(path("vault.age")) && !QFile::exists(path("vault.move")));
    }

    void aMoveThatWasCutOffAfterTheDecisionIsFinished_data()
    {
        QTest::addColumn<MoveJournal::Step>("step");
        QTest::newRow("the journal knows it") << MoveJournal::Step::Decided;
        QTest::newRow("only the setting knows it") << MoveJournal::Step::Copying;
    }
    void aMoveThatWasCutOffAfterTheDecisionIsFinished()
    {
        QFETCH(MoveJournal::Step, step);
        FakeKeyring ring;
        {
            House house(folder(), ring);
            VERIFY_RESULT(house.settings.set(core::setting::storeKind, QStringLiteral("age_file")));
            VERIFY_RESULT(house.write(token, "t"));
            ring.entries.insert(token, "t");
            const MoveJournal journal{StoreKind::Keyring, StoreKind::AgeFile, step, {token}};
            VERIFY_RESULT(journal.write(path("vault.move")));
        }

        House again(folder(), ring);
        VERIFY_RESULT(QCoro::waitFor(again.store.decide()));

        QVERIFY(ring.entries.isEmpty());
        QCOMPARE(again.read(token), QByteArray("t"));
        QVERIFY(!QFile::exists(path("vault.move")));
    }

    void aSettingChangedByHandDuringAMoveLosesNothing()
    {
        FakeKeyring ring;
        {
            House house(folder(), ring);
            VERIFY_RESULT(house.settings.set(core::setting::storeKind, QStringLiteral("age_file")));
            VERIFY_RESULT(house.write(token, "t"));
            ring.entries.insert(token, "t");
            ring.entries.insert(client, "never copied");
            const MoveJournal journal{StoreKind::Keyring,
                                      StoreKind::AgeFile,
                                      MoveJournal::Step::Copying,
                                      {token, client}};
            VERIFY_RESULT(journal.write(path("vault.move")));
        }

        House again(folder(), ring);

        QCOMPARE(again.read(client), QByteArray("never copied"));
        QVERIFY(ring.entries.isEmpty());
    }

    void aNewPassphraseIsAMoveToTheSameStore()
    {
        FakeKeyring ring;
        ring.presence = Presence::Absent;
        House house(folder(), ring);
        VERIFY_RESULT(house.write(token, "t"));
        QVERIFY(house.store.status().usesKeyFile);

        VERIFY_RESULT(house.moveTo(StoreKind::AgeFile, "new"));

        QVERIFY(!house.store.status().usesKeyFile);
        house.store.lock();
        QCOMPARE(house.store.state(), StoreState::Locked);
        QCOMPARE(house.read(token), QByteArray("locked"));
        VERIFY_RESULT(QCoro::waitFor(house.store.unlock(base::Secret("new"))));
        QCOMPARE(house.read(token), QByteArray("t"));
    }

    void aVanishedKeyringIsNoticedAndComesBack()
    {
        FakeKeyring ring;
        House house(folder(), ring);
        VERIFY_RESULT(house.write(token, "t"));
        QList<StoreState> told;
        const auto subscription =
            house.store.stateChanged.subscribe([&](StoreState state) { told.append(state); });
        ring.presence = Presence::Absent;
        VERIFY_RESULT(QCoro::waitFor(house.store.look()));
        QVERIFY(!house.store.status().reason.isEmpty());
        ring.presence = Presence::Open;
        VERIFY_RESULT(QCoro::waitFor(house.store.look()));

        const QList<StoreState> expected{StoreState::Unavailable, StoreState::Ready};
        QCOMPARE(told, expected);
        QCOMPARE(house.read(token), QByteArray("t"));
    }
};

Q_DECLARE_METATYPE(vault::Keyring::Presence)
Q_DECLARE_METATYPE(vault::MoveJournal::Step)

QTEST_GUILESS_MAIN(StoreSwitchTest)
#include "tst_storeswitch.moc"
