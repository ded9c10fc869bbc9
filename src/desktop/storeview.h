// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"
#include "core/storerestores.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <stop_token>

namespace tray {
class ClipboardGuard;
} // namespace tray

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
    //! What one should know although the store works: an older copy is in use. "" otherwise.
    Q_PROPERTY(QString remark READ remark NOTIFY changed)
    //! Whether there is a passphrase, and so a key behind it to be kept elsewhere.
    Q_PROPERTY(bool hasRecoveryKey READ hasRecoveryKey NOTIFY changed)
    //! Where a recovery key would be saved.
    Q_PROPERTY(QString recoveryFile READ recoveryFile CONSTANT)
    Q_PROPERTY(Recovery recovery READ recovery NOTIFY recoveryChanged)
    //! How it ended, for people.
    Q_PROPERTY(QString recoveryMessage READ recoveryMessage NOTIFY recoveryChanged)

public:
    enum class Recovery { Asking, Working, Refused, Done };
    Q_ENUM(Recovery)
    enum class State { Ready, Locked, Unavailable, Moving };
    Q_ENUM(State)

    //! What a store of keys that may be taken along needs besides; null where there is none.
    struct Recovering
    {
        core::StoreRestores *restores = nullptr;
        tray::ClipboardGuard *clipboard = nullptr;
    };

    StoreView(core::StoreService &store,
              core::AccountService &accounts,
              Recovering recovering,
              QObject *parent = nullptr);
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
    [[nodiscard]] QString remark() const;
    [[nodiscard]] bool hasRecoveryKey() const;
    [[nodiscard]] QString recoveryFile() const;
    [[nodiscard]] Recovery recovery() const { return m_recovery; }
    [[nodiscard]] QString recoveryMessage() const { return m_recoveryMessage; }
    [[nodiscard]] QString passphraseProblem() const { return m_passphraseProblem; }

    //! Says in passphraseProblem whether both will do.
    Q_INVOKABLE void checkPassphrase(const QString &passphrase, const QString &again);
    //! \a kind is "keyring" or "age_file". An empty passphrase for a file: a key file is made.
    Q_INVOKABLE void moveTo(const QString &kind, const QString &passphrase);
    Q_INVOKABLE void cancelMove();
    //! Writes the recovery key into a new file that only its owner can read.
    Q_INVOKABLE void saveRecoveryKey(const QString &passphrase, const QString &file);
    //! Puts it on the clipboard, as a secret: it is cleared there as tokens are.
    Q_INVOKABLE void copyRecoveryKey(const QString &passphrase);
    //! Nothing was asked yet.
    Q_INVOKABLE void beginRecovery();
    //! The older copy of the vault was put back on purpose.
    Q_INVOKABLE void keepOlderCopy();

Q_SIGNALS:
    void changed();
    void progressChanged();
    void passphraseProblemChanged();
    void recoveryChanged();

private:
    using Taker = std::function<base::Task<QString>(base::Secret)>;
    void recover(const QString &passphrase, Taker take);
    void settleRecovery(Recovery recovery, const QString &message);

    core::StoreService &m_store;
    core::AccountService &m_accounts;
    Recovering m_recovering;
    base::Subscription m_storeChanged;
    std::stop_source m_stop;
    bool m_moving = false;
    bool m_trouble = false;
    int m_done = 0;
    int m_total = 0;
    Recovery m_recovery = Recovery::Asking;
    QString m_recoveryMessage;
    QString m_message;
    QString m_passphraseProblem;
};

} // namespace desktop
