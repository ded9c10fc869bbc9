// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <stop_token>

namespace desktop {

//! Where the secrets are kept, and moving them.
class StoreView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(State state READ state NOTIFY changed)
    //! "keyring", "age_file", "memory"
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    //! "GNOME Keyring", "~/.local/share/latchkey/vault.age"
    Q_PROPERTY(QString place READ place NOTIFY changed)
    //! A sentence about the store in use.
    Q_PROPERTY(QString words READ words NOTIFY changed)
    Q_PROPERTY(QString reason READ reason NOTIFY changed)
    Q_PROPERTY(bool keyringAvailable READ keyringAvailable NOTIFY changed)
    Q_PROPERTY(bool usesKeyFile READ usesKeyFile NOTIFY changed)
    //! Moving: how many entries of how many.
    Q_PROPERTY(int done READ done NOTIFY progressChanged)
    Q_PROPERTY(int total READ total NOTIFY progressChanged)
    //! How the last move ended, for people; "" before one.
    Q_PROPERTY(QString message READ message NOTIFY changed)
    Q_PROPERTY(bool messageIsTrouble READ messageIsTrouble NOTIFY changed)
    //! What is wrong with the passphrase typed; "" when nothing is.
    Q_PROPERTY(QString passphraseProblem READ passphraseProblem NOTIFY passphraseProblemChanged)

public:
    enum class State { Ready, Locked, Unavailable, Moving };
    Q_ENUM(State)

    StoreView(core::StoreService &store, core::AccountService &accounts, QObject *parent = nullptr);
    ~StoreView() override;

    [[nodiscard]] State state() const;
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] bool keyringAvailable() const;
    [[nodiscard]] bool usesKeyFile() const;
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] bool messageIsTrouble() const { return m_trouble; }
    [[nodiscard]] QString passphraseProblem() const { return m_passphraseProblem; }

    //! Says in passphraseProblem whether both will do.
    Q_INVOKABLE void checkPassphrase(const QString &passphrase, const QString &again);
    //! \a kind is "keyring" or "age_file". An empty passphrase for a file: a key file is made.
    Q_INVOKABLE void moveTo(const QString &kind, const QString &passphrase);
    Q_INVOKABLE void cancelMove();

Q_SIGNALS:
    void changed();
    void progressChanged();
    void passphraseProblemChanged();

private:
    core::StoreService &m_store;
    core::AccountService &m_accounts;
    base::Subscription m_storeChanged;
    std::stop_source m_stop;
    bool m_moving = false;
    bool m_trouble = false;
    int m_done = 0;
    int m_total = 0;
    QString m_message;
    QString m_passphraseProblem;
};

} // namespace desktop
