// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakedesk.h"
#include "support/verifyresult.h"

#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace desktop;

//! The settings, the store and the lock, as the window has them.
class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverySettingAcrossARestart()
    {
        FakeDesk desk;
        Preferences *preferences = desk.app->preferences();
        const QMetaObject *type = preferences->metaObject();
        const QHash<QString, QVariant> wanted{
            {QStringLiteral("theme"), QStringLiteral("dark")},
            {QStringLiteral("rows"), QStringLiteral("compact")},
            {QStringLiteral("motion"), QStringLiteral("none")},
            {QStringLiteral("times"), QStringLiteral("clock")},
            {QStringLiteral("language"), QStringLiteral("de")},
            {QStringLiteral("trayIcon"), QStringLiteral("plain")},
            {QStringLiteral("autostart"), true},
            {QStringLiteral("notifySignIn"), false},
            {QStringLiteral("notifyExpiry"), false},
            {QStringLiteral("notifyRecovery"), false},
            {QStringLiteral("warnBefore"), QStringList{QStringLiteral("2h")}},
            {QStringLiteral("quietHours"), QStringLiteral("20:00-08:00")},
            {QStringLiteral("clipboardSeconds"), 10},
            {QStringLiteral("lockIdleMinutes"), 15},
            {QStringLiteral("lockOnSuspend"), false},
            {QStringLiteral("lockOnScreenLock"), true},
            {QStringLiteral("auditKeepDays"), 90},
            {QStringLiteral("consentPolicy"), QStringLiteral("deny")},
            {QStringLiteral("consentWaitSeconds"), 30},
            {QStringLiteral("consentAnswerByCli"), QStringLiteral("never")},
            {QStringLiteral("socketOidcAgent"), true},
            {QStringLiteral("authorityEnabled"), false},
            {QStringLiteral("authorityPort"), 7421},
            {QStringLiteral("authorityKeyPeriodHours"), 6},
            {QStringLiteral("authorityRememberConsent"), true},
        };
        for (auto it = wanted.begin(); it != wanted.end(); ++it) {
            const auto property =
                type->property(type->indexOfProperty(it.key().toLatin1().constData()));
            QVERIFY2(property.write(preferences, it.value()), qPrintable(it.key()));
            QCOMPARE(property.read(preferences), it.value());
            QVERIFY(preferences->fixedBy(it.key()).isEmpty());
        }
        QVERIFY2(preferences->problem().isEmpty(), qPrintable(preferences->problem()));

        base::Settings again(core::settingSpecs(), {{}, desk.paths.configFile(), {}, {}});
        VERIFY_RESULT(again.load());
        QCOMPARE(again.text(core::setting::theme), QStringLiteral("dark"));
        QCOMPARE(again.number(core::setting::lockIdleMinutes), 15);
        QVERIFY(preferences->dark());
        QVERIFY(preferences->reducedMotion());
    }

    void turnsDarkAndLight()
    {
        FakeDesk desk;
        Preferences *preferences = desk.app->preferences();
        preferences->setTheme(QStringLiteral("light"));
        QSignalSpy turned(preferences, &Preferences::darkChanged);
        preferences->setTheme(QStringLiteral("dark"));
        QCOMPARE(turned.size(), 1);
        preferences->setTheme(QStringLiteral("light"));
        QVERIFY(!preferences->dark());
    }

    void saysWhyAValueCannotBeKept()
    {
        FakeDesk desk;
        Preferences *preferences = desk.app->preferences();
        preferences->setClipboardSeconds(999'999);
        QVERIFY(!preferences->problem().isEmpty());
        QCOMPARE(preferences->clipboardSeconds(), 30);
        preferences->setClipboardSeconds(60);
        QVERIFY(preferences->problem().isEmpty());
    }

    void saysWhatTheEnvironmentFixes()
    {
        FakeDesk desk;
        base::Settings settings(core::settingSpecs(),
                                {{},
                                 desk.paths.configFile(),
                                 {{QStringLiteral("LATCHKEY_LOOK_THEME"), QStringLiteral("dark")}},
                                 {}});
        VERIFY_RESULT(settings.load());
        const Preferences preferences(settings, desk.look);
        QCOMPARE(preferences.fixedBy(QStringLiteral("theme")),
                 QStringLiteral("Set by the environment: LATCHKEY_LOOK_THEME."));
        QVERIFY(preferences.dark());
    }

    void tellsOfLanguageAndAutostart()
    {
        FakeDesk desk;
        Preferences *preferences = desk.app->preferences();
        QSignalSpy language(preferences, &Preferences::languageChanged);
        QSignalSpy autostart(preferences, &Preferences::autostartChanged);
        preferences->setLanguage(QStringLiteral("de"));
        preferences->setAutostart(true);
        QCOMPARE(language.front().front().toString(), QStringLiteral("de"));
        QVERIFY(autostart.front().front().toBool());
        QCOMPARE(preferences->languages().size(), 3);
    }

    void movesTheSecrets()
    {
        FakeDesk desk;
        StoreView *store = desk.app->store();
        QSignalSpy progress(store, &StoreView::progressChanged);
        QCOMPARE(store->words(),
                 QStringLiteral("GNOME Keyring keeps the secrets of 14 accounts, opened with your "
                                "session."));
        store->moveTo(QStringLiteral("age_file"), QString::fromUtf8("correct horse"));
        QCOMPARE(store->state(), StoreView::State::Ready);
        QCOMPARE(store->kind(), QStringLiteral("age_file"));
        QCOMPARE(store->done(), 31);
        QCOMPARE(desk.store.passphrase, QByteArray("correct horse"));
        QVERIFY(!store->messageIsTrouble());
        QCOMPARE(progress.size(), 3);
    }

    void saysThatAFailedMoveLeftEverything()
    {
        FakeDesk desk;
        desk.store.moveError = base::Error{base::ErrorCode::Unreachable,
                                           QStringLiteral("The keyring did not answer."),
                                           {},
                                           base::Retryable::Yes};
        desk.app->store()->moveTo(QStringLiteral("age_file"), QString());
        QVERIFY(desk.app->store()->messageIsTrouble());
        QCOMPARE(desk.app->store()->message(),
                 QStringLiteral("The keyring did not answer. Everything is where it was."));
    }

    void savesTheRecoveryKeyForItsOwnerOnly()
    {
        FakeDesk desk;
        desk.store.now.kind = core::StoreKind::AgeFile;
        StoreView *store = desk.app->store();
        QVERIFY(store->hasRecoveryKey());
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("key.txt"));

        store->saveRecoveryKey(QStringLiteral("wrong"), path);
        QTRY_COMPARE(store->recovery(), StoreView::Recovery::Refused);
        QVERIFY(!store->recoveryMessage().isEmpty());
        QVERIFY(!QFileInfo::exists(path));

        store->saveRecoveryKey(QStringLiteral("right"), QStringLiteral("key.txt"));
        QCOMPARE(store->recovery(), StoreView::Recovery::Refused);

        store->saveRecoveryKey(QStringLiteral("right"), path);
        QTRY_COMPARE(store->recovery(), StoreView::Recovery::Done);
        QCOMPARE(desk.store.lastActor, QStringLiteral("window"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("AGE-SECRET-KEY-1FAKE\n"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(store->recoveryMessage().contains(path));

        // Nothing that is there is written over.
        store->beginRecovery();
        store->saveRecoveryKey(QStringLiteral("right"), path);
        QTRY_COMPARE(store->recovery(), StoreView::Recovery::Refused);
    }

    void copiesTheRecoveryKeyAsASecret()
    {
        FakeDesk desk;
        desk.store.now.kind = core::StoreKind::AgeFile;
        desk.app->store()->copyRecoveryKey(QStringLiteral("right"));
        QTRY_COMPARE(desk.app->store()->recovery(), StoreView::Recovery::Done);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("AGE-SECRET-KEY-1FAKE"));
        QVERIFY(!desk.app->store()->recoveryMessage().contains(QLatin1String("AGE-SECRET")));
    }

    void thereIsNoRecoveryKeyWithoutAPassphrase()
    {
        FakeDesk desk;
        QVERIFY(!desk.app->store()->hasRecoveryKey());
        desk.store.now.kind = core::StoreKind::AgeFile;
        desk.store.now.usesKeyFile = true;
        QVERIFY(!desk.app->store()->hasRecoveryKey());
    }

    void anOlderCopyIsSaidUntilThePersonAnswers()
    {
        FakeDesk desk;
        desk.store.now.remark = QStringLiteral("An older copy is in use.");
        desk.store.older = QDateTime(QDate(2026, 11, 20), QTime(8, 30), Qt::UTC);
        StoreView *store = desk.app->store();
        QSignalSpy changed(store, &StoreView::changed);
        QCOMPARE(store->remark(), QStringLiteral("An older copy is in use."));
        store->keepOlderCopy();
        QTRY_VERIFY(store->remark().isEmpty());
        QVERIFY(!changed.isEmpty());
        QCOMPARE(desk.store.lastActor, QStringLiteral("window"));
    }

    void judgesPassphrases()
    {
        FakeDesk desk;
        StoreView *store = desk.app->store();
        store->checkPassphrase(QStringLiteral("short"), QString());
        QVERIFY(!store->passphraseProblem().isEmpty());
        store->checkPassphrase(QStringLiteral("long enough"), QStringLiteral("long enoug"));
        QCOMPARE(store->passphraseProblem(), QStringLiteral("The two are not the same."));
        store->checkPassphrase(QStringLiteral("long enough"), QStringLiteral("long enough"));
        QVERIFY(store->passphraseProblem().isEmpty());
    }

    void unlocks()
    {
        FakeDesk desk;
        desk.lock.passphraseNeeded = true;
        LockView *lock = desk.app->lock();
        QSignalSpy unlocked(lock, &LockView::unlocked);
        lock->lock();
        QCOMPARE(lock->state(), LockView::State::Locked);
        lock->unlock(QString::fromUtf8("open says me"));
        QCOMPARE(lock->problem(), QStringLiteral("That passphrase does not open the store."));
        lock->unlock(QString::fromUtf8("open sesame"));
        QCOMPARE(lock->state(), LockView::State::Unlocked);
        QCOMPARE(unlocked.size(), 1);
        QVERIFY(lock->problem().isEmpty());
    }
};

QTEST_MAIN(PreferencesTest)
#include "tst_preferences.moc"
