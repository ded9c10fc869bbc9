// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/form.h"

#include <QTest>
#include <QUrlQuery>

using oauth::Form;

class FormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesAsFormsDo_data();
    void encodesAsFormsDo();
    void joinsNamesAndValues();
    void whatItWritesIsReadBack();
    void cloneIsIndependent();
};

void FormTest::encodesAsFormsDo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoded");

    QTest::newRow("plain") << "abcXYZ019-._*" << QByteArray("abcXYZ019-._*");
    QTest::newRow("space") << "a b" << QByteArray("a+b");
    QTest::newRow("plus") << "a+b" << QByteArray("a%2Bb");
    QTest::newRow("separators") << "a=b&c" << QByteArray("a%3Db%26c");
    QTest::newRow("percent") << "100%" << QByteArray("100%25");
    QTest::newRow("umlaut") << QStringLiteral("wörd") << QByteArray("w%C3%B6rd");
    QTest::newRow("line break") << "a\r\nb" << QByteArray("a%0D%0Ab");
    QTest::newRow("empty") << "" << QByteArray("");
    QTest::newRow("RFC 6749 appendix B")
        << QStringLiteral(" %&+£€") << QByteArray("+%25%26%2B%C2%A3%E2%82%AC");
}

void FormTest::encodesAsFormsDo()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, encoded);

    QCOMPARE(Form::encoded(text.toUtf8()).expose().toByteArray(), encoded);
}

void FormTest::joinsNamesAndValues()
{
    Form form;
    form.add("grant_type", QByteArrayView("refresh_token"))
        .add("refresh_token", base::Secret("a/b"))
        .add("client_id", QStringLiteral("me & you"));

    QCOMPARE(form.take().expose().toByteArray(),
             QByteArray("grant_type=refresh_token&refresh_token=a%2Fb&client_id=me+%26+you"));
}

void FormTest::whatItWritesIsReadBack()
{
    QByteArray everything;
    for (int i = 1; i < 256; ++i)
        everything.append(static_cast<char>(i));
    const QString text = QString::fromLatin1(everything);
    Form form;
    form.add("value", text);

    QByteArray body = form.take().expose().toByteArray();
    const QUrlQuery query(QString::fromLatin1(body.replace('+', "%20")));

    QCOMPARE(query.queryItemValue(QStringLiteral("value"), QUrl::FullyDecoded), text);
}

void FormTest::cloneIsIndependent()
{
    Form form;
    form.add("a", QByteArrayView("1"));
    Form copy = form.clone();
    copy.add("b", QByteArrayView("2"));

    QCOMPARE(form.take().expose().toByteArray(), QByteArray("a=1"));
    QCOMPARE(copy.take().expose().toByteArray(), QByteArray("a=1&b=2"));
}

QTEST_GUILESS_MAIN(FormTest)
#include "tst_form.moc"
