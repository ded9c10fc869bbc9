// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/doctor.h"
#include "core/settingspecs.h"
#include "support/fakeaccountservice.h"
#include "support/fakeclock.h"
#include "support/fakelockservice.h"
#include "support/fakeports.h"
#include "support/fakestoreservice.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace {

//! An installation in a folder, all well.
class House
{
public:
    House() { (void)paths.create(); }

    //! "severity id" of everything that is not well.
    QStringList troubles()
    {
        const auto findings = QCoro::waitFor(doctor.examine(std::stop_token()));
        QStringList found;
        for (const core::Finding &finding : findings.value_or(QList<core::Finding>())) {
            // What the machine's clock is like is not ours to say here.
            if (finding.severity != core::Finding::Severity::Ok
                && !(finding.id == QLatin1String("clock")
                     && finding.severity == core::Finding::Severity::Warning))
                found += core::nameOf(finding.severity) + QLatin1Char(' ') + finding.id;
        }
        return found;
    }
    void account(const char *name, core::Standing standing)
    {
        core::AccountView view;
        view.account.id = {QStringLiteral("github"), QString::fromLatin1(name)};
        view.standing = standing;
        accounts.views += view;
    }

    QTemporaryDir folder;
    base::Paths paths = base::Paths::below(folder.path());
    FakeAccountService accounts;
    FakeLockService lock;
    FakeStoreService store;
    FakeAudit audit;
    FakeClock clock;
    base::Settings settings{core::settingSpecs(), {}};
    QStringList warnings;
    agent::Doctor doctor{
        {accounts, lock, store, audit, settings, clock, paths, [this] { return warnings; }, {}}};
};

} // namespace

//! What the agent finds wrong.
class DoctorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingWhereAllIsWell()
    {
        House house;
        house.account("work", core::Standing::Valid);
        QCOMPARE(house.troubles(), QStringList());
    }

    void findsAKeyringThatDoesNotAnswer()
    {
        House house;
        house.store.now.state = core::StoreState::Unavailable;
        QCOMPARE(house.troubles(), QStringList{QStringLiteral("error store")});
    }

    void tellsThatItIsLocked()
    {
        House house;
        house.lock.now = core::LockService::State::Locked;
        QCOMPARE(house.troubles(), QStringList{QStringLiteral("warning store")});
    }

    void findsAKeyBesideItsFile()
    {
        House house;
        house.store.now = {
            core::StoreKind::AgeFile, {}, core::StoreState::Ready, {}, false, true, {}};
        QCOMPARE(house.troubles(), QStringList{QStringLiteral("warning store.keyring")});
    }

    void findsAccountsThatNeedAPerson()
    {
        House house;
        house.account("work", core::Standing::NeedsSignIn);
        house.account("home", core::Standing::Expired);
        QCOMPARE(house.troubles(),
                 (QStringList{QStringLiteral("warning accounts.sign_in"),
                              QStringLiteral("warning accounts.expired")}));
    }

    void findsFilesThatAreOpenToOthers()
    {
        House house;
        QFile vault(house.paths.vaultFile());
        QVERIFY(vault.open(QFile::WriteOnly));
        vault.setPermissions(QFile::Permissions(0x6644));
        QCOMPARE(house.troubles(), QStringList{QStringLiteral("error files.modes")});
        vault.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(house.troubles(), QStringList());
        QFile::setPermissions(house.paths.data, QFile::Permissions(0x7755));
        QCOMPARE(house.troubles(), QStringList{QStringLiteral("error files.modes")});
    }

    void theConfigurationMayBeRead()
    {
        House house;
        QFile config(house.paths.configFile());
        QVERIFY(config.open(QFile::WriteOnly));
        config.setPermissions(QFile::Permissions(0x6644));
        QCOMPARE(house.troubles(), QStringList());
        config.setPermissions(QFile::Permissions(0x6666));
        QCOMPARE(house.troubles(), QStringList{QStringLiteral("error files.modes")});
    }

    void findsAClockThatWentBack()
    {
        House house;
        core::AuditEvent later;
        later.at = house.clock.now().addSecs(3600);
        VERIFY_RESULT(house.audit.append(later));
        QCOMPARE(house.troubles(), QStringList{QStringLiteral("error clock")});
    }

    void passesMistakesOn()
    {
        House house;
        house.warnings = {QStringLiteral("config.toml:3: unknown key")};
        QCOMPARE(house.troubles(), QStringList{QStringLiteral("warning config")});
    }
};

QTEST_GUILESS_MAIN(DoctorTest)
#include "tst_doctor.moc"
