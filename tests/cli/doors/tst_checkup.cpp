// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorhouse.h"

#include <QStandardPaths>
#include <QTest>

namespace {

QStringList ids(const DoorHouse::Outcome &ended, const char *severity)
{
    QStringList found;
    const QJsonArray findings =
        QJsonDocument::fromJson(ended.out).object().value(QStringLiteral("findings")).toArray();
    for (const auto &finding : findings) {
        if (finding[QStringLiteral("severity")].toString() == QLatin1String(severity))
            found += finding[QStringLiteral("id")].toString();
    }
    return found;
}

const QStringList doctor{QStringLiteral("doctor"), QStringLiteral("--json")};

} // namespace

//! `latchkey doctor`.
class CheckupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsWhatTheAgentSees()
    {
        DoorHouse house;
        house.others.insert(QStringLiteral("doctor"),
                            ScriptedAgent::json("{\"findings\":[{\"id\":\"store\",\"severity\":"
                                                "\"error\",\"what\":\"No keyring.\",\"remedy\":"
                                                "\"Start it.\"}]}"));
        const auto ended = house.run(doctor);
        QCOMPARE(ended.code, 1);
        QVERIFY(ids(ended, "error").contains(QStringLiteral("store")));
        const auto shown = house.run({QStringLiteral("doctor")});
        QVERIFY2(shown.out.contains("error   No keyring.\n        Start it.\n"),
                 shown.out.constData());
    }

    void findsAnAgentOfAnotherVersion()
    {
        DoorHouse house;
        house.others.insert(QStringLiteral("status"),
                            {{QStringLiteral("version"), QStringLiteral("0.0.1")}});
        QVERIFY(ids(house.run(doctor), "warning").contains(QStringLiteral("agent.version")));
    }

    void findsVariablesThatShadowUsWithoutShowingThem()
    {
        DoorHouse house;
        house.environment.insert(QStringLiteral("GITHUB_TOKEN"), QStringLiteral("ghp_hidden"));
        const auto ended = house.run(doctor);
        QVERIFY(ids(ended, "warning").contains(QStringLiteral("environment")));
        QVERIFY(ended.out.contains("GITHUB_TOKEN"));
        QVERIFY(!ended.out.contains("ghp_hidden"));
    }

    void findsASocketThatNobodyAnswers()
    {
        DoorHouse house;
        QString left;
        {
            // The socket's file stays when its listener is killed; here it is linked away first.
            const ScriptedAgent gone([](const QJsonObject &) { return ScriptedAgent::Answer(); });
            left = house.home.filePath(QStringLiteral("left.sock"));
            QCOMPARE(::link(qPrintable(gone.path()), qPrintable(left)), 0);
        }
        house.environment.insert(QStringLiteral("LATCHKEY_SOCKET"), left);
        const auto ended = house.run(doctor);
        QVERIFY2(ids(ended, "warning").contains(QStringLiteral("socket.stale")),
                 ended.out.constData());
        QVERIFY(ids(ended, "warning").contains(QStringLiteral("agent")));
    }

    void findsAFolderThatIsOpenToOthers()
    {
        DoorHouse house;
        const QString folder = house.home.filePath(QStringLiteral("latchkey"));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::Permissions(0x7755)));
        ScriptedAgent own(
            [](const QJsonObject &request) {
                return ScriptedAgent::Answer{ScriptedAgent::result(request, {})};
            },
            folder + QStringLiteral("/agent.sock"));
        house.environment.insert(QStringLiteral("LATCHKEY_SOCKET"), QString());
        const auto ended = house.run(doctor);
        QVERIFY2(ids(ended, "error").contains(QStringLiteral("socket.modes")),
                 ended.out.constData());
    }

    void looksAtTheOrderOfGitsHelpers()
    {
        DoorHouse house;
        house.write(QStringLiteral(".gitconfig"),
                    "[credential]\n\thelper = store\n\thelper = latchkey\n");
        house.write(QStringLiteral(".git-credentials"), "https://a:b@github.com\n");
        house.environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
        const auto ended = house.run(doctor);
        if (QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty())
            QSKIP("git is not installed.");
        const QStringList warnings = ids(ended, "warning");
        QVERIFY2(warnings.contains(QStringLiteral("git.order")), ended.out.constData());
        QVERIFY(warnings.contains(QStringLiteral("git.stored")));
        house.write(QStringLiteral(".gitconfig"),
                    "[credential]\n\thelper = store\n\thelper =\n\thelper = latchkey\n");
        QVERIFY(!ids(house.run(doctor), "warning").contains(QStringLiteral("git.order")));
    }
};

QTEST_GUILESS_MAIN(CheckupTest)
#include "tst_checkup.moc"
