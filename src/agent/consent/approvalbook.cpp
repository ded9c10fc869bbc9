// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/consent/approvalbook.h"

#include "agent/words.h"
#include "base/logging.h"

#include <QRandomGenerator>

#include <algorithm>

namespace agent {

using base::ErrorCode;

namespace {

constexpr int writeAfterSeconds = 60;

QString newId()
{
    return QStringLiteral("%1").arg(
        QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
}

base::Result<> notThere()
{
    return base::fail(ErrorCode::NotFound,
                      Words::tr("There is no such approval."),
                      Words::tr("It may have ended meanwhile."));
}

} // namespace

ApprovalBook::ApprovalBook(core::Approvals &approvals, const base::Clock &clock)
    : m_approvals(approvals)
    , m_clock(clock)
{}

base::Result<> ApprovalBook::load()
{
    TRY(const auto all, m_approvals.all());
    for (const core::KeptApproval &kept : all) {
        // Written before it ends is enough: nobody waits for what has ended to be removed.
        if (hasEnded(kept.approval)) {
            if (const auto removed = m_approvals.remove(kept.approval.id); !removed)
                qCWarning(lcAgent) << "An ended approval stays:" << removed.error().message;
            continue;
        }
        insert({kept, kept.approval.lastUsed});
    }
    return {};
}

ApprovalBook::Finding ApprovalBook::find(const core::Program &program,
                                         const core::AccountId &account,
                                         core::Wish wish) const
{
    Finding finding;
    if (m_entries.isEmpty())
        return finding;
    const QByteArray place = key(program.identity(), account, wish);
    // A no holds whatever the file has become: changing it is no way to ring again.
    const auto no = m_entries.constFind(m_no.value(place));
    if (no != m_entries.cend() && !hasEnded(no->kept.approval)) {
        finding.what = Finding::What::Denied;
        finding.kept = no->kept;
        return finding;
    }
    const auto yes = m_entries.constFind(m_yes.value(place));
    if (yes == m_entries.cend() || hasEnded(yes->kept.approval))
        return finding;
    finding.kept = yes->kept;
    const bool isTheSame = !program.hash.isEmpty() && program.hash == yes->kept.hash
                           && program.scriptHash == yes->kept.scriptHash
                           && program.script.isEmpty() == program.scriptHash.isEmpty();
    finding.what = isTheSame ? Finding::What::Allowed : Finding::What::Changed;
    return finding;
}

base::Result<> ApprovalBook::remember(const core::Program &program,
                                      const core::AccountId &account,
                                      core::Wish wish,
                                      const core::ConsentAnswer &answer)
{
    if (answer.allow && answer.span == core::ConsentSpan::Once)
        return {};
    dropEnded();
    Entry entry;
    core::Approval &approval = entry.kept.approval;
    approval.id = newId();
    approval.identity = program.identity();
    approval.name = program.name;
    approval.executable = program.executable;
    approval.script = program.script;
    approval.through = program.through;
    approval.account = account;
    approval.wish = wish;
    approval.allowed = answer.allow;
    approval.span = answer.allow ? answer.span : core::ConsentSpan::Once;
    approval.since = m_clock.now();
    approval.source = QStringLiteral("person");
    if (!answer.allow)
        approval.until = approval.since.addSecs(std::chrono::seconds(noHolds).count());
    else if (answer.span == core::ConsentSpan::Hours)
        approval.until = approval.since.addSecs(std::chrono::seconds(answer.hours).count());
    entry.kept.hash = program.hash;
    entry.kept.scriptHash = program.scriptHash;

    const QByteArray place = key(approval.identity, account, wish);
    base::Result<> done;
    if (const QString earlier = m_no.value(place); !earlier.isEmpty())
        done = drop(earlier);
    // A no does not end what was allowed for long: the person may have meant only just now, and
    // has "Revoke" for the other.
    if (const QString earlier = m_yes.value(place); answer.allow && !earlier.isEmpty()) {
        if (const auto dropped = drop(earlier); !dropped)
            done = dropped;
    }
    if (outlivesAgent(approval)) {
        if (const auto written = write(entry); !written)
            done = written;
    }
    insert(entry);
    return done;
}

void ApprovalBook::noteUse(const QString &id)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    core::Approval &approval = entry->kept.approval;
    approval.lastUsed = m_clock.now();
    ++approval.uses;
    if (!outlivesAgent(approval)
        || (entry->written.isValid()
            && entry->written.secsTo(approval.lastUsed) < writeAfterSeconds))
        return;
    if (const auto written = write(*entry); !written)
        qCWarning(lcAgent) << "The use of an approval is not counted:" << written.error().message;
}

base::Result<core::Approval> ApprovalBook::revoke(const QString &id)
{
    const auto entry = m_entries.constFind(id);
    if (entry == m_entries.cend())
        return base::fail(notThere().error());
    const core::Approval approval = entry->kept.approval;
    TRY_VOID(drop(id));
    return approval;
}

base::Result<core::Approval> ApprovalBook::setEnd(const QString &id, const QDateTime &until)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end() || hasEnded(entry->kept.approval))
        return base::fail(notThere().error());
    if (until.isValid() && until <= m_clock.now())
        return base::fail(ErrorCode::InvalidInput,
                          Words::tr("That end is over already."),
                          Words::tr("Revoke it instead."));
    Entry changed = *entry;
    core::Approval &approval = changed.kept.approval;
    approval.until = until.toUTC();
    // A no that is given another end than its five minutes is meant to be kept.
    if (!approval.allowed)
        approval.span = core::ConsentSpan::Always;
    if (outlivesAgent(approval))
        TRY_VOID(write(changed));
    *entry = changed;
    return approval;
}

