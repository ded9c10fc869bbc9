// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/consent.h"
#include "core/services.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace desktop {

//! What is remembered about programs: who may have which account, who may not, and how long.
class ProgramsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    //! Failed: why, for people.
    Q_PROPERTY(QString message READ message NOTIFY stateChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY filterChanged)
    Q_PROPERTY(Sort sort READ sort WRITE setSort NOTIFY filterChanged)
    //! How many of each sort there are, in the order of Sort.
    Q_PROPERTY(QList<int> counts READ counts NOTIFY stateChanged)

public:
    enum class State { Ready, Empty, NoMatch, Failed };
    Q_ENUM(State)
    //! The chips over the list. Rules are those of config.toml.
    enum class Sort { Everything, Allowed, Denied, Rules };
    Q_ENUM(Sort)
    //! Role names: approvalId, program, icon, path, accountKey, wish, allowed, term, used,
    //! until, exact, isRule.
    enum Role {
        IdRole = Qt::UserRole + 1,
        ProgramRole,
        IconRole,
        PathRole, //!< "~/bin/upload.sh", for a script; else the executable
        AccountRole, //!< "github/work"
        WishRole, //!< "", or what else it may: "may change it"
        AllowedRole,
        TermRole, //!< "always", "this session", "until 16:42"
        UsedRole, //!< "used 12 times, last 3 h ago"
        UntilRole, //!< "2026-12-31", or ""
        ExactRole,
        RuleRole
    };
    Q_ENUM(Role)

    ProgramsModel(core::ConsentService &consent,
                  const base::Clock &clock,
                  QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] Sort sort() const { return m_sort; }
    void setSort(Sort sort);
    [[nodiscard]] QList<int> counts() const;
    //! Whether anybody looks; without, nothing is read.
    void setActive(bool active);
    //! Times in words have grown older, or another language is spoken.
    void freshen();

    Q_INVOKABLE void reload();
    Q_INVOKABLE void clearFilters();
    //! It has to ask again.
    Q_INVOKABLE void revoke(const QString &approvalId);
    //! "2026-12-31", or "" for no end.
    Q_INVOKABLE void setEnd(const QString &approvalId, const QString &date);

Q_SIGNALS:
    void stateChanged();
    void filterChanged();
    //! A verb was done: what, for people.
    void done(const QString &words);
    void failed(const base::Error &error);

private:
    [[nodiscard]] bool matches(const core::Approval &approval) const;
    [[nodiscard]] QString termOf(const core::Approval &approval) const;
    [[nodiscard]] QString useOf(const core::Approval &approval) const;
    [[nodiscard]] const core::Approval *find(const QString &approvalId) const;
    void sift();

    core::ConsentService &m_consent;
    const base::Clock &m_clock;
    base::Subscription m_changed;
    QList<core::Approval> m_all;
    QList<core::Approval> m_rows;
    State m_state = State::Empty;
    QString m_message;
    QString m_search;
    Sort m_sort = Sort::Everything;
    bool m_active = false;
    bool m_stale = true;
};

} // namespace desktop
