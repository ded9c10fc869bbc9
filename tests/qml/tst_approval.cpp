// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pseudo.h"
#include "support/authoritysamples.h"
#include "support/fakedesk.h"

#include <QDir>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

namespace {

//! The approval window on a desk of fakes, without the main window.
struct Asking
{
    explicit Asking(bool dark = false)
    {
        set(core::setting::motion, QStringLiteral("none"));
        set(core::setting::theme, dark ? QStringLiteral("dark") : QStringLiteral("light"));
    }

    void set(const QString &key, const QVariant &value)
    {
        if (!desk.settings.set(key, value))
            qFatal("A setting cannot be set.");
    }
    void open()
    {
        desk.app->install(engine);
        engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(desk.app.get())}});
        engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Latchkey/Shell/Approval.qml")));
        if (engine.rootObjects().isEmpty())
            qFatal("The window cannot be loaded.");
        window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
        desk.app->approval()->setActive(true);
        window->show();
        window->requestActivate();
        static_cast<void>(QTest::qWaitForWindowActive(window));
        settle();
    }
    void settle() const
    {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QTest::qWait(20);
    }
    //! The first item with \a words in its property "text".
    [[nodiscard]] QQuickItem *button(const QString &words) const
    {
        const auto items = window->findChildren<QQuickItem *>();
        for (QQuickItem *item : items) {
            if (item->inherits("QQuickAbstractButton") && item->property("text") == words)
                return item;
        }
        return nullptr;
    }
    void press(Qt::Key key) const
    {
        QTest::keyClick(window, key);
        settle();
    }

    FakeDesk desk;
    QQmlApplicationEngine engine;
    QQuickWindow *window = nullptr;
};

} // namespace

//! The window that asks before somebody is signed in: what it says, and that nothing allows by
//! itself.
class ApprovalTest : public QObject
{
    Q_OBJECT

    static void addKinds()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("dark");
        const char *names[]{"new", "known", "stranger", "device", "queue"};
        for (int kind = 0; kind < 5; ++kind) {
            for (const bool dark : {false, true})
                QTest::newRow(
                    qPrintable(QStringLiteral("approval-%1-%2")
                                   .arg(QLatin1String(names[kind]),
                                        dark ? QStringLiteral("dark") : QStringLiteral("light"))))
                    << kind << dark;
        }
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
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(QStringLiteral(SHOTS)));
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(13);
        font.setHintingPreference(QFont::PreferNoHinting);
        QGuiApplication::setFont(font);
        QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    }

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
