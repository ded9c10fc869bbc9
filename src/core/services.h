// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "core/standing.h"

//! The services: what the faces (window, tray, later socket and command line) can ask for. One
//! small interface a subject; every argument and result could cross a socket.
namespace core {

//! An account with how it stands: what a list shows.
struct AccountView
{
    Account account;
    AccountState state;
    Standing standing = Standing::Checking;
    QString providerName;
    QString letters;
    int tone = 0;
};

//! Accounts: see, add, change, remove.
class AccountService
{
public:
    virtual ~AccountService();
    //! All of them with their standing at this moment; from memory, at most a few ms for 10,000.
    [[nodiscard]] virtual QList<AccountView> list() const = 0;
    [[nodiscard]] virtual std::optional<AccountView> find(const AccountId &id) const = 0;
    //! Keeps an API key. The key was checked by checkApiKey(). \a actor is for the record.
    [[nodiscard]] virtual base::Task<> addApiKey(AccountId id,
                                                 QString provider,
                                                 QString identity,
                                                 base::Secret key,
                                                 QDateTime expires,
                                                 QString actor) = 0;
    //! Changes what a person may change: identity, labels, expires, warnBefore,
    //! consent.
    [[nodiscard]] virtual base::Task<> change(Account account, QString actor) = 0;
    //! Revokes at the provider where it can, deletes every secret, then the account. An unreachable
    //! provider does not stop it; the result then says so: empty when all went well.
    [[nodiscard]] virtual base::Task<QString> remove(AccountId id, QString actor) = 0;
    //! "Remind me later".
    virtual void snooze(const AccountId &id, const QDateTime &until) = 0;

    //! One account changed, appeared or went.
    base::Event<AccountId> changed;
    //! Several did: read list() again.
    base::Event<> reset;
};

//! What a program wants of an account, precisely.
struct TokenRequest
{
    AccountId account;
    std::chrono::seconds minValid{0};
    QStringList scopes; //!< fewer than the account has (RFC 6749, 6); empty: all of them
    QString audience; //!< where the token is to be used (RFC 8707 `resource`); empty: anywhere
    QString actor;
    AuditKind kind = AuditKind::TokenIssued;
};

//! Tokens: give and renew.
class TokenService
{
public:
    virtual ~TokenService();
    //! As take(), with what only some providers can do. Unsupported where this one cannot.
    [[nodiscard]] virtual base::Task<AccessToken> give(TokenRequest request, std::stop_token stop);
    //! Fresh token or key of any kind of account, for \a actor, recorded as \a kind (TokenIssued or
    //! TokenCopied). Locked, SignInRequired, Expired, NotFound as they are.
    [[nodiscard]] virtual base::Task<AccessToken> take(AccountId id,
                                                       std::chrono::seconds minValid,
                                                       QString actor,
                                                       AuditKind kind,
                                                       std::stop_token stop) = 0;
    //! Renews now. Unsupported for accounts that cannot.
    [[nodiscard]] virtual base::Task<> refresh(AccountId id,
                                               QString actor,
                                               std::stop_token stop) = 0;
    //! Non-secret facts (secrets in it are empty); NotFound for API keys.
    [[nodiscard]] virtual base::Task<TokenSet> facts(AccountId id) = 0;
};

//! What a person chose in the wizard.
struct SignInRequest
{
    AccountId account;
    QString provider; //!< catalog id, or an issuer address ("https://…") for any OpenID provider
    SignInMethod method = SignInMethod::Browser;
    QStringList scopes; //!< empty: the catalog's
    QString actor;
    //! False: an account of that name that appears while the person signs in is left as it is, and
    //! the sign-in fails with Conflict.
    bool mayReplace = true;
};

//! Signing in: begins at once, reports by progress, ends by itself or by cancel().
class SignInService
{
public:
    virtual ~SignInService();
    [[nodiscard]] virtual QList<Provider> providers() const = 0;
    [[nodiscard]] virtual std::optional<Provider> guess(const QString &service) const = 0;
    //! Whether a client id is known for the provider.
    [[nodiscard]] virtual base::Task<bool> hasClient(QString provider) = 0;
    //! Keeps client id and secret under `_provider`.
    [[nodiscard]] virtual base::Task<> setClient(QString provider, ClientCredentials client) = 0;
    //! Returns the id that progress and the other calls carry. An account of the same name is
    //! signed in anew: its tokens are replaced when, and only when, the new ones are there.
    [[nodiscard]] virtual base::Result<QString> begin(const SignInRequest &request) = 0;
    virtual void cancel(const QString &signInId) = 0;
    [[nodiscard]] virtual base::Result<> openAgain(const QString &signInId) = 0;
    [[nodiscard]] virtual base::Result<> useRedirect(const QString &signInId,
                                                     const QString &address) = 0;
    base::Event<SignInProgress> progress;
};

//! The lock of the whole desk.
class LockService
{
public:
    enum class State { Unlocked, Locked, StoreUnavailable };

