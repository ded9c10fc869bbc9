// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/consentview.h"

#include "tray/phrases.h"
#include "tray/programwords.h"

namespace desktop {

using tray::Phrases;
using tray::ProgramWords;

namespace {

const auto actor = QStringLiteral("window");
const auto doubt = QStringLiteral("doubt");
constexpr auto chain = " › ";
//! A file that is older than this says nothing by its age.
constexpr int newForDays = 30;

QVariantMap fact(const QString &label, const QString &value, bool mono, const QString &mark = {})
{
    return {{QStringLiteral("label"), label},
            {QStringLiteral("value"), value},
            {QStringLiteral("mono"), mono},
            {QStringLiteral("mark"), mark}};
}

bool isSame(const core::ConsentQuestion &a, const core::ConsentQuestion &b)
{
    return a.id == b.id && a.program == b.program && a.wish == b.wish && a.account == b.account
           && a.isDoubtful == b.isDoubtful && a.why == b.why;
}

} // namespace

ConsentView::ConsentView(core::ConsentService &consent,
                         core::AccountService &accounts,
                         const base::Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_consent(consent)
    , m_accounts(accounts)
    , m_clock(clock)
    , m_time(clock)
{
    connect(&m_time, &AnswerTime::ticked, this, &ConsentView::ticked);
    connect(&m_time, &AnswerTime::over, this, &ConsentView::look);
    m_changed = m_consent.waitingChanged.subscribe([this] { look(); });
    look();
}

void ConsentView::look()
{
    const QDateTime now = m_clock.now();
    QList<core::ConsentQuestion> waiting = m_consent.waiting();
    // What has timed out here is gone, whatever the service is about to say.
    waiting.removeIf([&now](const core::ConsentQuestion &question) {
        return question.until.isValid() && question.until <= now;
    });
    const core::ConsentQuestion before =
        std::exchange(m_question, waiting.value(0, core::ConsentQuestion{}));
    const bool isOther = !isSame(before, m_question);
    m_count = static_cast<int>(waiting.size());
    if (isOther)
        m_problem.clear();
    Q_EMIT changed();
    m_time.follow(m_question.askedAt, m_question.until);
    if (isOther && m_question.id.isEmpty())
        Q_EMIT settled();
    else if (isOther)
        Q_EMIT asked();
}

std::optional<core::AccountView> ConsentView::account() const
{
    return m_accounts.find(m_question.account);
}

QString ConsentView::program() const
{
    return ProgramWords::name(m_question);
}

QString ConsentView::icon() const
{
    // What nobody vouches for does not look like git, whatever it calls itself.
    return m_question.isDoubtful ? QStringLiteral("terminal") : ProgramWords::icon(program());
}

QString ConsentView::letters() const
{
    const auto view = account();
    const QString service = m_question.account.service;
    return view ? view->letters : service.left(1).toUpper() + service.mid(1, 1);
}

int ConsentView::tone() const
{
    const auto view = account();
    return view ? view->tone : 0;
}

QString ConsentView::title() const
{
    return ProgramWords::wish(m_question, account());
}

QString ConsentView::consequence() const
{
    return ProgramWords::consequence(m_question, account());
}

QString ConsentView::packageWords() const
{
    const core::Program &program = *m_question.program;
    switch (program.backing) {
    case core::Backing::Package:
        return tr("%1, unchanged").arg(program.package);
    case core::Backing::ChangedPackage:
        return tr("%1, but this file is another one").arg(program.package);
    case core::Backing::Nobody:
        break;
    }
    const QDateTime now = m_clock.now();
    if (!program.fileChanged.isValid() || program.fileChanged.daysTo(now) > newForDays)
        return tr("none");
    return tr("none, the file was changed %1").arg(Phrases::since(program.fileChanged, now).text);
}

QVariantList ConsentView::proof() const
{
    if (!m_question.program)
        return {};
    const core::Program &program = *m_question.program;
    QVariantList facts;
    const QString file = program.script.isEmpty() ? program.executable : program.script;
    facts << fact(tr("Program"),
                  file.isEmpty() ? tr("the system does not tell") : ProgramWords::path(file),
                  !file.isEmpty());
    if (!program.script.isEmpty())
        facts << fact(tr("Run by"), ProgramWords::path(program.executable), true);
    if (program.isOpaque)
        facts << fact(tr("Runs"), tr("commands that nobody can look at"), false, doubt);
    if (!program.isAtPath)
        facts << fact(tr("File"), tr("not the one that has this path now"), false, doubt);
    const bool isWhole = program.backing == core::Backing::Package;
    facts << fact(tr("Package"), packageWords(), false, isWhole ? QStringLiteral("good") : doubt);
    QString parents = program.parents.isEmpty()
                          ? ProgramWords::name(m_question)
                          : ProgramWords::plain(program.parents.join(QString::fromUtf8(chain)));
    if (program.peer.pid > 0)
        parents = tr("%1, process %2").arg(parents).arg(program.peer.pid);
    if (!program.through.isEmpty())
        parents = tr("%1, with %2").arg(parents, program.through);
    facts << fact(tr("Started by"), parents, false);
    if (!program.folder.isEmpty())
        facts << fact(tr("Works in"), ProgramWords::path(program.folder), true);
    if (m_question.callers > 1)
        facts << fact(tr("At once"), tr("asks %1 times").arg(m_question.callers), false);
    const int times = m_question.allowedThisWeek;
    facts << fact(tr("Before"),
                  times == 0   ? tr("not allowed this week")
                  : times == 1 ? tr("allowed once this week")
                               : tr("allowed %1 times this week").arg(times),
                  false);
    return facts;
}

QString ConsentView::warning() const
{
    if (!m_question.isDoubtful || !m_question.program)
        return m_question.why;
    if (!m_question.why.isEmpty())
        return tr("%1 If you did not start it, deny.").arg(m_question.why);
    const core::Program &program = *m_question.program;
    if (program.backing != core::Backing::Package)
        return tr("Nobody vouches for this program. If you did not start it, deny.");
    if (program.isOpaque)
        return tr("Nobody can tell what it runs. If you did not start it, deny.");
    return tr("What runs is not the file that has this path. If you did not start it, deny.");
}

ConsentView::Span ConsentView::longest() const
{
    // An account can be removed once.
    if (m_question.wish == core::Wish::Remove)
        return Span::Once;
    // What cannot be known again cannot be remembered.
    if (!m_question.program || m_question.program->hash.isEmpty())
        return Span::Once;
    return m_question.isDoubtful ? Span::Session : Span::Always;
}

QStringList ConsentView::spanSentences() const
{
    const QDateTime now = m_clock.now();
    const auto hours = core::ConsentAnswer{}.hours;
    const QString end = Phrases::moment(now.addSecs(std::chrono::seconds(hours).count()), now);
    return {m_question.wish == core::Wish::Remove
                ? tr("This one time.")
                : tr("This one time. It has to ask again for the next."),
            tr("Until you log out or quit Latchkey."),
            tr("Until %1. You can take it back under Programs.").arg(end),
            tr("Until you take it back under Programs.")};
}

QStringList ConsentView::allowWords() const
{
    return {m_question.wish == core::Wish::Remove ? tr("Allow the removal") : tr("Allow once"),
            tr("Allow this session"),
            tr("Allow for 8 hours"),
            tr("Always allow")};
}

void ConsentView::allow(Span span)
{
    core::ConsentAnswer given;
    given.allow = true;
    given.span = static_cast<core::ConsentSpan>(span);
    answer(given);
}

void ConsentView::deny()
{
    answer({});
}

void ConsentView::answer(const core::ConsentAnswer &given)
{
    if (m_question.id.isEmpty())
        return;
    // The answer moves the questions on, and m_question with them.
    const QString id = m_question.id;
    const auto taken = m_consent.answer(id, given, actor);
    if (taken)
        return;
    if (taken.error().code == base::ErrorCode::NotFound) {
        look();
        return;
    }
    m_problem = taken.error().message;
    Q_EMIT changed();
}

} // namespace desktop
