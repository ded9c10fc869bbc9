// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/event.h"
#include "base/secret.h"
#include "base/task.h"
#include "core/account.h"
#include "core/accountstate.h"
#include "core/auditevent.h"
#include "core/provider.h"
#include "core/tokenset.h"

#include <QUrl>

#include <functional>
#include <optional>
#include <stop_token>

//! The ports: what the house needs from the world, one role each. Adapters implement them, fakes in
//! tests/support implement them, `apps` chooses.
namespace core {

//! How a store stands just now.
enum class StoreState { Ready, Locked, Unavailable };

//! Port: keeps small secrets for this user on this machine. Every call ends within the store's time
//! limit: Locked when it must be opened first, Unreachable when nobody answers.
class SecretStore
{
public:
    virtual ~SecretStore();
    //! NotFound when there is no such entry.
    [[nodiscard]] virtual base::Task<base::Secret> read(QString entry) = 0;
    //! Replaces the entry whole or leaves the old one.
    [[nodiscard]] virtual base::Task<> write(QString entry, base::Secret secret) = 0;
    //! An entry that is not there is no error.
    [[nodiscard]] virtual base::Task<> remove(QString entry) = 0;
    [[nodiscard]] virtual StoreState state() const = 0;
    //! Opens the store, with \a passphrase where it has one. Ready stores answer at once.
    [[nodiscard]] virtual base::Task<> unlock(base::Secret passphrase) = 0;
    //! Forgets every key and decrypted value.
    virtual void lock() = 0;
    //! state() has changed.
    base::Event<StoreState> stateChanged;
};

//! Port: the list of accounts (accounts.toml).
class Accounts
{
public:
    virtual ~Accounts();
    //! In the file's order.
    [[nodiscard]] virtual QList<Account> all() const = 0;
    [[nodiscard]] virtual std::optional<Account> find(const AccountId &id) const = 0;
    //! Adds or replaces, atomically; ends when it is on the disk. Those that wait are written one
    //! after the other, in the order in which they were asked for.
    [[nodiscard]] virtual base::Task<> put(Account account) = 0;
    [[nodiscard]] virtual base::Task<> remove(AccountId id) = 0;
    //! put() or remove() did it.
    base::Event<AccountId> edited;
    //! The file was changed by hand: read all().
    base::Event<> changed;
};

//! Port: what changes by itself about accounts (the database).
class AccountStates
{
public:
    virtual ~AccountStates();
    [[nodiscard]] virtual base::Result<QHash<AccountId, AccountState>> all() const = 0;
    [[nodiscard]] virtual base::Result<> put(const AccountId &id, const AccountState &state) = 0;
    [[nodiscard]] virtual base::Result<> remove(const AccountId &id) = 0;
};

//! Port: the record of what happened.
class Audit
{
public:
    virtual ~Audit();
    //! Appends; the log gives sequence and time. A record that cannot be written is an error that
    //! the caller passes up, except where it has just given out what it may not take back.
    [[nodiscard]] virtual base::Result<> append(AuditEvent event) = 0;
    //! Newest first.
    [[nodiscard]] virtual base::Result<QList<AuditEvent>> find(const AuditFilter &filter) const = 0;
    //! The same for who must not wait where it stands: text in a hundred thousand lines.
    [[nodiscard]] virtual base::Task<QList<AuditEvent>> search(AuditFilter filter);
    //! How many lines are in order; Corrupt names the first one that was changed or is missing.
    [[nodiscard]] virtual base::Task<qint64> verify(std::stop_token stop) = 0;
    //! A line has been appended.
    base::Event<AuditEvent> appended;
};

//! What a finished sign-in brings: the tokens and who that is.
struct SignedIn
{
    TokenSet tokens;
    QString identity; //!< e-mail or name, for people; may be empty
};

//! A step of a sign-in that is under way. Holds no secret.
struct SignInProgress
{
    enum class Step {
        Preparing,
        WaitingForBrowser,
        WaitingForCode,
        Finishing,
        Done,
        Failed,
        Cancelled
    };

