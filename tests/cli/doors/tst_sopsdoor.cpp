// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorhouse.h"

#include <QTest>

namespace {

QStringList sops(const char *verb, const QStringList &rest)
{
    return QStringList{QStringLiteral("sops"), QString::fromLatin1(verb)} + rest;
}

} // namespace

//! `latchkey sops …`: what goes to the agent, and the editor.
class SopsDoorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesFilesFromTheRootOn()
    {
        DoorHouse house;
        house.others.insert(QStringLiteral("sops.decrypt"),
                            {{QStringLiteral("text"), QStringLiteral("a: 1\n")}});
        const auto ended = house.run(sops("decrypt", {QStringLiteral("./s.yaml")}));
        QCOMPARE(ended.out, QByteArray("a: 1\n"));
        QCOMPARE(house.asked("sops.decrypt").value(QStringLiteral("path")).toString(),
                 house.home.filePath(QStringLiteral("s.yaml")));
    }

    void aValueComesFromStandardInput()
    {
        DoorHouse house;
        const auto ended = house.run(sops("set",
                                          {QStringLiteral("s.yaml"),
                                           QStringLiteral("[\"a\"]"),
                                           QStringLiteral("--value-stdin"),
                                           QStringLiteral("--text")}),
                                     "it's \"quoted\"\n");
        QCOMPARE(ended.code, 0);
        QCOMPARE(house.asked("sops.set").value(QStringLiteral("value")).toString(),
                 QStringLiteral("\"it's \\\"quoted\\\"\""));
        QCOMPARE(house.run(sops("set", {QStringLiteral("s.yaml"), QStringLiteral("[\"a\"]")})).code,
                 2);
    }

    void editsInPrivateAndCleansUp()
    {
        DoorHouse house;
        house.others.insert(QStringLiteral("sops.decrypt"),
                            {{QStringLiteral("text"), QStringLiteral("a: 1\n")},
                             {QStringLiteral("mark"), QStringLiteral("m1")}});
        const QString editor =
            house.write(QStringLiteral("editor.sh"),
                        "#!/bin/sh\n"
                        "stat -c %a \"$1\" \"$(dirname \"$1\")\" >\"$HOME/modes\"\n"
                        "echo \"$1\" >\"$HOME/place\"\n"
                        "cp \"$1\" \"$1.swp\"\n"
                        "mkdir \"$1.d\" && cp \"$1\" \"$1.d/copy\"\n"
                        "echo 'b: 2' >>\"$1\"\n");
        QFile::setPermissions(editor, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        house.environment.insert(QStringLiteral("EDITOR"), editor);
        const auto ended = house.run(sops("edit", {QStringLiteral("s.yaml")}));
        QVERIFY2(ended.code == 0, ended.err.constData());
        const QJsonObject asked = house.asked("sops.replace");
        QCOMPARE(asked.value(QStringLiteral("text")).toString(), QStringLiteral("a: 1\nb: 2\n"));
        QCOMPARE(asked.value(QStringLiteral("mark")).toString(), QStringLiteral("m1"));
        QCOMPARE(house.read(QStringLiteral("modes")), QByteArray("600\n700\n"));
        const QString place = QString::fromUtf8(house.read(QStringLiteral("place"))).trimmed();
        QVERIFY(place.endsWith(QLatin1String("/s.yaml")));
        QVERIFY(!QFileInfo::exists(QFileInfo(place).path()));
    }

    void writesNothingWhenNothingChanged()
    {
        DoorHouse house;
        house.others.insert(QStringLiteral("sops.decrypt"),
                            {{QStringLiteral("text"), QStringLiteral("a: 1\n")}});
        house.environment.insert(QStringLiteral("EDITOR"), QStringLiteral("true"));
        const auto ended = house.run(sops("edit", {QStringLiteral("s.yaml")}));
        QCOMPARE(ended.code, 0);
        QVERIFY(house.asked("sops.replace").isEmpty());
    }

    void whatCannotBeTakenIsSaidAndCleanedUp()
    {
        DoorHouse house;
        house.others.insert(QStringLiteral("sops.decrypt"),
                            {{QStringLiteral("text"), QStringLiteral("a: 1\n")}});
        house.others.insert(QStringLiteral("sops.replace"),
                            {{QStringLiteral("error"), QStringLiteral("invalid_input")}});
        house.environment.insert(
            QStringLiteral("EDITOR"),
            QStringLiteral("sh -c 'echo \"$0\" >\"$HOME/place\"; echo x >\"$0\"'"));
        const auto ended = house.run(sops("edit", {QStringLiteral("s.yaml")}));
        QCOMPARE(ended.code, 2);
        const QString place = QString::fromUtf8(house.read(QStringLiteral("place"))).trimmed();
        QVERIFY(!place.isEmpty() && !QFileInfo::exists(QFileInfo(place).path()));
    }

    void anEditorThatFailsChangesNothing()
    {
        DoorHouse house;
        house.others.insert(QStringLiteral("sops.decrypt"),
                            {{QStringLiteral("text"), QStringLiteral("a: 1\n")}});
        house.environment.insert(QStringLiteral("EDITOR"), QStringLiteral("false"));
        const auto ended = house.run(sops("edit", {QStringLiteral("s.yaml")}));
        QCOMPARE(ended.code, 10);
        QVERIFY(house.asked("sops.replace").isEmpty());
    }
};

QTEST_GUILESS_MAIN(SopsDoorTest)
#include "tst_sopsdoor.moc"
