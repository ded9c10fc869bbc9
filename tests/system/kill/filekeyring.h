// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/atomicfile.h"
#include "vault/keyring.h"

#include <QDir>
#include <QFile>

//! A keyring that outlives the process: one file an entry, so that a kill test can look at it.
class FileKeyring final : public vault::Keyring
{
public:
    explicit FileKeyring(QString folder)
        : m_folder(std::move(folder))
    {
        QDir().mkpath(m_folder);
    }

    void read(const QString &key, Answer answer) override
    {
        auto bytes = base::readFile(file(key));
        answer(bytes ? base::Result<base::Secret>(base::Secret(*bytes))
                     : base::Result<base::Secret>(base::fail(bytes.error())));
    }
    void write(const QString &key, const base::Secret &value, Answer answer) override
    {
        // An entry is written whole or not at all: that is the keyring's affair, not ours.
        QFile entry(file(key) + QStringLiteral("~"));
        const bool written =
            entry.open(QIODevice::WriteOnly)
            && entry.write(value.expose().data(), value.expose().size()) == value.expose().size()
            && entry.flush();
        entry.close();
        QFile::remove(file(key));
        if (written && QFile::rename(entry.fileName(), file(key)))
            answer(base::Secret());
        else
            answer(base::fail(base::ErrorCode::ToolFailed, key));
    }
    void remove(const QString &key, Answer answer) override
    {
        QFile::remove(file(key));
        answer(base::Secret());
    }
    void look(Seen seen) override { seen(Presence::Open); }
    [[nodiscard]] QString name() const override { return QStringLiteral("file keyring"); }

    [[nodiscard]] qsizetype entries() const { return QDir(m_folder).entryList(QDir::Files).size(); }

private:
    [[nodiscard]] QString file(const QString &key) const
    {
        return m_folder + QLatin1Char('/') + QString::fromLatin1(key.toUtf8().toHex());
    }

    QString m_folder;
};
