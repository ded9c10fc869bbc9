// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "desktop/authoritylist.h"

#include <QVariantMap>

#include <functional>

namespace tray {
class ClipboardGuard;
}

namespace desktop {

//! The registered clients. A new secret waits here, unseen, until it is copied or left.
class AuthorityClients : public desktop::AuthorityList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    //! The client whose new secret can be copied now; "" when there is none.
    Q_PROPERTY(QString secretOf READ secretOf NOTIFY secretChanged)
    Q_PROPERTY(QString secretName READ secretName NOTIFY secretChanged)

public:
    //! Role names: clientId, name, publicly, firstParty, bound, active, where, scopes, used.
    enum Role {
        ClientIdRole = Qt::UserRole + 1,
        NameRole,
        PubliclyRole, //!< has no secret
        FirstPartyRole,
        BoundRole, //!< DPoP
        ActiveRole,
        WhereRole, //!< hosts it returns to
        UsedRole //!< "used 3 h ago", or "never used"
    };
    Q_ENUM(Role)

    AuthorityClients(core::AuthorityService &authority,
                     const base::Clock &clock,
                     tray::ClipboardGuard &clipboard,
                     QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString secretOf() const { return m_secretOf; }
    [[nodiscard]] QString secretName() const { return m_secretName; }
    [[nodiscard]] const QList<core::AuthorityClient> &rows() const { return m_rows; }

    Q_INVOKABLE void reload() override;
    //! A client as its dialog shows it; an empty \a clientId gives a new one.
    Q_INVOKABLE QVariantMap form(const QString &clientId) const;
    //! What is wrong with the addresses, one a line of \a redirects; "" when nothing is.
    Q_INVOKABLE QString redirectProblem(const QString &redirects) const;
    //! Adds the client that \a form describes, or changes the one with its id; kept() follows.
    Q_INVOKABLE void keep(const QVariantMap &form);
    Q_INVOKABLE void renewSecret(const QString &clientId);
    Q_INVOKABLE void remove(const QString &clientId);
    //! Once: afterwards it is forgotten.
    Q_INVOKABLE void copySecret();
    Q_INVOKABLE void forgetSecret();
    //! Adds \a client; \a then gets its id.
    void add(core::AuthorityClient client, std::function<void(QString)> then);

Q_SIGNALS:
    void secretChanged();
    void kept();

private:
    [[nodiscard]] const core::AuthorityClient *find(const QString &clientId) const;
    void hold(const QString &clientId, const QString &name, base::Secret secret);

    core::AuthorityService &m_authority;
    const base::Clock &m_clock;
    tray::ClipboardGuard &m_clipboard;
    QList<core::AuthorityClient> m_rows;
    base::Secret m_secret;
    QString m_secretOf;
    QString m_secretName;
    int m_epoch = 0;
};

} // namespace desktop
