// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consent.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace core {

Programs::~Programs() = default;
ConsentService::~ConsentService() = default;
Approvals::~Approvals() = default;

base::Task<ProgramPointer> Programs::vouch(ProgramPointer program)
{
    co_return std::move(program);
}

QByteArray Program::identity() const
{
    QCryptographicHash sum(QCryptographicHash::Sha256);
    const QStringList parts{
        executable, script, through, isAtTerminal ? QStringLiteral("terminal") : QString()};
    for (const QString &part : parts) {
        const QByteArray bytes = part.toUtf8();
        sum.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    }
    return sum.result().toHex();
}

QString nameOf(Wish wish)
{
    switch (wish) {
    case Wish::Use:
        return QStringLiteral("use");
    case Wish::Change:
        return QStringLiteral("change");
    case Wish::Remove:
        return QStringLiteral("remove");
    }
    Q_UNREACHABLE();
}

QString nameOf(ConsentSpan span)
{
    switch (span) {
    case ConsentSpan::Once:
        return QStringLiteral("once");
    case ConsentSpan::Session:
        return QStringLiteral("session");
    case ConsentSpan::Hours:
        return QStringLiteral("hours");
    case ConsentSpan::Always:
        return QStringLiteral("always");
    }
    Q_UNREACHABLE();
}

base::Result<ConsentSpan> consentSpanFrom(const QString &name)
{
    for (const ConsentSpan span :
         {ConsentSpan::Once, ConsentSpan::Session, ConsentSpan::Hours, ConsentSpan::Always}) {
        if (nameOf(span) == name)
            return span;
    }
    return base::fail(
        base::ErrorCode::InvalidInput,
        QCoreApplication::translate("core", "‘%1’ is not a span of consent.").arg(name),
        QCoreApplication::translate("core", "Say once, session, hours or always."));
}

} // namespace core
