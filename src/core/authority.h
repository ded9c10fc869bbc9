// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/event.h"
#include "base/secret.h"
#include "base/task.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <stop_token>

//! The authority, Latchkey's own OpenID provider, as the faces see it: what window, command line
//! and socket may ask. Every argument and result could cross a socket.
namespace core {

//! RFC 8628 3.4.
inline const QString deviceCodeGrant =
    QStringLiteral("urn:ietf:params:oauth:grant-type:device_code");

//! How the authority stands.
struct AuthorityStatus
{
    enum class State { Off, Starting, Running, Locked, Failed };

    State state = State::Off;
    QString issuer; //!< "http://127.0.0.1:7420"
    QString publicUrl; //!< behind a reverse proxy; empty otherwise
    QString reason; //!< Locked, Failed: for people
    int users = 0;
    int clients = 0;
    int sessions = 0;
    QDateTime nextRollOver; //!< of the signing keys
    QString remedy = {}; //!< Locked, Failed: what to do, for people

    friend bool operator==(const AuthorityStatus &, const AuthorityStatus &) = default;
};

//! A registered client (RFC 7591 names).
struct AuthorityClient
{
    QString id; //!< client_id
    QString name; //!< client_name
    QString authMethod = QStringLiteral("none"); //!< token_endpoint_auth_method
    QStringList redirectUris;
    QStringList postLogoutRedirectUris;
    QStringList origins; //!< that may call from a browser (CORS)
    QStringList grants = {QStringLiteral("authorization_code"), QStringLiteral("refresh_token")};
    QStringList scopes = {QStringLiteral("openid"),
                          QStringLiteral("profile"),
                          QStringLiteral("email"),
                          QStringLiteral("offline_access")};
    QStringList resources; //!< RFC 8707 identifiers that it may ask tokens for
    QString jwks; //!< private_key_jwt: its public keys as JSON
    QString signingAlgorithm = QStringLiteral("ES256");
    bool isDpopBound = false; //!< dpop_bound_access_tokens
    bool isFirstParty = false; //!< Latchkey itself: asked for no consent twice
    bool isActive = true;
    QDateTime createdAt;
    QString createdBy;
    QDateTime usedAt;

    friend bool operator==(const AuthorityClient &, const AuthorityClient &) = default;
};

//! A client that has just been made: its secret is shown once and kept as a hash.
struct NewAuthorityClient
{
    AuthorityClient client;
    base::Secret secret; //!< empty: a public client
};

//! A person at the authority.
struct AuthorityUser
{
    QString id; //!< `sub`
    QString name; //!< for signing in
    QString displayName;
    QString email;
    QStringList roles; //!< "admin", "developer", …
    bool isActive = true;
    bool isOwner = false; //!< who sits at this desktop
    bool hasPassword = false;
    bool hasTotp = false;
    QDateTime createdAt;
    QDateTime signedInAt;

    friend bool operator==(const AuthorityUser &, const AuthorityUser &) = default;
};

//! One page of a list and where it stands in the whole.
struct AuthorityUserPage
{
    QList<AuthorityUser> users;
    int total = 0;
    int page = 1;
    int pageSize = 50;
};

//! What a bulk change did.
struct BulkSummary
{
    int asked = 0;
    int changed = 0;
    QStringList unchanged; //!< ids that were so already, or are not there
    QStringList refused; //!< "id: why", for people
};

enum class BulkVerb { Activate, Deactivate, Remove };

//! A session of a browser.
struct AuthoritySession
{
    QString handle;
    QString userId;
    QString userName;
    QString peer;
    QString agent; //!< the browser, in words
    QDateTime createdAt;
    QDateTime seenAt;
    QDateTime expiresAt;

    friend bool operator==(const AuthoritySession &, const AuthoritySession &) = default;
};

//! A signing key on its way through its life.
struct AuthorityKey
{
    enum class State { Next, Active, Retiring, Revoked };

    QString id; //!< kid
    QString algorithm; //!< ES256, RS256, EdDSA
    State state = State::Next;
    QDateTime createdAt; //!< published since
    QDateTime activeAt; //!< signs since, or from
    QDateTime retiringAt; //!< stopped signing; or will
    QDateTime goneAt; //!< leaves the published set

    friend bool operator==(const AuthorityKey &, const AuthorityKey &) = default;
};

[[nodiscard]] QString nameOf(AuthorityKey::State state); //!< "next", "active", …

//! A request that has been answered: the live list.
struct AuthorityRequest
{
    QDateTime at;
    QString method;
    QString route; //!< as routed, without values: "/auth/users/{id}"
    int status = 0;
    qint64 micros = 0;
    QString traceId;
    QString peer;

    friend bool operator==(const AuthorityRequest &, const AuthorityRequest &) = default;
};

//! Something worth remembering: a sign-in, a refused password, a rolled key.
struct AuthorityEvent
{
    qint64 sequence = 0;
    QDateTime at;
    QString kind; //!< "signed_in", "sign_in_failed", "token_issued", …
    QString outcome; //!< "done", "refused", "failed"
    QString user; //!< name, or id where there is none
    QString client;
    QString peer;
    QString traceId;
    QString detail;

