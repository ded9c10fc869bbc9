// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actorscope.h"
#include "rpc/methods.h"
#include "rpc/rpchouse.h"

#include <QTest>

namespace {

QJsonObject with(std::initializer_list<std::pair<QString, QJsonValue>> members)
{
    return QJsonObject(members);
}

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

//! The methods that are not about one account: topics, record, decisions, settings.
class HouseMethodsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        house = std::make_unique<RpcHouse>();
        house->listen();
        client = std::make_unique<LineClient>(*house);
    }
    void cleanup()
    {
        client.reset();
        house.reset();
    }
    void cleanupTestCase() { settleEverything(); }

    void whoSubscribesIsTold()
    {
        QCOMPARE(
            client
                ->result(s("subscribe"),
                         with({{s("topics"), QJsonArray{s("lock"), s("audit")}}}))[u"subscribed"]
                .toArray(),
            (QJsonArray{s("lock"), s("audit")}));
        QCOMPARE(client->result(s("subscribe"))[u"subscribed"].toArray().size(), 5);
        house->lock.put(core::LockService::State::Locked);
        QJsonObject told = client->nextObject();
        QCOMPARE(told[u"method"].toString(), s("event"));
        QCOMPARE(told[u"params"][u"topic"].toString(), s("lock"));
        QCOMPARE(told[u"params"][u"state"].toString(), s("locked"));
        core::AuditEvent event;
        event.kind = core::AuditKind::TokenIssued;
        event.actor = s("curl");
        event.account = *core::AccountId::parse(s("github/work"));
        house->activity.happen(event);
        told = client->nextObject();
        QCOMPARE(told[u"params"][u"topic"].toString(), s("audit"));
        QCOMPARE(told[u"params"][u"event"][u"actor"].toString(), s("curl"));
        told = client->nextObject();
        QCOMPARE(told[u"params"][u"topic"].toString(), s("tokens"));
        QCOMPARE(told[u"params"][u"change"].toString(), s("token_issued"));
        house->accounts.changed.announce(event.account);
        told = client->nextObject();
        QCOMPARE(told[u"params"][u"topic"].toString(), s("accounts"));
        QCOMPARE(told[u"params"][u"account"].toString(), s("github/work"));
        QCOMPARE(told[u"params"][u"value"][u"standing"].toString(), s("valid"));
        house->accounts.reset.announce();
        QCOMPARE(client->nextObject()[u"params"][u"change"].toString(), s("list"));
        house->consent.ask({});
        told = client->nextObject();
        QCOMPARE(told[u"params"][u"topic"].toString(), s("consent"));
        QCOMPARE(told[u"params"][u"waiting"].toInt(), 1);
        QCOMPARE(client->result(s("unsubscribe"))[u"subscribed"].toArray().size(), 0);
        house->lock.put(core::LockService::State::Unlocked);
        QCOMPARE(client->result(s("status"))[u"waiting"].toInt(), 1);
        QVERIFY(client->notifications.isEmpty());
    }

    void theRecordIsReadNewestLast()
    {
        QJsonArray events =
            client->result(s("audit.tail"), with({{s("limit"), 2}}))[u"events"].toArray();
        QCOMPARE(events.size(), 2);
        QVERIFY(events[0][u"sequence"].toInteger() < events[1][u"sequence"].toInteger());
        QCOMPARE(events[1][u"actor"].toString(), s("git"));
        QCOMPARE(events[1][u"account"].toString(), s("github/work"));
        const qint64 before = events[0][u"sequence"].toInteger();
        events =
            client
                ->result(s("audit.tail"), with({{s("limit"), 1}, {s("before"), before}}))[u"events"]
                .toArray();
        QCOMPARE(events[0][u"sequence"].toInteger(), before - 1);
        events =
            client->result(s("audit.tail"), with({{s("account"), s("google/maria")}}))[u"events"]
                .toArray();
        QCOMPARE(events.size(), 1);
        events =
            client->result(s("audit.tail"), with({{s("since"), s("5m")}}))[u"events"].toArray();
        QCOMPARE(events.size(), 3);
        events = client
                     ->result(s("audit.tail"),
                              with({{s("since"), s("2026-11-22T11:55:30Z")},
                                    {s("kinds"), QJsonArray{s("token_refreshed")}}}))[u"events"]
                     .toArray();
        QCOMPARE(events.size(), 1);
        events =
            client->result(s("audit.tail"), with({{s("search"), s("CURL")}}))[u"events"].toArray();
        QCOMPARE(events.size(), 1);
        QCOMPARE(client->result(s("audit.verify"))[u"lines"].toInt(),
                 int(house->activity.events.size()));
        house->activity.sealError = base::Error{base::ErrorCode::Corrupt, s("Line 3"), {}, {}};
        QCOMPARE(client->error(s("audit.verify")), -32010);
    }

    void questionsAreListedAndAnsweredWhereThatIsAllowed()
    {
        core::ConsentQuestion question;
        question.id = s("q1");
        question.program = std::make_shared<core::Program>(FakePrograms::git());
        question.account = *core::AccountId::parse(s("github/work"));
        question.askedAt = house->clock.now();
        question.until = house->clock.now().addSecs(60);
        house->consent.ask(question);
        const QJsonObject got = client->result(s("approvals.waiting"));
        const QJsonObject asked = got[u"questions"].toArray()[0].toObject();
        QCOMPARE(asked[u"id"].toString(), s("q1"));
        QCOMPARE(asked[u"program"][u"executable"].toString(), s("/usr/bin/git"));
        QCOMPARE(asked[u"program"][u"backing"].toString(), s("package"));
        QCOMPARE(asked[u"account"].toString(), s("github/work"));
        QCOMPARE(asked[u"wish"].toString(), s("use"));
        QCOMPARE(got[u"may_answer"].toBool(), false);

        const QJsonObject yes = with(
            {{s("id"), s("q1")}, {s("allow"), true}, {s("span"), s("hours")}, {s("hours"), 3}});
        QCOMPARE(client->error(s("approvals.answer"), yes), -32003);
        QVERIFY(house->consent.answers.isEmpty());
        house->mayAnswer = true;
        QVERIFY(client->ask(s("approvals.answer"), yes).contains(u"result"));
        QCOMPARE(house->consent.answers[0].answer.span, core::ConsentSpan::Hours);
        QCOMPARE(house->consent.answers[0].answer.hours, std::chrono::hours(3));
        QCOMPARE(client->error(s("approvals.answer"), yes), -32001);
        // A no is a person's, through latchkey, or of whoever may decide.
        house->mayAnswer = false;
        house->consent.ask(question);
        QCOMPARE(
            client->error(s("approvals.answer"), with({{s("id"), s("q1")}, {s("allow"), false}})),
            -32003);
        house->programs.program.through = s("latchkey");
        client = std::make_unique<LineClient>(*house);
        QVERIFY(client->ask(s("approvals.answer"), with({{s("id"), s("q1")}, {s("allow"), false}}))
                    .contains(u"result"));
    }

    void decisionsAreListedRevokedAndEnded()
    {
        core::Approval approval;
        approval.id = s("a1");
        approval.name = s("git");
        approval.account = *core::AccountId::parse(s("github/work"));
        approval.until = house->clock.now().addSecs(3600);
        house->consent.remembered = {approval};
        const QJsonObject one =
            client->result(s("approvals.list"))[u"approvals"].toArray()[0].toObject();
        QCOMPARE(one[u"id"].toString(), s("a1"));
        QCOMPARE(one[u"allowed"].toBool(), true);
        QVERIFY(one[u"last_used"].isNull());
        // Sooner is anybody's to say, later is not.
        const auto until = [](const char *time) {
            return with({{s("id"), s("a1")}, {s("until"), s(time)}});
        };
        QVERIFY(
            client->ask(s("approvals.set_end"), until("2026-11-22T12:30:00Z")).contains(u"result"));
        QCOMPARE(client->error(s("approvals.set_end"), until("2026-11-22T14:00:00Z")), -32003);
        QCOMPARE(client->error(s("approvals.set_end"), with({{s("id"), s("a1")}})), -32003);
        house->mayAnswer = true;
        QVERIFY(
            client->ask(s("approvals.set_end"), with({{s("id"), s("a1")}})).contains(u"result"));
        QCOMPARE(client->error(s("approvals.set_end"), with({{s("id"), s("zz")}})), -32001);
        // A no is not forgotten for the program that got it; a yes is for anybody to end.
        const QJsonObject mine = with({{s("id"), s("a1")}});
        house->mayAnswer = false;
        house->consent.remembered[0].allowed = false;
        QCOMPARE(client->error(s("approvals.revoke"), mine), -32003);
        QVERIFY(house->consent.revoked.isEmpty());
        house->consent.remembered[0].allowed = true;
        QVERIFY(client->ask(s("approvals.revoke"), mine).contains(u"result"));
        QCOMPARE(house->consent.revoked, (QStringList{s("a1")}));
    }

    void programsCannotGiveThemselvesMore()
    {
        const auto policy = [](const char *word) {
            return about("github", "work", {{s("policy"), s(word)}});
        };
        QCOMPARE(client->result(s("set_consent"), policy("deny"))[u"consent"].toString(),
                 s("deny"));
        QCOMPARE(client->error(s("set_consent"), policy("ask")), -32003);
        QCOMPARE(client->error(s("set_consent"), policy("default")), -32003);
        QCOMPARE(client->error(s("set_consent"), policy("allow")), -32003);
        const QJsonObject open = with({{s("key"), s("consent.policy")}, {s("value"), s("allow")}});
        QCOMPARE(client->error(s("config.set"), open), -32003);
        for (const char *key : {"audit.keep_days",
                                "lock.idle_minutes",
                                "store.key_file",
                                "authority.port",
                                "socket.oidc_agent"})
            QCOMPARE(
                client->error(s("config.set"), with({{s("key"), s(key)}, {s("value"), s("1")}})),
                -32003);
        QVERIFY(house->audit.lines.isEmpty());
        house->mayAnswer = true;
        QCOMPARE(client->result(s("set_consent"), policy("allow"))[u"consent"].toString(),
                 s("allow"));
        QCOMPARE(client->result(s("config.set"), open)[u"value"].toString(), s("allow"));
    }

    void settingsAreReadAndWritten()
    {
        const QJsonObject all = client->result(s("config.get"));
        QCOMPARE(all[u"values"].toObject().size(), house->settings.specs().size());
        QCOMPARE(all[u"values"][u"lock.idle_minutes"].toInt(), 0);
        QCOMPARE(all[u"layers"][u"lock.idle_minutes"].toString(), s("built-in"));
        house->mayAnswer = true;
        QStringList actors;
        const auto onChange = house->settings.changed.subscribe(
            [&actors](const QString &) { actors += core::ActorScope::current(); });
        const auto set = [this](const char *key, const QJsonValue &value) -> QJsonValue {
            return client->result(s("config.set"),
                                  with({{s("key"), s(key)}, {s("value"), value}}))[u"value"];
        };
        QCOMPARE(set("lock.idle_minutes", 15).toInt(), 15);
        QCOMPARE(set("lock.idle_minutes", s("20")).toInt(), 20);
        QCOMPARE(set("notify.expiry", false).toBool(true), false);
        QCOMPARE(set("notify.expiry", s("true")).toBool(false), true);
        QCOMPARE(set("look.theme", s("dark")).toString(), s("dark"));
        QCOMPARE(set("notify.warn_before", QJsonArray{s("2h")}).toArray(), (QJsonArray{s("2h")}));
        QCOMPARE(set("notify.warn_before", s("1h, 5m")).toArray(), (QJsonArray{s("1h"), s("5m")}));
        QCOMPARE(client->result(s("config.get"), QJsonArray{s("lock.idle_minutes")})[u"values"]
                     .toObject(),
                 with({{s("lock.idle_minutes"), 20}}));
        QCOMPARE(client->error(s("config.get"), QJsonArray{s("no.such")}), -32001);
        QCOMPARE(client->error(s("config.set"),
                               with({{s("key"), s("look.theme")}, {s("value"), s("pink")}})),
                 -32602);
        // Whoever writes the record hears who it was.
        QCOMPARE(actors, QStringList(7, s("git")));
        QCOMPARE(core::ActorScope::current(), QString());
        QVERIFY(house->audit.lines.isEmpty()); // which is not done here: no line twice
        QCOMPARE(client->result(s("config.check"))[u"valid"].toBool(), true);
        QFile file(house->paths.configFile());
        QVERIFY(file.open(QIODevice::Append));
        file.write("\nunheard = 1\n");
        file.close();
        QCOMPARE(client->result(s("config.check"))[u"warnings"].toArray().size(), 1);
        QCOMPARE(client->result(s("config.reload"))[u"warnings"].toArray().size(), 1);
        QVERIFY(file.open(QIODevice::Append));
        file.write("= broken\n");
        file.close();
        const QJsonObject checked = client->result(s("config.check"));
        QCOMPARE(checked[u"valid"].toBool(), false);
        QVERIFY(checked[u"error"].toString().contains(s("config.toml")));
    }

    void shutdownAnswersFirst()
    {
        QVERIFY(client->ask(s("shutdown"), QJsonArray{s("handover")}).contains(u"result"));
        QTRY_COMPARE(house->shutdowns, (QStringList{s("handover")}));
    }

    void theMethodsTellThemselves()
    {
        const QJsonArray methods = client->result(s("rpc.methods"))[u"methods"].toArray();
        QCOMPARE(methods.size(), rpc::allMethods().all().size());
        for (const QJsonValue &method : methods) {
            const QString name = method[u"name"].toString();
            QVERIFY2(!method[u"summary"].toString().isEmpty(), qPrintable(name));
            QVERIFY2(method[u"summary"].toString().endsWith(u'.'), qPrintable(name));
            QVERIFY2(!method[u"result"].toString().isEmpty(), qPrintable(name));
            bool wasOptional = false;
            for (const QJsonValue &param : method[u"params"].toArray()) {
                QVERIFY(!param[u"summary"].toString().isEmpty());
                // Positional parameters can only be left out at the end.
                const bool isOptional = !param[u"required"].toBool();
                QVERIFY2(isOptional || !wasOptional, qPrintable(name));
                wasOptional = isOptional;
            }
        }
    }

private:
    std::unique_ptr<RpcHouse> house;
    std::unique_ptr<LineClient> client;
};

QTEST_GUILESS_MAIN(HouseMethodsTest)
#include "tst_housemethods.moc"
