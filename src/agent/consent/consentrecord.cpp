// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/consent/consentrecord.h"

#include "agent/recorder.h"
#include "base/logging.h"

namespace agent {

namespace {

constexpr int refusedAgainSeconds = 60;
constexpr int givenAgainSeconds = 3600;
constexpr qsizetype mostRepeats = 1000;

QString detailOf(const QString &word, QString path, const QString &script, const QString &wish)
{
    if (path.isEmpty())
        path = QStringLiteral("?");
    if (!script.isEmpty())
        path += QLatin1Char(' ') + script;
    return word + QStringLiteral("; ") + path + QStringLiteral("; ") + wish;
}

core::AuditOutcome outcomeOf(core::AuditKind kind)
{
    return kind == core::AuditKind::ConsentRefused ? core::AuditOutcome::Refused
                                                   : core::AuditOutcome::Done;
}

} // namespace

ConsentRecord::ConsentRecord(core::Audit &audit, const base::Clock &clock)
    : m_audit(audit)
    , m_clock(clock)
{}

void ConsentRecord::byPerson(core::AuditKind kind,
                             const core::ConsentQuestion &question,
                             const QString &word,
                             const QString &person) const
{
    const core::Program &program = *question.program;
    record(m_audit,
           kind,
           question.account,
           program.name,
           outcomeOf(kind),
           detailOf(word, program.executable, program.script, core::nameOf(question.wish))
               + QStringLiteral("; by ") + person);
}

const QByteArray &ConsentRecord::keyOf(core::AuditKind kind,
                                       const core::ConsentRequest &request,
                                       const QString &word)
{
    if (m_latest.program != request.program || m_latest.account != request.account
        || m_latest.wish != request.wish || m_latest.kind != kind || m_latest.word != word) {
        m_latest = {request.program,
                    request.account,
                    request.wish,
                    kind,
                    word,
                    request.program->identity() + ' ' + request.account.joined().toUtf8() + ' '
                        + core::nameOf(request.wish).toLatin1() + ' ' + word.toUtf8() + ' '
                        + core::nameOf(kind).toLatin1()};
    }
    return m_latest.key;
}

void ConsentRecord::byItself(core::AuditKind kind,
                             const core::ConsentRequest &request,
                             const QString &word)
{
    const core::Program &program = *request.program;
    const QByteArray &key = keyOf(kind, request, word);
    const QDateTime now = m_clock.now();
    const int again =
        kind == core::AuditKind::ConsentRefused ? refusedAgainSeconds : givenAgainSeconds;
    if (m_repeats.size() >= mostRepeats) {
        m_repeats.removeIf([&now](const auto &repeat) {
            return repeat->written.secsTo(now) >= refusedAgainSeconds;
        });
    }
    // Somebody who makes up a thousand programs a minute is recorded as far as that.
    if (m_repeats.size() >= mostRepeats && !m_repeats.contains(key))
        return;
    Repeat &repeat = m_repeats[key];
    if (repeat.written.isValid() && repeat.written.secsTo(now) < again) {
        ++repeat.since;
        return;
    }
    QString detail = detailOf(word, program.executable, program.script, core::nameOf(request.wish));
    if (repeat.since > 0)
        detail += QStringLiteral("; %1 more before").arg(repeat.since);
    repeat = {now, 0};
    const base::TraceScope trace(request.traceId.isEmpty() ? base::TraceScope::current()
                                                           : request.traceId);
    record(m_audit, kind, request.account, program.name, outcomeOf(kind), detail);
}

void ConsentRecord::change(const core::Approval &approval,
                           const QString &word,
                           const QString &person) const
{
    record(m_audit,
           core::AuditKind::ConsentRevoked,
           approval.account,
           approval.name,
           core::AuditOutcome::Done,
           detailOf(word, approval.executable, approval.script, core::nameOf(approval.wish))
               + QStringLiteral("; by ") + person);
}

} // namespace agent