bool ApprovalBook::endSession()
{
    return m_entries.removeIf([](const auto &entry) {
        return entry->kept.approval.span == core::ConsentSpan::Session;
    }) > 0;
}

bool ApprovalBook::forget(const core::AccountId &account)
{
    QStringList ids;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.kept.approval.account == account)
            ids += entry.kept.approval.id;
    }
    for (const QString &id : std::as_const(ids)) {
        if (const auto dropped = drop(id); !dropped)
            qCCritical(lcAgent) << "An approval stays:" << dropped.error().message;
    }
    return !ids.isEmpty();
}

void ApprovalBook::flush()
{
    for (Entry &entry : m_entries) {
        const core::Approval &approval = entry.kept.approval;
        if (!outlivesAgent(approval) || approval.lastUsed == entry.written
            || !approval.lastUsed.isValid())
            continue;
        if (const auto written = write(entry); !written)
            qCWarning(lcAgent) << "The uses of an approval are lost:" << written.error().message;
    }
}

QList<core::Approval> ApprovalBook::all() const
{
    QList<core::Approval> all;
    for (const Entry &entry : m_entries) {
        if (!hasEnded(entry.kept.approval))
            all += entry.kept.approval;
    }
    std::sort(all.begin(), all.end(), [](const core::Approval &a, const core::Approval &b) {
        return a.since != b.since ? a.since > b.since : a.id < b.id;
    });
    return all;
}

QByteArray ApprovalBook::key(const QByteArray &identity,
                             const core::AccountId &account,
                             core::Wish wish)
{
    return identity + ' ' + account.joined().toUtf8() + ' ' + core::nameOf(wish).toLatin1();
}

bool ApprovalBook::hasEnded(const core::Approval &approval) const
{
    return approval.until.isValid() && approval.until <= m_clock.now();
}

bool ApprovalBook::outlivesAgent(const core::Approval &approval)
{
    return approval.span == core::ConsentSpan::Hours || approval.span == core::ConsentSpan::Always;
}

base::Result<> ApprovalBook::write(Entry &entry)
{
    TRY_VOID(m_approvals.put(entry.kept));
    const core::Approval &approval = entry.kept.approval;
    entry.written = approval.lastUsed.isValid() ? approval.lastUsed : approval.since;
    return {};
}

void ApprovalBook::insert(const Entry &entry)
{
    const core::Approval &approval = entry.kept.approval;
    (approval.allowed ? m_yes : m_no)
        .insert(key(approval.identity, approval.account, approval.wish), approval.id);
    m_entries.insert(approval.id, entry);
}

base::Result<> ApprovalBook::drop(const QString &id)
{
    const auto entry = m_entries.constFind(id);
    if (entry == m_entries.cend())
        return {};
    // First where it would come back from.
    if (outlivesAgent(entry->kept.approval))
        TRY_VOID(m_approvals.remove(id));
    m_entries.erase(entry);
    return {};
}

void ApprovalBook::dropEnded()
{
    QStringList ended;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (hasEnded(entry.kept.approval))
            ended += entry.kept.approval.id;
    }
    for (const QString &id : std::as_const(ended)) {
        if (const auto dropped = drop(id); !dropped)
            qCWarning(lcAgent) << "An ended approval stays:" << dropped.error().message;
    }
    const auto isGone = [this](const auto &entry) { return !m_entries.contains(entry.value()); };
    m_yes.removeIf(isGone);
    m_no.removeIf(isGone);
}

} // namespace agent
