// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verifyresult.h"
#include "web/parameters.h"

#include <QTest>

using namespace web;

class ParametersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairsAreDecodedInTheirOrder()
    {
        auto parsed = Parameters::parse("b=1+2&a=%C3%A4%2B&empty=&bare&&x=a=b");

        VERIFY_RESULT(parsed);
        QCOMPARE(parsed->size(), 5);
        QCOMPARE(parsed->nameAt(0).toByteArray(), QByteArray("b"));
        QCOMPARE(parsed->text("b"), QStringLiteral("1 2"));
        QCOMPARE(parsed->text("a"), QStringLiteral("ä+"));
        QVERIFY(parsed->contains("empty"));
        QCOMPARE(parsed->value("empty"), std::optional(QString()));
        QCOMPARE(parsed->value("bare"), std::optional(QString()));
        QCOMPARE(parsed->text("x"), QStringLiteral("a=b"));
        QCOMPARE(parsed->value("absent"), std::nullopt);
        QCOMPARE(parsed->secret("b").expose(), QByteArrayView("1 2"));
    }

    void malformedFormsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("twice (RFC 6749 3.1)") << QByteArray("a=1&b=2&a=1");
        QTest::newRow("twice, encoded") << QByteArray("a=1&%61=2");
        QTest::newRow("half percent") << QByteArray("a=%4");
        QTest::newRow("wrong percent") << QByteArray("a=%4x");
        QTest::newRow("NUL") << QByteArray("a=%00");
        QTest::newRow("not UTF-8") << QByteArray("a=%ff");
        QTest::newRow("UTF-8 cut between name and value") << QByteArray("a%c3=%a4");
        QTest::newRow("no name") << QByteArray("=1");
        QByteArray many;
        for (int i = 0; i < 300; ++i)
            many += "p" + QByteArray::number(i) + "=1&";
        QTest::newRow("too many") << many;
    }
    void malformedFormsAreRefused()
    {
        QFETCH(const QByteArray, form);
        VERIFY_ERROR(Parameters::parse(form), base::ErrorCode::InvalidInput);
    }

    void aNameThatMayComeAgainKeepsAllItsValues()
    {
        auto parsed = Parameters::parse("resource=a&x=1&resource=b", {"resource"});

        VERIFY_RESULT(parsed);
        QCOMPARE(parsed->texts("resource"),
                 QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    }

    void whatIsEncodedIsDecodedToTheSame()
    {
        QByteArray all;
        for (int i = 1; i < 256; ++i)
            all.append(char(i));
        QCOMPARE(formDecoded(formEncoded(all)), std::optional(all));
        QVERIFY(!formDecoded("%0"));
    }
};

QTEST_GUILESS_MAIN(ParametersTest)
#include "tst_parameters.moc"
