// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/errand.h"
#include "base/secret.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QTest>
#include <QThread>

//! Work that is done on another thread and comes back.
class ErrandTest : public QObject
{
    Q_OBJECT

    QThread m_thread;
    std::unique_ptr<QObject> m_there;

private Q_SLOTS:
    void init()
    {
        m_there = std::make_unique<QObject>();
        m_there->moveToThread(&m_thread);
        m_thread.start();
    }

    void cleanup()
    {
        m_thread.quit();
        m_thread.wait();
        m_there.reset();
    }

    void runsThereAndComesBackHere()
    {
        QThread *ranOn = nullptr;
        const std::function<base::Task<base::Secret>()> work = [&]() -> base::Task<base::Secret> {
            ranOn = QThread::currentThread();
            co_return base::Secret("only movable");
        };
        QThread *cameTo = nullptr;
        const auto task = [&]() -> base::Task<base::Secret> {
            auto result = co_await base::sendErrand<base::Secret>(m_there.get(), work);
            cameTo = QThread::currentThread();
            co_return result;
        };
        const auto brought = QCoro::waitFor(task());
        VERIFY_RESULT(brought);
        QVERIFY(brought->equals("only movable"));
        QCOMPARE(ranOn, &m_thread);
        QCOMPARE(cameTo, QThread::currentThread());
    }

    void bringsErrorsBack()
    {
        const std::function<base::Task<>()> work = []() -> base::Task<> {
            co_return base::fail(base::ErrorCode::Locked, QStringLiteral("locked"));
        };
        VERIFY_ERROR(QCoro::waitFor(base::sendErrand<void>(m_there.get(), work)),
                     base::ErrorCode::Locked);
    }

    void manyAtOnceAllComeBack()
    {
        constexpr int many = 500;
        QList<std::shared_ptr<base::Task<int>>> tasks;
        for (int i = 0; i < many; ++i) {
            const std::function<base::Task<int>()> work = [i]() -> base::Task<int> {
                const int number = i;
                co_return number;
            };
            tasks += std::make_shared<base::Task<int>>(base::sendErrand<int>(m_there.get(), work));
        }
        for (int i = 0; i < many; ++i) {
            const auto brought = QCoro::waitFor(std::move(*tasks.at(i)));
            VERIFY_RESULT(brought);
            QCOMPARE(*brought, i);
        }
    }

    void aThreadThatEndedCancels()
    {
        m_thread.quit();
        m_thread.wait();
        const std::function<base::Task<>()> work = []() -> base::Task<> { co_return {}; };
        auto task = base::sendErrand<void>(m_there.get(), work);
        m_there.reset(); // its events go with it
        VERIFY_ERROR(QCoro::waitFor(std::move(task)), base::ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ErrandTest)
#include "tst_errand.moc"
