// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/event.h"

#include <QTest>

class EventTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryListenerInOrder()
    {
        base::Event<int, QString> event;
        QStringList told;
        const auto one = event.subscribe([&](int n, const QString &text) {
            told.append(QStringLiteral("one %1 %2").arg(n).arg(text));
        });
        const auto two = event.subscribe([&](int n, const QString &text) {
            told.append(QStringLiteral("two %1 %2").arg(n).arg(text));
        });

        event.announce(7, QStringLiteral("x"));

        QCOMPARE(told, (QStringList{QStringLiteral("one 7 x"), QStringLiteral("two 7 x")}));
    }

    void aDroppedSubscriptionHearsNothing()
    {
        base::Event<> event;
        int count = 0;
        auto subscription = event.subscribe([&count] { ++count; });
        event.announce();

        subscription.reset();
        event.announce();

        QCOMPARE(count, 1);
    }

    void aListenerMaySubscribeAndUnsubscribe()
    {
        base::Event<> event;
        int later = 0;
        int other = 0;
        base::Subscription added;
        base::Subscription removed;
        const auto first = event.subscribe([&] {
            removed.reset();
            if (!added)
                added = event.subscribe([&later] { ++later; });
        });
        removed = event.subscribe([&other] { ++other; });

        event.announce();
        QCOMPARE(other, 0);
        QCOMPARE(later, 0);

        event.announce();
        QCOMPARE(later, 1);
    }

    void aListenerMayUnsubscribeItself()
    {
        base::Event<> event;
        int count = 0;
        base::Subscription own;
        own = event.subscribe([&] {
            own.reset();
            ++count;
        });

        event.announce();
        event.announce();

        QCOMPARE(count, 1);
    }

    void aListenerMayDestroyTheEvent()
    {
        auto event = std::make_unique<base::Event<>>();
        int count = 0;
        const auto first = event->subscribe([&] { event.reset(); });
        const auto second = event->subscribe([&count] { ++count; });

        event->announce();

        QVERIFY(!event);
        QCOMPARE(count, 1);
    }

    void aSubscriptionMayOutliveTheEvent()
    {
        base::Subscription subscription;
        {
            base::Event<int> event;
            subscription = event.subscribe([](int) {});
        }
        subscription.reset();
    }
};

QTEST_GUILESS_MAIN(EventTest)
#include "tst_event.moc"
