// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "web/request.h"
#include "web/response.h"

#include <QCoroTask>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

//! Where the two halves of this room meet: `protocol` knows OAuth and asks for a person; `people`
//! knows who is who and answers.
namespace authority {

//! Who has signed in, when and how: what goes into an id token.
struct Subject
{
    QString userId;
    QString session; //!< handle; empty: approved at the desktop without a browser session
    QDateTime authTime;
    QStringList amr; //!< RFC 8176: "pwd", "otp", "user"
};

//! An authorization request (or a device's code) that has passed every check and waits for a
//! person.
struct Interaction
{
    enum class Kind { Code, Device };

    QString id;
    Kind kind = Kind::Code;
    QString clientId;
    QString clientName;
    bool isFirstParty = false;
    QStringList scopes;
    QStringList resources;
    QString returnsTo; //!< host of the redirect
    //! CSP source of the redirect ("http://127.0.0.1:3000", "com.example.app:"): Chromium holds
    //! form-action against the redirects behind a POST, too.
    QByteArray formTarget = {};
    QStringList prompt; //!< none, login, consent, select_account
    int maxAge = -1; //!< seconds; -1: any
    QString loginHint;
    QString hintedUser; //!< whom id_token_hint names; somebody else is login_required
    QString locales; //!< ui_locales, best first, spaces between
    QDateTime expiresAt;
    bool isSelfRegistered = false; //!< by dynamic registration: nobody vouches for it
    //! A public client whose redirect proves nothing (loopback, a scheme of its own): a person
    //! says yes each time (RFC 8252 8.6).
    bool isImpersonable = false;
    QDateTime createdAt = {}; //!< prompt=login and max_age=0 ask for a sign-in later than this
};

//! How the browser goes back to a client with the answer.
struct WayBack
{
    QString url = {};
    //! Not empty: they are posted there by a page of ours (OAuth 2.0 Form Post Response Mode).
    QList<std::pair<QByteArray, QByteArray>> fields = {};
    QString host = {}; //!< of it, for people
    QByteArray formTarget = {}; //!< CSP source of it

    [[nodiscard]] bool isEmpty() const { return url.isEmpty(); }
};

//! Whether what a person allows may be remembered for the next time: only for a client that
//! somebody vouches for and nobody else can say to be. Our own are not asked about, devices each
//! time.
[[nodiscard]] inline bool mayRemember(const Interaction &interaction)
{
    return interaction.kind != Interaction::Kind::Device && !interaction.isFirstParty
           && !interaction.isImpersonable && !interaction.isSelfRegistered;
}

//! `protocol` implements this.
class Interactions
{
public:
    virtual ~Interactions() = default;
    //! NotFound, Expired.
    [[nodiscard]] virtual base::Result<Interaction> find(const QString &id) = 0;
    //! A device's request by what the person typed, in any spelling. NotFound, Expired.
    [[nodiscard]] virtual base::Result<Interaction> findDevice(const QString &userCode) = 0;
    //! The person said yes to \a scopes: where the browser goes now (with the code). For a device:
    //! empty, the page says so.
    [[nodiscard]] virtual base::Result<WayBack> allow(const QString &id,
                                                      const Subject &subject,
                                                      const QStringList &scopes) = 0;
    //! \a error is OAuth's word: access_denied, login_required, consent_required,
    //! interaction_required.
    [[nodiscard]] virtual base::Result<WayBack> deny(const QString &id, const QString &error) = 0;
    //! Ends every grant (and so every refresh token) of a user, of a session, or of both.
    [[nodiscard]] virtual base::Result<> revokeGrants(const QString &userId,
                                                      const QString &session,
                                                      const QString &why) = 0;
};

//! What `protocol` may know of a user.
struct UserClaims
{
    QString id;
    QString name;
    QString displayName;
    QString email;
    QStringList roles;
    bool isActive = true;
};

//! `people` implements this.
class People
{
public:
    virtual ~People() = default;
    //! NotFound.
    [[nodiscard]] virtual base::Result<UserClaims> find(const QString &userId) = 0;
    //! What the browser gets for a waiting request: a page, or at once the way back. May wait (a
    //! password is being checked).
    [[nodiscard]] virtual QCoro::Task<web::Response> present(Interaction interaction,
                                                             web::Request request) = 0;
    //! RP-initiated logout, already checked: ends the browser's session and sends the browser to
    //! \a then, or shows a page when that is empty. Asks first unless \a session, the handle that
    //! the id_token_hint names, is the browser's own: else any page could sign people out.
    [[nodiscard]] virtual QCoro::Task<web::Response> signOut(web::Request request,
                                                             QString then,
                                                             QString session) = 0;
    //! A page for a request that may not be sent back to where it came from (an unknown client, a
    //! redirect that is not registered): \a message is for people, translated.
    [[nodiscard]] virtual web::Response trouble(const web::Request &request,
                                                int status,
                                                const QString &message) = 0;
    //! Sends the browser of \a request to a registered address, without our cookies if that is
    //! another program on this host.
    [[nodiscard]] virtual web::Response redirect(const web::Request &request,
                                                 const WayBack &back) = 0;
};

//! What an access token of this authority says, after every check.
struct AccessClaims
{
    QString subject; //!< user id, or client id for client credentials
    QString clientId;
    QString grant;
    QStringList scopes;
    QStringList roles;
    QJsonObject all;
};

//! `protocol` implements this; the admin API asks it.
class AccessTokens
{
public:
    virtual ~AccessTokens() = default;
    //! From Authorization: Bearer or DPoP (RFC 6750, 9449). Expired: no token, or one that is not
    //! good; another may be (401 and not 403). Locked.
    [[nodiscard]] virtual base::Result<AccessClaims> check(const web::Request &request,
                                                           const QString &audience) = 0;
};

//! `people` implements this: token buckets in the database, shared by instances.
class Throttle
{
public:
    virtual ~Throttle() = default;

    struct Rule
    {
        double burst = 10; //!< capacity
        double perMinute = 60; //!< refill
    };
    struct Allowance
    {
        bool isAllowed = true;
        int limit = 0; //!< X-RateLimit-Limit
        int remaining = 0; //!< X-RateLimit-Remaining
        int retryAfter = 0; //!< seconds; Retry-After when not allowed
    };
    //! Takes one from the bucket \a name ("client/web", "login/127.0.0.1/ada"). Costs no write for
    //! most calls: an instance takes several at once out of the database and spends them here.
    [[nodiscard]] virtual base::Result<Allowance> take(const QString &name, const Rule &rule) = 0;
};

//! `people` implements this: the authority's own log (authority_events), with noisy kinds sampled.
class Events
{
public:
    virtual ~Events() = default;
    struct Entry
    {
        QString kind;
        QString outcome = QStringLiteral("done");
        QString userId = {};
        QString clientId = {};
        QString peer = {};
        QString traceId = {};
        QString detail = {};
    };
    virtual void record(const Entry &entry) = 0;
};

} // namespace authority
