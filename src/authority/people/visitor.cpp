// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/visitor.h"

#include "authority/people/pages/formpostpage.h"
#include "authority/words.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <QUrl>

namespace authority {

using base::ErrorCode;

namespace {

constexpr char sessionCookie[] = "latchkey-session";
constexpr char visitCookie[] = "latchkey-visit";
constexpr qsizetype tokenSize = 43;

//! The first of \a names that is in \a agent, as the word after it.
QString firstOf(QByteArrayView agent,
                std::initializer_list<std::pair<const char *, const char *>> names)
{
    for (const auto &[sign, word] : names) {
        if (agent.indexOf(QByteArrayView(sign)) >= 0)
            return QString::fromLatin1(word);
    }
    return {};
}

} // namespace

QString agentInWords(QByteArrayView userAgent)
{
    const QString browser = firstOf(userAgent,
                                    {{"Edg/", "Edge"},
                                     {"OPR/", "Opera"},
                                     {"Firefox/", "Firefox"},
                                     {"Chromium/", "Chromium"},
                                     {"Chrome/", "Chrome"},
                                     {"Safari/", "Safari"},
                                     {"curl/", "curl"}});
    const QString system = firstOf(userAgent,
                                   {{"Android", "Android"},
                                    {"iPhone", "iPhone"},
                                    {"iPad", "iPad"},
                                    {"Windows", "Windows"},
                                    {"Mac OS", "macOS"},
                                    {"Linux", "Linux"}});
    if (browser.isEmpty() && system.isEmpty())
        return QString::fromLatin1(userAgent.first(std::min<qsizetype>(40, userAgent.size())));
    if (browser.isEmpty() || system.isEmpty())
        return browser + system;
    return Words::tr("%1 on %2").arg(browser, system);
}

Visitor::Visitor(Household &house,
                 const web::Request &request,
                 const QString &locales,
                 SessionTable::Renewal renewal)
    : m_house(house)
    , m_language(
          house.languages.best(locales.split(u' ', Qt::SkipEmptyParts) + request.languages()))
    , m_peer(request.peerName())
    , m_agent(agentInWords(request.header("User-Agent")))
    , m_traceId(request.traceId())
    , m_site(request.base())
    , m_connection(request.peer())
    , m_isSecure(request.isSecure())
    , m_wantsJson(request.header("Accept").indexOf(QByteArrayView("application/json")) >= 0)
{
    m_visit = request.cookie(cookieName(visitCookie));
    m_hasVisit = m_visit.size() == tokenSize;
    if (!m_hasVisit) {
        m_visit = crypto::randomToken(32);
        m_cookies.append({cookieName(visitCookie), m_visit});
    }
    const QByteArray id = request.cookie(cookieName(sessionCookie));
    auto found = m_house.sessions.find(id, renewal);
    if (!found)
        return;
    m_session = found->session;
    if (found->renewedId)
        m_cookies.append({cookieName(sessionCookie), found->renewedId->expose().toByteArray()});
}

QByteArray Visitor::cookieName(const char *name) const
{
    // __Host-: from this very host, by https, for all of it (RFC 6265bis 4.1.3.2).
    return m_isSecure ? QByteArray("__Host-") + name : QByteArray(name);
}

bool Visitor::isNearDesk() const
{
    return m_connection.isLocal
           && m_house.settings.ownerOf(m_connection) != web::PeerOwner::AnotherUser;
}

bool Visitor::isOwnersBrowser() const
{
    return m_connection.isLocal
           && m_house.settings.ownerOf(m_connection) == web::PeerOwner::Ourselves;
}

QByteArray Visitor::bound() const
{
    return m_visit + '.' + (m_session ? m_session->view.handle.toLatin1() : QByteArray("-"));
}

QString Visitor::holder() const
{
    return Visits::hashOf(bound());
}

base::Result<QString> Visitor::csrf() const
{
    TRY(const QByteArray mac, m_house.keys.mac(QByteArrayLiteral("csrf"), bound()));
    return QString::fromLatin1(crypto::toBase64Url(mac));
}

base::Result<> Visitor::checkCsrf(QByteArrayView token) const
{
    TRY(const QString expected, csrf());
    if (!m_hasVisit || !crypto::constantTimeEquals(token, expected.toLatin1())) {
        return base::fail(ErrorCode::Denied,
                          m_language.translate("authority", "This page has been open too long."),
                          m_language.translate("authority",
                                               "Go back, load it again and repeat "
                                               "what you did."));
    }
    return {};
}

base::Result<> Visitor::enter(const core::AuthorityUser &user, const QStringList &amr)
{
    TRY_VOID(m_house.visits.forget(m_visit));
    if (m_session && m_session->view.userId != user.id)
        TRY_VOID(leave(QStringLiteral("signed_out")));
    base::Secret id;
    if (m_session) {
        TRY(auto begun, m_house.sessions.proveAgain(*m_session, amr));
        m_session = begun.session;
        id = std::move(begun.id);
    } else {
        TRY(auto begun, m_house.sessions.begin(user.id, amr, m_peer, m_agent));
        m_session = begun.session;
        id = std::move(begun.id);
    }
    TRY_VOID(m_house.users.noteSignIn(user.id));
    m_visit = crypto::randomToken(32);
    m_hasVisit = true;
    m_cookies = {{cookieName(visitCookie), m_visit},
                 {cookieName(sessionCookie), id.expose().toByteArray()}};
    m_house.signIns.increment();
    record(QStringLiteral("signed_in"), QStringLiteral("done"), user.id, {}, amr.join(u' '));
    return {};
}

base::Result<> Visitor::leave(const QString &why)
{
    if (!m_session)
        return {};
    const auto ended = m_house.sessions.end(m_session->view.handle, why);
    if (!ended && ended.error().code != ErrorCode::NotFound)
        return base::fail(ended.error());
    record(QStringLiteral("signed_out"), QStringLiteral("done"), m_session->view.userId);
    m_session.reset();
    m_cookies.append({cookieName(sessionCookie), {}, std::chrono::seconds(0)});
    return {};
}

void Visitor::record(const QString &kind,
                     const QString &outcome,
                     const QString &userId,
                     const QString &clientId,
                     const QString &detail)
{
    m_house.events.record({kind, outcome, userId, clientId, m_peer, m_traceId, detail});
}

web::Response Visitor::answer(web::Response response) const
{
    for (const web::Cookie &cookie : m_cookies)
        response.setCookie(cookie);
    response.setCaching(web::Caching::NoStore, std::chrono::seconds(0));
    return response;
}

web::Response Visitor::answer(const Page &page) const
{
    return answer(toResponse(page, m_language, m_site));
}

web::Response Visitor::to(const QString &target) const
{
    return sent(web::Response::redirect(target.toUtf8()), target);
}

web::Response Visitor::goBack(const WayBack &back) const
{
    if (back.fields.isEmpty())
        return to(back.url);
    return sent(formPostPage(back, m_language, m_site), back.url);
}

web::Response Visitor::sent(web::Response response, const QString &target) const
{
    if (!isNeighbour(target))
        return answer(std::move(response));
    for (const char *name : {sessionCookie, visitCookie})
        response.setCookie({cookieName(name), {}, std::chrono::seconds(0)});
    response.setCaching(web::Caching::NoStore, std::chrono::seconds(0));
    return response;
}

bool Visitor::isNeighbour(const QString &target) const
{
    const auto portOf = [](const QUrl &url) {
        return url.port(url.scheme() == u"https" ? 443 : 80);
    };
    const QUrl here(QString::fromLatin1(m_site));
    const QUrl there = here.resolved(QUrl(target));
    return (there.scheme() == u"http" || there.scheme() == u"https") && there.host() == here.host()
           && portOf(there) != portOf(here);
}

web::Response Visitor::trouble(const base::Error &error) const
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::Expired:
        return trouble(410,
                       m_language.translate("authority", "This request has ended"),
                       m_language.translate("authority",
                                            "Go back to the application and begin "
                                            "again."));
    case ErrorCode::Locked:
        return trouble(503,
                       m_language.translate("authority", "Latchkey is locked"),
                       m_language.translate("authority",
                                            "Unlock it on the computer where it "
                                            "runs, then load this page again."));
    case ErrorCode::Denied:
    case ErrorCode::InvalidInput:
    case ErrorCode::Conflict:
        return trouble(error.code == ErrorCode::InvalidInput ? 400 : 403,
                       m_language.translate("authority", "That did not work"),
                       (error.message + u' ' + error.remedy).trimmed());
    case ErrorCode::TimedOut:
        return trouble(503,
                       m_language.translate("authority", "Too much at once"),
                       (error.message + u' ' + error.remedy).trimmed());
    default:
        return trouble(500,
                       m_language.translate("authority", "Something broke here"),
                       m_language
                           .translate("authority",
                                      "It is in the log under %1. Try again in "
                                      "a minute.")
                           .arg(m_traceId));
    }
}

web::Response Visitor::trouble(int status, const QString &title, const QString &sentence) const
{
    Page page;
    page.title = title;
    page.sentence = sentence;
    page.sign = Page::Sign::Bad;
    page.status = status;
    return answer(page);
}

web::Response Visitor::wait(int seconds) const
{
    m_house.throttled.increment();
    const QByteArray after = QByteArray::number(seconds);
    if (m_wantsJson) {
        return answer(web::Response::json({{QStringLiteral("error"), QStringLiteral("slow_down")},
                                           {QStringLiteral("message"),
                                            m_language.translate("authority", "Too many tries.")},
                                           {QStringLiteral("retry_after"), seconds}},
                                          429)
                          .with("Retry-After", after));
    }
    Page page;
    page.title = m_language.translate("authority", "Too many tries");
    page.sentence =
        m_language.translate("authority", "Wait %n second(s), then try again.", "", seconds);
    page.sign = Page::Sign::Bad;
    page.status = 429;
    page.content = QStringLiteral("<data hidden id=\"retry_after\" value=\"%1\"></data>\n")
                       .arg(QString::fromLatin1(after));
    return answer(toResponse(page, m_language, m_site).with("Retry-After", after));
}

} // namespace authority
