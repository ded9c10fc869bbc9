// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace desktop {

//! The lock, for the locked page and for "Lock now".
class LockView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(State state READ state NOTIFY changed)
    //! StoreUnavailable: why, for people.
    Q_PROPERTY(QString reason READ reason NOTIFY changed)
    Q_PROPERTY(bool needsPassphrase READ needsPassphrase NOTIFY changed)
    //! Why unlocking failed last; "" when it did not.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum class State { Unlocked, Locked, Unlocking, StoreUnavailable };
    Q_ENUM(State)

    explicit LockView(core::LockService &lock, QObject *parent = nullptr);

    [[nodiscard]] State state() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] bool needsPassphrase() const;
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE void lock();
    //! The page clears its field afterwards. Also tries again when the store was unavailable.
    Q_INVOKABLE void unlock(const QString &passphrase);
    //! A person did something: the idle time begins anew.
    Q_INVOKABLE void touch();

Q_SIGNALS:
    void changed();
    void unlocked();

private:
    core::LockService &m_lock;
    base::Subscription m_changed;
    bool m_unlocking = false;
    QString m_problem;
};

} // namespace desktop
