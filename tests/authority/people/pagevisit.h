// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peoplehouse.h"

//! One house and one browser that visits it, for tests of pages.
class PageVisit
{
protected:
    bool isLocal = true;
    std::unique_ptr<PeopleHouse> m_house;
    std::unique_ptr<Browser> m_browser;

    //! What protocol does at /oauth/authorize.
    void arrive(const QString &id = QStringLiteral("r1"))
    {
        web::RequestParts parts;
        parts.base = m_browser->base;
        parts.peer.isLocal = isLocal;
        QByteArrayList jar;
        for (auto cookie = m_browser->cookies.cbegin(); cookie != m_browser->cookies.cend();
             ++cookie)
            jar.append(cookie.key() + '=' + cookie.value());
        parts.headers.append("Cookie", jar.join("; "));
        const authority::Interaction interaction = m_house->interactions.waiting.value(id);
        const auto response =
            QCoro::waitFor(m_house->door->present(interaction, web::Request(std::move(parts))));
        m_browser->last = response;
        m_browser->status = response.status();
        m_browser->location = response.header("Location");
        for (const web::Cookie &cookie : response.cookies())
            m_browser->cookies[cookie.name] = cookie.value;
        if (m_browser->location.startsWith('/'))
            m_browser->go(QByteArray(m_browser->location));
    }
    void signIn(const char *name = "ada")
    {
        m_browser->go("/auth/sign-in?to=account");
        m_browser->signIn(name);
        QVERIFY(m_browser->hasSession());
    }
    [[nodiscard]] const FakeInteractions::Answer *answer() const
    {
        return m_house->interactions.answers.isEmpty() ? nullptr
                                                       : &m_house->interactions.answers.last();
    }

    void begin()
    {
        m_house = std::make_unique<PeopleHouse>();
        m_browser = std::make_unique<Browser>(m_house->router);
        m_house->person("ada");
        isLocal = true;
    }
    void end()
    {
        m_browser.reset();
        m_house.reset();
    }
};
