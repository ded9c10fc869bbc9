// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/result.h"
#include "base/task.h"
#include "support/verifyresult.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using base::Error;
using base::ErrorCode;
using base::Result;

class ErrorTest : public QObject
{
    Q_OBJECT

    static Result<int> half(int number)
    {
        if (number % 2)
            return base::fail(ErrorCode::InvalidInput, QStringLiteral("%1 is odd").arg(number));
        return number / 2;
    }
    static Result<int> quarter(int number)
    {
        TRY(const int once, half(number));
        TRY(const int twice, half(once));
        return twice;
    }
    static Result<> check(int number)
    {
        TRY_VOID(quarter(number));
        return {};
    }
    static base::Task<int> quarterLater(int number)
    {
        CO_TRY(const int result, quarter(number));
        CO_TRY_VOID(check(number));
        co_return result;
    }

private Q_SLOTS:
    void everyCodeHasItsOwnName()
    {
        QSet<QString> names;
        const QRegularExpression shape(QStringLiteral("^[a-z]+(_[a-z]+)*$"));
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            const QString name = base::nameOf(ErrorCode(code));
            QVERIFY2(shape.match(name).hasMatch(), qPrintable(name));
            names.insert(name);
        }
        QCOMPARE(names.size(), int(ErrorCode::Internal) + 1);
    }

    void withinPutsTheContextInFront()
    {
        Error error{
            ErrorCode::Expired, QStringLiteral("m"), QStringLiteral("r"), base::Retryable::Yes};

        const Error inner = std::move(error).within(QStringLiteral("c"));

        const Error expected{
            ErrorCode::Expired, QStringLiteral("c: m"), QStringLiteral("r"), base::Retryable::Yes};
        QCOMPARE(inner, expected);
    }

    void tryPassesValuesAndErrorsOn()
    {
        QCOMPARE(*quarter(8), 2);
        VERIFY_ERROR(quarter(6), ErrorCode::InvalidInput);
        QCOMPARE(quarter(6).error().message, QStringLiteral("3 is odd"));
        VERIFY_RESULT(check(8));
        VERIFY_ERROR(check(7), ErrorCode::InvalidInput);
    }

    void coTryPassesValuesAndErrorsOn()
    {
        QCOMPARE(*QCoro::waitFor(quarterLater(8)), 2);
        VERIFY_ERROR(QCoro::waitFor(quarterLater(6)), ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(ErrorTest)
#include "tst_error.moc"
