// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/accountregistry.h"

#include "base/atomicfile.h"
#include "base/faultpoint.h"
#include "vault/words.h"

#include <QCoroFuture>
#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace vault {

namespace {

constexpr qint64 greatestFile = 64LL * 1024 * 1024;
//! A file up to this size is read where the change is noticed: about five hundred accounts.
constexpr qint64 readAtOnce = 64LL * 1024;

//! A file that is not there is an empty one.
base::Result<QByteArray> textOf(const QString &path)
{
    auto text = base::readFile(path, greatestFile);
    if (!text && text.error().code == base::ErrorCode::NotFound)
        return QByteArray();
    return text;
}

base::Result<AccountsFile> parsed(const base::Result<QByteArray> &text, const QString &path)
{
    if (!text)
        return base::fail(text.error());
    return AccountsFile::open(*text, path);
}

//! For a worker thread: the disk takes its time. Conflict when somebody else has changed the file
//! since it had the mark \a known.
base::Result<FileMark> replaced(const QString &path, const QByteArray &text, const FileMark &known)
{
    if (!QDir().mkpath(QFileInfo(path).path())) {
        return base::fail(base::ErrorCode::Denied,
                          Words::tr("The folder of %1 cannot be made.").arg(path),
                          Words::tr("Check who may write into the folder above it."));
    }
    if (FileMark::of(path) != known)
        return base::fail(base::ErrorCode::Conflict,
                          Words::tr("%1 is being changed by somebody else.").arg(path),
                          Words::tr("Try again when that is done."));
    base::faultPoint("registry.before_write");
    TRY_VOID(base::writeAtomically(path, text));
    base::faultPoint("registry.written");
    return FileMark::of(path);
}

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

base::Task<> AccountRegistry::put(core::Account account)
{
    Edit edit = [this, account](AccountsFile &file) -> base::Result<> {
        const auto place = m_places.constFind(account.id);
        if (place != m_places.constEnd())
            return file.replace(*place, account);
        TRY_VOID(file.append(account));
        m_places.insert(account.id, file.accounts().size() - 1);
        return {};
    };
    auto written = write(account.id, std::move(edit));
    co_return co_await written;
}

base::Task<> AccountRegistry::remove(core::AccountId id)
{
    Edit edit = [this, id](AccountsFile &file) -> base::Result<> {
        const auto place = m_places.constFind(id);
        if (place == m_places.constEnd())
            return {};
        TRY_VOID(file.remove(*place));
        index(); // all behind it have moved up
        return {};
    };
    auto written = write(id, std::move(edit));
    co_return co_await written;
}

void AccountRegistry::look()
{
    watch();
    const FileMark mark = FileMark::of(m_path);
    if (mark == m_mark || m_writing)
        return;
    if (m_watcher && mark.size > readAtOnce)
        return readInBackground();
    const QList<core::Account> before = all();
    const auto result = read();
    if (result && all() != before)
        changed.announce();
}

base::Result<> AccountRegistry::read()
{
    const FileMark mark = FileMark::of(m_path);
    const auto text = textOf(m_path);
    take(text.value_or(QByteArray()), parsed(text, m_path), mark);
    if (m_trouble)
        return base::fail(*m_trouble);
    return {};
}

//! What a worker thread has read.
struct AccountRegistry::Reading
{
    FileMark mark;
    QByteArray text;
    base::Result<AccountsFile> file;
};

//! Ten thousand accounts take longer than the window may wait.
void AccountRegistry::readInBackground()
{
    if (m_reading && m_reading->isRunning())
        return; // it looks again when it has finished
    if (m_reading) // we may be in its own signal
        m_reading.release()->deleteLater();
    m_reading = std::make_unique<QFutureWatcher<std::shared_ptr<Reading>>>();
    QObject::connect(m_reading.get(), &QFutureWatcherBase::finished, m_reading.get(), [this] {
        const std::shared_ptr<Reading> reading = m_reading->result();
        if (m_writing)
            return; // it has read what was there, and looks again afterwards
        if (FileMark::of(m_path) != reading->mark)
            return look(); // changed once more meanwhile
        if (m_mark == reading->mark)
            return; // a put() has read it already
        const QList<core::Account> before = all();
        take(reading->text, std::move(reading->file), reading->mark);
        if (!m_trouble && all() != before)
            changed.announce();
    });
    const QString path = m_path;
    m_reading->setFuture(QtConcurrent::run([path] {
        const FileMark mark = FileMark::of(path);
        const auto text = textOf(path);
        return std::make_shared<Reading>(
            Reading{mark, text.value_or(QByteArray()), parsed(text, path)});
    }));
}

void AccountRegistry::take(const QByteArray &text,
                           base::Result<AccountsFile> file,
                           const FileMark &mark)
{
    m_mark = mark;
    if (!file)
        return setTrouble(std::move(file).error());
    m_file = *std::move(file);
    m_text = text;
    index();
    setTrouble(std::nullopt);
}

base::Task<> AccountRegistry::write(core::AccountId id, Edit edit)
{
    constexpr int mostTries = 3;
    const std::weak_ptr<int> alive = m_alive;
    const Turns::Turn turn = co_await m_turns.take();
    const base::Error gone{base::ErrorCode::Cancelled, Words::tr("Latchkey is ending."), {}, {}};
    for (int tries = 1;; ++tries) {
        if (alive.expired())
            co_return base::fail(gone);
        CO_TRY_VOID(prepare(edit));
        const QByteArray text = m_file->text();
        if (text == m_text)
            co_return {};
        m_writing = true;
        const QFuture<base::Result<FileMark>> work = QtConcurrent::run(
            [path = m_path, text, known = m_mark] { return replaced(path, text, known); });
        const base::Result<FileMark> written = co_await work;
        if (alive.expired())
            co_return base::fail(gone);
        m_writing = false;
        if (written) {
            m_mark = *written;
            m_text = text;
            look(); // what was told while it was being written was not looked at
            edited.announce(id);
            co_return {};
        }
        takeBack();
        if (written.error().code != base::ErrorCode::Conflict || tries == mostTries) {
            changed.announce(); // somebody may have seen it
            look();
            co_return base::fail(written.error());
        }
    }
}

//! Makes the change in what is known, on what the file says now.
base::Result<> AccountRegistry::prepare(const Edit &edit)
{
    if (FileMark::of(m_path) != m_mark || !m_file) {
        const QList<core::Account> before = all();
        TRY_VOID(read());
        if (all() != before)
            changed.announce();
    }
    if (m_trouble)
        return base::fail(*m_trouble);
    // Changed in place: a copy of ten thousand accounts would be felt.
    return edit(*m_file);
}

//! What is known is what is on the disk again.
void AccountRegistry::takeBack()
{
    m_file = *AccountsFile::open(m_text, m_path); // was read from this before
    index();
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
