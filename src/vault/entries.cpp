// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/entries.h"

#include "vault/words.h"

#include <QByteArrayView>
#include <QtEndian>

#include <cstring>
#include <optional>

namespace vault {

namespace {

constexpr QByteArrayView firstLine("latchkey-vault 1\n");

base::Error notAVault()
{
    return {base::ErrorCode::Corrupt, Words::tr("The store's content is damaged."), {}, {}};
}

//! Walks over the payload without copying it.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_rest(bytes)
    {}

    [[nodiscard]] std::optional<QByteArrayView> take(quint32 size)
    {
        if (size > size_t(m_rest.size()))
            return std::nullopt;
        const QByteArrayView taken = m_rest.first(qsizetype(size));
        m_rest = m_rest.sliced(qsizetype(size));
        return taken;
    }

    [[nodiscard]] std::optional<quint32> takeNumber()
    {
        const auto bytes = take(sizeof(quint32));
        if (!bytes)
            return std::nullopt;
        return qFromBigEndian<quint32>(bytes->data());
    }

    [[nodiscard]] std::optional<QByteArrayView> takeField()
    {
        const auto size = takeNumber();
        return size ? take(*size) : std::nullopt;
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
};

class Writer
{
public:
    explicit Writer(unsigned char *place)
        : m_place(place)
    {}

    void put(QByteArrayView bytes)
    {
        if (bytes.isEmpty())
            return;
        std::memcpy(m_place, bytes.data(), size_t(bytes.size()));
        m_place += bytes.size();
    }

    void putNumber(size_t number)
    {
        qToBigEndian(quint32(number), m_place);
        m_place += sizeof(quint32);
    }

private:
    unsigned char *m_place;
};

} // namespace

base::Secret serialized(const Entries &entries)
{
    size_t size = size_t(firstLine.size()) + sizeof(quint32);
    for (const auto &[name, secret] : entries)
        size += 2 * sizeof(quint32) + size_t(name.toUtf8().size()) + secret->size();

    base::Secret payload = base::Secret::zeroed(size);
    Writer writer(payload.data());
    writer.put(firstLine);
    writer.putNumber(entries.size());
    for (const auto &[name, secret] : entries) {
        const QByteArray utf8 = name.toUtf8();
        writer.putNumber(size_t(utf8.size()));
        writer.put(utf8);
        writer.putNumber(secret->size());
        writer.put(secret->expose());
    }
    return payload;
}

base::Result<Entries> parseEntries(const base::Secret &payload)
{
    Reader reader(payload.expose());
    if (reader.take(quint32(firstLine.size())) != firstLine)
        return base::fail(notAVault());
    const auto count = reader.takeNumber();
    if (!count)
        return base::fail(notAVault());

    Entries entries;
    for (quint32 i = 0; i < *count; ++i) {
        const auto utf8 = reader.takeField();
        const auto secret = utf8 ? reader.takeField() : std::nullopt;
        if (!secret)
            return base::fail(notAVault());
        const QString name = QString::fromUtf8(*utf8);
        const bool inOrder = entries.empty() || entries.rbegin()->first < name;
        if (!inOrder || name.toUtf8() != *utf8)
            return base::fail(notAVault());
        entries.emplace_hint(entries.end(), name, std::make_shared<base::Secret>(*secret));
    }
    if (!reader.atEnd())
        return base::fail(notAVault());
    return entries;
}

} // namespace vault
