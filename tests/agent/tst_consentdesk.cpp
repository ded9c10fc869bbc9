// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/consent/consentdesk.h"
#include "support/agenthouse.h"
#include "support/fakeprograms.h"
#include "support/settle.h"
#include "support/verifyresult.h"

#include <QTemporaryDir>
#include <QTest>

using namespace agent;
using namespace std::chrono_literals;
using base::ErrorCode;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

std::shared_ptr<core::Program> program(const char *path, const char *hash = "11")
{
    const auto made = std::make_shared<core::Program>();
    made->peer = {4242, 1000};
    made->executable = s(path);
    made->name = made->executable.section(QLatin1Char('/'), -1);
    made->hash = hash;
    return made;
}

//! A call of permit() that is under way.
struct Call
{
    std::optional<base::Result<>> result;
    std::stop_source stop;

    [[nodiscard]] bool isOver() const { return result.has_value(); }
    [[nodiscard]] QString word() const
    {
        return !result ? s("waiting") : *result ? s("allowed") : base::nameOf(result->error().code);
    }
};

QCoro::Task<> run(std::shared_ptr<Call> call, base::Task<> task)
{
    auto result = co_await task;
    call->result = std::move(result);
}

} // namespace

class ConsentDeskTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<base::Settings> m_settings;
    std::unique_ptr<AgentHouse> m_house;
    FakeApprovals m_approvals;
    FakePrograms m_programs;
    std::unique_ptr<ConsentDesk> m_desk;

    void open(ConsentDesk::Asking asking = ConsentDesk::Asking::Person, bool hasScreen = true)
    {
        close();
        m_desk = std::make_unique<ConsentDesk>(ConsentDesk::Parts{m_house->book,
                                                                  m_approvals,
                                                                  m_programs,
                                                                  m_house->audit,
                                                                  m_house->lock,
                                                                  m_house->clock,
                                                                  *m_settings,
                                                                  asking,
                                                                  hasScreen,
                                                                  s("/home/maria")});
        VERIFY_RESULT(m_desk->load());
    }
    void close()
    {
        if (m_desk)
            VERIFY_RESULT(QCoro::waitFor(m_desk->stop()));
        m_desk.reset();
        settleEverything();
    }
    std::shared_ptr<Call> ask(core::ProgramPointer who,
                              const char *account = "github/work",
                              core::Wish wish = core::Wish::Use)
    {
        core::ConsentRequest request;
        request.program = std::move(who);
        request.account = AgentHouse::id(account);
        request.wish = wish;
        request.traceId = s("trace");
        const auto call = std::make_shared<Call>();
        run(call, m_desk->permit(request, call->stop.get_token()));
        return call;
    }
    void set(const QString &key, const QVariant &value)
    {
        VERIFY_RESULT(m_settings->set(key, value));
    }
    void setRules(const QStringList &rules) { set(core::setting::consentRules, rules); }
    void policy(core::ConsentPolicy policy)
    {
        core::Account account = *m_house->accounts.find(AgentHouse::id("github/work"));
        account.consent = policy;
        VERIFY_RESULT(QCoro::waitFor(m_house->accounts.put(account)));
    }
    void answer(bool allow, core::ConsentSpan span = core::ConsentSpan::Once)
    {
        QTRY_VERIFY(!m_desk->waiting().isEmpty());
        core::ConsentAnswer said;
        said.allow = allow;
        said.span = span;
        VERIFY_RESULT(m_desk->answer(m_desk->waiting().first().id, said, s("window")));
    }
    QString last() const
    {
        const core::AuditEvent &line = m_house->audit.lines.last();
        return core::nameOf(line.kind) + QLatin1Char(' ') + line.actor + QLatin1Char(' ')
               + line.detail;
    }

