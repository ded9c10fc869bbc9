// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace desktop {

//! The services that can be added, for the wizard's grid.
class ServicesModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)
    Q_PROPERTY(int total READ total NOTIFY countChanged)
    //! Whether there is a practice account to try Latchkey with; it is the first row.
    Q_PROPERTY(bool practice READ hasPractice NOTIFY countChanged)
    //! The search when it is an address of a provider ("https://…"), else "".
    Q_PROPERTY(QString address READ address NOTIFY searchChanged)

public:
    //! Role names: providerId, name, letters, tone, ways.
    enum Role { ProviderIdRole = Qt::UserRole + 1, NameRole, LettersRole, ToneRole, WaysRole };
    Q_ENUM(Role)

    explicit ServicesModel(core::SignInService &signIn, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] int total() const { return static_cast<int>(m_all.size()); }
    [[nodiscard]] bool hasPractice() const;
    [[nodiscard]] QString address() const;

    //! Asks for the catalog again (a person may have added a file).
    Q_INVOKABLE void reload();
    //! The first row's service, for Return in the search; "" when there is none.
    Q_INVOKABLE QString firstId() const;

Q_SIGNALS:
    void searchChanged();
    void countChanged();

private:
    struct Entry
    {
        QString id;
        QString name;
        QString letters;
        int tone = 0;
        QString ways;
        QString haystack;
    };

    void show();

    core::SignInService &m_signIn;
    std::vector<Entry> m_all;
    std::vector<int> m_shown;
    QString m_search;
};

} // namespace desktop
