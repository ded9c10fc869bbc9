// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/programs/packagebook.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMutexLocker>

namespace agent {

namespace {

constexpr qsizetype mostKnown = 500;

//! Where folders were moved below /usr, packages still name the old ones.
QList<QByteArray> namesOf(const QString &path)
{
    QList<QByteArray> names{QFile::encodeName(path)};
    for (const char *folder : {"/usr/bin/", "/usr/sbin/", "/usr/lib/", "/usr/lib64/"}) {
        if (names.first().startsWith(folder))
            names += names.first().sliced(4);
    }
    return names;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool hasLine(const QByteArray &text, const QByteArray &line)
{
    for (qsizetype at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1)) {
        const qsizetype end = at + line.size();
        if ((at == 0 || text.at(at - 1) == '\n') && (end == text.size() || text.at(end) == '\n'))
            return true;
    }
    return false;
}

} // namespace

PackageBook::PackageBook(QString folder)
    : m_folder(std::move(folder))
{}

PackageBook::Entry PackageBook::find(const QString &path, const Descriptor &file)
{
    const auto database = stampOf(m_folder + QStringLiteral("/status"));
    const auto stamp = stampOf(file);
    if (!database || !stamp)
        return {};
    {
        const QMutexLocker locked(&m_mutex);
        const auto known = m_known.constFind(path);
        if (known != m_known.cend() && known->file == *stamp && known->database == *database)
            return known->entry;
    }
    const Entry entry = lookUp(path, file);
    const QMutexLocker locked(&m_mutex);
    if (m_known.size() >= mostKnown)
        m_known.clear();
    m_known.insert(path, {*stamp, *database, entry});
    return entry;
}

PackageBook::Entry PackageBook::lookUp(const QString &path, const Descriptor &file) const
{
    const QList<QByteArray> names = namesOf(path);
    const QString lists = m_folder + QStringLiteral("/info");
    QDirIterator each(lists, {QStringLiteral("*.list")}, QDir::Files);
    while (each.hasNext()) {
        const QByteArray list = contentOf(each.next());
        for (const QByteArray &name : names) {
            if (!hasLine(list, name))
                continue;
            const QString package = each.fileName().chopped(5);
            Entry entry;
            entry.package =
                package.section(QLatin1Char(':'), 0, 0) + QLatin1Char(' ') + versionOf(package);
            const QByteArray sums =
                contentOf(lists + QLatin1Char('/') + package + QStringLiteral(".md5sums"));
            // MD5 is dpkg's choice. It is enough to see that a file is another one: to make a
            // second file for a given sum is out of reach, and the sums are root's.
            const QByteArray line = digestOf(file, QCryptographicHash::Md5) + "  " + name.sliced(1);
            entry.backing =
                hasLine(sums, line) ? core::Backing::Package : core::Backing::ChangedPackage;
            return entry;
        }
    }
    return {};
}

QString PackageBook::versionOf(const QString &package) const
{
    const QByteArray status = contentOf(m_folder + QStringLiteral("/status"));
    const QByteArray head = "Package: " + package.section(QLatin1Char(':'), 0, 0).toUtf8() + '\n';
    qsizetype at = status.indexOf(head);
    while (at > 0 && status.at(at - 1) != '\n')
        at = status.indexOf(head, at + 1);
    if (at < 0)
        return {};
    const qsizetype end = status.indexOf("\n\n", at);
    const qsizetype field = status.indexOf("\nVersion: ", at);
    if (field < 0 || (end >= 0 && field > end))
        return {};
    const qsizetype from = field + 10;
    QString version = QString::fromUtf8(status.sliced(from, status.indexOf('\n', from) - from));
    // "1:2.39.5-0+deb12u2": the epoch and the packager's own number say nothing to people.
    version = version.section(QLatin1Char(':'), -1);
    return version.contains(QLatin1Char('-')) ? version.section(QLatin1Char('-'), 0, -2) : version;
}

} // namespace agent
