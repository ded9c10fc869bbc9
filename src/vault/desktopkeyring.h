// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/keyring.h"

#include <memory>

namespace vault {

//! The Keyring of this desktop, by QtKeychain: Secret Service, KWallet, the macOS keychain, the
//! Windows credential store. QtKeychain cannot say whether a keyring is locked without opening a
//! dialog, so on Linux look() asks the Secret Service itself.
class DesktopKeyring final : public Keyring
{
public:
    explicit DesktopKeyring(QString service = QStringLiteral("latchkey"));

    void read(const QString &key, Answer answer) override;
    void write(const QString &key, const base::Secret &value, Answer answer) override;
    void remove(const QString &key, Answer answer) override;
    void look(Seen seen) override;
    [[nodiscard]] QString name() const override;

private:
    QString m_service;
    std::shared_ptr<QString> m_owner = std::make_shared<QString>(); //!< see lookAtSecretService()
};

} // namespace vault
