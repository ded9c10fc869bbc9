// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/consent/consentdesk.h"

#include "agent/consent/consentdoubt.h"
#include "agent/consent/consentquestion.h"
#include "agent/words.h"
#include "base/logging.h"
#include "core/settingspecs.h"

#include <QCoroFuture>
#include <QRandomGenerator>

#include <algorithm>

namespace agent {

using base::ErrorCode;

namespace {

// A person answers one after the other; who asks for more than that wants something else.
constexpr int mostQuestions = 50;
constexpr int mostOfOneProgram = 10;
// Programs that nobody vouches for are made by the dozen: together they leave room for the others.
constexpr int mostDoubtful = 20;
constexpr std::size_t mostCallers = 10'000;

base::Result<> cancelled()
{
    return base::fail(ErrorCode::Cancelled, Words::tr("The question was withdrawn."));
}

} // namespace

ConsentDesk::ConsentDesk(Parts parts)
    : m_parts(std::move(parts))
    , m_book(m_parts.approvals, m_parts.clock)
    , m_record(m_parts.audit, m_parts.clock)
{
    readRules();
    m_onSettings = m_parts.settings.changed.subscribe([this](const QString &key) {
        if (key == core::setting::consentRules) {
            readRules();
            approvalsChanged.announce();
        }
        if (key == core::setting::consentRules || key == core::setting::consentPolicy)
            reconsider();
    });
    m_onAccount = m_parts.accounts.changed.subscribe([this](const core::AccountId &id) {
        // Another account of that name, later, is another account.
        if (!m_parts.accounts.find(id) && m_book.forget(id))
            approvalsChanged.announce();
        reconsider();
    });
    m_onAccounts = m_parts.accounts.reset.subscribe([this] { reconsider(); });
    m_onLock = m_parts.lock.changed.subscribe([this](core::LockService::State) { reconsider(); });
}

ConsentDesk::~ConsentDesk() = default;

base::Result<> ConsentDesk::load()
{
    return m_book.load();
}

base::Task<> ConsentDesk::stop()
{
    m_isStopped = true;
    m_pause.request_stop();
    while (!m_questions.empty()) {
        const QString id = m_questions.front()->shown.id;
        settle(id, cancelled());
    }
    m_book.flush();
    return m_scope.stop();
}

void ConsentDesk::endSession()
{
    if (m_book.endSession())
        approvalsChanged.announce();
}

base::Task<> ConsentDesk::permit(core::ConsentRequest request, std::stop_token stop)
{
    if (!request.program)
        co_return base::fail(ErrorCode::Denied, Words::tr("The system does not tell who asks."));
    if (m_isStopped)
        co_return base::fail(cancelled().error());
    Ruling ruling = rule(request);
    if (ruling.asks && find(request) == nullptr) {
        // What a question says is only looked up for a question.
        const auto vouched = co_await m_parts.programs.vouch(request.program);
        if (vouched)
            request.program = *vouched;
        const auto uses = co_await countUses(request);
        if (m_isStopped || stop.stop_requested())
            co_return base::fail(cancelled().error());
        ruling = rule(request); // meanwhile somebody may have decided
        if (ruling.asks) {
            CO_TRY_VOID(open(request, uses.value_or(0)));
        }
    }
    if (!ruling.asks) {
        const base::Result<> verdict = follow(ruling, request);
        co_return verdict;
    }
    co_return co_await awaitAnswer(request, stop);
}

base::Task<int> ConsentDesk::countUses(core::ConsentRequest request)
{
    core::AuditFilter filter;
    filter.kinds = {core::AuditKind::TokenIssued};
    filter.account = request.account;
    filter.search = request.program->name;
    filter.since = m_parts.clock.now().addDays(-7);
    filter.limit = 10'000;
    CO_TRY(const auto lines, co_await m_parts.audit.search(std::move(filter)));
    const auto count = std::count_if(lines.cbegin(), lines.cend(), [&request](const auto &line) {
        return line.actor == request.program->name && line.account == request.account;
    });
    co_return static_cast<int>(count);
}

ConsentDesk::Question *ConsentDesk::find(const core::ConsentRequest &request)
{
    const core::Program &program = *request.program;
    for (const auto &question : m_questions) {
        const core::Program &other = *question->shown.program;
        if (question->shown.account == request.account && question->shown.wish == request.wish
            && other.identity() == program.identity() && other.hash == program.hash
            && other.scriptHash == program.scriptHash && other.isOpaque == program.isOpaque
            && other.isAtPath == program.isAtPath
            // Who cannot be told apart gets an answer of its own.
            && (!program.hash.isEmpty() || other.peer.pid == program.peer.pid))
            return question.get();
    }
    return nullptr;
}

base::Result<> ConsentDesk::open(const core::ConsentRequest &request, int uses)
{
    if (find(request) != nullptr)
        return {}; // another call of the same program was quicker
    const auto ofTheSame =
        std::count_if(m_questions.cbegin(), m_questions.cend(), [&request](const auto &question) {
            return question->shown.program->executable == request.program->executable;
        });
    const auto doubtful = std::count_if(m_questions.cbegin(),
                                        m_questions.cend(),
                                        [](const auto &each) { return each->shown.isDoubtful; });
    const QDateTime now = m_parts.clock.now();
    const auto before = m_book.find(*request.program, request.account, request.wish);
    const ConsentDoubt doubt = doubtAbout(*request.program, before, now);
    if (m_questions.size() >= mostQuestions || ofTheSame >= mostOfOneProgram
        || (doubt.isDoubtful && doubtful >= mostDoubtful)) {
        m_record.byItself(core::AuditKind::ConsentRefused, request, QStringLiteral("flood"));
        return base::fail(ErrorCode::Denied,
                          Words::tr("Too many questions wait already."),
                          Words::tr("Answer those first, then try again."),
                          base::Retryable::Yes);
    }
    const std::chrono::seconds wait(m_parts.settings.number(core::setting::consentWaitSeconds));
    auto question = std::make_unique<Question>();
    core::ConsentQuestion &shown = question->shown;
    // Short: a person types it after `latchkey approve`.
    do {
        shown.id = QStringLiteral("%1").arg(
            QRandomGenerator::system()->generate() & 0xffffffU, 6, 16, QLatin1Char('0'));
    } while (std::any_of(m_questions.cbegin(), m_questions.cend(), [&shown](const auto &other) {
        return other->shown.id == shown.id;
    }));
    shown.program = request.program;
    shown.account = request.account;
    shown.wish = request.wish;
    shown.askedAt = now;
    shown.until = now.addSecs(wait.count());
    shown.callers = 0;
    shown.allowedThisWeek = uses;
    shown.why = doubt.why;
    shown.isDoubtful = doubt.isDoubtful;
    question->traceId = request.traceId;
    question->isAboutKnown = m_parts.accounts.find(request.account).has_value();
    const QString id = shown.id;
    const std::stop_token silence = question->silence.get_token();
    m_questions.push_back(std::move(question));
    m_scope.launch(awaitSilence(id, wait, silence));
    return {};
}

base::Task<> ConsentDesk::awaitAnswer(core::ConsentRequest request, std::stop_token stop)
{
    Question *question = find(request);
    if (question == nullptr)
        co_return base::fail(cancelled().error());
    if (question->waiters.size() >= mostCallers) {
        m_record.byItself(core::AuditKind::ConsentRefused, request, QStringLiteral("flood"));
        co_return base::fail(ErrorCode::Denied,
                             Words::tr("Too many calls wait for the same answer."),
                             Words::tr("Wait until it is given."),
                             base::Retryable::Yes);
    }
    const auto waiter = std::make_shared<Waiter>();
    waiter->done.start();
    question->waiters.push_back(waiter);
    question->shown.callers = static_cast<int>(question->waiters.size());
    const QString id = question->shown.id;
    waitingChanged.announce(); // whoever hears it may answer at once
    const std::stop_callback gone(stop, [this, id, waiter] { withdraw(id, waiter); });
    const QFuture<void> done = waiter->done.future();
    co_await done;
    const base::Result<> verdict = waiter->verdict;
    co_return verdict;
}

base::Task<> ConsentDesk::awaitSilence(QString questionId,
                                       std::chrono::seconds wait,
                                       std::stop_token stop)
{
    CO_TRY_VOID(co_await m_parts.clock.sleep(wait, stop));
    const auto silent =
        std::find_if(m_questions.cbegin(), m_questions.cend(), [&questionId](const auto &each) {
            return each->shown.id == questionId;
        });
    if (silent == m_questions.cend())
        co_return {};
    const core::ConsentRequest request = (*silent)->request();
    m_record.byItself(core::AuditKind::ConsentRefused, request, QStringLiteral("silence"));
    settle(questionId,
           base::fail(ErrorCode::TimedOut,
                      Words::tr("Nobody answered whether %1 may have %2.")
                          .arg(request.program->name, request.account.joined()),
                      Words::tr("Answer in the window, or with ‘latchkey approve’, and try again."),
                      base::Retryable::Yes));
    co_return {};
}

void ConsentDesk::settle(const QString &questionId, const base::Result<> &verdict)
{
    const auto found =
        std::find_if(m_questions.begin(), m_questions.end(), [&questionId](const auto &each) {
            return each->shown.id == questionId;
        });
    if (found == m_questions.end())
        return;
    const std::unique_ptr<Question> question = std::move(*found);
    m_questions.erase(found);
    question->silence.request_stop();
    for (const auto &waiter : question->waiters) {
        waiter->verdict = verdict;
        waiter->done.finish();
    }
    waitingChanged.announce();
}

void ConsentDesk::withdraw(const QString &questionId, const std::shared_ptr<Waiter> &waiter)
{
    for (const auto &question : m_questions) {
        if (question->shown.id != questionId || std::erase(question->waiters, waiter) == 0)
            continue;
        waiter->verdict = cancelled();
        waiter->done.finish();
        question->shown.callers = static_cast<int>(question->waiters.size());
        if (question->waiters.empty())
            settle(questionId, cancelled());
        else
            waitingChanged.announce();
        return;
    }
}

void ConsentDesk::reconsider()
{
    QStringList ids;
    for (const auto &question : m_questions)
        ids += question->shown.id;
    for (const QString &id : std::as_const(ids)) {
        const auto found = std::find_if(m_questions.cbegin(),
                                        m_questions.cend(),
                                        [&id](const auto &each) { return each->shown.id == id; });
        if (found == m_questions.cend())
            continue;
        const core::ConsentRequest request = (*found)->request();
        if ((*found)->isAboutKnown && !m_parts.accounts.find(request.account)) {
            settle(id,
                   base::fail(
                       ErrorCode::NotFound,
                       Words::tr("There is no account called %1.").arg(request.account.joined())));
            continue;
        }
        const Ruling ruling = rule(request);
        if (!ruling.asks)
            settle(id, follow(ruling, request));
    }
}

} // namespace agent
