// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetree.h"

#include <QDirIterator>
#include <QFile>

#include <utility>

namespace {

constexpr auto root = SOURCE_ROOT "/";

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

//! Where the literal or comment that begins at \a from ends; \a from itself where none begins.
qsizetype endOfOpaque(const QString &text, qsizetype from)
{
    const auto upTo = [&](const QString &mark, qsizetype begin) {
        const qsizetype end = text.indexOf(mark, begin);
        return end < 0 ? text.size() : end + mark.size();
    };
    const QStringView rest = QStringView(text).mid(from);
    if (rest.startsWith(u"//"))
        return upTo(QStringLiteral("\n"), from) - 1;
    if (rest.startsWith(u"/*"))
        return upTo(QStringLiteral("*/"), from + 2);
    if (rest.startsWith(u"R\"")) {
        const qsizetype open = text.indexOf(u'(', from);
        if (open < 0)
            return text.size();
        return upTo(u')' + text.mid(from + 2, open - from - 2) + u'"', open);
    }
    const QChar quote = text[from];
    if (quote != u'"' && quote != u'\'')
        return from;
    if (quote == u'\'' && from > 0 && isWord(text[from - 1]) && text[from - 1].isDigit())
        return from; // 10'000
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == quote || text[i] == u'\n')
            return i + 1;
    }
    return text.size();
}

} // namespace

QString SourceFile::at(qsizetype offset) const
{
    return QStringLiteral("%1:%2").arg(path).arg(text.left(offset).count(u'\n') + 1);
}

QStringList SourceFile::places(const QRegularExpression &pattern, const QString &where) const
{
    QStringList found;
    for (auto match = pattern.globalMatch(where); match.hasNext();) {
        const auto hit = match.next();
        found +=
            at(hit.capturedStart()) + QStringLiteral("  ") + hit.captured().simplified().left(80);
    }
    return found;
}

QString codeOf(const QString &text)
{
    QString code = text;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype end = endOfOpaque(text, i);
        if (end <= i) {
            ++i;
            continue;
        }
        const bool literal = text[i] != u'/';
        const qsizetype inset = literal ? 1 : 0;
        for (qsizetype k = i + inset; k < end - inset; ++k) {
            if (text[k] != u'\n')
                code[k] = u' ';
        }
        i = end;
    }
    return code;
}

QList<SourceFile> sourceFiles(const QStringList &folders, const QStringList &suffixes)
{
    QStringList names;
    for (const QString &suffix : suffixes)
        names += QStringLiteral("*.") + suffix;
    QList<SourceFile> found;
    for (const QString &folder : folders) {
        QDirIterator files(
            QString::fromUtf8(root) + folder, names, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString full = files.next();
            if (full.contains(QStringLiteral("/node_modules/")))
                continue;
            SourceFile file{full.mid(QString::fromUtf8(root).size()), read(full), {}};
            file.code = codeOf(file.text);
            found += std::move(file);
        }
    }
    return found;
}

QStringList forgettableTasks(const SourceFile &file, const QString &header)
{
    QStringList found;
    const QString keyword = QStringLiteral("Task<");
    for (qsizetype at = file.code.indexOf(keyword); at >= 0;
         at = file.code.indexOf(keyword, at + 1)) {
        if (at > 0 && isWord(file.code[at - 1]))
            continue;
        // A bare QCoro::Task carries no result: it runs by itself.
        if (file.code.left(at).endsWith(QStringLiteral("QCoro::")))
            continue;
        qsizetype end = at + keyword.size();
        for (int depth = 1; depth > 0 && end < file.code.size(); ++end) {
            if (file.code[end] == u'<')
                ++depth;
            else if (file.code[end] == u'>')
                --depth;
        }
        // A declaration goes on with a bare name and its parameters: "Task<int> answer(".
        static const QRegularExpression declarator(QStringLiteral("\\A\\s+(\\w+\\()"));
        const auto declared = declarator.match(file.code.mid(end, 200));
        if (!declared.hasMatch() || header.contains(u' ' + declared.captured(1)))
            continue;
        qsizetype begin = at;
        while (begin > 0 && !QStringLiteral(";{}").contains(file.code[begin - 1]))
            --begin;
        if (!file.code.mid(begin, at - begin).contains(QStringLiteral("[[nodiscard]]")))
            found += file.at(at);
    }
    return found;
}

QStringList unnamedAwaits(const SourceFile &file)
{
    QStringList found;
    static const QRegularExpression await(QStringLiteral("\\bco_await\\b"));
    for (auto match = await.globalMatch(file.code); match.hasNext();) {
        const qsizetype at = match.next().capturedStart();
        int depth = 0;
        for (qsizetype i = at; i < file.code.size() && depth >= 0 && file.code[i] != u';'; ++i) {
            const QChar c = file.code[i];
            if (c == u'(')
                ++depth;
            else if (c == u')')
                --depth;
            else if (c == u'{' && depth == 0)
                break; // the body of an if
            else if (depth > 0 && c == u'['
                     && (isWord(file.code[i - 1]) || file.code[i - 1] == u']'))
                continue; // an index
            else if (depth > 0 && (c == u'{' || c == u'[')) {
                found += file.at(at);
                break;
            }
        }
    }
    return found;
}

QHash<QString, QSet<QString>> housePlan(const QString &planFile)
{
    QHash<QString, QSet<QString>> plan;
    const QStringList lines = read(planFile).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList uses = line.section(u':', 1).split(u' ', Qt::SkipEmptyParts);
        plan.insert(line.section(u':', 0, 0), QSet<QString>(uses.cbegin(), uses.cend()));
    }
    // What a room uses, the rooms above it may use too.
    for (bool grew = true; std::exchange(grew, false);) {
        for (auto room = plan.begin(); room != plan.end(); ++room) {
            const QSet<QString> direct = *room;
            for (const QString &used : direct) {
                const qsizetype before = room->size();
                room->unite(plan.value(used));
                grew = grew || room->size() != before;
            }
        }
    }
    return plan;
}
