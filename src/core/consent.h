// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/event.h"
#include "core/account.h"
#include "core/program.h"

#include <chrono>
#include <stop_token>

//! Consent: whether a program may have what it asks for.
namespace core {

//! What a program wants to do with an account.
enum class Wish {
    Use, //!< have its token or key
    Change, //!< replace its secret, sign it in anew
    Remove //!< revoke and delete it
};

[[nodiscard]] QString nameOf(Wish wish); //!< "use", "change", "remove"

//! For how long a yes holds.
enum class ConsentSpan {
    Once, //!< this one time
    Session, //!< until the person's login session, or the agent, ends
    Hours, //!< so many hours
    Always //!< until it is revoked
};

[[nodiscard]] QString nameOf(ConsentSpan span); //!< "once", "session", "hours", "always"
[[nodiscard]] base::Result<ConsentSpan> consentSpanFrom(const QString &name);

//! A program's request, before anybody decided.
struct ConsentRequest
{
    ProgramPointer program;
    AccountId account;
    Wish wish = Wish::Use;
    QString traceId;
};

//! One question that waits for the person. Ten programs make one list of these.
struct ConsentQuestion
{
    QString id;
    ProgramPointer program;
    AccountId account;
    Wish wish = Wish::Use;
    QDateTime askedAt;
    QDateTime until; //!< then silence denies
    int callers = 1; //!< how many calls of this program wait for the same answer
    int allowedThisWeek = 0; //!< how often it was given the account in the last seven days
    //! Why it is asked although it was allowed: for people ("The program has changed since you
    //! allowed it on 3 November."). Empty: nothing of the kind.
    QString why;
    //! Nobody vouches for what it is now: Hours and Always are refused. A change that its package
    //! knows of has its reason in `why` and is not doubtful.
    bool isDoubtful = false;
};

//! What the person said.
struct ConsentAnswer
{
    bool allow = false;
    ConsentSpan span = ConsentSpan::Once;
    std::chrono::hours hours{8}; //!< for ConsentSpan::Hours: 1 to 24 * 30
};

//! A decision that is remembered.
struct Approval
{
    QString id;
    QByteArray identity;
    QString name; //!< of the program, for people
    QString executable;
    QString script;
    QString through; //!< "latchkey" or empty
    AccountId account;
    Wish wish = Wish::Use;
    bool allowed = true; //!< a remembered no is one too
    ConsentSpan span = ConsentSpan::Once;
    QDateTime since;
    QDateTime until; //!< invalid: no end
    QDateTime lastUsed; //!< invalid: never
    qint64 uses = 0;
    //! "config" for a rule of config.toml (which cannot be revoked here), else "person".
    QString source;
};

//! An approval as it is kept: with what the program's files were when it was given.
struct KeptApproval
{
    Approval approval;
    QByteArray hash;
    QByteArray scriptHash;
};

//! Port: the approvals that outlive the agent.
class Approvals
{
public:
    virtual ~Approvals();
    [[nodiscard]] virtual base::Result<QList<KeptApproval>> all() const = 0;
    //! Adds or replaces the one of the same id.
    [[nodiscard]] virtual base::Result<> put(const KeptApproval &kept) = 0;
    //! One that is not there is no error.
    [[nodiscard]] virtual base::Result<> remove(const QString &id) = 0;
};

//! Service: the decisions of the owner about programs.
class ConsentService
{
public:
    virtual ~ConsentService();
    //! Ends when it is decided: at once by policy, rule or a remembered decision, else when the
    //! person answers. Denied; TimedOut when nobody answered, which is a no as well; Cancelled when
    //! \a stop is requested. Everything is recorded.
    [[nodiscard]] virtual base::Task<> permit(ConsentRequest request, std::stop_token stop) = 0;

    //! What waits, oldest first.
    [[nodiscard]] virtual QList<ConsentQuestion> waiting() const = 0;
    //! NotFound: it is over. InvalidInput: a span that a doubtful program cannot have.
    [[nodiscard]] virtual base::Result<> answer(const QString &questionId,
                                                const ConsentAnswer &answer,
                                                const QString &actor) = 0;

    //! Everything that is remembered and has not ended, rules of config.toml included.
    [[nodiscard]] virtual base::Result<QList<Approval>> approvals() const = 0;
    [[nodiscard]] virtual base::Result<> revoke(const QString &approvalId,
                                                const QString &actor) = 0;
    //! An invalid \a until means no end.
    [[nodiscard]] virtual base::Result<> setEnd(const QString &approvalId,
                                                const QDateTime &until,
                                                const QString &actor) = 0;

    //! While paused nobody is asked: what would be asked is denied. Invalid: not paused.
    [[nodiscard]] virtual QDateTime pausedUntil() const = 0;
    virtual void pause(const QDateTime &until, const QString &actor) = 0;

    //! A question has come, changed or gone: look at waiting(). Also when a pause began or ended.
    base::Event<> waitingChanged;
    //! What is remembered has changed: look at approvals().
    base::Event<> approvalsChanged;
};

} // namespace core