    QString signInId;
    Step step = Step::Preparing;
    AccountId account;
    QString provider;
    QString host; //!< where the person signs in: "github.com"
    QUrl authorizationUrl; //!< browser
    QString redirectUri; //!< browser: how the pasted address begins
    QString userCode; //!< device
    QUrl verificationUri; //!< device
    QUrl verificationUriComplete; //!< device; may be empty
    QDateTime until; //!< when waiting ends
    std::optional<base::Error> error; //!< Failed
};

using SignInReport = std::function<void(const SignInProgress &)>;

//! Port: one way of signing in (browser, device). run() ends with the tokens, or with Cancelled,
//! TimedOut, Denied (the provider's words, for people) or what else went wrong.
class SignInFlow
{
public:
    virtual ~SignInFlow();
    [[nodiscard]] virtual base::Task<SignedIn> run(Provider provider,
                                                   ClientCredentials client,
                                                   QStringList scopes,
                                                   SignInReport report,
                                                   std::stop_token stop) = 0;
    //! Browser: takes the address of the page where the browser ended, pasted by a person. It must
    //! pass the same checks as a callback. Flows without one answer Unsupported.
    [[nodiscard]] virtual base::Result<> useRedirect(const QString &address) = 0;
    //! Browser: opens the same page again.
    [[nodiscard]] virtual base::Result<> openAgain() = 0;
};

//! Port: the catalog of services.
class Providers
{
public:
    virtual ~Providers();
    //! By name.
    [[nodiscard]] virtual QList<Provider> all() const = 0;
    [[nodiscard]] virtual std::optional<Provider> find(const QString &id) const = 0;
    //! The provider that a service name means (gmail → google), if any.
    [[nodiscard]] virtual std::optional<Provider> guess(const QString &service) const = 0;
    //! Fills in endpoints by discovery (RFC 8414, OIDC Discovery) where they are missing.
    [[nodiscard]] virtual base::Task<Provider> resolved(Provider provider,
                                                        std::stop_token stop) = 0;
    //! "Any OpenID provider": discovery from an issuer address that a person gave.
    [[nodiscard]] virtual base::Task<Provider> discover(QString issuer, std::stop_token stop) = 0;
    //! Keeps a discovered provider whose sign-in has succeeded with the person's own files, so that
    //! find() knows it after a restart. A known one is left as it is; catalogs without files
    //! forget.
    [[nodiscard]] virtual base::Result<> keep(const Provider &provider);
};

//! What a refresh did to an account's state; announced by Tokens.
struct TokenChange
{
    enum class What { Stored, Refreshed, RefreshFailed, SignInLost, Revoked };

    AccountId account;
    What what = What::Refreshed;
    QDateTime issuedAt;
    QDateTime expiresAt;
    bool renewable = false;
    std::optional<base::Error> error;
};

//! Port: OAuth tokens of an account: kept, renewed, ended.
class Tokens
{
public:
    virtual ~Tokens();
    //! A token that is valid for at least \a minValid, renewed first if need be. A hundred callers
    //! cause one refresh. SignInRequired when only a person can help. While a refresh fails for a
    //! passing reason, the old token is given as long as it is valid at all.
    [[nodiscard]] virtual base::Task<AccessToken> ensure(AccountId id,
                                                         std::chrono::seconds minValid,
                                                         std::stop_token stop) = 0;
    //! Renews now, whatever is left.
    [[nodiscard]] virtual base::Task<AccessToken> refresh(AccountId id, std::stop_token stop) = 0;
    //! As ensure(), for less than the account has. Never replaces what is kept for it. Unsupported
    //! where the provider cannot, InvalidInput for scopes that the account was never given.
    [[nodiscard]] virtual base::Task<AccessToken> narrowed(AccountId id,
                                                           std::chrono::seconds minValid,
                                                           TokenLimits limits,
                                                           std::stop_token stop);
    //! Stores the set of a new sign-in, replacing the old one whole.
    [[nodiscard]] virtual base::Task<> store(AccountId id, TokenSet tokens) = 0;
    //! Tells the provider that the tokens have ended (RFC 7009, where it can) and removes them here
    //! in any case; an error says that the provider was not reached.
    [[nodiscard]] virtual base::Task<> revoke(AccountId id, std::stop_token stop) = 0;
    //! Non-secret facts of what is kept (secrets in it are empty).
    [[nodiscard]] virtual base::Task<TokenSet> facts(AccountId id) = 0;
    //! Drops every decrypted value (lock).
    virtual void forget() = 0;
    base::Event<TokenChange> changed;
};

//! Port: shows a web page to the person.
class Browser
{
public:
    virtual ~Browser();
    [[nodiscard]] virtual base::Result<> open(const QUrl &page) = 0;
};

//! A button of a notification.
struct NotificationAction
{
    QString key; //!< "sign_in", "copy", "later", "show"
    QString label; //!< translated

    friend bool operator==(const NotificationAction &, const NotificationAction &) = default;
};

//! One notification a matter: showing a second with the same \a matter replaces the first.
struct Notification
{
    enum class Urgency { Low, Normal, Critical };

    QString matter; //!< "expiry/github/work"
    QString title;
    QString body;
    Urgency urgency = Urgency::Normal;
    QList<NotificationAction> actions;
    AccountId account; //!< empty: about several
};

//! Port: notifications of the desktop.
class Notifications
{
public:
    virtual ~Notifications();
    virtual void show(const Notification &notification) = 0;
    virtual void withdraw(const QString &matter) = 0;
    //! A button was pressed; the key is "default" for the notification itself.
    base::Event<Notification, QString> actionInvoked;
};

} // namespace core
