// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace desktop {

//! Every account to choose one from, found by typing. The first row is none of them: "every
//! account". It is read when it is opened and forgotten when it is closed.
class AccountChoices : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(int count READ count NOTIFY searchChanged)

public:
    //! Role names: accountKey ("" in the first row), service, account, letters, tone.
    enum Role {
        AccountKeyRole = Qt::UserRole + 1, //!< "github/work"
        ServiceRole, //!< "GitHub"
        AccountRole, //!< "work"
        LettersRole,
        ToneRole
    };
    Q_ENUM(Role)

    explicit AccountChoices(const core::AccountService &accounts, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString search() const { return m_search; }
    //! Only those that have every word of it; with a word "every account" is not among them.
    void setSearch(const QString &search);
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }

    Q_INVOKABLE void open();
    Q_INVOKABLE void close();
    //! The account of a row; "" for all of them, and where no row is.
    Q_INVOKABLE QString keyAt(int row) const;
    //! Which row shows the account; -1: none.
    Q_INVOKABLE int rowOf(const QString &accountKey) const;
    //! "GitHub work", also while it is closed; the key itself when the account is gone.
    Q_INVOKABLE QString nameOf(const QString &accountKey) const;

Q_SIGNALS:
    void searchChanged();

private:
    struct Choice
    {
        QString key;
        QString service;
        QString account;
        QString letters;
        int tone = 0;
        QString haystack; //!< folded
    };

    void show();

    const core::AccountService &m_accounts;
    std::vector<Choice> m_choices; //!< by name; the first is none of them
    std::vector<std::size_t> m_shown; //!< positions in m_choices
    QString m_search;
};

} // namespace desktop
