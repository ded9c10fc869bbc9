// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "askingwindow.h"
#include "pseudo.h"
#include "support/consentsamples.h"

#include <QAccessible>

namespace {

const auto deny = QStringLiteral("Deny");
const auto once = QStringLiteral("Allow once");

//! The consent window.
struct Asking : AskingWindow
{
    explicit Asking(bool dark = false)
        : AskingWindow("Consent", dark)
    {}
    void open()
    {
        AskingWindow::open([this] { desk.app->consent()->setActive(true); });
    }
    [[nodiscard]] QQuickItem *page() const
    {
        const auto all = items();
        for (QQuickItem *item : all) {
            if (QByteArray(item->metaObject()->className()).startsWith("ConsentPage"))
                return item;
        }
        return nullptr;
    }
    [[nodiscard]] bool awake(const QString &words = once) const
    {
        const QQuickItem *item = button(words);
        return item && item->isEnabled();
    }
};

constexpr int soon = 3000;

} // namespace

//! The window that asks before a program gets an account: what it says, and that nothing allows by
//! accident.
class ConsentTest : public QObject
{
    Q_OBJECT

    static void addKinds()
    {
        Asking::addKinds("consent", {"git", "doubt", "changed", "remove", "queue", "long"});
    }
    static void ask(FakeDesk &desk, int kind)
    {
        const QDateTime now = desk.clock.now();
        core::ConsentQuestion question = kind == 1 ? doubtfulConsent(now) : sampleConsent(now);
        core::Program program = *question.program;
        if (kind == 2) {
            program.backing = core::Backing::ChangedPackage;
            question.isDoubtful = true;
            question.why = QStringLiteral(
                "The program has changed since you allowed it on 3 November, and its package does "
                "not know the new file.");
        } else if (kind == 3) {
            question.wish = core::Wish::Remove;
        } else if (kind == 5) {
            program.script = QStringLiteral("/home/maria/src/a-company-with-a-long-name/platform/"
                                            "services/deployment/scripts/node_modules/.bin/"
                                            "release-candidate-uploader-for-the-european-region/"
                                            "upload.sh");
            program.parents = QStringList{QStringLiteral("gnome-terminal-server"),
                                          QStringLiteral("bash"),
                                          QStringLiteral("make"),
                                          QStringLiteral("docker-compose"),
                                          QStringLiteral("upload.sh")};
            program.folder = program.script;
            question.callers = 7;
            question.isDoubtful = true;
        }
        question.program = std::make_shared<core::Program>(program);
        desk.consent.ask(question);
        for (int more = 0; kind == 4 && more < 2; ++more) {
            core::ConsentQuestion next = doubtfulConsent(now);
            next.id += QString::number(more);
            desk.consent.ask(next);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        Asking::preparePictures(QStringLiteral(SHOTS));
    }

    void isDrawn_data() { addKinds(); }
    void isDrawn()
    {
        QFETCH(int, kind);
        QFETCH(bool, dark);
        Asking asking(dark);
        ask(asking.desk, kind);
        asking.open();
        const QString allow = asking.desk.app->consent()->allowWords().constFirst();
        QTRY_VERIFY_WITH_TIMEOUT(asking.awake(allow), soon);

        const QImage picture = asking.window->grabWindow();

        QVERIFY(picture.save(
            QStringLiteral(SHOTS "/%1.png").arg(QLatin1String(QTest::currentDataTag()))));
        QCOMPARE(picture.width(), 460);
        for (const QString &words : {allow, deny}) {
            const QQuickItem *item = asking.button(words);
            QVERIFY(item);
            const QRectF place = item->mapRectToScene({0, 0, item->width(), item->height()});
            QVERIFY2(QRectF(0, 0, 460, asking.window->height()).contains(place), qPrintable(words));
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
        const auto items = asking.items();
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
        ask(asking.desk, 0);
        asking.open();
        QTRY_VERIFY_WITH_TIMEOUT(asking.awake(), soon);
        QVERIFY(asking.button(deny)->hasActiveFocus());

        asking.button(once)->forceActiveFocus(Qt::TabFocusReason);
        asking.press(Qt::Key_Return);
        asking.press(Qt::Key_Enter);
        QVERIFY(asking.desk.consent.answers.isEmpty());

        asking.button(deny)->forceActiveFocus(Qt::TabFocusReason);
        asking.press(Qt::Key_Return);
        QCOMPARE(asking.desk.consent.answers.size(), 1);
        QVERIFY(!asking.desk.consent.answers.constFirst().answer.allow);
    }

    void whoWasTypingOrClickingElsewhereAnswersNothing()
    {
        Asking asking;
        ask(asking.desk, 4);
        asking.open();
        QVERIFY(!asking.awake());
        asking.press(Qt::Key_Space);
        asking.press(Qt::Key_Return);
        asking.press(Qt::Key_Escape);
        asking.click(deny);
        asking.click(once);
        QVERIFY(asking.desk.consent.answers.isEmpty());

        // A double click on Deny does not deny the next, which nobody has read.
        QTRY_VERIFY_WITH_TIMEOUT(asking.awake(), soon);
        asking.click(deny);
        asking.click(deny);
        QCOMPARE(asking.desk.consent.answers.size(), 1);
    }

    void allowsForTheSpanThatTheButtonRepeats()
    {
        Asking asking;
        ask(asking.desk, 0);
        asking.open();
        QTRY_VERIFY_WITH_TIMEOUT(asking.awake(), soon);
        const double left = asking.button(deny)->mapToScene({}).x();
        asking.click(QStringLiteral("8 hours"));
        QVERIFY(asking.button(QStringLiteral("Allow for 8 hours")));
        QCOMPARE(asking.button(deny)->mapToScene({}).x(), left);

        asking.press(Qt::Key_Right);
        QQuickItem *always = asking.button(QStringLiteral("Always allow"));
        QVERIFY(always);
        asking.press(Qt::Key_Left);
        asking.click(QStringLiteral("Allow for 8 hours"));

        QCOMPARE(asking.desk.consent.answers.size(), 1);
        QVERIFY(asking.desk.consent.answers.constFirst().answer.allow);
        QCOMPARE(asking.desk.consent.answers.constFirst().answer.span, core::ConsentSpan::Hours);
    }

    void nothingLongForWhomNobodyVouches()
    {
        Asking asking;
        ask(asking.desk, 1);
        asking.open();
        QTRY_VERIFY_WITH_TIMEOUT(asking.awake(), soon);
        QVERIFY(asking.button(QStringLiteral("Session"))->isEnabled());
        QVERIFY(!asking.button(QStringLiteral("8 hours"))->isEnabled());
        QVERIFY(!asking.button(QStringLiteral("Always"))->isEnabled());
        asking.click(QStringLiteral("Always"));
        QVERIFY(asking.button(once));
        asking.click(QStringLiteral("Session"));
        asking.press(Qt::Key_Right);
        QVERIFY(asking.button(QStringLiteral("Allow this session")));
    }

    void theNextQuestionSleepsAgainAndTheButtonsStay()
    {
        Asking asking;
        ask(asking.desk, 4);
        asking.open();
        QTRY_VERIFY_WITH_TIMEOUT(asking.awake(), soon);
        asking.window->setPosition(300, 300);
        asking.settle();
        asking.click(QStringLiteral("Always"));
        // Sideways within the window: the offscreen platform shifts what is moved by its frame.
        const auto place = [&asking] {
            const QPoint middle = asking.middleOf(deny);
            return QPoint(middle.x(), asking.window->y() + middle.y());
        };
        const QPoint before = place();

        asking.click(deny);

        QCOMPARE(asking.desk.app->consent()->count(), 2);
        QVERIFY(!asking.awake()); // and says "once" again
        QVERIFY(asking.button(deny)->hasActiveFocus());
        QCOMPARE(place(), before);
        QTRY_VERIFY_WITH_TIMEOUT(asking.awake(), soon);
    }

    void escapeDeniesAndTabReachesEverything()
    {
        Asking asking;
        ask(asking.desk, 0);
        asking.open();
        QTRY_VERIFY_WITH_TIMEOUT(asking.awake(), soon);
        QSet<QQuickItem *> visited;
        for (int i = 0; i < 6; ++i) {
            visited.insert(asking.window->activeFocusItem());
            asking.press(Qt::Key_Tab);
        }
        for (const QString &words : {once, deny, QStringLiteral("Once")})
            QVERIFY2(visited.contains(asking.button(words)), qPrintable(words));

        asking.press(Qt::Key_Escape);

        QCOMPARE(asking.desk.consent.answers.size(), 1);
        QVERIFY(!asking.desk.consent.answers.constFirst().answer.allow);
    }

    void closingTheWindowDeniesTheOneThatIsShown()
    {
        Asking asking;
        ask(asking.desk, 4);
        asking.open();

        asking.window->close();
        asking.settle();
        QCOMPARE(asking.desk.consent.answers.size(), 1);
        QCOMPARE(asking.desk.consent.answers.constFirst().id, QStringLiteral("c-1"));
        QVERIFY(asking.window->isVisible());

        asking.window->close();
        asking.window->close();
        asking.settle();
        QCOMPARE(asking.desk.consent.answers.size(), 3);
        QVERIFY(!asking.window->isVisible());
    }

    void silenceCountsDownAndTakesTheQuestionAway()
    {
        Asking asking;
        ask(asking.desk, 0);
        asking.open();
        QCOMPARE(asking.desk.app->consent()->timeLeft(), QStringLiteral("Denied in 60 s"));
        asking.desk.clock.advance(std::chrono::seconds(8));
        QTRY_COMPARE_WITH_TIMEOUT(
            asking.desk.app->consent()->timeLeft(), QStringLiteral("Denied in 52 s"), soon);
        asking.desk.clock.advance(std::chrono::seconds(53));
        QTRY_VERIFY_WITH_TIMEOUT(asking.desk.app->consent()->questionId().isEmpty(), soon);
        QVERIFY(asking.desk.consent.answers.isEmpty());
    }

    void aScreenReaderHearsOneSentenceAndTheProof()
    {
        Asking asking;
        ask(asking.desk, 1);
        asking.open();
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(asking.page());
        QVERIFY(face);
        QCOMPARE(face->role(), QAccessible::AlertMessage);
        QCOMPARE(face->text(QAccessible::Name),
                 QStringLiteral("upload.sh wants the token of github/work. It can then act as "
                                "maria@acme.dev on GitHub."));
        const QString proof = face->text(QAccessible::Description);
        QVERIFY2(proof.contains(QStringLiteral("Program /tmp/.cache/upload.sh")),
                 qPrintable(proof));
        QVERIFY2(proof.contains(QStringLiteral("Nobody vouches")), qPrintable(proof));
    }

    void theWholePathIsSeen()
    {
        Asking asking;
        ask(asking.desk, 5);
        asking.open();
        const auto items = asking.items();
        int whole = 0;
        for (const QQuickItem *item : items) {
            if (!item->inherits("QQuickText")
                || !item->property("text").toString().endsWith(QLatin1String("/upload.sh")))
                continue;
            QVERIFY(!item->property("truncated").toBool());
            QVERIFY(item->property("lineCount").toInt() > 3);
            ++whole;
        }
        QCOMPARE(whole, 2);
    }
};

QTEST_MAIN(ConsentTest)

#include "tst_consent.moc"
