// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "desktop/authoritylist.h"

#include <QTimer>

namespace desktop {

//! What the authority remembers: sign-ins, refusals, tokens, keys.
class AuthorityEvents : public desktop::AuthorityList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    //! "", "done", "refused", "failed"
    Q_PROPERTY(QString outcome READ outcome WRITE setOutcome NOTIFY filterChanged)
    //! A user's name or id; "" for all.
    Q_PROPERTY(QString user READ user WRITE setUser NOTIFY filterChanged)
    //! "" or a kind of those that kinds tells.
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY filterChanged)
    //! The kinds that have been seen: maps of value and text.
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY kindsChanged)

public:
    //! Role names: time, exact, what, outcome, who, client, trace, detail.
    enum Role {
        TimeRole = Qt::UserRole + 1,
        WhatRole,
        OutcomeRole,
        WhoRole,
        ClientRole,
        TraceRole,
        DetailRole
    };
    Q_ENUM(Role)

    AuthorityEvents(core::AuthorityService &authority,
                    const base::Clock &clock,
                    QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] QString outcome() const { return m_outcome; }
    void setOutcome(const QString &outcome);
    [[nodiscard]] QString user() const { return m_user; }
    void setUser(const QString &user);
    [[nodiscard]] QString kind() const { return m_kind; }
    void setKind(const QString &kind);
    [[nodiscard]] QVariantList kinds() const;

    //! Says the kinds anew, in another language.
    void retranslate() { Q_EMIT kindsChanged(); }
    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void clearFilters();

    //! "signed_in" → "signed in": the words of a kind, known or not.
    [[nodiscard]] static QString wordsOf(const QString &kind);

Q_SIGNALS:
    void filterChanged();
    void kindsChanged();

private:
    [[nodiscard]] core::AuthorityEventFilter filterNow() const;
    void learnKinds(const QList<core::AuthorityEvent> &events);

    core::AuthorityService &m_authority;
    const base::Clock &m_clock;
    QList<core::AuthorityEvent> m_rows;
    QString m_outcome;
    QString m_user;
    QString m_kind;
    QStringList m_kinds;
    bool m_more = false;
    bool m_fetching = false;
    int m_epoch = 0;
    QTimer m_typingPause;
};

} // namespace desktop
