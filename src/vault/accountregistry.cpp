// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/accountregistry.h"

#include "base/atomicfile.h"
#include "base/faultpoint.h"
#include "vault/words.h"

#include <QDir>
#include <QFileInfo>

namespace vault {

namespace {

constexpr qint64 greatestFile = 64LL * 1024 * 1024;

} // namespace

AccountRegistry::AccountRegistry(QString path)
    : m_path(std::move(path))
{}

AccountRegistry::~AccountRegistry() = default;

base::Result<> AccountRegistry::load()
{
    if (!m_watcher) {
        m_watcher = std::make_unique<QFileSystemWatcher>();
        const auto told = [this] { look(); };
        QObject::connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, m_watcher.get(), told);
        QObject::connect(
            m_watcher.get(), &QFileSystemWatcher::directoryChanged, m_watcher.get(), told);
    }
    watch();
    return read();
}

QList<core::Account> AccountRegistry::all() const
{
    return m_file ? m_file->accounts() : QList<core::Account>();
}

std::optional<core::Account> AccountRegistry::find(const core::AccountId &id) const
{
    const auto place = m_places.constFind(id);
    if (place == m_places.constEnd())
        return std::nullopt;
    return m_file->accounts().at(*place);
}

base::Result<> AccountRegistry::put(const core::Account &account)
{
    return write([this, &account](AccountsFile &file) -> base::Result<> {
        const auto place = m_places.constFind(account.id);
        if (place != m_places.constEnd())
            return file.replace(*place, account);
        TRY_VOID(file.append(account));
        m_places.insert(account.id, file.accounts().size() - 1);
        return {};
    });
}

base::Result<> AccountRegistry::remove(const core::AccountId &id)
{
    return write([this, id](AccountsFile &file) -> base::Result<> {
        const auto place = m_places.constFind(id);
        if (place == m_places.constEnd())
            return {};
        TRY_VOID(file.remove(*place));
        index(); // all behind it have moved up
        return {};
    });
}

void AccountRegistry::look()
{
    watch();
    if (FileMark::of(m_path) == m_mark)
        return;
    const QList<core::Account> before = all();
    const auto result = read();
    if (result && all() != before)
        changed.announce();
}

base::Result<> AccountRegistry::read()
{
    const FileMark mark = FileMark::of(m_path);
    auto text = base::readFile(m_path, greatestFile);
    if (!text && text.error().code == base::ErrorCode::NotFound)
        text = QByteArray();
    base::Result<AccountsFile> file = text ? AccountsFile::open(*text, m_path)
                                           : base::Result<AccountsFile>(base::fail(text.error()));
    m_mark = mark;
    if (!file) {
        setTrouble(file.error());
        return base::fail(std::move(file).error());
    }
    m_file = std::move(*file);
    m_text = *text;
    index();
    setTrouble(std::nullopt);
    return {};
}

base::Result<> AccountRegistry::write(const Edit &edit)
{
    if (FileMark::of(m_path) != m_mark || !m_file)
        TRY_VOID(read());
    if (m_trouble)
        return base::fail(*m_trouble);

    // Changed in place: a copy of ten thousand accounts would be felt.
    TRY_VOID(edit(*m_file));
    const QByteArray text = m_file->text();
    if (text == m_text)
        return {};
    const auto written = replace(text);
    if (!written) {
        m_file = *AccountsFile::open(m_text, m_path); // was read from this before
        index();
        return written;
    }
    m_mark = FileMark::of(m_path);
    m_text = text;
    watch();
    changed.announce();
    return {};
}

base::Result<> AccountRegistry::replace(const QByteArray &text) const
{
    if (!QDir().mkpath(QFileInfo(m_path).path())) {
        return base::fail(base::ErrorCode::Denied,
                          Words::tr("The folder of %1 cannot be made.").arg(m_path),
                          Words::tr("Check who may write into the folder above it."));
    }
    base::faultPoint("registry.before_write");
    TRY_VOID(base::writeAtomically(m_path, text));
    base::faultPoint("registry.written");
    return {};
}

void AccountRegistry::index()
{
    m_places.clear();
    const QList<core::Account> &accounts = m_file->accounts();
    m_places.reserve(accounts.size());
    for (qsizetype i = 0; i < accounts.size(); ++i)
        m_places.insert(accounts.at(i).id, i);
}

//! A replaced file is a new one: the watcher has to be told again. The folder tells of files that
//! come; a folder that does not exist yet is watched after the first write.
void AccountRegistry::watch()
{
    if (!m_watcher)
        return;
    const QString folder = QFileInfo(m_path).path();
    for (const QString &path : {m_path, folder}) {
        const bool isWatched =
            m_watcher->files().contains(path) || m_watcher->directories().contains(path);
        if (!isWatched && QFileInfo::exists(path))
            m_watcher->addPath(path);
    }
}

void AccountRegistry::setTrouble(std::optional<base::Error> trouble)
{
    if (std::exchange(m_trouble, trouble) != trouble)
        troubleChanged.announce();
}

} // namespace vault
