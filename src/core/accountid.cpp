// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accountid.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

QString folded(const QString &text)
{
    QString word = text.simplified().toLower();
    word.replace(QLatin1Char(' '), QLatin1Char('-'));
    return word;
}

bool isWord(const QString &text)
{
    constexpr qsizetype longest = 64;
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    };
    return !text.isEmpty() && text.size() <= longest && isPlain(text.front())
           && std::all_of(text.cbegin(), text.cend(), [&](QChar c) {
                  return isPlain(c) || c == u'.' || c == u'_' || c == u'-';
              });
}

} // namespace

base::Result<AccountId> AccountId::parse(const QString &service, const QString &account)
{
    AccountId id{folded(service), folded(account)};
    for (const QString &word : {id.service, id.account}) {
        if (isWord(word))
            continue;
        return base::fail(
            base::ErrorCode::InvalidInput,
            word.isEmpty()
                ? QCoreApplication::translate("core", "An account needs a service and a name.")
                : QCoreApplication::translate("core", "‘%1’ cannot be a name.").arg(word),
            QCoreApplication::translate("core",
                                        "Use letters a–z, digits, dot, dash and underscore; begin "
                                        "with a letter or digit."));
    }
    return id;
}

base::Result<AccountId> AccountId::parse(const QString &joined)
{
    const qsizetype slash = joined.indexOf(QLatin1Char('/'));
    if (slash < 0) {
        return base::fail(
            base::ErrorCode::InvalidInput,
            QCoreApplication::translate("core", "‘%1’ does not name an account.").arg(joined),
            QCoreApplication::translate("core",
                                        "Write it as service/account, such as github/work."));
    }
    return parse(joined.left(slash), joined.mid(slash + 1));
}

} // namespace core
