// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorhouse.h"

#include <QTest>

namespace {

const QStringList get{QStringLiteral("git-credential"), QStringLiteral("get")};
const QStringList refuse{QStringLiteral("git-credential"), QStringLiteral("erase")};

QJsonObject account(const char *name, const char *kind = "oauth")
{
    return {{QStringLiteral("service"), QStringLiteral("github")},
            {QStringLiteral("account"), QString::fromLatin1(name)},
            {QStringLiteral("kind"), QString::fromLatin1(kind)},
            {QStringLiteral("provider"), QStringLiteral("github")}};
}

} // namespace

//! `latchkey git-credential`, and git itself.
class GitDoorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersGet()
    {
        DoorHouse house;
        const auto ended = house.run(get, "protocol=https\nhost=github.com\n\n");
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.out,
                 QByteArray("username=x-access-token\npassword=gho_16C7e42F/292c+6912\n"
                            "password_expiry_utc=1795370400\n"));
        QCOMPARE(ended.err, QByteArray());
    }

    void saysNothingToWhatIsNotOurs_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("another host")
            << QStringLiteral("get") << QByteArray("protocol=https\nhost=example.org\n\n");
        QTest::newRow("mail") << QStringLiteral("get")
                              << QByteArray("protocol=smtp\nhost=smtp.example.org:587\n\n");
        QTest::newRow("no host") << QStringLiteral("get") << QByteArray("protocol=https\n\n");
        QTest::newRow("store") << QStringLiteral("store")
                               << QByteArray("protocol=https\nhost=github.com\npassword=x\n\n");
        QTest::newRow("what comes one day") << QStringLiteral("frobnicate") << QByteArray();
    }
    void saysNothingToWhatIsNotOurs()
    {
        QFETCH(const QString, action);
        QFETCH(const QByteArray, input);
        DoorHouse house;
        const auto ended = house.run({QStringLiteral("git-credential"), action}, input);
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.out, QByteArray());
        QCOMPARE(ended.err, QByteArray());
    }

    void givesNoTokenWithoutEncryption()
    {
        DoorHouse house;
        const auto ended = house.run(get, "protocol=http\nhost=github.com\n\n");
        QCOMPARE(ended.out, QByteArray());
        QVERIFY(ended.err.contains("https"));
        QVERIFY(house.asked("get_token").isEmpty());
    }

    void saysHowToChooseAmongSeveral()
    {
        DoorHouse house;
        house.accounts = {account("work"), account("home")};
        const auto ended = house.run(get, "protocol=https\nhost=github.com\n\n");
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY2(ended.err.contains("credential.https://github.com.username work"),
                 ended.err.constData());
        const auto chosen = house.run(get, "protocol=https\nhost=github.com\nusername=home\n\n");
        QVERIFY(chosen.out.contains("password="));
        QCOMPARE(house.asked("get_token").value(QStringLiteral("account")).toString(),
                 QStringLiteral("home"));
    }

    void tellsWhyThereIsNone()
    {
        DoorHouse house;
        house.others.insert(QStringLiteral("get_token"),
                            {{QStringLiteral("error"), QStringLiteral("denied")}});
        const auto ended = house.run(get, "protocol=https\nhost=github.com\n\n");
        QCOMPARE(ended.code, 5);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY(ended.err.contains("The agent says no."));
    }

    void aRefusedTokenIsRenewed()
    {
        DoorHouse house;
        const auto ended = house.run(
            refuse, "protocol=https\nhost=github.com\npassword=gho_16C7e42F/292c+6912\n\n");
        QCOMPARE(ended.code, 0);
        QCOMPARE(house.asked("refresh_token").value(QStringLiteral("account")).toString(),
                 QStringLiteral("work"));
    }

    void anOldTokenIsNoReasonToRenew()
    {
        DoorHouse house;
        const auto ended =
            house.run(refuse, "protocol=https\nhost=github.com\npassword=an-old-one\n\n");
        QCOMPARE(ended.code, 0);
        QVERIFY(house.asked("refresh_token").isEmpty());
    }

    void aRefusedKeyIsForThePerson()
    {
        DoorHouse house;
        house.accounts = {account("work", "api_key")};
        const auto ended = house.run(
            refuse, "protocol=https\nhost=github.com\npassword=gho_16C7e42F/292c+6912\n\n");
        QVERIFY2(ended.err.contains("latchkey add-account github work"), ended.err.constData());
        QVERIFY(house.asked("refresh_token").isEmpty());
    }

    void worksAsTheHelperOfGit()
    {
        DoorHouse house;
        const QString helper = house.home.filePath(QStringLiteral("git-credential-latchkey"));
        QVERIFY(QFile::link(QStringLiteral(LATCHKEY), helper));
        QProcess git;
        QProcessEnvironment environment = house.environment;
        environment.insert(QStringLiteral("LATCHKEY_SOCKET"), house.agent.path());
        environment.insert(QStringLiteral("PATH"),
                           house.home.path() + QLatin1Char(':')
                               + environment.value(QStringLiteral("PATH")));
        environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
        environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
        git.setProcessEnvironment(environment);
        const QStringList asOurs{QStringLiteral("-c"),
                                 QStringLiteral("credential.helper=latchkey")};
        const auto say = [&git](const QStringList &words, const QByteArray &input) {
            git.start(QStringLiteral("git"), words);
            if (!git.waitForStarted())
                return false;
            git.write(input);
            git.closeWriteChannel();
            return git.waitForFinished(30'000);
        };
        if (!say({QStringLiteral("--version")}, {}))
            QSKIP("git is not installed.");
        QVERIFY(say(asOurs + QStringList{QStringLiteral("credential"), QStringLiteral("fill")},
                    "url=https://github.com/acme/app.git\n\n"));
        const QByteArray filled = git.readAllStandardOutput();
        QVERIFY2(filled.contains("username=x-access-token\npassword=gho_16C7e42F/292c+6912\n"),
                 (filled + git.readAllStandardError()).constData());
        QVERIFY(say(asOurs + QStringList{QStringLiteral("credential"), QStringLiteral("approve")},
                    filled + '\n'));
        QCOMPARE(git.exitCode(), 0);
        QVERIFY(house.asked("refresh_token").isEmpty());
        QVERIFY(say(asOurs + QStringList{QStringLiteral("credential"), QStringLiteral("reject")},
                    filled + '\n'));
        QCOMPARE(git.exitCode(), 0);
        QVERIFY(!house.asked("refresh_token").isEmpty());
        // A host that nobody knows: git would ask the person, who is not there.
        QVERIFY(say(asOurs + QStringList{QStringLiteral("credential"), QStringLiteral("fill")},
                    "url=https://example.org/a.git\n\n"));
        QVERIFY(git.exitCode() != 0);
    }
};

QTEST_GUILESS_MAIN(GitDoorTest)
#include "tst_gitdoor.moc"
