// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/providersection.h"

#include "oauth/words.h"

#include <limits>

namespace oauth {

using base::TomlTable;

base::Error complaint(const QString &fileName, int line, const QString &what)
{
    const QString place = line > 0 ? QStringLiteral("%1:%2").arg(fileName).arg(line) : fileName;
    return {base::ErrorCode::InvalidInput,
            QStringLiteral("%1: %2").arg(place, what),
            Words::tr("Correct the file; the other services work meanwhile.")};
}

ProviderSection::ProviderSection(base::TomlTable table, QString name, QString fileName)
    : m_table(std::move(table))
    , m_name(std::move(name))
    , m_fileName(std::move(fileName))
{}

base::Result<ProviderSection> ProviderSection::inside(const TomlTable &parent,
                                                      const QString &key,
                                                      const QString &fileName)
{
    const auto found = parent.constFind(key);
    if (found == parent.cend())
        return ProviderSection({}, key, fileName);
    if (!found->isTable())
        return base::fail(
            complaint(fileName, found->line, Words::tr("‘%1’ is meant to be a table.").arg(key)));
    return ProviderSection(std::get<TomlTable>(found->value), key, fileName);
}

template<typename T>
void ProviderSection::take(const QString &key, T &field, base::Result<T> value)
{
    m_known << key;
    if (value)
        field = *std::move(value);
    else if (!m_error)
        m_error = std::move(value).error();
}

void ProviderSection::read(const QString &key, QString &field)
{
    take(key, field, base::tomlString(m_table, key, m_fileName, field));
}

void ProviderSection::read(const QString &key, QStringList &field)
{
    take(key, field, base::tomlStrings(m_table, key, m_fileName, field));
}

void ProviderSection::read(const QString &key, bool &field)
{
    take(key, field, base::tomlBool(m_table, key, m_fileName, field));
}

void ProviderSection::read(const QString &key, int &field)
{
    qint64 number = field;
    take(key, number, base::tomlInteger(m_table, key, m_fileName, number));
    if (number < 0 || number > std::numeric_limits<int>::max())
        refuse(key, Words::tr("‘%1’ is out of range.").arg(key));
    else
        field = static_cast<int>(number);
}

void ProviderSection::readPorts(const QString &key, QList<int> &field)
{
    m_known << key;
    const auto found = m_table.constFind(key);
    if (found == m_table.cend())
        return;
    const QString expected = Words::tr("‘%1’ is meant to be a list of port numbers.").arg(key);
    if (!found->isArray())
        return refuse(key, expected);
    QList<int> ports;
    for (const auto &item : std::get<base::TomlArray>(found->value)) {
        const auto *number = std::get_if<qint64>(&item.value);
        if (number == nullptr || *number < 1 || *number > 65535)
            return refuse(key, expected);
        ports << static_cast<int>(*number);
    }
    field = ports;
}

void ProviderSection::readParameters(const QString &key, QMap<QString, QString> &field)
{
    m_known << key;
    const auto found = m_table.constFind(key);
    if (found == m_table.cend())
        return;
    if (!found->isTable())
        return refuse(key, Words::tr("‘%1’ is meant to be a table.").arg(key));
    QMap<QString, QString> parameters;
    const auto &table = std::get<TomlTable>(found->value);
    for (auto it = table.cbegin(); it != table.cend(); ++it) {
        if (!it->isString())
            return refuse(key, Words::tr("‘%1.%2’ is meant to be a string.").arg(key, it.key()));
        parameters.insert(it.key(), std::get<QString>(it->value));
    }
    field = parameters;
}

void ProviderSection::refuse(const QString &key, const QString &what)
{
    if (!m_error)
        m_error = complaint(m_fileName, m_table.value(key).line, what);
}

base::Result<> ProviderSection::finish() const
{
    if (m_error)
        return base::fail(*m_error);
    for (auto it = m_table.cbegin(); it != m_table.cend(); ++it) {
        if (m_known.contains(it.key()))
            continue;
        const QString full = m_name.isEmpty() ? it.key() : m_name + u'.' + it.key();
        return base::fail(
            complaint(m_fileName, it->line, Words::tr("‘%1’ is not a known key.").arg(full)));
    }
    return {};
}

} // namespace oauth
