// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

//! Fails the test with the Result's own sentence.
#define VERIFY_RESULT(result)                                                         \
    do {                                                                              \
        const auto &resultUnderTest = (result);                                       \
        QVERIFY2(resultUnderTest,                                                     \
                 resultUnderTest ? "" : qPrintable(resultUnderTest.error().message)); \
    } while (false)
#define VERIFY_ERROR(result, expected)                      \
    do {                                                    \
        const auto &resultUnderTest = (result);             \
        QVERIFY2(!resultUnderTest, "should have failed");   \
        QCOMPARE(resultUnderTest.error().code, (expected)); \
    } while (false)