    virtual ~LockService();
    [[nodiscard]] virtual State state() const = 0;
    //! Why the store cannot be reached, for people; empty otherwise.
    [[nodiscard]] virtual QString reason() const = 0;
    //! Whether unlock() wants a passphrase.
    [[nodiscard]] virtual bool needsPassphrase() const = 0;
    virtual void lock(const QString &actor) = 0;
    [[nodiscard]] virtual base::Task<> unlock(base::Secret passphrase, QString actor) = 0;
    //! A person did something: the idle time begins anew.
    virtual void touch() = 0;
    base::Event<State> changed;
};

//! Which kind of store is used.
enum class StoreKind { Keyring, AgeFile, Memory };

[[nodiscard]] QString nameOf(StoreKind kind); //!< "keyring", "age_file", "memory"

struct StoreStatus
{
    StoreKind kind = StoreKind::Keyring;
    QString place; //!< "GNOME Keyring", "~/.local/share/latchkey/vault.age"
    StoreState state = StoreState::Unavailable;
    QString reason; //!< why it is not ready, for people
    bool keyringAvailable = false;
    bool usesKeyFile = false; //!< age file opened by a key file instead of a passphrase
    //! Worth knowing although it works, for people: an older copy of the file is in use.
    QString remark;
};

//! Where the secrets are, and moving them.
class StoreService
{
public:
    virtual ~StoreService();
    [[nodiscard]] virtual StoreStatus status() const = 0;
    //! Copies every entry into the other store, reads each back, then switches, then removes the
    //! old ones. On any error before the switch the old store stays in use and whole. \a passphrase
    //! is for a new age file; empty: a key file is made. \a progress gets done and total.
    [[nodiscard]] virtual base::Task<> moveTo(StoreKind kind,
                                              base::Secret passphrase,
                                              std::function<void(int, int)> progress,
                                              std::stop_token stop) = 0;
    //! The age identity ("AGE-SECRET-KEY-1…") that opens the vault file without Latchkey, to be
    //! kept in a safe place. Given to who knows the passphrase, and recorded as KeyExported; Denied
    //! for a wrong one, Unsupported where secrets are in no file or the file has no passphrase.
    [[nodiscard]] virtual base::Task<base::Secret> recoveryKey(base::Secret passphrase,
                                                               QString actor);
    base::Event<> changed;
};

//! The record, for people.
class ActivityService
{
public:
    virtual ~ActivityService();
    [[nodiscard]] virtual base::Result<QList<AuditEvent>> find(const AuditFilter &filter) const = 0;
    //! The same for who must not wait where it stands: text in a hundred thousand lines.
    [[nodiscard]] virtual base::Task<QList<AuditEvent>> search(AuditFilter filter);
    [[nodiscard]] virtual base::Task<qint64> verify(std::stop_token stop) = 0;
    base::Event<AuditEvent> appended;
};

//! What somebody typed as an API key, looked at for obvious mistakes: white space, line breaks,
//! "Bearer " in front, quotes around, a whole `NAME=value` line, nothing at all. The error says
//! what to do; a warning-free key comes back trimmed. Pure.
[[nodiscard]] base::Result<base::Secret> checkApiKey(base::Secret typed);

} // namespace core
