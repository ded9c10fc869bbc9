// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/toml.h"

#include <QMap>

#include <optional>

namespace oauth {

//! A complaint about a providers file that names the place: "FILE:LINE: what is wrong".
[[nodiscard]] base::Error complaint(const QString &fileName, int line, const QString &what);

//! One table of a providers file: reads its keys into fields, which keep their value where the key
//! is not there, and remembers which keys it knows. The first complaint comes out of finish().
class ProviderSection
{
public:
    ProviderSection(base::TomlTable table, QString name, QString fileName);
    //! The table \a key inside \a parent; an empty one when it is not there.
    [[nodiscard]] static base::Result<ProviderSection> inside(const base::TomlTable &parent,
                                                              const QString &key,
                                                              const QString &fileName);

    void read(const QString &key, QString &field);
    void read(const QString &key, QStringList &field);
    void read(const QString &key, bool &field);
    void read(const QString &key, int &field);
    void readPorts(const QString &key, QList<int> &field);
    void readParameters(const QString &key, QMap<QString, QString> &field);
    //! A key that somebody else reads.
    void know(const QString &key) { m_known << key; }
    void refuse(const QString &key, const QString &what);

    //! The first complaint, or one about a key that nobody read.
    [[nodiscard]] base::Result<> finish() const;

private:
    template<typename T>
    void take(const QString &key, T &field, base::Result<T> value);

    base::TomlTable m_table;
    QString m_name;
    QString m_fileName;
    QStringList m_known;
    std::optional<base::Error> m_error;
};

} // namespace oauth