#define WAIT_FOR_QUESTIONS(count) QTRY_COMPARE(m_desk->waiting().size(), (count))
#define WAIT_FOR_CALL(call, expected) \
    QTRY_VERIFY((call)->isOver());    \
    QCOMPARE((call)->word(), s(expected))

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<AgentHouse>();
        m_folder = std::make_unique<QTemporaryDir>();
        base::Settings::Sources sources;
        sources.userFile = m_folder->filePath(s("config.toml"));
        m_settings = std::make_unique<base::Settings>(core::settingSpecs(), sources);
        VERIFY_RESULT(m_settings->load());
        m_house->oauth("github/work", 1h, true);
        m_house->oauth("github/home", 1h, true);
        m_approvals = {};
        m_programs.backing = core::Backing::Package;
        m_programs.vouched = 0;
        open();
    }
    void cleanup()
    {
        close();
        m_house.reset();
        m_settings.reset();
    }

    void whatIsDecidedWithoutAPerson_data()
    {
        QTest::addColumn<core::ConsentPolicy>("own");
        QTest::addColumn<QString>("general");
        QTest::addColumn<QStringList>("rules");
        QTest::addColumn<core::Wish>("wish");
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("word");
        using Policy = core::ConsentPolicy;
        using core::Wish;
        const QString git = s("allow /usr/bin/git github/*");
        const auto row = [](const char *name,
                            Policy own,
                            const char *general,
                            const QStringList &rules,
                            Wish wish,
                            const char *result,
                            const char *word) {
            QTest::newRow(name) << own << s(general) << rules << wish << s(result) << s(word);
        };
        row("asks", Policy::Default, "ask", {}, Wish::Use, "waiting", "");
        row("account allows", Policy::Allow, "ask", {}, Wish::Use, "allowed", "policy");
        row("to use, not to change", Policy::Allow, "ask", {}, Wish::Change, "waiting", "");
        row("nor to remove", Policy::Allow, "deny", {}, Wish::Remove, "denied", "policy");
        row("account denies", Policy::Deny, "allow", {git}, Wish::Use, "denied", "policy");
        row("account asks", Policy::Ask, "allow", {}, Wish::Use, "waiting", "");
        row("general allow", Policy::Default, "allow", {}, Wish::Remove, "allowed", "policy");
        row("general deny", Policy::Default, "deny", {}, Wish::Use, "denied", "policy");
        row("rule", Policy::Default, "deny", {git}, Wish::Use, "allowed", "rule");
        row("rule is for use", Policy::Default, "ask", {git}, Wish::Change, "waiting", "");
        row("account's allow before a rule",
            Policy::Allow,
            "ask",
            {s("deny /usr/bin/git */*")},
            Wish::Use,
            "allowed",
            "policy");
        row("deny before allow",
            Policy::Default,
            "allow",
            QStringList{git, s("deny * github/work")},
            Wish::Use,
            "denied",
            "rule");
        row("a mistake has no effect",
            Policy::Default,
            "ask",
            {s("allow git github/*")},
            Wish::Use,
            "waiting",
            "");
    }
    void whatIsDecidedWithoutAPerson()
    {
        QFETCH(const core::ConsentPolicy, own);
        QFETCH(const QString, general);
        QFETCH(const QStringList, rules);
        QFETCH(const core::Wish, wish);
        QFETCH(const QString, result);
        QFETCH(const QString, word);
        policy(own);
        set(core::setting::consentPolicy, general);
        setRules(rules);
        const auto call = ask(program("/usr/bin/git"), "github/work", wish);
        if (result == s("waiting")) {
            WAIT_FOR_QUESTIONS(1);
            QVERIFY(!call->isOver());
            return;
        }
        QTRY_VERIFY(call->isOver());
        QCOMPARE(call->word(), result);
        QCOMPARE(last(),
                 (result == s("allowed") ? s("consent_given") : s("consent_refused")) + s(" git ")
                     + word + s("; /usr/bin/git; ") + core::nameOf(wish));
        QCOMPARE(m_house->audit.lines.last().traceId, s("trace"));
        QCOMPARE(m_programs.vouched, 0); // packages are not looked up for nothing
    }

    void aRuleWithAMistakeIsTold()
    {
        setRules({s("allow * a/b"), s("allow git github/*")});
        QCOMPARE(m_desk->warnings().size(), 1);
        QVERIFY(m_desk->warnings().first().contains(s("rule 2")));
        const auto all = m_desk->approvals();
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().source, s("config"));
        VERIFY_ERROR(m_desk->revoke(all->first().id, s("window")), ErrorCode::Unsupported);
        VERIFY_ERROR(m_desk->setEnd(all->first().id, {}, s("window")), ErrorCode::Unsupported);
    }

    void aQuestionSaysWhoAndWhat()
    {
        core::AuditEvent given;
        given.kind = core::AuditKind::TokenIssued;
        given.actor = s("git");
        given.account = AgentHouse::id("github/work");
        VERIFY_RESULT(m_house->audit.append(given));
        int announced = 0;
        const auto listening = m_desk->waitingChanged.subscribe([&announced] { ++announced; });

        const auto call = ask(program("/usr/bin/git"));

        WAIT_FOR_QUESTIONS(1);
        const core::ConsentQuestion question = m_desk->waiting().first();
        QCOMPARE(question.program->name, s("git"));
        QCOMPARE(question.program->backing, core::Backing::Package);
        QCOMPARE(question.account, AgentHouse::id("github/work"));
        QCOMPARE(question.askedAt, m_house->clock.now());
        QCOMPARE(question.until, m_house->clock.now().addSecs(60));
        QCOMPARE(question.callers, 1);
        QCOMPARE(question.allowedThisWeek, 1);
        QCOMPARE(question.why, QString());
        QVERIFY(!question.isDoubtful);
        QVERIFY(announced > 0);
        answer(true);
        WAIT_FOR_CALL(call, "allowed");
        QCOMPARE(last(), s("consent_given git once; /usr/bin/git; use; by window"));
        QVERIFY(m_desk->waiting().isEmpty());
    }

    void onceIsForWhoWaited()
    {
        QList<std::shared_ptr<Call>> calls;
        for (int i = 0; i < 5; ++i)
            calls += ask(program("/usr/bin/git"));
        QTRY_COMPARE(m_desk->waiting().value(0).callers, 5);
        QCOMPARE(m_desk->waiting().size(), 1);
        answer(true);
        for (const auto &call : calls) {
            WAIT_FOR_CALL(call, "allowed");
        }
        QCOMPARE(m_house->audit.lines.size(), 1);
        const auto later = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        QVERIFY(!later->isOver());
    }

    void tenProgramsMakeOneList()
    {
        QList<std::shared_ptr<Call>> calls;
        for (int i = 0; i < 10; ++i) {
            calls += ask(program(qPrintable(s("/usr/bin/p%1").arg(i))));
            WAIT_FOR_QUESTIONS(i + 1);
            m_house->clock.advance(1s);
        }
        QCOMPARE(m_desk->waiting().first().program->name, s("p0"));
        QCOMPARE(m_desk->waiting().last().program->name, s("p9"));
        core::ConsentAnswer yes;
        yes.allow = true;
        VERIFY_RESULT(m_desk->answer(m_desk->waiting().at(3).id, yes, s("cli")));
        WAIT_FOR_CALL(calls.at(3), "allowed");
        QCOMPARE(m_desk->waiting().size(), 9);
        QVERIFY(!calls.at(2)->isOver());
    }

    void anotherWishAccountOrFileIsAnotherQuestion()
    {
        ask(program("/usr/bin/git"));
        ask(program("/usr/bin/git"), "github/home");
        ask(program("/usr/bin/git"), "github/work", core::Wish::Remove);
        ask(program("/usr/bin/git", "22"));
        WAIT_FOR_QUESTIONS(4);
    }

    void silenceDenies()
    {
        const auto first = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        m_house->clock.advance(30s);
        const auto second = ask(program("/usr/bin/git"));
        QTRY_COMPARE(m_desk->waiting().value(0).callers, 2);
        m_house->clock.advance(29s);
        QTest::qWait(0);
        QVERIFY(!first->isOver());
        m_house->clock.advance(1s);
        WAIT_FOR_CALL(first, "timed_out");
        WAIT_FOR_CALL(second, "timed_out");
        QCOMPARE(last(), s("consent_refused git silence; /usr/bin/git; use"));
        // Nobody said no: it may ask again.
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
    }

    void whoGoesAwayTakesTheQuestionAlong()
    {
        const auto one = ask(program("/usr/bin/git"));
        const auto two = ask(program("/usr/bin/git"));
        QTRY_COMPARE(m_desk->waiting().value(0).callers, 2);
        one->stop.request_stop();
        WAIT_FOR_CALL(one, "cancelled");
        QCOMPARE(m_desk->waiting().first().callers, 1);
        const QString id = m_desk->waiting().first().id;
        two->stop.request_stop();
        WAIT_FOR_CALL(two, "cancelled");
        QVERIFY(m_desk->waiting().isEmpty());
        VERIFY_ERROR(m_desk->answer(id, {true, core::ConsentSpan::Once, 8h}, s("window")),
                     ErrorCode::NotFound);
        const auto three = ask(program("/usr/bin/git"));
        three->stop.request_stop(); // before the question is even there
        WAIT_FOR_CALL(three, "cancelled");
        QVERIFY(m_desk->waiting().isEmpty());
        QVERIFY(m_house->audit.lines.isEmpty());
    }

    void aSessionHoursAndAlwaysHoldAsLongAsTheySay_data()
    {
        QTest::addColumn<core::ConsentSpan>("span");
        QTest::addColumn<bool>("holdsForNineHours");
        QTest::addColumn<bool>("holdsForANewAgent");
        QTest::newRow("session") << core::ConsentSpan::Session << true << false;
        QTest::newRow("hours") << core::ConsentSpan::Hours << false << true;
        QTest::newRow("always") << core::ConsentSpan::Always << true << true;
    }
    void aSessionHoursAndAlwaysHoldAsLongAsTheySay()
    {
        QFETCH(const core::ConsentSpan, span);
        QFETCH(const bool, holdsForNineHours);
        QFETCH(const bool, holdsForANewAgent);
        const auto first = ask(program("/usr/bin/git"));
        answer(true, span);
        WAIT_FOR_CALL(first, "allowed");
        const auto second = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(second, "allowed");
        QCOMPARE(m_desk->approvals()->first().uses, 2);
        QCOMPARE(m_house->audit.lines.size(), 1); // each token has its own line anyway
        const int asked = m_programs.vouched;
        m_house->clock.advance(7h);
        const auto later = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(later, "allowed");
        QCOMPARE(m_programs.vouched, asked);

        open();
        const auto anew = ask(program("/usr/bin/git"));
        if (holdsForANewAgent) {
            WAIT_FOR_CALL(anew, "allowed");
            QCOMPARE(m_desk->approvals()->first().uses, 4);
        } else {
            WAIT_FOR_QUESTIONS(1);
            answer(true, span);
        }
        m_house->clock.advance(2h);
        const auto last = ask(program("/usr/bin/git"));
        if (holdsForNineHours) {
            WAIT_FOR_CALL(last, "allowed");
        } else {
            WAIT_FOR_QUESTIONS(1);
            QVERIFY(m_desk->approvals()->isEmpty());
        }
    }

    void theEndOfTheSessionEndsWhatWasForIt()
    {
        ask(program("/usr/bin/git"));
        answer(true, core::ConsentSpan::Session);
        ask(program("/usr/bin/aws"));
        answer(true, core::ConsentSpan::Always);
        QCOMPARE(m_desk->approvals()->size(), 2);
        m_desk->endSession();
        QCOMPARE(m_desk->approvals()->size(), 1);
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
    }

    void anApprovalIsForOneWishAndOneAccount()
    {
        ask(program("/usr/bin/git"));
        answer(true, core::ConsentSpan::Always);
        ask(program("/usr/bin/git"), "github/home");
        ask(program("/usr/bin/git"), "github/work", core::Wish::Remove);
        ask(program("/usr/local/bin/git"));
        WAIT_FOR_QUESTIONS(3);
    }

    void aChangedProgramAsksAgainAndSaysWhy_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("isVouchedFor");
        QTest::addColumn<QString>("says");
        QTest::newRow("upgraded by a package") << s("program") << true << s("program has changed");
        QTest::newRow("changed by anybody") << s("program") << false << s("program has changed");
        QTest::newRow("script") << s("script") << false << s("script has changed");
        QTest::newRow("interpreter") << s("interpreter") << true << s("interpreter");
    }
    void aChangedProgramAsksAgainAndSaysWhy()
    {
        QFETCH(const QString, change);
        QFETCH(const bool, isVouchedFor);
        QFETCH(const QString, says);
        const auto before = program("/usr/bin/tool");
        const auto after = program("/usr/bin/tool", change == s("script") ? "11" : "22");
        if (change != s("program")) {
            before->script = after->script = s("/home/maria/up.sh");
            before->scriptHash = "aa";
            after->scriptHash = change == s("script") ? "bb" : "aa";
        }
        ask(before);
        answer(true, core::ConsentSpan::Always);
        m_programs.backing = isVouchedFor ? core::Backing::Package : core::Backing::Nobody;

        const auto call = ask(after);

        WAIT_FOR_QUESTIONS(1);
        const core::ConsentQuestion question = m_desk->waiting().first();
        QVERIFY2(question.why.contains(says), qPrintable(question.why));
        QCOMPARE(question.isDoubtful, !isVouchedFor);
        // The new one takes the place of the old one.
        answer(true, isVouchedFor ? core::ConsentSpan::Always : core::ConsentSpan::Session);
        WAIT_FOR_CALL(call, "allowed");
        QCOMPARE(m_desk->approvals()->size(), 1);
        const auto again = ask(after);
        WAIT_FOR_CALL(again, "allowed");
        ask(before);
        WAIT_FOR_QUESTIONS(1);
    }

    void doubtfulProgramsGetNothingForLong_data()
    {
        QTest::addColumn<QString>("doubt");
        QTest::addColumn<bool>("evenForTheSession");
        QTest::newRow("nobody vouches") << s("nobody") << true;
        QTest::newRow("changed package") << s("changed") << true;
        QTest::newRow("opaque") << s("opaque") << true;
        QTest::newRow("replaced") << s("replaced") << true;
        QTest::newRow("unreadable") << s("unreadable") << false;
    }
    void doubtfulProgramsGetNothingForLong()
    {
        QFETCH(const QString, doubt);
        QFETCH(const bool, evenForTheSession);
        const auto who = program("/tmp/tool");
        who->fileChanged = m_house->clock.now().addSecs(-60);
        who->isOpaque = doubt == s("opaque");
        who->isAtPath = doubt != s("replaced");
        if (doubt == s("unreadable"))
            who->hash.clear();
        m_programs.backing = doubt == s("changed") ? core::Backing::ChangedPackage
                             : doubt == s("opaque") || doubt == s("replaced")
                                 ? core::Backing::Package
                                 : core::Backing::Nobody;
        const auto call = ask(who);
        WAIT_FOR_QUESTIONS(1);
        const core::ConsentQuestion question = m_desk->waiting().first();
        QVERIFY(question.isDoubtful);
        QVERIFY(!question.why.isEmpty());
        for (const auto span : {core::ConsentSpan::Hours, core::ConsentSpan::Always}) {
            VERIFY_ERROR(m_desk->answer(question.id, {true, span, 8h}, s("window")),
                         ErrorCode::InvalidInput);
            QVERIFY(!call->isOver());
        }
        const auto session =
            m_desk->answer(question.id, {true, core::ConsentSpan::Session, 8h}, s("window"));
        QCOMPARE(session.has_value(), evenForTheSession);
        if (!evenForTheSession) {
            answer(true);
        }
        WAIT_FOR_CALL(call, "allowed");
    }

    void hoursHaveBounds()
    {
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        const QString id = m_desk->waiting().first().id;
        for (const auto hours : {0h, -1h, std::chrono::hours(24 * 30 + 1)}) {
            VERIFY_ERROR(m_desk->answer(id, {true, core::ConsentSpan::Hours, hours}, s("window")),
                         ErrorCode::InvalidInput);
        }
        VERIFY_RESULT(m_desk->answer(id, {true, core::ConsentSpan::Hours, 720h}, s("window")));
        QCOMPARE(m_desk->approvals()->first().until, m_house->clock.now().addDays(30));
    }

    void aNoIsNoDoorbell()
    {
        const auto first = ask(program("/usr/bin/git"));
        answer(false, core::ConsentSpan::Always);
        WAIT_FOR_CALL(first, "denied");
        QCOMPARE(last(), s("consent_refused git person; /usr/bin/git; use; by window"));
        // Also with another file.
        for (const char *hash : {"11", "22"}) {
            const auto again = ask(program("/usr/bin/git", hash));
            WAIT_FOR_CALL(again, "denied");
        }
        QVERIFY(last().contains(s("refused_before")));
        const core::Approval no = m_desk->approvals()->first();
        QVERIFY(!no.allowed);
        QCOMPARE(no.until, m_house->clock.now().addSecs(300));
        QVERIFY(m_approvals.rows.isEmpty());

        m_house->clock.advance(5min);
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        answer(false);
        VERIFY_RESULT(m_desk->revoke(m_desk->approvals()->first().id, s("window")));
        QCOMPARE(last(), s("consent_revoked git revoked; /usr/bin/git; use; by window"));
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
    }

    void aNoThatIsProlongedIsKept()
    {
        ask(program("/usr/bin/git"));
        answer(false);
        VERIFY_RESULT(m_desk->setEnd(m_desk->approvals()->first().id, {}, s("window")));
        open();
        m_house->clock.advance(std::chrono::hours(24 * 400));
        const auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "denied");
    }

    void approvalsAreRevokedAndGivenAnEnd()
    {
        ask(program("/usr/bin/git"));
        answer(true, core::ConsentSpan::Always);
        const QString id = m_desk->approvals()->first().id;
        int announced = 0;
        const auto listening = m_desk->approvalsChanged.subscribe([&announced] { ++announced; });
        VERIFY_ERROR(m_desk->setEnd(id, m_house->clock.now(), s("window")),
                     ErrorCode::InvalidInput);
        VERIFY_RESULT(m_desk->setEnd(id, m_house->clock.now().addDays(1), s("window")));
        QCOMPARE(announced, 1);
        open();
        m_house->clock.advance(23h);
        const auto in = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(in, "allowed");
        VERIFY_RESULT(m_desk->revoke(id, s("cli")));
        VERIFY_ERROR(m_desk->revoke(id, s("cli")), ErrorCode::NotFound);
        QVERIFY(m_approvals.rows.isEmpty());
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
    }

    void aRevocationHoldsWhileOthersWait()
    {
        ask(program("/usr/bin/git"));
        answer(true, core::ConsentSpan::Always);
        const auto other = ask(program("/usr/bin/git"), "github/home");
        WAIT_FOR_QUESTIONS(1);
        VERIFY_RESULT(m_desk->revoke(m_desk->approvals()->first().id, s("window")));
        const auto again = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(2);
        QVERIFY(!other->isOver() && !again->isOver());
    }

    void whatCannotBeKeptIsSaidAndHoldsForNow()
    {
        const auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        m_approvals.failure = base::Error{ErrorCode::Internal, s("disk full"), {}, {}};
        VERIFY_ERROR(m_desk->answer(m_desk->waiting().first().id,
                                    {true, core::ConsentSpan::Always, 8h},
                                    s("window")),
                     ErrorCode::Internal);
        WAIT_FOR_CALL(call, "allowed");
        const auto again = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(again, "allowed");
        m_approvals.failure.reset();
    }

    void lockedSparesTheQuestion()
    {
        m_house->lock.now = core::LockService::State::Locked;
        const auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "locked");
        m_house->lock.now = core::LockService::State::Unlocked;
        const auto waiting = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        m_house->lock.now = core::LockService::State::Locked;
        m_house->lock.changed.announce(core::LockService::State::Locked);
        WAIT_FOR_CALL(waiting, "locked");
        QVERIFY(m_desk->waiting().isEmpty());
    }

    void whilePausedNobodyIsAsked()
    {
        ask(program("/usr/bin/aws"));
        answer(true, core::ConsentSpan::Session);
        const auto waiting = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        int announced = 0;
        const auto listening = m_desk->waitingChanged.subscribe([&announced] { ++announced; });

        m_desk->pause(m_house->clock.now().addSecs(3600), s("tray"));

        QVERIFY(announced > 0);
        QCOMPARE(m_desk->pausedUntil(), m_house->clock.now().addSecs(3600));
        WAIT_FOR_CALL(waiting, "denied");
        QVERIFY(last().contains(s("paused")));
        const auto known = ask(program("/usr/bin/aws"));
        WAIT_FOR_CALL(known, "allowed");
        announced = 0;
        m_house->clock.advance(1h);
        QTRY_COMPARE(announced, 1);
        QVERIFY(!m_desk->pausedUntil().isValid());
        ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        m_desk->pause(m_house->clock.now().addSecs(3600), s("tray"));
        m_desk->pause({}, s("tray"));
        QVERIFY(!m_desk->pausedUntil().isValid());
    }

    void aFloodIsDeniedAndRecorded()
    {
        // One interpreter with ever new scripts…
        QList<std::shared_ptr<Call>> calls;
        for (int i = 0; i < 20; ++i) {
            const auto who = program("/usr/bin/python3");
            who->script = s("/tmp/%1.py").arg(i);
            who->scriptHash = "aa";
            calls += ask(who);
        }
        QTRY_VERIFY(std::count_if(calls.cbegin(),
                                  calls.cend(),
                                  [](const auto &call) { return call->isOver(); })
                    == 10);
        QCOMPARE(m_desk->waiting().size(), 10);
        QVERIFY(last().contains(s("flood")));
        // …and ever new programs.
        for (int i = 0; i < 60; ++i)
            calls += ask(program(qPrintable(s("/tmp/p%1").arg(i))));
        QTRY_COMPARE(std::count_if(calls.cbegin(),
                                   calls.cend(),
                                   [](const auto &call) { return call->isOver(); }),
                     30);
        QCOMPARE(m_desk->waiting().size(), 50);
        QCOMPARE(calls.last()->word(), s("denied"));
    }

    void aRetryLoopDoesNotFillTheRecord()
    {
        policy(core::ConsentPolicy::Deny);
        for (int i = 0; i < 1000; ++i)
            ask(program("/usr/bin/git"));
        QCOMPARE(m_house->audit.lines.size(), 1);
        m_house->clock.advance(61s);
        ask(program("/usr/bin/git"));
        QCOMPARE(m_house->audit.lines.size(), 2);
        QVERIFY(last().endsWith(s("999 more before")));
    }

    void aNewRuleAnswersWhatWaits()
    {
        const auto git = ask(program("/usr/bin/git"));
        const auto aws = ask(program("/usr/bin/aws"));
        WAIT_FOR_QUESTIONS(2);
        setRules({s("allow /usr/bin/git github/*")});
        WAIT_FOR_CALL(git, "allowed");
        policy(core::ConsentPolicy::Deny);
        WAIT_FOR_CALL(aws, "denied");
    }

    void aRemovedAccountTakesItsApprovalsAlong()
    {
        ask(program("/usr/bin/git"));
        answer(true, core::ConsentSpan::Always);
        const auto waiting = ask(program("/usr/bin/aws"));
        WAIT_FOR_QUESTIONS(1);
        VERIFY_RESULT(QCoro::waitFor(m_house->book.remove(AgentHouse::id("github/work"), s("t"))));
        WAIT_FOR_CALL(waiting, "not_found");
        QVERIFY(m_desk->approvals()->isEmpty());
        QVERIFY(m_approvals.rows.isEmpty());
    }

    void whatIsNoAccountOfTheListIsAskedAbout()
    {
        const auto call = ask(program("/usr/bin/sops"), "sops/default");
        WAIT_FOR_QUESTIONS(1);
        answer(true, core::ConsentSpan::Session);
        WAIT_FOR_CALL(call, "allowed");
    }

    void withNobodyThereNobodyIsAsked()
    {
        open(ConsentDesk::Asking::Nobody);
        auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "denied");
        QVERIFY(last().contains(s("nobody")));
        // No screen, but a command line: that is somebody.
        open(ConsentDesk::Asking::Person, false);
        call = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        set(core::setting::consentAnswerByCli, s("never"));
        open(ConsentDesk::Asking::Person, false);
        call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "denied");
    }

    void whoStartedTheAgentForItselfIsNotAsked()
    {
        open(ConsentDesk::Asking::Allow);
        auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "allowed");
        QVERIFY(last().contains(s("direct")));
        policy(core::ConsentPolicy::Deny);
        call = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(call, "denied");
    }

    void theEndOfTheDeskEndsTheWaiting()
    {
        const auto call = ask(program("/usr/bin/git"));
        WAIT_FOR_QUESTIONS(1);
        VERIFY_RESULT(QCoro::waitFor(m_desk->stop()));
        WAIT_FOR_CALL(call, "cancelled");
        const auto late = ask(program("/usr/bin/git"));
        WAIT_FOR_CALL(late, "cancelled");
    }
};

QTEST_GUILESS_MAIN(ConsentDeskTest)
#include "tst_consentdesk.moc"
