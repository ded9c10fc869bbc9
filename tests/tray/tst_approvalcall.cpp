// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/authoritysamples.h"
#include "support/fakewindow.h"
#include "tray/approvalcall.h"

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

struct House
{
    FakeAuthority authority;
    NotedNotifications notifications;
    FakeWindow window;
    tray::ApprovalCall call{{authority, notifications, window}};
    QDateTime now = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC);
};

constexpr int soon = 3000;

} // namespace

//! Calling the person when somebody asks: the window, and a notification where it stays behind.
class ApprovalCallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheWindowOnceForEachQuestion()
    {
        House house;
        core::ApprovalQuestion question = sampleQuestion(house.now);
        house.authority.ask(question);
        QVERIFY(house.window.asked.isEmpty()); // not while the asker is on the stack
        QTRY_COMPARE(house.window.asked, QStringList{QStringLiteral("approval")});
        house.authority.approvalsChanged.announce();
        QCoreApplication::processEvents();
        QCOMPARE(house.window.asked.size(), 1);

        question.id = QStringLiteral("q-2");
        house.authority.ask(question);
        QTRY_COMPARE(house.window.asked.size(), 2);
    }

    void notifiesOnlyWhenTheWindowHasNotTheKeyboard()
    {
        House house;
        house.window.approvalActive = true;
        house.authority.ask(sampleQuestion(house.now));
        QTest::qWait(static_cast<int>(tray::ApprovalCall::patience.count()) + 100);
        QVERIFY(house.notifications.shown.isEmpty());
    }

    void aNotificationShowsOrDeniesButNeverAllows()
    {
        House house;
        house.authority.ask(sampleQuestion(house.now));
        QTRY_COMPARE_WITH_TIMEOUT(house.notifications.shown.size(), 1, soon);
        const core::Notification notification = house.notifications.shown.constFirst();
        QCOMPARE(notification.title, QStringLiteral("Notes for teams"));
        QCOMPARE(notification.actions.size(), 2);

        house.notifications.actionInvoked.announce(notification, QStringLiteral("show"));
        QCOMPARE(house.window.asked.size(), 2);
        QVERIFY(house.authority.answers.isEmpty());
        house.notifications.actionInvoked.announce(notification, QStringLiteral("default"));
        QVERIFY(house.authority.answers.isEmpty());

        house.notifications.actionInvoked.announce(notification, QStringLiteral("deny"));
        QCOMPARE(house.authority.answers.size(), 1);
        QVERIFY(!house.authority.answers.constFirst().allow);
        QCOMPARE(house.notifications.withdrawn, QStringList{notification.matter});
    }

    void anAnswerInTheWindowWithdrawsTheNotification()
    {
        House house;
        house.authority.ask(sampleQuestion(house.now));
        QTRY_COMPARE_WITH_TIMEOUT(house.notifications.shown.size(), 1, soon);
        house.authority.answerApproval(QStringLiteral("q-1"), true);
        QCOMPARE(house.notifications.withdrawn.size(), 1);
    }

    void anAnswerBeforehandLeavesNothingBehind()
    {
        House house;
        house.authority.ask(sampleQuestion(house.now));
        house.authority.answerApproval(QStringLiteral("q-1"), true);
        QTest::qWait(static_cast<int>(tray::ApprovalCall::patience.count()) + 100);
        QVERIFY(house.window.asked.isEmpty());
        QVERIFY(house.notifications.shown.isEmpty());
    }
};

QTEST_MAIN(ApprovalCallTest)

#include "tst_approvalcall.moc"
