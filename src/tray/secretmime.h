// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QMimeData>

namespace tray {

//! A secret on the clipboard: stays on the secure heap until somebody pastes it, says that it is
//! one, and is zeroed when the clipboard lets it go.
class SecretMime : public QMimeData
{
    Q_OBJECT

public:
    explicit SecretMime(base::Secret secret)
        : m_secret(std::move(secret))
    {}

    [[nodiscard]] QStringList formats() const override;
    [[nodiscard]] bool hasFormat(const QString &format) const override;

protected:
    [[nodiscard]] QVariant retrieveData(const QString &format, QMetaType type) const override;

private:
    base::Secret m_secret;
};

} // namespace tray
