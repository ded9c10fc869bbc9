// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/services.h"
#include "tray/phrases.h"

#include <QAbstractListModel>
#include <QSet>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <span>
#include <vector>

namespace tray {
class AccountVerbs;
} // namespace tray

namespace desktop {

//! The accounts as the list shows them: found, filtered, sorted, ticked, and counting down. It
//! wakes up only when a word on the screen changes, and never while the window is closed.
class AccountsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(State state READ state NOTIFY countsChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(Filter filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(Order order READ order WRITE setOrder NOTIFY orderChanged)
    //! Rows on the page.
    Q_PROPERTY(int count READ count NOTIFY countsChanged)
    //! All accounts there are.
    Q_PROPERTY(int total READ total NOTIFY countsChanged)
    Q_PROPERTY(int needsYouCount READ needsYouCount NOTIFY countsChanged)
    Q_PROPERTY(int oauthCount READ oauthCount NOTIFY countsChanged)
    Q_PROPERTY(int apiKeyCount READ apiKeyCount NOTIFY countsChanged)
    Q_PROPERTY(int awsCount READ awsCount NOTIFY countsChanged)
    Q_PROPERTY(int selectedCount READ selectedCount NOTIFY selectionChanged)
    //! How many of the ticked ones can be refreshed at all.
    Q_PROPERTY(int selectedRenewable READ selectedRenewable NOTIFY selectionChanged)

public:
    //! Ready, nothing there at all (first run), or nothing that matches.
    enum class State { Ready, Empty, NoMatch };
    Q_ENUM(State)
    enum class Filter { All, NeedsYou, OAuth, ApiKeys, Aws };
    Q_ENUM(Filter)
    enum class Order { AttentionFirst, ByName, ByExpiry, ByLastUsed };
    Q_ENUM(Order)
    //! What a delegate may require; the role's name is the same with a small first letter.
    enum Role {
        ServiceRole = Qt::UserRole + 1, //!< "GitHub"
        AccountRole, //!< "work"
        AccountKeyRole, //!< "github/work": what the verbs take
        LettersRole,
        ToneRole,
        IdentityRole,
        KindRole, //!< words: "OAuth", "API key"
        StandingRole, //!< valid, steady, expiring, expired, signin, checking
        WhenRole, //!< words: "in 42 min", "3 h ago"; may be empty
        ExactRole, //!< the same as date and time, for hovering
        UsedByRole, //!< "git"
        UsedAtRole, //!< "2 min ago"
        GroupRole, //!< "attention" or "working"; "" where the order has no groups
        ScopesRole, //!< list of strings
        SelectedRole, //!< ticked
        BusyRole, //!< a verb is under way
        RenewableRole, //!< Refresh makes sense
        TroubleRole //!< why the last refresh failed; may be empty
    };
    Q_ENUM(Role)

    AccountsModel(core::AccountService &accounts,
                  const base::Clock &clock,
                  tray::AccountVerbs &verbs,
                  QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] State state() const;
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] Filter filter() const { return m_filter; }
    void setFilter(Filter filter);
    [[nodiscard]] Order order() const { return m_order; }
    void setOrder(Order order);
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] int total() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] int needsYouCount() const { return m_needsYou; }
    [[nodiscard]] int oauthCount() const { return m_oauth; }
    [[nodiscard]] int apiKeyCount() const { return m_apiKeys; }
    [[nodiscard]] int awsCount() const { return m_aws; }
    [[nodiscard]] int selectedCount() const { return static_cast<int>(m_selected.size()); }
    [[nodiscard]] int selectedRenewable() const;

    void setTimeStyle(tray::TimeStyle style);
    //! Says everything anew, in another language.
    void retranslate() { readAll(); }
    //! Whether anybody looks: without, no timer runs and the words may be old.
    void setActive(bool active);

    Q_INVOKABLE void setSelected(const QString &accountKey, bool selected);
    //! Ticks every row from the last one that was ticked up to this one (Shift).
    Q_INVOKABLE void selectUpTo(const QString &accountKey);
    //! Ticks all rows on the page.
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void clearSelection();
    Q_INVOKABLE void refreshSelected();
    Q_INVOKABLE void removeSelected();
    //! Puts the auth:// references of the ticked ones on the clipboard, a line each.
    Q_INVOKABLE void copySelectedReferences();

    Q_INVOKABLE void copy(const QString &accountKey);
    Q_INVOKABLE void copyReference(const QString &accountKey);
    Q_INVOKABLE void refresh(const QString &accountKey);
    Q_INVOKABLE void remove(const QString &accountKey);
    //! Asks for the wizard: signInRequested() follows.
    Q_INVOKABLE void signInAgain(const QString &accountKey);
    //! Which row shows the account; -1: none.
    Q_INVOKABLE int rowOf(const QString &accountKey) const;
    //! The account of a row; "" when there is none.
    Q_INVOKABLE QString keyAt(int row) const;

Q_SIGNALS:
    void countsChanged();
    void searchChanged();
    void filterChanged();
    void orderChanged();
    void selectionChanged();
    //! Other accounts, or another order: the page begins at the top again.
    void rearranged();
    void signInRequested(const QString &accountKey);

private:
    struct Entry
    {
        core::AccountView view;
        QString key;
        QString haystack; //!< folded: what search looks in
        QString sortName; //!< folded
        qint64 end = 0; //!< ms; never: the largest number
        qint64 used = 0; //!< ms; never: 0
        tray::TimedWords when;
        tray::TimedWords usedAt;
    };
    using Place = int; //!< position in m_entries

    void readAll();
    void readOne(const core::AccountId &id);
    [[nodiscard]] Entry entryOf(core::AccountView view, const QDateTime &now) const;
    void spell(Entry &entry, const QDateTime &now) const;
    [[nodiscard]] const Entry &at(Place place) const
    {
        return m_entries[static_cast<std::size_t>(place)];
    }
    [[nodiscard]] bool isInFilter(const Entry &entry) const;
    [[nodiscard]] bool matches(const Entry &entry) const;
    [[nodiscard]] bool isBefore(Place a, Place b) const;
    void sort();
    void show();
    void narrow();
    void put(const std::vector<Place> &rows);
    void putGroup(std::size_t first, std::size_t count, std::span<const Place> rows);
    [[nodiscard]] bool isInFirstGroup(Place place) const;
    void replace(Entry entry);
    void drop(Place place);
    void tally();
    void tick();
    void schedule();
    void announce(const core::AccountId &id, const QList<int> &roles);
    [[nodiscard]] QList<core::AccountId> selectedIds() const;

    core::AccountService &m_accounts;
    const base::Clock &m_clock;
    tray::AccountVerbs &m_verbs;
    base::Subscription m_changed;
    base::Subscription m_reset;
    std::vector<Entry> m_entries;
    QHash<QString, Place> m_places; //!< by key
    std::vector<Place> m_sorted; //!< all, in the order of the page
    std::vector<Place> m_shown; //!< those that the page shows, in the same order
    QSet<QString> m_selected;
    QString m_lastTicked;
    QString m_search;
    QStringList m_needles; //!< folded words of m_search
    Filter m_filter = Filter::All;
    Order m_order = Order::AttentionFirst;
    int m_needsYou = 0;
    int m_oauth = 0;
    int m_apiKeys = 0;
    int m_aws = 0;
    tray::TimeStyle m_style = tray::TimeStyle::Relative;
    bool m_active = false;
    QTimer m_tick;
};

} // namespace desktop
