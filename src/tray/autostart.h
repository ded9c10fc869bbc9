// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace tray {

//! Starting with the session: an entry in ~/.config/autostart, or what the platform has instead.
class Autostart
{
public:
    //! \a program is the whole path of what is started, with \a arguments.
    Autostart(QString program, QStringList arguments);

    //! Whether an entry starts us.
    [[nodiscard]] bool isOn() const;
    //! Writes or removes the entry. A present entry of the same content is left alone.
    [[nodiscard]] base::Result<> set(bool on) const;

    //! Where the entry is.
    [[nodiscard]] static QString place();
    //! The entry's content; for its test.
    [[nodiscard]] QByteArray content() const;

private:
    QString m_program;
    QStringList m_arguments;
};

} // namespace tray
