// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "desktop/authoritylist.h"

#include <QSet>
#include <QTimer>
#include <QVariantMap>

namespace desktop {

//! The people of the authority, a page at a time.
class AuthorityUsers : public desktop::AuthorityList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(int total READ total NOTIFY stateChanged)
    Q_PROPERTY(int page READ page NOTIFY stateChanged)
    Q_PROPERTY(int pages READ pages NOTIFY stateChanged)
    //! "1–50 of 120"
    Q_PROPERTY(QString pageWords READ pageWords NOTIFY stateChanged)
    Q_PROPERTY(int selectedCount READ selectedCount NOTIFY selectionChanged)

public:
    //! Role names: userId, name, displayName, email, roles, active, owner, second, signedIn,
    //! selected.
    enum Role {
        UserIdRole = Qt::UserRole + 1,
        NameRole,
        DisplayNameRole,
        EmailRole,
        RolesRole,
        ActiveRole,
        OwnerRole,
        SecondRole, //!< a second factor is set up
        SignedInRole, //!< "seen 3 h ago", or "never seen"
        SelectedRole
    };
    Q_ENUM(Role)

    static constexpr int pageSize = 50;

    AuthorityUsers(core::AuthorityService &authority,
                   const base::Clock &clock,
                   QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pages() const { return std::max(1, (m_total + pageSize - 1) / pageSize); }
    [[nodiscard]] QString pageWords() const;
    [[nodiscard]] int selectedCount() const { return static_cast<int>(m_selected.size()); }

    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void turnTo(int page);
    Q_INVOKABLE void setSelected(const QString &userId, bool selected);
    Q_INVOKABLE void clearSelection();
    //! A person as the dialog shows them; an empty \a userId gives a new one.
    Q_INVOKABLE QVariantMap form(const QString &userId) const;
    //! Adds or changes; kept() follows, or problems. The dialog clears its field afterwards.
    Q_INVOKABLE void keep(const QVariantMap &form, const QString &password);
    Q_INVOKABLE void resetSecondFactor(const QString &userId);
    //! \a verb: "activate", "deactivate", "remove"; an empty \a userId means the ticked ones.
    Q_INVOKABLE void change(const QString &verb, const QString &userId);

Q_SIGNALS:
    void searchChanged();
    void selectionChanged();
    void kept();

private:
    [[nodiscard]] const core::AuthorityUser *find(const QString &userId) const;
    void report(core::BulkVerb verb, const core::BulkSummary &summary);

    core::AuthorityService &m_authority;
    const base::Clock &m_clock;
    QList<core::AuthorityUser> m_rows;
    QString m_search;
    int m_total = 0;
    int m_page = 1;
    QSet<QString> m_selected;
    int m_epoch = 0;
    QTimer m_searchPause;
};

} // namespace desktop
