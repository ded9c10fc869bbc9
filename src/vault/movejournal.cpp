// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/movejournal.h"

#include "base/atomicfile.h"
#include "vault/words.h"

#include <QFile>

namespace vault {

namespace {

const QString firstLine = QStringLiteral("latchkey-move 1");

std::optional<core::StoreKind> kindFrom(const QString &name)
{
    for (const auto kind : {core::StoreKind::Keyring, core::StoreKind::AgeFile}) {
        if (core::nameOf(kind) == name)
            return kind;
    }
    return std::nullopt;
}

std::optional<MoveJournal> parsed(const QString &text)
{
    QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lines.size() < 4 || lines.at(0) != firstLine)
        return std::nullopt;
    const auto from = kindFrom(lines.at(1));
    const auto to = kindFrom(lines.at(2));
    const bool isDecided = lines.at(3) == QLatin1String("decided");
    if (!from || !to || (!isDecided && lines.at(3) != QLatin1String("copying")))
        return std::nullopt;
    const auto step = isDecided ? MoveJournal::Step::Decided : MoveJournal::Step::Copying;
    return MoveJournal{*from, *to, step, lines.sliced(4)};
}

} // namespace

base::Result<std::optional<MoveJournal>> MoveJournal::read(const QString &path)
{
    const auto text = base::readFile(path);
    if (!text && text.error().code == base::ErrorCode::NotFound)
        return std::optional<MoveJournal>();
    if (!text)
        return base::fail(text.error());
    auto journal = parsed(QString::fromUtf8(*text));
    if (!journal) {
        return base::fail(base::ErrorCode::Corrupt,
                          Words::tr("%1 is damaged.").arg(path),
                          Words::tr("Remove it; old copies of secrets may stay where they were."));
    }
    return journal;
}

base::Result<> MoveJournal::write(const QString &path) const
{
    QStringList lines = {firstLine, core::nameOf(from), core::nameOf(to)};
    lines.append(step == Step::Decided ? QStringLiteral("decided") : QStringLiteral("copying"));
    lines += entries;
    const QByteArray text = lines.join(QLatin1Char('\n')).toUtf8() + '\n';
    return base::writeAtomically(path, text);
}

base::Result<> MoveJournal::remove(const QString &path)
{
    if (QFile::exists(path) && !QFile::remove(path)) {
        return base::fail(base::ErrorCode::Denied,
                          Words::tr("%1 cannot be removed.").arg(path),
                          Words::tr("Check who may write into that folder."));
    }
    return {};
}

} // namespace vault
