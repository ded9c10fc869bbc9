// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/services.h"
#include "desktop/accountchoices.h"

#include <QAbstractListModel>
#include <QTimer>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <stop_token>

namespace desktop {

//! The record as sentences, newest first, a page at a time.
class ActivityModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    //! Unreadable: why, for people.
    Q_PROPERTY(QString message READ message NOTIFY stateChanged)
    Q_PROPERTY(int count READ count NOTIFY stateChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY filterChanged)
    Q_PROPERTY(Sort sort READ sort WRITE setSort NOTIFY filterChanged)
    //! The accounts that account may be set to.
    Q_PROPERTY(desktop::AccountChoices *choices READ choices CONSTANT)
    //! "github/work"; "" for all.
    Q_PROPERTY(QString account READ account WRITE setAccount NOTIFY filterChanged)
    //! "", "done", "failed", "refused".
    Q_PROPERTY(QString outcome READ outcome WRITE setOutcome NOTIFY filterChanged)
    //! How far back: 1, 7, 30, …; 0 for everything.
    Q_PROPERTY(int days READ days WRITE setDays NOTIFY filterChanged)
    //! Whether new lines appear by themselves.
    Q_PROPERTY(bool live READ live WRITE setLive NOTIFY liveChanged)
    //! Lines that came while it was not live.
    Q_PROPERTY(int waiting READ waiting NOTIFY liveChanged)
    Q_PROPERTY(Seal seal READ seal NOTIFY sealChanged)
    //! "The record is whole: 1,204 entries, each sealed by the one before."
    Q_PROPERTY(QString sealWords READ sealWords NOTIFY sealChanged)
    //! "Kept for 90 days"
    Q_PROPERTY(QString keptWords READ keptWords NOTIFY keptWordsChanged)

public:
    enum class State { Ready, Empty, NoMatch, Unreadable };
    Q_ENUM(State)
    //! The chips over the list.
    enum class Sort { Everything, Reads, Changes, Programs, Refused, Failed };
    Q_ENUM(Sort)
    enum class Seal { Unknown, Checking, Whole, Broken };
    Q_ENUM(Seal)
    //! Role names: time, day, dayWords, exact, who, icon, what, accountKey, accountName, letters,
    //! tone, outcome (ok, denied, failed, signin), detail.
    enum Role {
        TimeRole = Qt::UserRole + 1, //!< "15:42:08"
        DayRole, //!< "2026-11-22": the section
        DayWordsRole, //!< "Today", "Yesterday", "20 November"
        ExactRole,
        WhoRole,
        IconRole,
        WhatRole, //!< "copied the token"
        AccountKeyRole, //!< "github/work", or ""
        AccountNameRole, //!< "GitHub work", or ""
        LettersRole,
        ToneRole,
        OutcomeRole,
        DetailRole
    };
    Q_ENUM(Role)

    ActivityModel(core::ActivityService &activity,
                  core::AccountService &accounts,
                  const base::Clock &clock,
                  QObject *parent = nullptr);
    ~ActivityModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] int count() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] Sort sort() const { return m_sort; }
    void setSort(Sort sort);
    [[nodiscard]] AccountChoices *choices() const { return m_choices; }
    [[nodiscard]] QString account() const { return m_account; }
    void setAccount(const QString &accountKey);
    [[nodiscard]] QString outcome() const { return m_outcome; }
    void setOutcome(const QString &outcome);
    [[nodiscard]] int days() const { return m_days; }
    void setDays(int days);
    [[nodiscard]] bool live() const { return m_live; }
    void setLive(bool live);
    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] Seal seal() const { return m_seal; }
    [[nodiscard]] QString sealWords() const { return m_sealWords; }
    [[nodiscard]] QString keptWords() const { return m_keptWords; }
    void setKeptDays(int days);
    //! Whether anybody looks; without, nothing is read.
    void setActive(bool active);

    Q_INVOKABLE void reload();
    Q_INVOKABLE void clearFilters();
    //! Reads the whole record and says whether it is whole.
    Q_INVOKABLE void verify();
    //! The words of a section ("Today") for its day ("2026-11-22").
    Q_INVOKABLE QString wordsOfDay(const QString &day) const;

Q_SIGNALS:
    void stateChanged();
    void filterChanged();
    void liveChanged();
    void sealChanged();
    void keptWordsChanged();

private:
    struct Line
    {
        core::AuditEvent event;
        QString serviceName;
        QString letters;
        int tone = 0;
    };

    [[nodiscard]] core::AuditFilter filterNow() const;
    [[nodiscard]] Line lineOf(const core::AuditEvent &event) const;
    [[nodiscard]] bool matches(const core::AuditEvent &event) const;
    void take(const core::AuditEvent &event);
    void show(const base::Result<QList<core::AuditEvent>> &events);
    void append(const base::Result<QList<core::AuditEvent>> &events);
    void settle();

    core::ActivityService &m_activity;
    core::AccountService &m_accounts;
    const base::Clock &m_clock;
    AccountChoices *m_choices;
    base::Subscription m_appended;
    std::deque<Line> m_lines;
    bool m_more = false;
    bool m_fetching = false; //!< a page is on its way
    bool m_readAgain = false; //!< something happened while the first page was on its way
    int m_epoch = 0; //!< answers to an older question are dropped
    int m_shownEpoch = 0; //!< the question that the lines answer
    bool m_stale = true;
    bool m_active = false;
    State m_state = State::Empty;
    QString m_message;
    QString m_search;
    Sort m_sort = Sort::Everything;
    QString m_account;
    QString m_outcome;
    int m_days = 0;
    bool m_live = true;
    int m_waiting = 0;
    Seal m_seal = Seal::Unknown;
    QString m_sealWords;
    QString m_keptWords;
    std::stop_source m_verifying;
    QTimer m_searchPause;
};

} // namespace desktop
