// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractOAuthReplyHandler>
#include <QString>

namespace oauth {

//! Tells Network Auth where the browser comes back to. Our own, because
//! QOAuthHttpServerReplyHandler 6.4 stops at the first request whatever it is, decodes nothing and
//! does not look at Host. Replies do not go back into Network Auth: its form post would lose client
//! authentication, quirks and secrecy, so the code travels through TokenEndpoint instead.
class LoopbackReplyHandler final : public QAbstractOAuthReplyHandler
{
    Q_OBJECT

public:
    explicit LoopbackReplyHandler(QString redirectUri)
        : m_redirectUri(std::move(redirectUri))
    {}

    [[nodiscard]] QString callback() const override { return m_redirectUri; }
    //! Never called: Network Auth sends nothing here.
    void networkReplyFinished(QNetworkReply *) override {}

private:
    QString m_redirectUri;
};

} // namespace oauth
