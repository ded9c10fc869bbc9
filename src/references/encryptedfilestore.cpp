// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/encryptedfilestore.h"

#include "base/atomicfile.h"
#include "base/filelock.h"
#include "references/documents/secrettext.h"
#include "references/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <functional>

namespace references {

namespace {

constexpr qint64 fileLimit = 8 * 1024 * 1024;

tl::unexpected<base::Error> locked()
{
    return base::fail(base::ErrorCode::Locked,
                      Words::tr("The encrypted file is locked."),
                      Words::tr("Unlock Latchkey."));
}

//! latchkey/github/work/token: maps in maps.
TreePath placeOf(const QString &entry)
{
    TreePath path;
    for (const QString &step : entry.split(QLatin1Char('/')))
        path.append({step.toUtf8(), -1});
    return path;
}

const Node *findIn(const SopsFile &file, const QString &entry)
{
    const Node *at = &file.documents().front();
    for (const TreeStep &step : placeOf(entry)) {
        at = at->find(step.key);
        if (at == nullptr)
            return nullptr;
    }
    return at->isScalar() ? at : nullptr;
}

void addNames(const Node &node, const QString &before, QStringList &names)
{
    for (const Entry &entry : node.entries) {
        if (entry.isComment)
            continue;
        const QString name = before + QString::fromUtf8(entry.key);
        if (entry.node.isMap())
            addNames(entry.node, name + QLatin1Char('/'), names);
        else
            names.append(name);
    }
}

} // namespace

EncryptedFileStore::EncryptedFileStore(QString path,
                                       Recipients recipients,
                                       SopsKeyPlaces places,
                                       base::Clock &clock)
    : m_path(std::move(path))
    , m_recipients(std::move(recipients))
    , m_keys(std::move(places))
    , m_clock(clock)
{}

EncryptedFileStore::~EncryptedFileStore() = default;

QByteArray EncryptedFileStore::mark() const
{
    const QFileInfo info(m_path);
    if (!info.exists())
        return "none";
    return QByteArray::number(info.lastModified().toMSecsSinceEpoch()) + '/'
           + QByteArray::number(info.size()) + '/'
           + QByteArray::number(info.metadataChangeTime().toMSecsSinceEpoch());
}

void EncryptedFileStore::setState(core::StoreState state, const QString &reason)
{
    m_reason = reason;
    if (std::exchange(m_state, state) != state)
        stateChanged.announce(state);
}

base::Task<> EncryptedFileStore::ensureOpen(bool mayMake)
{
    if (m_shut)
        co_return locked();
    const QByteArray now = mark();
    if (m_file && now == m_mark)
        co_return {};
    const int epoch = m_epoch;
    SopsKeys *const keys = &m_keys;
    const bool isThere = now != "none";
    const auto read = isThere ? base::readFile(m_path, fileLimit) : base::Result<QByteArray>();
    if (!read)
        co_return base::fail(read.error());
    if (!isThere && !mayMake)
        co_return base::fail(base::ErrorCode::NotFound, Words::tr("There is no such entry."));
    const QByteArray text = *read;
    const std::stop_token never;
    base::Result<SopsFile> file;
    if (isThere) {
        file = co_await SopsFile::open(text, Format::Yaml, keys, MacCheck::Demand, never);
    } else {
        const EncryptionRule everything;
        const Recipients recipients = m_recipients;
        base::Secret nothing;
        file = co_await SopsFile::create(
            std::move(nothing), Format::Yaml, everything, recipients, keys, never);
    }
    if (m_shut || epoch != m_epoch)
        co_return locked();
    if (!file) {
        const base::Error error = file.error();
        setState(core::StoreState::Unavailable, error.message);
        co_return base::fail(error);
    }
    m_file = *std::move(file);
    m_mark = now;
    setState(core::StoreState::Ready);
    co_return {};
}

base::Task<base::Secret> EncryptedFileStore::read(QString entry)
{
    CO_TRY_VOID(co_await ensureOpen(false));
    const Node *const found = findIn(*m_file, entry);
    if (found == nullptr)
        co_return base::fail(base::ErrorCode::NotFound, Words::tr("There is no such entry."));
    base::Secret copy = found->value.clone();
    co_return std::move(copy);
}

base::Result<> EncryptedFileStore::save()
{
    TRY(const QByteArray text, m_file->encrypted(m_clock.now()));
    TRY_VOID(base::writeAtomically(m_path, text, 0644));
    m_mark = mark();
    return {};
}

base::Result<EncryptedFileStore::Commit> EncryptedFileStore::commit(const QByteArray &seen,
                                                                    const Edit &edit)
{
    // In a repository nothing of it is to stay behind.
    base::FileLock turn(m_path + QStringLiteral(".lock"), base::FileLock::Afterwards::Goes);
    if (const auto taken = turn.take(); !taken) {
        if (taken.error().code != base::ErrorCode::Conflict)
            return base::fail(taken.error());
        return base::fail(base::ErrorCode::Conflict,
                          Words::tr("Another program is writing %1.").arg(m_path),
                          {},
                          base::Retryable::Yes);
    }
    if (!m_file || mark() != seen)
        return Commit::Stale;
    const auto done = edit(*m_file);
    const auto saved = done ? save() : base::Result<>(base::fail(done.error()));
    if (!saved) {
        m_file.reset(); // what is in memory is not what is on the disk
        return base::fail(saved.error());
    }
    return Commit::Done;
}

base::Task<> EncryptedFileStore::change(Edit edit)
{
    constexpr int tries = 5;
    for (int i = 0; i < tries; ++i) {
        CO_TRY_VOID(co_await ensureOpen(true));
        CO_TRY(const Commit outcome, commit(m_mark, edit));
        if (outcome == Commit::Done)
            co_return {};
    }
    co_return base::fail(base::ErrorCode::Conflict,
                         Words::tr("%1 changes all the time.").arg(m_path),
                         {},
                         base::Retryable::Yes);
}

base::Task<> EncryptedFileStore::write(QString entry, base::Secret secret)
{
    const TreePath path = placeOf(entry);
    for (const TreeStep &step : path) {
        if (step.key.isEmpty() || step.key == "sops")
            co_return base::fail(base::ErrorCode::InvalidInput,
                                 Words::tr("The entry’s name is malformed."));
    }
    const auto shared = std::make_shared<base::Secret>(std::move(secret));
    const Edit edit = [path, shared](SopsFile &file) {
        const Kind kind = isUtf8(shared->expose()) ? Kind::Text : Kind::Bytes;
        return file.set(path, Node(kind, shared->clone()), KeyOrder::Sorted);
    };
    CO_TRY_VOID(co_await change(edit));
    co_return {};
}

base::Task<> EncryptedFileStore::remove(QString entry)
{
    const auto opened = co_await ensureOpen(false);
    if (!opened && opened.error().code == base::ErrorCode::NotFound)
        co_return {};
    if (!opened)
        co_return base::fail(opened.error());
    if (findIn(*m_file, entry) == nullptr)
        co_return {};
    const Edit edit = [path = placeOf(entry)](SopsFile &file) -> base::Result<> {
        for (TreePath at = path; !at.isEmpty(); at.removeLast()) {
            auto removed = file.remove(at);
            if (!removed && removed.error().code != base::ErrorCode::NotFound)
                return removed;
            // Maps that have become empty go with it.
            const Node *above = &file.documents().front();
            for (qsizetype i = 0; above != nullptr && i + 1 < at.size(); ++i)
                above = above->find(at[i].key);
            if (above == nullptr || !above->entries.empty())
                break;
        }
        return {};
    };
    CO_TRY_VOID(co_await change(edit));
    co_return {};
}

base::Task<> EncryptedFileStore::unlock(base::Secret passphrase)
{
    passphrase.clear();
    m_shut = false;
    const auto opened = co_await ensureOpen(false);
    if (!opened && opened.error().code != base::ErrorCode::NotFound)
        co_return base::fail(opened.error());
    setState(core::StoreState::Ready);
    co_return {};
}

void EncryptedFileStore::lock()
{
    m_shut = true;
    ++m_epoch;
    m_file.reset();
    m_mark.clear();
    setState(core::StoreState::Locked);
}

base::Task<Recipients> EncryptedFileStore::recipients()
{
    CO_TRY_VOID(co_await ensureOpen(false));
    co_return m_file->recipients();
}

base::Task<> EncryptedFileStore::share(Recipients recipients)
{
    CO_TRY_VOID(co_await ensureOpen(false));
    // Closing to PGP keys waits for gpg, and lock() may come meanwhile: on a copy, then.
    const QByteArray before = m_mark;
    SopsKeys *const keys = &m_keys;
    const std::stop_token never;
    CO_TRY(const QByteArray text, base::readFile(m_path, fileLimit));
    CO_TRY(SopsFile file,
           co_await SopsFile::open(text, Format::Yaml, keys, MacCheck::Demand, never));
    CO_TRY_VOID(co_await file.share(recipients, keys, never));
    if (m_shut)
        co_return locked();
    const Edit replace = [&file](SopsFile &mine) -> base::Result<> {
        mine = std::move(file);
        return {};
    };
    CO_TRY(const Commit outcome, commit(before, replace));
    if (outcome == Commit::Stale)
        co_return base::fail(base::ErrorCode::Conflict,
                             Words::tr("%1 has changed meanwhile.").arg(m_path),
                             {},
                             base::Retryable::Yes);
    co_return {};
}

base::Task<QStringList> EncryptedFileStore::names()
{
    CO_TRY_VOID(co_await ensureOpen(false));
    QStringList names;
    addNames(m_file->documents().front(), {}, names);
    co_return std::move(names);
}

} // namespace references
