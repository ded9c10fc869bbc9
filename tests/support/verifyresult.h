// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

//! Fails the test with the Result's own sentence.
#define VERIFY_RESULT(result) QVERIFY2(result, (result) ? "" : qPrintable((result).error().message))
#define VERIFY_ERROR(result, expected)                 \
    do {                                               \
        QVERIFY2(!(result), "should have failed");     \
        QCOMPARE((result).error().code, (expected));   \
    } while (false)
