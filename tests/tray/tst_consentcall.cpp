// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/consentsamples.h"
#include "support/fakeservices.h"
#include "support/fakewindow.h"
#include "tray/consentcall.h"

#include <QTest>

namespace {

class NotedNotifications final : public core::Notifications
{
public:
    QList<core::Notification> shown;
    QStringList withdrawn;

    void show(const core::Notification &notification) override { shown.append(notification); }
    void withdraw(const QString &matter) override { withdrawn.append(matter); }
};

struct House : FakeServices
{
    NotedNotifications notifications;
    FakeWindow window;
    bool locked = false;
    tray::ConsentCall call{{consent, accounts, notifications, window, [this] { return locked; }}};

    void ask(const char *id)
    {
        core::ConsentQuestion question = sampleConsent(clock.now());
        question.id = QString::fromLatin1(id);
        consent.ask(question);
    }
    [[nodiscard]] QStringList actions() const
    {
        QStringList keys;
        for (const core::NotificationAction &action : notifications.shown.constLast().actions)
            keys << action.key;
        return keys;
    }
};

const auto consent = QStringLiteral("consent");

} // namespace

//! Calling the person when a program asks: one notification and one window for all of them.
class ConsentCallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheWindowAndNotifiesOnceForAQuestion()
    {
        House house;
        house.ask("c-1");
        QVERIFY(house.window.asked.isEmpty()); // not while the asker is on the stack
        QTRY_COMPARE(house.window.asked, QStringList{consent});
        QCOMPARE(house.notifications.shown.size(), 1);
        const core::Notification notification = house.notifications.shown.constFirst();
        QCOMPARE(notification.title, QStringLiteral("git wants github/work"));
        QCOMPARE(notification.body,
                 QStringLiteral("It can then act as maria@acme.dev on GitHub. Without an answer it "
                                "is denied."));
        QCOMPARE(house.actions(), (QStringList{QStringLiteral("show"), QStringLiteral("deny")}));

        house.consent.waitingChanged.announce();
        QCoreApplication::processEvents();
        QCOMPARE(house.window.asked.size(), 1);
        QCOMPARE(house.notifications.shown.size(), 1);
    }

    void severalAreOneNotification()
    {
        House house;
        house.ask("c-1");
        house.ask("c-2");
        house.ask("c-3");
        QCOMPARE(house.notifications.shown.size(), 3);
        for (const core::Notification &notification : std::as_const(house.notifications.shown))
            QCOMPARE(notification.matter, consent);
        QCOMPARE(house.notifications.shown.constLast().title,
                 QStringLiteral("3 questions wait for your answer"));
        QCOMPARE(house.actions(), QStringList{QStringLiteral("show")});

        static_cast<void>(house.consent.answer(QStringLiteral("c-1"), {}, {}));
        static_cast<void>(house.consent.answer(QStringLiteral("c-3"), {}, {}));
        QCOMPARE(house.notifications.shown.constLast().title,
                 QStringLiteral("git wants github/work"));
        QVERIFY(house.notifications.withdrawn.isEmpty());
        static_cast<void>(house.consent.answer(QStringLiteral("c-2"), {}, {}));
        QCOMPARE(house.notifications.withdrawn, QStringList{consent});
    }

    void whoHasTheWindowBeforeThemIsNotNotified()
    {
        House house;
        house.window.consentActive = true;
        house.ask("c-1");
        QTRY_COMPARE(house.window.asked.size(), 1);
        QVERIFY(house.notifications.shown.isEmpty());
    }

    void behindALockedScreenTheWindowWaits()
    {
        House house;
        house.locked = true;
        house.ask("c-1");
        QCoreApplication::processEvents();
        QVERIFY(house.window.asked.isEmpty());
        QCOMPARE(house.notifications.shown.size(), 1);

        house.locked = false;
        house.call.screenUnlocked();
        QCOMPARE(house.window.asked, QStringList{consent});
    }

    void aNotificationShowsOrDeniesButNeverAllows()
    {
        House house;
        house.ask("c-1");
        const core::Notification notification = house.notifications.shown.constFirst();
        for (const char *key : {"show", "default", "allow"})
            house.notifications.actionInvoked.announce(notification, QString::fromLatin1(key));
        QVERIFY(house.consent.answers.isEmpty());
        QCOMPARE(house.window.asked.size(), 3);

        house.notifications.actionInvoked.announce(notification, QStringLiteral("deny"));
        QCOMPARE(house.consent.answers.size(), 1);
        QVERIFY(!house.consent.answers.constFirst().answer.allow);
        QCOMPARE(house.consent.answers.constFirst().actor, QStringLiteral("notification"));
        QCOMPARE(house.notifications.withdrawn, QStringList{consent});
    }

    void aLateClickDeniesNoOtherQuestion()
    {
        House house;
        house.ask("c-1");
        const core::Notification first = house.notifications.shown.constFirst();
        static_cast<void>(house.consent.answer(QStringLiteral("c-1"), {}, {}));
        core::ConsentQuestion other = doubtfulConsent(house.clock.now());
        house.consent.ask(other);
        house.notifications.actionInvoked.announce(first, QStringLiteral("deny"));
        QCOMPARE(house.consent.answers.size(), 1);
        QCOMPARE(house.consent.questions.size(), 1);
    }

    void anAnswerBeforehandLeavesNothingBehind()
    {
        House house;
        house.ask("c-1");
        static_cast<void>(house.consent.answer(QStringLiteral("c-1"), {}, {}));
        QCoreApplication::processEvents();
        QVERIFY(house.window.asked.isEmpty());
        QCOMPARE(house.notifications.withdrawn, QStringList{consent});
    }
};

QTEST_MAIN(ConsentCallTest)

#include "tst_consentcall.moc"
