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

constexpr QByteArrayView oldFirstLine("latchkey-vault 1\n");
constexpr QByteArrayView firstLine("latchkey-vault 2\n");

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

    template<typename Number = quint32>
    [[nodiscard]] std::optional<Number> takeNumber()
    {
        const auto bytes = take(sizeof(Number));
        if (!bytes)
            return std::nullopt;
        return qFromBigEndian<Number>(bytes->data());
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

    template<typename Number = quint32>
    void putNumber(Number number)
    {
        qToBigEndian(number, m_place);
        m_place += sizeof(Number);
    }

private:
    unsigned char *m_place;
};

std::optional<Revision> takeRevision(Reader &reader)
{
    const auto vault = reader.take(quint32(Revision::vaultSize));
    const auto number = vault ? reader.takeNumber<quint64>() : std::nullopt;
    const auto seconds = number ? reader.takeNumber<qint64>() : std::nullopt;
    if (!seconds || *number == 0)
        return std::nullopt;
    return Revision{
        vault->toByteArray(), *number, QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC)};
}

base::Result<Entries> takeEntries(Reader &reader)
{
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

} // namespace

base::Secret serialized(const VaultContent &content)
{
    const Entries &entries = content.entries;
    size_t size =
        size_t(firstLine.size() + Revision::vaultSize) + 2 * sizeof(quint64) + sizeof(quint32);
    for (const auto &[name, secret] : entries)
        size += 2 * sizeof(quint32) + size_t(name.toUtf8().size()) + secret->size();

    base::Secret payload = base::Secret::zeroed(size);
    Writer writer(payload.data());
    writer.put(firstLine);
    Q_ASSERT(content.revision.vault.size() == Revision::vaultSize);
    writer.put(content.revision.vault);
    writer.putNumber(content.revision.number);
    writer.putNumber(content.revision.written.toSecsSinceEpoch());
    writer.putNumber(quint32(entries.size()));
    for (const auto &[name, secret] : entries) {
        const QByteArray utf8 = name.toUtf8();
        writer.putNumber(quint32(utf8.size()));
        writer.put(utf8);
        writer.putNumber(quint32(secret->size()));
        writer.put(secret->expose());
    }
    return payload;
}

base::Result<VaultContent> parseContent(const base::Secret &payload)
{
    Reader reader(payload.expose());
    VaultContent content;
    const auto line = reader.take(quint32(firstLine.size()));
    if (line == firstLine) {
        auto revision = takeRevision(reader);
        if (!revision)
            return base::fail(notAVault());
        content.revision = *std::move(revision);
    } else if (line != oldFirstLine) {
        return base::fail(notAVault());
    }
    TRY(content.entries, takeEntries(reader));
    return content;
}

} // namespace vault
