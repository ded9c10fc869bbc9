// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/event.h"
#include "base/paths.h"
#include "base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace base {

//! One setting: its dotted key ("lock.idle_minutes"), its built-in value (which also says its
//! type: bool, qint64, QString or QStringList), and what it may be.
struct SettingSpec
{
    QString key;
    QVariant fallback;
    QStringList choices; //!< for strings; empty: anything
    qint64 least = 0; //!< for integers
    qint64 most = 0;
    QString summary; //!< one English sentence, for docs and `config check`
};

//! config.toml in layers: built-in < system (/etc/latchkey/config.toml) < user < environment
//! LATCHKEY_* (LATCHKEY_LOCK_IDLE_MINUTES=15) < command line. A wrong value is an error that names
//! file, line, key and what was expected; an unknown key is a warning. (A profile has its own
//! config folder; see Paths.)
class Settings
{
public:
    struct Sources
    {
        QString systemFile;
        QString userFile;
        QHash<QString, QString> environment; //!< LATCHKEY_* only
        QHash<QString, QString> commandLine; //!< key → text
    };

    //! The sources of this user: /etc/latchkey/config.toml, paths.configFile(), the process
    //! environment.
    [[nodiscard]] static Sources sourcesOf(const Paths &paths);

    explicit Settings(QList<SettingSpec> specs, Sources sources);

    //! Reads all layers (again). On error the values stay what they were.
    [[nodiscard]] Result<> load();
    //! Keys of the files that nobody knows, as "FILE:LINE: unknown key …".
    [[nodiscard]] QStringList warnings() const { return m_warnings; }

    //! The value in force. Asking for a key without a spec is a programming error.
    [[nodiscard]] QVariant value(const QString &key) const;
    [[nodiscard]] bool flag(const QString &key) const { return value(key).toBool(); }
    [[nodiscard]] qint64 number(const QString &key) const { return value(key).toLongLong(); }
    [[nodiscard]] QString text(const QString &key) const { return value(key).toString(); }
    [[nodiscard]] QStringList texts(const QString &key) const { return value(key).toStringList(); }

    //! Where the value in force comes from: "built-in", "system", "user", "environment",
    //! "command line". What comes from the last two cannot be changed in the window.
    [[nodiscard]] QString layerOf(const QString &key) const;

    //! Checks and writes the value into the user's file (comments kept, atomic), then announces it.
    [[nodiscard]] Result<> set(const QString &key, const QVariant &value);

    //! A key's value in force has changed.
    Event<QString> changed;

    [[nodiscard]] const QList<SettingSpec> &specs() const { return m_specs; }

private:
    struct InForce
    {
        QVariant value;
        QString layer;
    };

    [[nodiscard]] Result<> loadFile(const QString &fileName,
                                    const QString &layer,
                                    QHash<QString, InForce> &values,
                                    QStringList &warnings) const;
    [[nodiscard]] static Result<> loadText(const SettingSpec &spec,
                                           const QHash<QString, QString> &texts,
                                           const QString &name,
                                           const QString &layer,
                                           QHash<QString, InForce> &values);

    QList<SettingSpec> m_specs;
    Sources m_sources;
    QHash<QString, InForce> m_values;
    QStringList m_warnings;
};

} // namespace base
