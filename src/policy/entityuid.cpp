// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/entityuid.h"

#include "policy/language/literal.h"
#include "policy/language/tokenreader.h"
#include "policy/words.h"

#include <QStringList>

namespace policy {

base::Result<EntityUid> parseEntityUid(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    const QString name = Words::tr("entity");
    TRY(const std::vector<Token> tokens,
        tokenize({utf8.constData(), std::size_t(utf8.size())}, name));
    TokenReader reader(tokens, name);
    TRY(const Uid uid, reader.uid());
    if (!reader.atEnd())
        return reader.unexpectedHere(Words::tr("the end"));
    return EntityUid{QString::fromStdString(uid.type), QString::fromStdString(uid.id)};
}

QString toText(const EntityUid &uid)
{
    QString text = uid.type + QStringLiteral("::\"");
    text.reserve(text.size() + uid.id.size() + 1);
    for (const QChar c : uid.id) {
        if (c == u'"' || c == u'\\')
            text += u'\\';
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            text += QStringLiteral("\\u{%1}").arg(c.unicode(), 0, 16);
        else
            text += c;
    }
    return text + u'"';
}

bool isTypeName(QStringView type)
{
    const auto parts = type.split(QStringLiteral("::"));
    for (const QStringView part : parts) {
        if (part.isEmpty() || (part[0] >= u'0' && part[0] <= u'9')
            || isReserved(part.toUtf8().toStdString()))
            return false;
        for (const QChar c : part) {
            const char16_t u = c.unicode();
            const bool isWord = (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z')
                                || (u >= u'0' && u <= u'9') || u == u'_';
            if (!isWord)
                return false;
        }
    }
    return true;
}

} // namespace policy
