// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference.h"
#include "support/verifyresult.h"

#include <QTest>

using namespace core;

//! auth:// with its parameters.
class ReferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("spelling");
        const auto row = [](const char *text, const char *spelling) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(spelling);
        };
        row("auth://github/work/token", "auth://github/work/token");
        row("auth://GitHub/Work/access_token", "auth://github/work/token");
        row("auth://a/b/token?min_valid=600", "auth://a/b/token?min_valid=600");
        row("auth://a/b/token?min_valid=0", "auth://a/b/token");
        row("auth://a/b/token?scope=x,y:z&min_valid=1", "auth://a/b/token?min_valid=1&scope=x,y:z");
        row("auth://a/b/token?scope=https://www.x.com/auth/y",
            "auth://a/b/token?scope=https://www.x.com/auth/y");
        row("auth://a/b/token?scope=a%2Cb,c%26d", "auth://a/b/token?scope=a%2Cb,c%26d");
        row("auth://a/b/token?scope=a+b", "auth://a/b/token?scope=a%2Bb");
    }
    void readsAndWrites()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, spelling);

        const auto reference = Reference::parse(text);

        VERIFY_RESULT(reference);
        QCOMPARE(reference->toString(), spelling);
        const auto again = Reference::parse(spelling);
        VERIFY_RESULT(again);
        QCOMPARE(*again, *reference);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "auth://",
                                 "auth://a/b",
                                 "auth://a/b/c/d",
                                 "auth:/a/b/c",
                                 "AUTH://a/b/c",
                                 "auth://a/b/Token",
                                 "auth://a/b/c%20d",
                                 "auth://a/b/c#x",
                                 "auth://a/b/c?",
                                 "auth://a/b/c?x",
                                 "auth://a/b/c?x=1",
                                 "auth://a/b/c?=1",
                                 "auth://a/b/c?min_valid=",
                                 "auth://a/b/c?min_valid=-1",
                                 "auth://a/b/c?min_valid=01",
                                 "auth://a/b/c?min_valid=1.5",
                                 "auth://a/b/c?min_valid=86401",
                                 "auth://a/b/c?min_valid=1&min_valid=1",
                                 "auth://a/b/c?min_valid=1&",
                                 "auth://a/b/c?scope=",
                                 "auth://a/b/c?scope=a,,b",
                                 "auth://a/b/c?scope=a%2",
                                 "auth://a/b/c?scope=a%zz",
                                 "auth://a/b/c?scope=a%20b",
                                 "auth://a/b/c?scope=%ff",
                                 "auth://a/b/c?scope=a\"b"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refuses()
    {
        QFETCH(const QString, text);

        VERIFY_ERROR(Reference::parse(text), base::ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(ReferenceTest)
#include "tst_reference.moc"
