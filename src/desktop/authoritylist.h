// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/authority.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace desktop {

//! What every list of the authority has in common: how it stands, whether a verb is under way, and
//! why the last one was refused. Nothing is read before somebody looks.
class AuthorityList : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    //! Failed: why, for people.
    Q_PROPERTY(QString message READ message NOTIFY stateChanged)
    Q_PROPERTY(int count READ count NOTIFY stateChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    //! Why the last verb was refused, one sentence a line; empty when it was not.
    Q_PROPERTY(QStringList problems READ problems NOTIFY problemsChanged)

public:
    enum class State { Loading, Ready, Empty, NoMatch, Failed };
    Q_ENUM(State)

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] int count() const { return rowCount({}); }
    [[nodiscard]] bool isBusy() const { return m_busy > 0; }
    [[nodiscard]] QStringList problems() const { return m_problems; }
    [[nodiscard]] bool isWatched() const { return m_watchers > 0; }

    //! A page shows this list from now on: it is read, and follows what changes until unwatch().
    Q_INVOKABLE void watch();
    Q_INVOKABLE void unwatch() { --m_watchers; }

    Q_INVOKABLE virtual void reload() = 0;
    Q_INVOKABLE void forgetProblems() { setProblems({}); }
    //! Times in words have grown older.
    virtual void freshen();

Q_SIGNALS:
    void stateChanged();
    void busyChanged();
    void problemsChanged();
    //! A verb was done: what, for people.
    void done(const QString &words);

protected:
    //! Runs a verb; \a then gets what came of it. A refusal goes to problems().
    template<typename T, typename Then>
    void run(base::Task<T> task, Then then)
    {
        setProblems({});
        setBusy(1);
        QCoro::connect(
            std::move(task), this, [this, then = std::move(then)](base::Result<T> result) {
                setBusy(-1);
                if (!result)
                    complain(result.error());
                else if constexpr (std::is_void_v<T>)
                    then();
                else
                    then(std::move(*result));
            });
    }
    //! Puts \a next in the place of \a rows, so that the list stays where it is scrolled to when
    //! the same things are in it.
    template<typename Row, typename Id>
    void place(QList<Row> &rows, QList<Row> next, Id id)
    {
        const bool same = std::equal(
            rows.begin(), rows.end(), next.begin(), next.end(), [&id](const Row &a, const Row &b) {
                return id(a) == id(b);
            });
        if (same) {
            rows = std::move(next);
            freshen();
            return;
        }
        beginResetModel();
        rows = std::move(next);
        endResetModel();
    }
    void settle(bool filtered = false);
    void fail(const base::Error &error);
    void complain(const base::Error &error);
    void setProblems(const QStringList &problems);

private:
    void setBusy(int more);

    State m_state = State::Loading;
    QString m_message;
    int m_busy = 0;
    QStringList m_problems;
    int m_watchers = 0;
};

} // namespace desktop
