// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/privatebus.h"
#include "support/settle.h"
#include "support/verifyresult.h"
#include "vault/desktopkeyring.h"
#include "vault/keyringstore.h"

#include <QCoroTask>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using core::StoreState;

namespace {

const QString entry = QStringLiteral("latchkey/github/work/token");

} // namespace

//! KeyringStore on a real GNOME Keyring, on a bus and in a home of the test's own: absent, open,
//! locked, gone and back, all in one process, as it happens to a person.
class KeyringTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] bool startKeyring()
    {
        m_daemon = std::make_unique<QProcess>();
        m_daemon->start(QStringLiteral("gnome-keyring-daemon"),
                        {QStringLiteral("--foreground"),
                         QStringLiteral("--unlock"),
                         QStringLiteral("--components=secrets")});
        m_daemon->write("test");
        m_daemon->closeWriteChannel();
        return m_daemon->waitForStarted()
               && QTest::qWaitFor([this] { return look() == StoreState::Ready; }, 10'000);
    }
    void endKeyring()
    {
        m_daemon->terminate();
        m_daemon->waitForFinished();
    }
    [[nodiscard]] StoreState look()
    {
        const auto state = QCoro::waitFor(m_store->look());
        return state ? *state : StoreState::Unavailable;
    }
    static QDBusMessage callService(const QString &method, const QVariant &argument)
    {
        QDBusMessage message =
            QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
                                           QStringLiteral("/org/freedesktop/secrets"),
                                           QStringLiteral("org.freedesktop.Secret.Service"),
                                           method);
        message << argument;
        return QDBusConnection::sessionBus().call(message);
    }
    [[nodiscard]] static bool lockKeyring()
    {
        const QDBusReply<QDBusObjectPath> collection =
            callService(QStringLiteral("ReadAlias"), QStringLiteral("default"));
        const QList<QDBusObjectPath> all{collection.value()};
        const auto reply = callService(QStringLiteral("Lock"), QVariant::fromValue(all));
        return reply.type() == QDBusMessage::ReplyMessage;
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QProcess> m_daemon;
    base::SystemClock m_clock;
    std::unique_ptr<vault::DesktopKeyring> m_ring;
    std::unique_ptr<vault::KeyringStore> m_store;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *tool : {"gnome-keyring-daemon", "dbus-daemon", "secret-tool"}) {
            if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
                QSKIP(qPrintable(QStringLiteral("%1 is not installed.").arg(QLatin1String(tool))));
        }
        m_home = std::make_unique<QTemporaryDir>();
        m_bus = std::make_unique<PrivateBus>();
        QVERIFY(m_bus->isRunning());
        // Before anything in this process asks for the session bus.
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->address().toLatin1());
        qputenv("HOME", m_home->path().toLocal8Bit());
        qputenv("XDG_RUNTIME_DIR", m_home->path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_home->filePath(QStringLiteral("data")).toLocal8Bit());
        for (const char *unwanted : {"XDG_CURRENT_DESKTOP", "DISPLAY", "WAYLAND_DISPLAY"})
            qunsetenv(unwanted);
        m_ring = std::make_unique<vault::DesktopKeyring>(QStringLiteral("latchkey"));
        m_store = std::make_unique<vault::KeyringStore>(
            *m_ring,
            m_clock,
            vault::KeyringStore::Limits{std::chrono::seconds(20), std::chrono::seconds(15), 0});
    }

    void cleanupTestCase()
    {
        if (m_daemon)
            endKeyring();
        settleEverything();
    }

    void anAbsentKeyringIsSaidAtOnce()
    {
        const auto read = QCoro::waitFor(m_store->read(entry));

        VERIFY_ERROR(read, base::ErrorCode::Unreachable);
        QVERIFY(!read.error().remedy.isEmpty());
        QCOMPARE(m_store->state(), StoreState::Unavailable);
    }

    void anOpenKeyringKeepsSecrets_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("text") << QByteArray("gho_abc");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\0\xff\x80line\nend\0", 11);
        QTest::newRow("large") << QByteArray(60'000, 'x');
    }
    void anOpenKeyringKeepsSecrets()
    {
        QFETCH(QByteArray, secret);
        if (!m_daemon)
            QVERIFY(startKeyring());
        VERIFY_RESULT(QCoro::waitFor(m_store->probe()));

        VERIFY_RESULT(QCoro::waitFor(m_store->write(entry, base::Secret("before"))));
        VERIFY_RESULT(QCoro::waitFor(m_store->write(entry, base::Secret(secret))));

        const auto read = QCoro::waitFor(m_store->read(entry));
        VERIFY_RESULT(read);
        QVERIFY(read->equals(secret));
        VERIFY_RESULT(QCoro::waitFor(m_store->remove(entry)));
        VERIFY_RESULT(QCoro::waitFor(m_store->remove(entry)));
        VERIFY_ERROR(QCoro::waitFor(m_store->read(entry)), base::ErrorCode::NotFound);
        QCOMPARE(m_store->place(), QStringLiteral("GNOME Keyring"));
    }

    void otherProgramsSeeTheSameEntries()
    {
        VERIFY_RESULT(QCoro::waitFor(m_store->write(entry, base::Secret("gho_abc"))));

        QProcess tool;
        tool.start(QStringLiteral("secret-tool"),
                   {QStringLiteral("lookup"),
                    QStringLiteral("server"),
                    QStringLiteral("latchkey"),
                    QStringLiteral("user"),
                    entry});
        QVERIFY(tool.waitForFinished());

        QCOMPARE(QByteArray::fromBase64(tool.readAllStandardOutput().trimmed()),
                 QByteArray("gho_abc"));
    }

    void aLockedKeyringAnswersLockedAndLosesNothing()
    {
        QVERIFY(lockKeyring());
        QElapsedTimer timer;
        timer.start();

        VERIFY_ERROR(QCoro::waitFor(m_store->read(entry)), base::ErrorCode::Locked);
        VERIFY_ERROR(QCoro::waitFor(m_store->write(entry, base::Secret("x"))),
                     base::ErrorCode::Locked);
        QCOMPARE(m_store->state(), StoreState::Locked);
        QVERIFY(timer.elapsed() < 5000); // no dialog was waited for
    }

    void unlockingWithoutAnybodyEndsInTime()
    {
        // There is no program on this bus that could show the dialog.
        VERIFY_ERROR(QCoro::waitFor(m_store->unlock({})), base::ErrorCode::Locked);
        QCOMPARE(m_store->state(), StoreState::Locked);
    }

    void aKeyringThatGoesAndComesBackIsUsedAgain()
    {
        endKeyring();
        VERIFY_ERROR(QCoro::waitFor(m_store->read(entry)), base::ErrorCode::Unreachable);
        QCOMPARE(m_store->state(), StoreState::Unavailable);

        QVERIFY(startKeyring());

        const auto read = QCoro::waitFor(m_store->read(entry));
        VERIFY_RESULT(read);
        QVERIFY(read->equals("gho_abc"));
        QCOMPARE(m_store->state(), StoreState::Ready);
    }
};

QTEST_GUILESS_MAIN(KeyringTest)
#include "tst_keyring.moc"
