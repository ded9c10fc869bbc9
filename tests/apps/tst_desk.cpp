// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/agentlock.h"
#include "apps/desk/desk.h"
#include "core/actorscope.h"
#include "core/settingspecs.h"
#include "support/fakebrowser.h"
#include "support/fakeports.h"
#include "support/verifyresult.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QTemporaryDir>

namespace {

//! The whole desk as the programs wire it, in a folder of its own, with its socket open.
struct DeskHouse
{
    explicit DeskHouse(apps::Door::Kind kind = apps::Door::Kind::Socket)
    {
        if (!settings.load())
            qFatal("The settings are wrong.");
        auto made = apps::Desk::open({base::Paths::below(folder.path()),
                                      settings,
                                      clock,
                                      browser,
                                      notifications,
                                      {},
                                      {kind, {}},
                                      QStringLiteral("1.2.3"),
                                      true,
                                      [this](const QString &reason) { asked = reason; }});
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        desk = *std::move(made);
        opening = desk->doorOpened.subscribe([this](const base::Result<> &tried) { door = tried; });
        started = QCoro::waitFor(desk->start());
    }
    ~DeskHouse()
    {
        if (desk)
            (void)QCoro::waitFor(desk->stop());
    }

    [[nodiscard]] base::Settings::Sources sources() const
    {
        base::Settings::Sources sources;
        sources.userFile = folder.filePath(QStringLiteral("config.toml"));
        sources.commandLine.insert(core::setting::storeKind, QStringLiteral("age_file"));
        sources.commandLine.insert(core::setting::authorityEnabled, QStringLiteral("false"));
        return sources;
    }
    [[nodiscard]] base::Result<> addKey()
    {
        return QCoro::waitFor(desk->accounts().addApiKey(
            lab, {}, {}, base::Secret("sk-1"), {}, QStringLiteral("window")));
    }

    QTemporaryDir folder;
    base::SystemClock clock;
    FakeBrowser browser;
    FakeNotifications notifications;
    base::Settings settings{core::settingSpecs(), sources()};
    const core::AccountId lab{QStringLiteral("openai"), QStringLiteral("lab")};
    std::optional<QString> asked; //!< to end, and why
    std::optional<base::Result<>> door;
    base::Subscription opening;
    base::Result<> started;
    std::unique_ptr<apps::Desk> desk;
};

//! A program at the door: this one.
class Guest
{
public:
    explicit Guest(const DeskHouse &house)
    {
        m_socket.connectToServer(base::Paths::below(house.folder.path()).agentSocket());
    }
    QJsonObject ask(const QByteArray &method, const QByteArray &params = "{}")
    {
        m_socket.write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method
                       + "\",\"params\":" + params + "}\n");
        if (!QTest::qWaitFor([this] { return m_socket.canReadLine(); }, 15'000))
            return {};
        return QJsonDocument::fromJson(m_socket.readLine()).object();
    }
    [[nodiscard]] QLocalSocket &socket() { return m_socket; }

private:
    QLocalSocket m_socket;
};

int numberOf(const QJsonObject &answer)
{
    return answer.value(QLatin1String("error")).toObject().value(QLatin1String("code")).toInt();
}

QString tokenOf(const QJsonObject &answer)
{
    return answer.value(QLatin1String("result"))
        .toObject()
        .value(QLatin1String("token"))
        .toString();
}

const QByteArray ofLab = "[\"openai\",\"lab\"]";

} // namespace

class DeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsGivenWhenThePersonSaysYes()
    {
        DeskHouse house;
        VERIFY_RESULT(house.started);
        QVERIFY(house.door && house.door->has_value());
        VERIFY_RESULT(house.addKey());
        int questions = 0;
        const auto answering = house.desk->consent().waitingChanged.subscribe([&] {
            const auto waiting = house.desk->consent().waiting();
            for (const core::ConsentQuestion &question : waiting) {
                ++questions;
                QCOMPARE(question.account, house.lab);
                QVERIFY(question.program->executable.endsWith(QLatin1String("tst_desk")));
                QMetaObject::invokeMethod(
                    qApp,
                    [&house, id = question.id] {
                        VERIFY_RESULT(house.desk->consent().answer(
                            id,
                            {true, core::ConsentSpan::Session, std::chrono::hours(1)},
                            QStringLiteral("window")));
                    },
                    Qt::QueuedConnection);
            }
        });
        Guest guest(house);
        QCOMPARE(tokenOf(guest.ask("get_token", ofLab)), QStringLiteral("sk-1"));
        QCOMPARE(tokenOf(guest.ask("get_token", ofLab)), QStringLiteral("sk-1"));
        QCOMPARE(questions, 1);
        const auto events = house.desk->activity().find({});
        VERIFY_RESULT(events);
        QCOMPARE(events->constFirst().kind, core::AuditKind::TokenIssued);
        QCOMPARE(events->constFirst().actor, QStringLiteral("tst_desk"));
    }

