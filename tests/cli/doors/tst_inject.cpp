// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorhouse.h"

#include <QTest>

#include <sys/stat.h>

//! `latchkey inject` and `latchkey resolve`.
class InjectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsATemplate()
    {
        DoorHouse house;
        const auto ended = house.run({QStringLiteral("inject")},
                                     "a: {{ auth://github/work/token }}\n"
                                     "b: {{auth://mail/me/api_key}} {{ .Values.c }}\n"
                                     "again: {{ auth://github/work/token }}\n");
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.out,
                 QByteArray("a: gho_16C7e42F/292c+6912\n"
                            "b: key-123456 {{ .Values.c }}\n"
                            "again: gho_16C7e42F/292c+6912\n"));
        // The same reference is one question.
        QCOMPARE(house.agent.requests().size(), 2);
    }

    void writesAFileThatIsClosedToOthers()
    {
        DoorHouse house;
        house.write(QStringLiteral("in"), "{{ auth://mail/me/api_key }}");
        house.write(QStringLiteral("out"), "before");
        const auto ended = house.run({QStringLiteral("inject"),
                                      QStringLiteral("-i"),
                                      QStringLiteral("in"),
                                      QStringLiteral("-o"),
                                      QStringLiteral("out")});
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.out, QByteArray());
        QCOMPARE(house.read(QStringLiteral("out")), QByteArray("key-123456"));
        struct stat facts = {};
        QCOMPARE(::stat(qPrintable(house.home.filePath(QStringLiteral("out"))), &facts), 0);
        QCOMPARE(facts.st_mode & 0777U, 0600U);
    }

    void writesNothingWhenOneReferenceFails()
    {
        DoorHouse house;
        house.write(QStringLiteral("in"),
                    "a: {{ auth://mail/me/api_key }}\n  b: {{ auth://no/no/token }}\n");
        const auto ended = house.run({QStringLiteral("inject"),
                                      QStringLiteral("--in"),
                                      QStringLiteral("in"),
                                      QStringLiteral("--out"),
                                      QStringLiteral("out")});
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.err.contains("in, line 2, column 6: There is no such thing."),
                 ended.err.constData());
        QVERIFY(!QFile::exists(house.home.filePath(QStringLiteral("out"))));
        const auto shown =
            house.run({QStringLiteral("inject"), QStringLiteral("--in"), QStringLiteral("in")});
        QCOMPARE(shown.out, QByteArray());
    }

    void aTemplateThatIsNotThereIsNotFound()
    {
        DoorHouse house;
        QCOMPARE(
            house.run({QStringLiteral("inject"), QStringLiteral("-i"), QStringLiteral("no")}).code,
            3);
    }

    void resolvePrintsTheValueAndOneLineEnd()
    {
        DoorHouse house;
        const auto ended =
            house.run({QStringLiteral("resolve"), QStringLiteral("auth://mail/me/api_key")});
        QCOMPARE(ended.out, QByteArray("key-123456\n"));
        const auto key =
            house.run({QStringLiteral("resolve"), QStringLiteral("auth://ssh/me/pem")});
        QVERIFY(key.out.endsWith("END KEY-----\n"));
        QCOMPARE(house.asked("resolve").value(QStringLiteral("folder")).toString(),
                 house.home.path());
    }

    void resolvePrintsJson()
    {
        DoorHouse house;
        const auto ended = house.run({QStringLiteral("resolve"),
                                      QStringLiteral("--json"),
                                      QStringLiteral("auth://mail/me/api_key")});
        const QJsonObject answer = QJsonDocument::fromJson(ended.out).object();
        QCOMPARE(answer.value(QStringLiteral("value")).toString(), QStringLiteral("key-123456"));
    }

    void whatIsNoTextComesThrough()
    {
        DoorHouse house;
        const QByteArray bytes("\0\xff\x80 a\n", 6);
        house.others.insert(QStringLiteral("resolve"),
                            {{QStringLiteral("value"), QString::fromLatin1(bytes.toBase64())},
                             {QStringLiteral("encoding"), QStringLiteral("base64")}});
        QCOMPARE(house.run({QStringLiteral("resolve"), QStringLiteral("ref+file://x")}).out, bytes);
        // No variable holds a zero.
        const auto refused = house.run({QStringLiteral("run"),
                                        QStringLiteral("--env"),
                                        QStringLiteral("A=ref+file://x"),
                                        QStringLiteral("--"),
                                        QStringLiteral("true")});
        QCOMPARE(refused.code, 13);
    }
};

QTEST_GUILESS_MAIN(InjectTest)
#include "tst_inject.moc"
