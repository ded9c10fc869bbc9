// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "desktop/authoritylist.h"

namespace desktop {

//! The signing keys on one line of time.
class AuthorityKeys : public desktop::AuthorityList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    //! "Next roll-over in 5 h 12 min"; "" when none is planned.
    Q_PROPERTY(QString nextWords READ nextWords NOTIFY stateChanged)
    //! Where the present is on the line, 0 to 1.
    Q_PROPERTY(qreal present READ present NOTIFY stateChanged)
    //! What the line begins and ends with: "yesterday", "in 2 days".
    Q_PROPERTY(QString firstWords READ firstWords NOTIFY stateChanged)
    Q_PROPERTY(QString lastWords READ lastWords NOTIFY stateChanged)

public:
    //! Role names: keyId, algorithm, stage (next, active, retiring, revoked), stageWords, when,
    //! from, signs, retires, gone (places on the line, 0 to 1).
    enum Role {
        KeyIdRole = Qt::UserRole + 1,
        AlgorithmRole,
        StageRole,
        StageWordsRole, //!< "Signs", "Comes next", …
        WhenRole, //!< "since 18 h ago", "from in 5 h 12 min", …
        FromRole,
        SignsRole,
        RetiresRole,
        GoneRole
    };
    Q_ENUM(Role)

    AuthorityKeys(core::AuthorityService &authority,
                  const base::Clock &clock,
                  QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString nextWords() const;
    [[nodiscard]] qreal present() const { return placeOf(m_clock.now()); }
    [[nodiscard]] QString firstWords() const;
    [[nodiscard]] QString lastWords() const;

    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void rollOver();
    Q_INVOKABLE void revoke(const QString &keyId);
    void freshen() override;

private:
    [[nodiscard]] qreal placeOf(const QDateTime &at) const;
    [[nodiscard]] QString whenOf(const core::AuthorityKey &key) const;
    void take(QList<core::AuthorityKey> keys);

    core::AuthorityService &m_authority;
    const base::Clock &m_clock;
    QList<core::AuthorityKey> m_rows;
    QDateTime m_first;
    QDateTime m_last;
    int m_epoch = 0;
};

} // namespace desktop
