// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/accountbook.h"

#include "agent/recorder.h"
#include "base/logging.h"
#include "core/credentialref.h"
#include "core/settingspecs.h"

#include <QCoreApplication>
#include <QScopeGuard>

namespace agent {

using base::ErrorCode;
using core::AccountId;
using core::AccountKind;
using core::AccountState;
using core::AuditKind;
using core::AuditOutcome;

namespace {

// Between two uses by one program that are written down, and that are announced; milliseconds.
constexpr qint64 usesApart = 5000;
constexpr qint64 toldApart = 1000;

base::Result<> nameIsTaken(const AccountId &id)
{
    return base::fail(
        ErrorCode::Conflict,
        QCoreApplication::translate("agent", "There is already an account called %1.")
            .arg(id.joined()),
        QCoreApplication::translate("agent", "Choose another name, or remove that one first."));
}

} // namespace

QList<std::chrono::seconds> warnBeforeOf(const base::Settings &settings)
{
    QList<std::chrono::seconds> spans;
    const QStringList texts = settings.value(core::setting::warnBefore).toStringList();
    for (const QString &text : texts) {
        if (const auto span = core::parseSpan(text))
            spans += *span;
        else
            qCWarning(lcAgent) << "notify.warn_before:" << span.error().message;
    }
    return spans.isEmpty() ? core::defaultWarnBefore() : spans;
}

AccountBook::AccountBook(Parts parts)
    : m_parts(parts)
{
    m_onAccounts = m_parts.accounts.changed.subscribe([this] {
        m_views.restart();
        m_agenda.restart();
        reconcile();
        reset.announce();
    });
    m_onEdits = m_parts.accounts.edited.subscribe([this](const AccountId &id) { followEdit(id); });
    m_onTokens = m_parts.tokens.changed.subscribe(
        [this](const core::TokenChange &change) { followToken(change); });
    m_onSettings = m_parts.settings.changed.subscribe([this](const QString &key) {
        if (key == core::setting::warnBefore)
            m_general.clear();
    });
}

base::Result<> AccountBook::load()
{
    TRY(m_states, m_parts.states.all());
    m_views.restart();
    m_agenda.restart();
    reconcile();
    reset.announce();
    return {};
}

QList<core::AccountView> AccountBook::list() const
{
    static_cast<void>(general()); // other warning times make other standings
    return m_views.at(m_parts.clock.now());
}

std::optional<core::AccountView> AccountBook::find(const AccountId &id) const
{
    const auto account = m_parts.accounts.find(id);
    if (!account)
        return {};
    return made(*account, m_parts.clock.now(), general()).view;
}

QList<AccountId> AccountBook::ids() const
{
    const QList<core::Account> accounts = m_parts.accounts.all();
    QList<AccountId> ids;
    ids.reserve(accounts.size());
    for (const core::Account &account : accounts)
        ids += account.id;
    return ids;
}

const QList<std::chrono::seconds> &AccountBook::general() const
{
    if (m_general.isEmpty()) {
        m_general = core::effectiveWarnBefore({}, warnBeforeOf(m_parts.settings));
        m_views.restart();
    }
    return m_general;
}

//! Somebody here has changed, added or removed it.
void AccountBook::followEdit(const AccountId &id)
{
    m_agenda.add(id);
    m_views.touch(id);
    if (!m_parts.accounts.find(id))
        forget(id);
    else if (!m_states.contains(id))
        reconcile();
    changed.announce(id);
}

//! Nobody asks for the state of an account that is not there; one of that name begins anew.
void AccountBook::forget(const AccountId &id)
{
    m_states.remove(id);
    m_views.touch(id);
    m_standings.remove(id);
    m_uses.remove(id);
    m_usesWaiting.remove(id);
    if (const auto gone = m_parts.states.remove(id); !gone)
        qCWarning(lcAgent) << "The state of" << id.joined()
                           << "was not removed:" << gone.error().message;
}

AccountViews::Made AccountBook::made(const core::Account &account,
                                     const QDateTime &now,
                                     const QList<std::chrono::seconds> &general) const
{
    const Mark &mark = markOf(account);
    AccountViews::Made made{
        {account, {}, core::Standing::Checking, mark.name, mark.letters, mark.tone}, {}};
    const auto known = m_states.constFind(account.id);
    if (known == m_states.cend())
        return made;
    AccountState &state = made.view.state;
    state = *known;
    // The date of a key is the person's own word.
    if (account.kind == AccountKind::ApiKey) {
        state.expiresAt = account.expires;
        state.issuedAt = account.created;
    }
    const auto warnBefore =
        account.warnBefore.isEmpty() ? general : core::effectiveWarnBefore(account, general);
    made.view.standing = core::standingOf(state, now, warnBefore);
    made.next = core::nextChange(state, now, warnBefore);
    // A renewable token that cannot be renewed ends then, which is no time to do anything.
    if (state.expiresAt > now && (!made.next.isValid() || state.expiresAt < made.next))
        made.next = state.expiresAt;
    return made;
}

const AccountBook::Mark &AccountBook::markOf(const core::Account &account) const
{
    const std::pair key(account.provider, account.id.service);
    const auto known = m_marks.constFind(key);
    if (known != m_marks.cend())
        return *known;

    std::optional<core::Provider> provider = m_parts.providers.find(account.provider);
    if (!provider)
        provider = m_parts.providers.guess(account.id.service);
    if (provider)
        return *m_marks.insert(key, {provider->name, provider->letters, provider->tone});
    QString name = account.id.service;
    name[0] = name[0].toUpper();
    int tone = 0;
    for (const QChar letter : account.id.service)
        tone = (tone * 31 + letter.unicode()) % 10;
    return *m_marks.insert(key, {name, name.left(2), tone});
}

base::Task<> AccountBook::addApiKey(AccountId id,
                                    QString provider,
                                    QString identity,
                                    base::Secret key,
                                    QDateTime expires,
                                    QString actor)
{
    const auto existing = m_parts.accounts.find(id);
    // Whoever adds an account was not asked about replacing one that is just being added.
    if (existing ? existing->kind != AccountKind::ApiKey : m_adding.contains(id))
        co_return nameIsTaken(id);
    m_adding.insert(id);
    const auto added = qScopeGuard([this, id] { m_adding.remove(id); });
    core::Account account = existing.value_or(core::Account{});
    account.id = id;
    account.kind = AccountKind::ApiKey;
    account.provider = provider;
    account.identity = identity;
    account.expires = expires;
    if (!account.created.isValid())
        account.created = m_parts.clock.now();

    // The secret first: an account without one would be a lie, an unlisted secret is only litter.
    const QString entry = core::apiKeyEntry(id);
    CO_TRY_VOID(co_await m_parts.secrets.write(entry, std::move(key)));
    if (!existing && m_parts.accounts.find(id)) {
        CO_TRY_VOID(co_await m_parts.secrets.remove(entry)); // a sign-in was quicker
        co_return base::fail(
            ErrorCode::Conflict,
            QCoreApplication::translate("agent", "%1 was added by somebody else in the meantime.")
                .arg(id.joined()),
            QCoreApplication::translate("agent",
                                        "Look at it, and begin again if it is to be replaced."));
    }
    AccountState state = m_states.value(id);
    state.signInLost = false;
    state.trouble.clear();
    put(id, state);
    CO_TRY_VOID(co_await m_parts.accounts.put(account));
    record(
        m_parts.audit, existing ? AuditKind::AccountChanged : AuditKind::AccountAdded, id, actor);
    co_return {};
}

base::Task<> AccountBook::change(core::Account account, QString actor)
{
    const auto existing = m_parts.accounts.find(account.id);
    if (!existing) {
        co_return base::fail(ErrorCode::NotFound,
                             QCoreApplication::translate("agent", "There is no account called %1.")
                                 .arg(account.id.joined()));
    }
    core::Account wanted = *existing;
    wanted.identity = account.identity;
    wanted.labels = account.labels;
    wanted.warnBefore = account.warnBefore;
    wanted.consent = account.consent;
    if (wanted.kind == AccountKind::ApiKey)
        wanted.expires = account.expires;
    if (wanted == *existing)
        co_return {};
    CO_TRY_VOID(co_await m_parts.accounts.put(wanted));
    record(m_parts.audit, AuditKind::AccountChanged, account.id, actor);
    co_return {};
}

base::Task<QString> AccountBook::remove(AccountId id, QString actor)
{
    const auto account = m_parts.accounts.find(id);
    if (!account) {
        co_return base::fail(ErrorCode::NotFound,
                             QCoreApplication::translate("agent", "There is no account called %1.")
                                 .arg(id.joined()));
    }
    QString remark;
    if (account->kind == AccountKind::OAuth) {
        const auto revoked = co_await m_parts.tokens.revoke(id, m_scope.stopToken());
        if (!revoked) {
            if (revoked.error().code == ErrorCode::Locked)
                co_return base::fail(revoked.error());
            remark = revoked.error().message;
        }
    }
    CO_TRY_VOID(co_await m_parts.secrets.remove(core::tokenEntry(id)));
    CO_TRY_VOID(co_await m_parts.secrets.remove(core::apiKeyEntry(id)));
    CO_TRY_VOID(co_await m_parts.accounts.remove(id)); // followEdit() tells of it
    forget(id); // also when somebody took it out of the file meanwhile
    record(m_parts.audit, AuditKind::AccountRemoved, id, actor, AuditOutcome::Done, remark);
    co_return remark;
}

void AccountBook::snooze(const AccountId &id, const QDateTime &until)
{
    AccountState state = m_states.value(id);
    state.snoozedUntil = until;
    put(id, state);
}

void AccountBook::noteUse(const AccountId &id, const QString &actor)
{
    const QDateTime now = m_parts.clock.now();
    AccountState &state = m_states[id];
    Use &use = m_uses[id];
    // A program may ask ten thousand times a second: the record has each, here the last few seconds
    // wait for the next use, or for the end, and who watches hears of it once a second.
    const bool isSame = state.lastUsedBy == actor && state.lastUsed <= now;
    const auto isWithin = [&](const QDateTime &before, qint64 milliseconds) {
        return isSame && before.isValid() && before <= now && before.msecsTo(now) < milliseconds;
    };
    const bool isToKeep = !isWithin(use.kept, usesApart);
    const bool isToTell = isToKeep || !isWithin(use.told, toldApart);
    const AccountState before = isToTell ? state : AccountState();
    state.lastUsed = now;
    state.lastUsedBy = actor;
    m_views.touch(id);
    if (!isToKeep)
        m_usesWaiting.insert(id);
    if (!isToTell)
        return;
    use.told = now;
    const AccountState after = state; // whoever hears of it may change it again
    if (isToKeep) {
        use.kept = now;
        m_usesWaiting.remove(id);
        m_states.insert(id, before);
        put(id, after);
    } else {
        moved.announce(id, before, after);
    }
    changed.announce(id);
}

void AccountBook::keepUses()
{
    const QSet<AccountId> waiting = std::exchange(m_usesWaiting, {});
    for (const AccountId &id : waiting) {
        if (m_states.contains(id))
            put(id, m_states.value(id));
    }
}

void AccountBook::reconcile()
{
    if (m_lookingUp) {
        m_lookAgain = true;
        return;
    }
    m_lookingUp = true;
    m_scope.launch(lookUpMissing());
}

base::Task<> AccountBook::lookUpMissing()
{
    // One after the other: a keyring does not like ten thousand questions at once.
    do {
        m_lookAgain = false;
        const QList<core::Account> accounts = m_parts.accounts.all();
        for (const core::Account &account : accounts) {
            if (m_states.contains(account.id) || m_scope.stopToken().stop_requested())
                continue;
            const auto seen = co_await lookUp(account);
            if (!seen) {
                qCInfo(lcAgent) << "Accounts are still to be checked:" << seen.error().message;
                m_lookingUp = false;
                co_return {};
            }
        }
    } while (m_lookAgain);
    m_lookingUp = false;
    co_return {};
}

base::Task<> AccountBook::lookUp(core::Account account)
{
    const bool signedIn = account.kind == AccountKind::OAuth;
    const QString entry = signedIn ? core::tokenEntry(account.id) : core::apiKeyEntry(account.id);
    const auto kept = co_await m_parts.secrets.read(entry);
    if (!kept && kept.error().code != ErrorCode::NotFound)
        co_return base::fail(kept.error()); // locked or out of reach: still Checking
    AccountState state;
    state.signInLost = !kept.has_value();
    if (signedIn && kept) {
        if (const auto tokens = core::TokenSet::parse(*kept)) {
            state.issuedAt = tokens->issuedAt;
            state.expiresAt = tokens->expiresAt;
            state.renewable = !tokens->refreshToken.isEmpty();
        } else {
            state.signInLost = true;
        }
    }
    if (m_states.contains(account.id)) // somebody signed in meanwhile
        co_return {};
    put(account.id, state);
    changed.announce(account.id);
    co_return {};
}

void AccountBook::followToken(const core::TokenChange &change)
{
    using What = core::TokenChange::What;
    const QString actor = QStringLiteral("latchkey");
    const AccountState before = m_states.value(change.account);
    AccountState state = before;
    switch (change.what) {
    case What::Stored:
    case What::Refreshed:
        state.issuedAt = change.issuedAt;
        state.expiresAt = change.expiresAt;
        state.renewable = change.renewable;
        state.signInLost = false;
        state.trouble.clear();
        state.troubleSince = {};
        state.snoozedUntil = {};
        if (change.what == What::Refreshed) {
            state.lastRefresh = m_parts.clock.now();
            record(m_parts.audit, AuditKind::TokenRefreshed, change.account, actor);
        }
        break;
    case What::RefreshFailed:
        // One line for a series of failures, not one for every try.
        if (state.trouble.isEmpty()) {
            state.troubleSince = m_parts.clock.now();
            record(m_parts.audit,
                   AuditKind::TokenRefreshed,
                   change.account,
                   actor,
                   AuditOutcome::Failed,
                   change.error ? change.error->message : QString());
        }
        state.trouble = change.error ? change.error->message
                                     : QCoreApplication::translate("agent", "Renewing failed.");
        break;
    case What::SignInLost:
        state.signInLost = true;
        record(m_parts.audit,
               AuditKind::TokenRefreshed,
               change.account,
               actor,
               AuditOutcome::Refused,
               change.error ? change.error->message : QString());
        break;
    case What::Revoked:
        state.signInLost = true;
        record(m_parts.audit, AuditKind::TokenRevoked, change.account, actor);
        break;
    }
    put(change.account, state);
    changed.announce(change.account);
}

QDateTime AccountBook::watchStandings(const QDateTime &now)
{
    if (m_agendaGeneral != general()) {
        m_agendaGeneral = general();
        m_agenda.restart();
    }
    const QList<AccountId> due = m_agenda.take(now);
    for (const AccountId &id : due) {
        const auto account = m_parts.accounts.find(id);
        if (!account) {
            m_standings.remove(id);
            continue;
        }
        const core::AccountView seen = made(*account, now, m_agendaGeneral).view;
        const auto told = m_standings.constFind(id);
        const bool turned = told != m_standings.cend() && *told != seen.standing;
        m_standings.insert(id, seen.standing);
        if (turned)
            changed.announce(id);
        m_agenda.add(id,
                     core::nextChange(
                         seen.state, now, core::effectiveWarnBefore(*account, m_agendaGeneral)));
    }
    return m_agenda.next(now);
}

void AccountBook::put(const AccountId &id, const AccountState &state)
{
    const AccountState before = m_states.value(id);
    m_states.insert(id, state);
    m_views.touch(id);
    if (const auto kept = m_parts.states.put(id, state); !kept)
        qCWarning(lcAgent) << "The state of" << id.joined()
                           << "was not kept:" << kept.error().message;
    m_agenda.add(id);
    moved.announce(id, before, state);
}

} // namespace agent