    friend bool operator==(const AuthorityEvent &, const AuthorityEvent &) = default;
};

struct AuthorityEventFilter
{
    QString kind; //!< empty: all
    QString outcome; //!< empty: all
    QString user; //!< name or id; empty: all
    QString client; //!< empty: all
    QDateTime since;
    qint64 before = 0; //!< only sequences below; 0: from the newest
    int limit = 100;
};

//! "May X do Y on Z?"
struct PolicyQuestion
{
    QString principal; //!< `User::"ada"`
    QString action; //!< `Action::"read"`
    QString resource; //!< `Account::"github/work"`
    QString context = QStringLiteral("{}"); //!< JSON
};

struct PolicyAnswer
{
    bool isAllowed = false;
    QStringList determining; //!< ids of the policies that decided
    QStringList errors;
    qint64 micros = 0;
};

//! The policies in force.
struct PolicyStatus
{
    QString folder;
    QStringList files;
    int policies = 0;
    QString trouble; //!< why the newest files are not in force: "admin.cedar:12:7: …"
    QDateTime loadedAt;
};

//! Somebody on this machine wants to sign in somewhere with the owner's name.
struct ApprovalQuestion
{
    QString id;
    QString clientId;
    QString clientName;
    QString user; //!< as whom
    QStringList scopes; //!< OAuth's words; the faces say them in the person's
    QStringList resources; //!< RFC 8707
    QString returnsTo; //!< host of the redirect; "this device" flows: empty
    bool isKnown = false; //!< the client was allowed before, for fewer scopes
    QDateTime until; //!< silence denies then
    bool isFirstParty = false; //!< Latchkey's own client
    bool isSelfRegistered = false; //!< the client came by dynamic registration: nobody vouches
    //! "47": the page that asks shows it, too. Another one, or no page, means that somebody else's
    //! browser asks.
    QString number;
    //! A yes may be remembered: the next time this client asks from the owner's own browser.
    bool isRememberable = false;

    friend bool operator==(const ApprovalQuestion &, const ApprovalQuestion &) = default;
};

//! Seeing and running the authority.
class AuthorityService
{
public:
    virtual ~AuthorityService();

    [[nodiscard]] virtual AuthorityStatus status() const = 0;
    //! Turns it on or off, for good (a setting).
    [[nodiscard]] virtual base::Task<> setOn(bool on) = 0;

    [[nodiscard]] virtual base::Task<QList<AuthorityClient>> clients() = 0;
    //! InvalidInput names the field. \a client's id may be empty: one is made.
    [[nodiscard]] virtual base::Task<NewAuthorityClient> addClient(AuthorityClient client) = 0;
    [[nodiscard]] virtual base::Task<> changeClient(AuthorityClient client) = 0;
    //! The old secret ends at once.
    [[nodiscard]] virtual base::Task<base::Secret> renewClientSecret(QString id) = 0;
    //! Ends everything that it was given, too.
    [[nodiscard]] virtual base::Task<> removeClient(QString id) = 0;

    //! \a search in name, display name and e-mail; \a page from 1.
    [[nodiscard]] virtual base::Task<AuthorityUserPage> users(QString search,
                                                              int page,
                                                              int pageSize) = 0;
    //! InvalidInput: what is wrong with name or password, all of it, one a line.
    [[nodiscard]] virtual base::Task<AuthorityUser> addUser(AuthorityUser user,
                                                            base::Secret password) = 0;
    //! An empty \a password leaves the old one.
    [[nodiscard]] virtual base::Task<> changeUser(AuthorityUser user, base::Secret password) = 0;
    [[nodiscard]] virtual base::Task<BulkSummary> changeUsers(QStringList ids, BulkVerb verb) = 0;
    //! The second factor is enrolled anew at the next sign-in.
    [[nodiscard]] virtual base::Task<> resetTotp(QString userId) = 0;

    [[nodiscard]] virtual base::Task<QList<AuthoritySession>> sessions() = 0;
    [[nodiscard]] virtual base::Task<> endSession(QString handle) = 0;

    //! Oldest first.
    [[nodiscard]] virtual base::Task<QList<AuthorityKey>> keys() = 0;
    //! Makes the next keys the active ones now.
    [[nodiscard]] virtual base::Task<> rollOver() = 0;
    //! Emergency: nothing that this key has signed verifies any more.
    [[nodiscard]] virtual base::Task<> revokeKey(QString id) = 0;

    //! The last requests, newest first, at most 200.
    [[nodiscard]] virtual QList<AuthorityRequest> requests() const = 0;
    //! Newest first.
    [[nodiscard]] virtual base::Task<QList<AuthorityEvent>> events(AuthorityEventFilter filter) = 0;

    [[nodiscard]] virtual base::Task<PolicyStatus> policies() = 0;
    [[nodiscard]] virtual base::Task<> reloadPolicies() = 0;
    [[nodiscard]] virtual base::Task<PolicyAnswer> askPolicy(PolicyQuestion question) = 0;

    //! Questions that wait for the person, oldest first.
    [[nodiscard]] virtual QList<ApprovalQuestion> approvals() const = 0;
    //! A yes begins no session. \a remember: this client need not ask the owner's own browser again
    //! for the same; without effect where the question is not rememberable.
    virtual void answerApproval(const QString &id, bool allow, bool remember = false) = 0;

    base::Event<> statusChanged;
    base::Event<AuthorityRequest> requestSeen;
    //! A question came, was answered or has timed out.
    base::Event<> approvalsChanged;
};

} // namespace core
