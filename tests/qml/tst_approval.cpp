// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "askingwindow.h"
#include "pseudo.h"
#include "support/authoritysamples.h"

namespace {

//! The approval window.
struct Asking : AskingWindow
{
    explicit Asking(bool dark = false)
        : AskingWindow("Approval", dark)
    {}
    void open()
    {
        AskingWindow::open([this] { desk.app->approval()->setActive(true); });
    }
};

} // namespace

//! The window that asks before somebody is signed in: what it says, and that nothing allows by
//! itself.
class ApprovalTest : public QObject
{
    Q_OBJECT

    static void addKinds()
    {
        Asking::addKinds("approval", {"new", "known", "stranger", "device", "queue"});
    }
    static void ask(FakeDesk &desk, int kind)
    {
        core::ApprovalQuestion question = sampleQuestion(desk.clock.now());
        if (kind == 1) {
            question.isFirstParty = true;
            question.clientName = QStringLiteral("Latchkey");
            question.clientId = QStringLiteral("latchkey");
            question.returnsTo = QStringLiteral("127.0.0.1");
            question.scopes.removeLast();
        } else if (kind == 2) {
            question.isSelfRegistered = true;
            question.clientName = QStringLiteral("upload.example");
            question.resources = QStringList{QStringLiteral("https://api.example/v2")};
        } else if (kind == 3) {
            question.isKnown = true;
            question.returnsTo.clear();
            question.number.clear();
        }
        desk.authority.ask(question);
        for (int more = 0; kind == 4 && more < 2; ++more) {
            question.id += QLatin1Char('x');
            question.clientName = QStringLiteral("Player");
            desk.authority.ask(question);
        }
    }

private Q_SLOTS:
    void initTestCase() { Asking::preparePictures(QStringLiteral(SHOTS)); }

    void isDrawn_data() { addKinds(); }
    void isDrawn()
    {
        QFETCH(int, kind);
        QFETCH(bool, dark);
        Asking asking(dark);
        ask(asking.desk, kind);
        asking.open();
        QTRY_VERIFY_WITH_TIMEOUT(asking.button(QStringLiteral("Allow"))->isEnabled(), 2000);

        const QImage picture = asking.window->grabWindow();

        QVERIFY(picture.save(
            QStringLiteral(SHOTS "/%1.png").arg(QLatin1String(QTest::currentDataTag()))));
        QCOMPARE(picture.width(), 460);
        for (const char *words : {"Allow", "Deny"}) {
            const QQuickItem *item = asking.button(QLatin1String(words));
            QVERIFY(item);
            const QRectF place = item->mapRectToScene({0, 0, item->width(), item->height()});
            QVERIFY2(QRectF(0, 0, 460, asking.window->height()).contains(place), words);
        }
    }

    void longWordsFit_data() { addKinds(); }
    void longWordsFit()
    {
        QFETCH(int, kind);
        QFETCH(bool, dark);
        if (dark)
            return;
        Pseudo pseudo;
        QCoreApplication::installTranslator(&pseudo);
        Asking asking(dark);
        ask(asking.desk, kind);
        asking.open();
        const QImage picture = asking.window->grabWindow();
        QCoreApplication::removeTranslator(&pseudo);

        QVERIFY(picture.save(
            QStringLiteral(SHOTS "/long-%1.png").arg(QLatin1String(QTest::currentDataTag()))));
        const auto items = asking.window->findChildren<QQuickItem *>();
        for (const QQuickItem *item : items) {
            if (item->isVisible() && item->inherits("QQuickText")
                && item->property("truncated").toBool())
                QFAIL(qPrintable(item->property("text").toString()));
            if (item->isVisible() && item->inherits("QQuickAbstractButton"))
                QVERIFY(item->mapRectToScene({0, 0, item->width(), item->height()}).right() <= 460);
        }
    }