    void aNoIsANo()
    {
        DeskHouse house;
        VERIFY_RESULT(house.addKey());
        const auto answering = house.desk->consent().waitingChanged.subscribe([&] {
            const auto waiting = house.desk->consent().waiting();
            for (const core::ConsentQuestion &question : waiting) {
                QMetaObject::invokeMethod(
                    qApp,
                    [&house, id = question.id] {
                        [[maybe_unused]] const auto said =
                            house.desk->consent().answer(id, {}, QStringLiteral("window"));
                    },
                    Qt::QueuedConnection);
            }
        });
        Guest guest(house);
        QCOMPARE(numberOf(guest.ask("get_token", ofLab)), -32003);
    }

    void lockedItGivesNothing()
    {
        DeskHouse house;
        VERIFY_RESULT(house.settings.set(core::setting::consentPolicy, QStringLiteral("allow")));
        VERIFY_RESULT(house.addKey());
        Guest guest(house);
        QCOMPARE(tokenOf(guest.ask("get_token", ofLab)), QStringLiteral("sk-1"));
        house.desk->lock().lock(QStringLiteral("tray"));
        QCOMPARE(numberOf(guest.ask("get_token", ofLab)), -32002);
    }

    void theDoorIsTheFirstThingToClose()
    {
        DeskHouse house;
        Guest guest(house);
        QVERIFY(guest.ask("status").contains(QLatin1String("result")));
        VERIFY_RESULT(QCoro::waitFor(house.desk->stop()));
        QTRY_COMPARE(guest.socket().state(), QLocalSocket::UnconnectedState);
        Guest late(house);
        QVERIFY(late.socket().state() != QLocalSocket::ConnectedState);
        QVERIFY(!QFile::exists(base::Paths::below(house.folder.path()).agentSocket()));
    }

    void aProgramMayAskItToEnd()
    {
        DeskHouse house;
        Guest guest(house);
        QVERIFY(
            guest.ask("shutdown", "{\"reason\":\"handover\"}").contains(QLatin1String("result")));
        QTRY_VERIFY(house.asked);
        QCOMPARE(*house.asked, QStringLiteral("handover"));
    }

    void eachChangeOfASettingIsOneLineWithWhoMadeIt()
    {
        DeskHouse house;
        VERIFY_RESULT(
            house.settings.set(core::setting::consentAnswerByCli, QStringLiteral("always")));
        const auto lines = [&house] {
            core::AuditFilter filter;
            filter.kinds = {core::AuditKind::SettingChanged};
            const auto found = house.desk->activity().find(filter);
            QStringList words;
            for (const core::AuditEvent &line : found.value_or(QList<core::AuditEvent>()))
                words.prepend(line.actor + QStringLiteral(": ") + line.detail);
            return words;
        };
        QStringList expected{QStringLiteral("latchkey: consent.answer_by_cli = always")};
        QCOMPARE(lines(), expected);
        // Through the socket.
        Guest guest(house);
        QVERIFY(guest.ask("config.set", R"(["consent.policy","allow"])")
                    .contains(QLatin1String("result")));
        expected += QStringLiteral("tst_desk: consent.policy = allow");
        QCOMPARE(lines(), expected);
        // The same again is no change.
        QVERIFY(guest.ask("config.set", R"(["consent.policy","allow"])")
                    .contains(QLatin1String("result")));
        QCOMPARE(lines(), expected);
        // In the window.
        {
            const core::ActorScope by(QStringLiteral("window"));
            VERIFY_RESULT(house.settings.set(core::setting::consentRules,
                                             QStringList{QStringLiteral("deny * bank/*")}));
        }
        expected += QStringLiteral("window: consent.rules"); // what a rule names stays out
        QCOMPARE(lines(), expected);
        // By hand.
        QFile file(house.folder.filePath(QStringLiteral("config.toml")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        QVERIFY(text.contains("policy = \"allow\""));
        text.replace("policy = \"allow\"", "policy = \"deny\"");
        QVERIFY(file.resize(0) && file.seek(0) && file.write(text) == text.size());
        file.close();
        VERIFY_RESULT(house.desk->reload());
        expected += QStringLiteral("config.toml: consent.policy = deny");
        QCOMPARE(lines(), expected);
        VERIFY_RESULT(house.desk->reload());
        QCOMPARE(lines(), expected);
    }

    void withoutADoorNobodyComesIn()
    {
        DeskHouse house(apps::Door::Kind::None);
        VERIFY_RESULT(house.started);
        QVERIFY(!QFile::exists(base::Paths::below(house.folder.path()).agentSocket()));
    }

    void oneDeskAtATime()
    {
        DeskHouse house;
        const base::Paths paths = base::Paths::below(house.folder.path());
        const auto holder = apps::AgentLock::holder(paths);
        QVERIFY(holder);
        QCOMPARE(holder->pid, QCoreApplication::applicationPid());
        QVERIFY(!apps::AgentLock::isDesktop(*holder));
        VERIFY_ERROR(apps::AgentLock::take(paths), base::ErrorCode::Conflict);
        VERIFY_RESULT(QCoro::waitFor(house.desk->stop()));
        house.desk.reset();
        QVERIFY(!apps::AgentLock::holder(paths));
        VERIFY_RESULT(apps::AgentLock::take(paths));
    }
};

QTEST_GUILESS_MAIN(DeskTest)
#include "tst_desk.moc"
