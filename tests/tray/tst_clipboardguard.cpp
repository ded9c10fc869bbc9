// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeservices.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace tray;
using namespace std::chrono_literals;

//! Secrets on the clipboard: marked, and taken off when they are still ours.
class ClipboardGuardTest : public QObject
{
    Q_OBJECT

    QClipboard *clipboard = nullptr;

private Q_SLOTS:
    void init()
    {
        clipboard = QGuiApplication::clipboard();
        clipboard->clear();
    }

    void marksTheSecretForClipboardManagers()
    {
        ClipboardGuard guard(*clipboard);
        guard.copy(base::Secret(QByteArray("s3cret-ü")));

        QCOMPARE(clipboard->text(), QStringLiteral("s3cret-ü"));
        QCOMPARE(clipboard->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
                 QByteArray("secret"));
        QVERIFY(guard.holdsOurs());
    }

    void clearsAfterItsSpan()
    {
        ClipboardGuard guard(*clipboard);
        guard.setSpan(1s);
        QSignalSpy cleared(&guard, &ClipboardGuard::cleared);
        guard.copy(base::Secret(QByteArray("s3cret")));

        QTRY_COMPARE_WITH_TIMEOUT(cleared.size(), 1, 3000);
        QVERIFY(clipboard->text().isEmpty());
    }

    void takesItsSpanFromTheSettings()
    {
        FakeServices desk;
        QCOMPARE(desk.clipboard.span(), 30s);

        QVERIFY(desk.settings.set(core::setting::clipboardSeconds, 10));

        QCOMPARE(desk.clipboard.span(), 10s);
    }

    void clearsWhenTheDeskIsLocked()
    {
        FakeServices desk;
        desk.clipboard.copy(base::Secret(QByteArray("s3cret")));

        desk.lock.lock(QStringLiteral("window"));

        QVERIFY(clipboard->text().isEmpty());
    }

    void clearsWhenItEnds()
    {
        {
            ClipboardGuard guard(*clipboard);
            guard.copy(base::Secret(QByteArray("s3cret")));
        }

        QVERIFY(clipboard->text().isEmpty());
    }

    void leavesWhatAPersonCopiedSince()
    {
        ClipboardGuard guard(*clipboard);
        guard.copy(base::Secret(QByteArray("s3cret")));
        clipboard->setText(QStringLiteral("a recipe"));

        guard.clearNow();

        QCOMPARE(clipboard->text(), QStringLiteral("a recipe"));
    }

    void clearsNothingTwice()
    {
        ClipboardGuard guard(*clipboard);
        QSignalSpy cleared(&guard, &ClipboardGuard::cleared);
        guard.copy(base::Secret(QByteArray("s3cret")));
        guard.clearNow();
        guard.clearNow();
        QCOMPARE(cleared.size(), 1);
    }

    void leavesOrdinaryTextAlone()
    {
        ClipboardGuard guard(*clipboard);
        guard.copy(base::Secret(QByteArray("s3cret")));
        guard.copyText(QStringLiteral("auth://github/work/token"));

        guard.clearNow();

        QCOMPARE(clipboard->text(), QStringLiteral("auth://github/work/token"));
        QVERIFY(!clipboard->mimeData()->hasFormat(QStringLiteral("x-kde-passwordManagerHint")));
    }

    void neverClearsByItselfWhenToldSo()
    {
        ClipboardGuard guard(*clipboard);
        guard.setSpan(0s);
        QSignalSpy copied(&guard, &ClipboardGuard::copied);
        guard.copy(base::Secret(QByteArray("s3cret")));
        QCOMPARE(copied.front().front().toInt(), 0);
        QVERIFY(guard.holdsOurs());
    }
};

QTEST_MAIN(ClipboardGuardTest)
#include "tst_clipboardguard.moc"
