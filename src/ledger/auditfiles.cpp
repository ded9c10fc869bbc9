// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/auditfiles.h"

#include "base/atomicfile.h"
#include "ledger/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

namespace ledger {

namespace {

using base::ErrorCode;

constexpr qint64 longestLine = 1024LL * 1024;

base::Error unreadable(const QFile &file)
{
    return {ErrorCode::Denied,
            Words::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()),
            Words::tr("Check who may read it."),
            {}};
}

base::Error broken(const QString &path, qint64 line, const QString &what)
{
    return {ErrorCode::Corrupt,
            QStringLiteral("%1:%2: %3").arg(QFileInfo(path).fileName()).arg(line).arg(what),
            Words::tr("Compare the file with a backup; what stands before that line is in order."),
            {}};
}

QByteArrayView withoutBreak(const QByteArray &line)
{
    return line.endsWith('\n') ? QByteArrayView(line).chopped(1) : QByteArrayView(line);
}

//! Where a reader of the lines behind \a after may begin; 0: perhaps in a file before this one.
base::Result<qint64> beginOf(const QString &path, qint64 after)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(unreadable(file));
    constexpr qint64 firstLook = 64LL * 1024;
    for (qint64 back = firstLook; back < file.size(); back *= 4) {
        file.seek(file.size() - back);
        file.readLine(longestLine); // the rest of one
        while (!file.atEnd()) {
            const qint64 begin = file.pos();
            const auto line = AuditLine::parse(withoutBreak(file.readLine(longestLine)));
            if (!line)
                continue;
            if (line->sequence <= after)
                return begin;
            break;
        }
    }
    return 0;
}

//! Follows the chain from line to line.
class Walk
{
public:
    explicit Walk(const ChainEnd &index)
        : m_index(index)
    {}

    [[nodiscard]] base::Result<> step(const QString &path, qint64 number, const QByteArray &text)
    {
        m_path = path;
        m_number = number;
        const auto line = AuditLine::parse(withoutBreak(text));
        if (!line || !text.endsWith('\n'))
            return base::fail(broken(path, number, Words::tr("this line was changed.")));
        if (m_count == 0) {
            m_first = {line->sequence - 1, line->previous};
            m_firstPath = path;
        } else if (line->sequence > m_end.sequence + 1) {
            return base::fail(
                broken(path, number, Words::tr("lines before this one are missing.")));
        } else if (line->sequence != m_end.sequence + 1 || line->previous != m_end.hash) {
            return base::fail(
                broken(path, number, Words::tr("this line does not follow the one before.")));
        }
        m_end = {line->sequence, line->hash};
        if (line->sequence == m_index.sequence && line->hash != m_index.hash)
            return base::fail(broken(path, number, Words::tr("this line was written anew.")));
        if (line->through > 0)
            m_trimmed.insert(line->through, line->throughHash);
        ++m_count;
        return {};
    }

    [[nodiscard]] base::Result<qint64> end() const
    {
        if (m_count == 0 && m_index.sequence > 0) {
            return base::fail(ErrorCode::Corrupt,
                              Words::tr("All lines of the record are missing."),
                              Words::tr("Put the audit files back from a backup."));
        }
        const bool fromTheStart = m_first == ChainEnd();
        const bool afterTrimming = m_trimmed.contains(m_first.sequence)
                                   && m_trimmed.value(m_first.sequence) == m_first.hash;
        if (m_count > 0 && !fromTheStart && !afterTrimming) {
            return base::fail(
                broken(m_firstPath, 1, Words::tr("lines before this one are missing.")));
        }
        if (m_end.sequence < m_index.sequence) {
            return base::fail(
                broken(m_path, m_number, Words::tr("lines behind this one are missing.")));
        }
        return m_count;
    }

private:
    ChainEnd m_index;
    ChainEnd m_first; //!< the end of what stood before the first line
    ChainEnd m_end;
    QString m_firstPath;
    QString m_path;
    qint64 m_number = 0;
    qint64 m_count = 0;
    QHash<qint64, QByteArray> m_trimmed;
};

} // namespace