    void theFocusStartsOnDenyAndEnterNeverAllows()
    {
        Asking asking;
        ask(asking.desk, 1);
        asking.open();
        QTRY_VERIFY_WITH_TIMEOUT(asking.button(QStringLiteral("Allow"))->isEnabled(), 2000);
        QVERIFY(asking.button(QStringLiteral("Deny"))->hasActiveFocus());

        asking.button(QStringLiteral("Allow"))->forceActiveFocus(Qt::TabFocusReason);
        asking.press(Qt::Key_Return);
        asking.press(Qt::Key_Enter);
        QVERIFY(asking.desk.authority.answers.isEmpty());

        asking.button(QStringLiteral("Deny"))->forceActiveFocus(Qt::TabFocusReason);
        asking.press(Qt::Key_Return);
        QCOMPARE(asking.desk.authority.answers.size(), 1);
        QVERIFY(!asking.desk.authority.answers.constFirst().allow);
    }

    void theNumberOfThePageIsThere()
    {
        Asking asking;
        ask(asking.desk, 0);
        asking.open();
        const auto items = asking.window->findChildren<QQuickItem *>();
        const auto number = std::find_if(items.begin(), items.end(), [](const QQuickItem *item) {
            return item->isVisible() && item->property("text") == QStringLiteral("47");
        });
        QVERIFY(number != items.end());
        QVERIFY((*number)->property("contentHeight").toReal() > 24);
    }

    void allowSleepsUntilTheWindowCanHaveBeenRead()
    {
        Asking asking;
        ask(asking.desk, 0);
        asking.open();
        QQuickItem *allow = asking.button(QStringLiteral("Allow"));
        QVERIFY(!allow->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(allow->isEnabled(), 2000);

        allow->forceActiveFocus(Qt::TabFocusReason);
        asking.press(Qt::Key_Space);

        QCOMPARE(asking.desk.authority.answers.size(), 1);
        QVERIFY(asking.desk.authority.answers.constFirst().allow);
    }

    void theNextQuestionSleepsAgain()
    {
        Asking asking;
        ask(asking.desk, 4);
        asking.open();
        QQuickItem *allow = asking.button(QStringLiteral("Allow"));
        QTRY_VERIFY_WITH_TIMEOUT(allow->isEnabled(), 2000);

        asking.button(QStringLiteral("Deny"))->forceActiveFocus(Qt::TabFocusReason);
        asking.press(Qt::Key_Space);

        QCOMPARE(asking.desk.app->approval()->count(), 2);
        QCOMPARE(asking.desk.app->approval()->clientName(), QStringLiteral("Player"));
        QVERIFY(!allow->isEnabled());
        QVERIFY(asking.button(QStringLiteral("Deny"))->hasActiveFocus());
    }

    void escapeDeniesAndTabReachesEverything()
    {
        Asking asking;
        ask(asking.desk, 0);
        asking.open();
        QTRY_VERIFY_WITH_TIMEOUT(asking.button(QStringLiteral("Allow"))->isEnabled(), 2000);
        QSet<QQuickItem *> visited;
        for (int i = 0; i < 6; ++i) {
            visited.insert(asking.window->activeFocusItem());
            asking.press(Qt::Key_Tab);
        }
        QVERIFY(visited.contains(asking.button(QStringLiteral("Allow"))));
        QVERIFY(visited.contains(asking.button(QStringLiteral("Deny"))));

        asking.press(Qt::Key_Escape);

        QCOMPARE(asking.desk.authority.answers.size(), 1);
        QVERIFY(!asking.desk.authority.answers.constFirst().allow);
    }

    void closingTheWindowDeniesAll()
    {
        Asking asking;
        ask(asking.desk, 4);
        asking.open();

        asking.window->close();
        asking.settle();

        QCOMPARE(asking.desk.authority.answers.size(), 3);
        for (const auto &answer : std::as_const(asking.desk.authority.answers))
            QVERIFY(!answer.allow);
    }
};

QTEST_MAIN(ApprovalTest)

#include "tst_approval.moc"
