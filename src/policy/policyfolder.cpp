// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyfolder.h"

#include "policy/language/parser.h"
#include "policy/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QTimer>

using namespace std::chrono_literals;

//! A library that is linked in has its resources registered by hand, outside of a namespace.
static void initPolicies()
{
    Q_INIT_RESOURCE(policies);
}

namespace policy {

namespace {

//! Editors write in several steps; the folder is read when they are through.
constexpr auto quietTime = 500ms;
constexpr qsizetype mostFiles = 500;
constexpr qint64 largestEntitiesFile = 64 * 1024 * 1024;

base::Result<QByteArray> readFile(const QString &path, const QString &name, qint64 largest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::NotFound,
                          Words::tr("%1 cannot be read: %2").arg(name, file.errorString()));
#ifdef Q_OS_UNIX
    // Whoever may write it decides who is an administrator.
    if (file.permissions() & QFile::WriteOther)
        return base::fail(base::ErrorCode::Denied,
                          Words::tr("%1 may be changed by everybody on this computer").arg(name),
                          Words::tr("Take that right away: chmod o-w \"%1\"").arg(path));
#endif
    QByteArray bytes = file.read(largest + 1);
    if (bytes.size() > largest)
        return base::fail(
            base::ErrorCode::InvalidInput,
            Words::tr("%1 is larger than %2 MiB").arg(name).arg(largest / 1024 / 1024));
    return bytes;
}

} // namespace

struct PolicyFolder::Watch
{
    QString folder;
    PolicyText builtIn;
    PolicySet policies;
    EntityStore entities;
    QStringList filesInForce;
    bool hasBeenRead = false;
    std::optional<base::Error> trouble;
    QFileSystemWatcher watcher;
    QTimer quiet;

    [[nodiscard]] QStringList policyFiles() const
    {
        return QDir(folder).entryList({QStringLiteral("*.cedar")}, QDir::Files, QDir::Name);
    }

    [[nodiscard]] base::Result<QList<PolicyText>> texts() const
    {
        // Not to be seen is not the same as empty: the built-in policies do not stand in for it.
        const QFileInfo place(folder);
        if (place.exists() && !(place.isDir() && place.isReadable()))
            return base::fail(base::ErrorCode::NotFound,
                              Words::tr("%1 cannot be read").arg(folder));
        const QStringList names = policyFiles();
        if (names.size() > mostFiles)
            return base::fail(base::ErrorCode::InvalidInput,
                              Words::tr("%1 has more than 500 policy files").arg(folder));
        QList<PolicyText> texts;
        for (const QString &name : names) {
            TRY(const QByteArray text,
                readFile(QDir(folder).filePath(name), name, qint64(largestPolicyText)));
            texts.append({name, text});
        }
        if (texts.isEmpty() && !builtIn.text.isEmpty())
            texts.append(builtIn);
        return texts;
    }

    [[nodiscard]] base::Result<> read()
    {
        TRY(const QList<PolicyText> files, texts());
        TRY(const PolicySet newPolicies, PolicySet::parse(files));
        const QString name = QStringLiteral("entities.json");
        const QString path = QDir(folder).filePath(name);
        EntityStore newEntities;
        if (QFile::exists(path)) {
            TRY(const QByteArray json, readFile(path, name, largestEntitiesFile));
            TRY(newEntities, EntityStore::parse(json, name));
        }
        policies = newPolicies;
        entities = newEntities;
        filesInForce = policyFiles();
        hasBeenRead = true;
        return {};
    }

    //! A file that was replaced is no longer watched, and a new one is not yet.
    void watchAll()
    {
        QStringList paths{folder};
        for (const QString &name : policyFiles() + QStringList{QStringLiteral("entities.json")})
            paths += QDir(folder).filePath(name);
        const QStringList watched = watcher.files() + watcher.directories();
        for (const QString &path : paths) {
            if (QFile::exists(path) && !watched.contains(path))
                watcher.addPath(path);
        }
    }
};

PolicyFolder::PolicyFolder(QString folder, PolicyText builtIn)
    : m_watch(std::make_unique<Watch>())
{
    m_watch->folder = std::move(folder);
    m_watch->builtIn = std::move(builtIn);
    m_watch->quiet.setSingleShot(true);
    m_watch->quiet.setInterval(quietTime);
    const auto wait = [this] { m_watch->quiet.start(); };
    QObject::connect(
        &m_watch->watcher, &QFileSystemWatcher::directoryChanged, &m_watch->quiet, wait);
    QObject::connect(&m_watch->watcher, &QFileSystemWatcher::fileChanged, &m_watch->quiet, wait);
    // The outcome is kept as trouble() and announced.
    QObject::connect(&m_watch->quiet, &QTimer::timeout, &m_watch->quiet, [this] {
        static_cast<void>(reload());
    });
    m_watch->watchAll();
}

PolicyFolder::~PolicyFolder() = default;

base::Result<> PolicyFolder::reload()
{
    m_watch->watchAll();
    const auto done = m_watch->read();
    const auto before = m_watch->trouble;
    m_watch->trouble = done ? std::nullopt : std::optional(done.error());
    if (m_watch->trouble != before)
        troubleChanged.announce();
    if (done)
        changed.announce();
    return done;
}

PolicySet PolicyFolder::policies() const
{
    return m_watch->policies;
}

EntityStore PolicyFolder::entities() const
{
    return m_watch->entities;
}

bool PolicyFolder::hasBeenRead() const
{
    return m_watch->hasBeenRead;
}

std::optional<base::Error> PolicyFolder::trouble() const
{
    return m_watch->trouble;
}

QStringList PolicyFolder::files() const
{
    return m_watch->filesInForce;
}

QString PolicyFolder::folder() const
{
    return m_watch->folder;
}

PolicyText defaultPolicies()
{
    initPolicies();
    QFile file(QStringLiteral(":/latchkey/policy/default.cedar"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen); // it is linked into this room
    Q_UNUSED(isOpen)
    return {QStringLiteral("default.cedar"), file.readAll()};
}

} // namespace policy