QString auditFileName(const QDate &day)
{
    return QStringLiteral("audit-%1.jsonl").arg(day.toString(QStringLiteral("yyyy-MM")));
}

QStringList auditFiles(const QString &folder)
{
    QStringList paths;
    const auto names =
        QDir(folder).entryList({QStringLiteral("audit-*.jsonl")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (monthOf(name).isValid())
            paths.append(folder + QLatin1Char('/') + name);
    }
    return paths;
}

QDate monthOf(const QString &path)
{
    return QDate::fromString(QFileInfo(path).fileName().mid(6, 7) + QStringLiteral("-01"),
                             Qt::ISODate);
}

base::Result<QString> setHalfLineAside(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return base::fail(unreadable(file));
    const qint64 begin = qMax<qint64>(0, file.size() - longestLine);
    file.seek(begin);
    const QByteArray tail = file.readAll();
    if (tail.isEmpty() || tail.endsWith('\n'))
        return QString();
    const qsizetype keep = tail.lastIndexOf('\n') + 1;

    QString aside;
    for (int n = 1; aside.isEmpty() || QFileInfo::exists(aside); ++n)
        aside = QStringLiteral("%1.half-%2").arg(path).arg(n);
    TRY_VOID(base::writeAtomically(aside, QByteArrayView(tail).sliced(keep)));
    if (!file.resize(begin + keep))
        return base::fail(unreadable(file));
    return aside;
}

base::Result<ChainEnd> chainEndOf(const QStringList &files)
{
    for (auto path = files.crbegin(); path != files.crend(); ++path) {
        QFile file(*path);
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(unreadable(file));
        // The end is enough: a month may be large.
        const qint64 begin = qMax<qint64>(0, file.size() - longestLine);
        file.seek(begin);
        if (begin > 0)
            file.readLine(longestLine);
        QList<QByteArray> lines;
        while (!file.atEnd())
            lines.append(file.readLine(longestLine));
        for (qsizetype i = lines.size() - 1; i >= 0; --i) {
            const auto line = AuditLine::parse(withoutBreak(lines.at(i)));
            if (line)
                return ChainEnd{line->sequence + (lines.size() - 1 - i), line->hash};
        }
    }
    return ChainEnd();
}

base::Result<> eachLine(const QStringList &files,
                        qint64 after,
                        const std::function<base::Result<>(const AuditLine &)> &take)
{
    // Mostly it is about the last few lines, and a year may be large: from the end.
    qsizetype first = files.size();
    qint64 begin = 0;
    while (first > 0 && begin == 0) {
        TRY(begin, beginOf(files.at(--first), after));
    }
    for (const QString &path : files.mid(first)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(unreadable(file));
        file.seek(std::exchange(begin, 0));
        while (!file.atEnd()) {
            const QByteArray text = file.readLine(longestLine);
            const auto line = AuditLine::parse(withoutBreak(text));
            if (line && line->sequence > after)
                TRY_VOID(take(*line));
        }
    }
    return {};
}

base::Result<qint64> verifyChain(const QStringList &files,
                                 qint64 lastSize,
                                 const ChainEnd &index,
                                 std::stop_token stop)
{
    Walk walk(index);
    for (qsizetype i = 0; i < files.size(); ++i) {
        QFile file(files.at(i));
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(unreadable(file));
        const qint64 end = i == files.size() - 1 ? lastSize : file.size();
        qint64 number = 0;
        while (file.pos() < end && !file.atEnd()) {
            if (stop.stop_requested())
                return base::fail(ErrorCode::Cancelled, Words::tr("The check was stopped."));
            const QByteArray text = file.readLine(qMin(longestLine, end - file.pos() + 1));
            TRY_VOID(walk.step(files.at(i), ++number, text));
        }
    }
    return walk.end();
}

} // namespace ledger
