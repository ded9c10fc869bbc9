// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/consent/consentrule.h"

#include "agent/words.h"

#include <algorithm>
#include <vector>

namespace agent {

using base::ErrorCode;

namespace {

constexpr qsizetype longest = 4096; // of a rule; a path is never longer

base::Result<ConsentRule> refuse(const QString &what)
{
    return base::fail(ErrorCode::InvalidInput,
                      what,
                      Words::tr("A rule looks like \"allow /usr/bin/git github/*\"."));
}

//! The next word of \a text, taken off its front; in double quotes it may hold spaces. Nothing: a
//! quote is not closed, or something sticks to it.
std::optional<QString> takeWord(QStringView &text)
{
    text = text.trimmed();
    QString word;
    qsizetype i = 0;
    if (!text.startsWith(QLatin1Char('"'))) {
        while (i < text.size() && !text.at(i).isSpace())
            ++i;
        word = text.first(i).toString();
        text = text.sliced(i).trimmed();
        return word.contains(QLatin1Char('"')) ? std::nullopt : std::optional(word);
    }
    for (i = 1; i < text.size() && text.at(i) != QLatin1Char('"'); ++i) {
        if (text.at(i) == QLatin1Char('\\') && i + 1 < text.size())
            ++i;
        word += text.at(i);
    }
    if (i >= text.size() || (i + 1 < text.size() && !text.at(i + 1).isSpace()))
        return {};
    text = text.sliced(i + 1).trimmed();
    return word;
}

bool isAccountGlob(const QString &part)
{
    // What AccountId allows, and the two wildcards.
    return !part.isEmpty() && std::all_of(part.cbegin(), part.cend(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
               || (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
               || QStringLiteral("._-*?").contains(c);
    });
}

bool isProgramGlob(const QString &program)
{
    if (program == QLatin1String("*"))
        return true;
    return program.startsWith(QLatin1Char('/')) && program.size() > 1
           && !program.contains(QLatin1String("/../")) && !program.contains(QLatin1String("/./"))
           && !program.contains(QLatin1String("//")) && !program.contains(QChar(0));
}

base::Result<QList<core::Wish>> wishesFrom(const QString &words)
{
    const QList<core::Wish> all = {core::Wish::Use, core::Wish::Change, core::Wish::Remove};
    QList<core::Wish> wishes;
    for (const QString &word : words.split(QLatin1Char(','))) {
        const auto named = std::find_if(all.cbegin(), all.cend(), [&word](core::Wish wish) {
            return core::nameOf(wish) == word;
        });
        if (word == QLatin1String("everything"))
            wishes = all;
        else if (named == all.cend())
            return base::fail(ErrorCode::InvalidInput,
                              Words::tr("‘%1’ is nothing a program can want.").arg(word),
                              Words::tr("Say use, change, remove or everything."));
        else if (!wishes.contains(*named))
            wishes += *named;
    }
    std::sort(wishes.begin(), wishes.end());
    return wishes;
}

} // namespace

base::Result<ConsentRule> ConsentRule::parse(const QString &text, const QString &home)
{
    if (text.size() > longest)
        return refuse(Words::tr("The rule is too long."));
    QStringView rest(text);
    ConsentRule rule;
    const QString verb = takeWord(rest).value_or(QString());
    rule.allows = verb == QLatin1String("allow");
    if (!rule.allows && verb != QLatin1String("deny"))
        return refuse(Words::tr("A rule begins with ‘allow’ or ‘deny’."));

    rule.program = takeWord(rest).value_or(QString());
    if (rule.program.startsWith(QLatin1String("~/")) && home.startsWith(QLatin1Char('/')))
        rule.program.replace(0, 1, home);
    if (!isProgramGlob(rule.program)) {
        return refuse(Words::tr("A rule names its program by the whole path, or * for any."));
    }
    const QString joined = takeWord(rest).value_or(QString());
    rule.service = joined.section(QLatin1Char('/'), 0, 0);
    rule.account = joined.section(QLatin1Char('/'), 1);
    if (!isAccountGlob(rule.service) || !isAccountGlob(rule.account))
        return refuse(
            Words::tr("A rule names its account as SERVICE/ACCOUNT, * standing for any."));

    if (rest.isEmpty()) {
        rule.wishes = rule.allows ? QList{core::Wish::Use}
                                  : QList{core::Wish::Use, core::Wish::Change, core::Wish::Remove};
        return rule;
    }
    const QString preposition = takeWord(rest).value_or(QString());
    const QString words = takeWord(rest).value_or(QString());
    if (preposition != QLatin1String("for") || words.isEmpty() || !rest.isEmpty())
        return refuse(
            Words::tr("After the account only ‘for’ and what the program wants may follow."));
    TRY(rule.wishes, wishesFrom(words));
    return rule;
}

bool ConsentRule::matches(const core::Program &asking,
                          const core::AccountId &id,
                          core::Wish wish) const
{
    if (!wishes.contains(wish) || !matchesGlob(service, id.service)
        || !matchesGlob(account, id.account))
        return false;
    // What begins so is no account but our own keeping (a provider's client secret): an allow has
    // to say it, "github/*" does not.
    const auto isOwn = [](const QString &glob, const QString &name) {
        return name.startsWith(QLatin1Char('_')) && !glob.startsWith(QLatin1Char('_'));
    };
    if (allows && (isOwn(service, id.service) || isOwn(account, id.account)))
        return false;
    if (program == QLatin1String("*"))
        return true;
    if (!allows)
        return matchesGlob(program, asking.executable) || matchesGlob(program, asking.script);
    // The path is all that an allow goes by: it must be that path's file which runs, and an
    // interpreter is only as trustworthy as what it was handed.
    if (!asking.isAtPath || asking.isOpaque)
        return false;
    return matchesGlob(program, asking.script.isEmpty() ? asking.executable : asking.script);
}

QString ConsentRule::toString() const
{
    QString path = program;
    const bool isPlain = std::none_of(path.cbegin(), path.cend(), [](QChar c) {
        return c.isSpace() || c == QLatin1Char('"') || c == QLatin1Char('\\');
    });
    if (!isPlain) {
        path.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
        path.replace(QLatin1Char('"'), QLatin1String("\\\""));
        path = QLatin1Char('"') + path + QLatin1Char('"');
    }
    QStringList wanted;
    for (const core::Wish wish : wishes)
        wanted += core::nameOf(wish);
    return QStringLiteral("%1 %2 %3/%4 for %5")
        .arg(allows ? QStringLiteral("allow") : QStringLiteral("deny"),
             path,
             service,
             account,
             wanted.join(QLatin1Char(',')));
}

bool matchesGlob(const QString &glob, const QString &text)
{
    // reached[i]: the glob so far can have taken the first i characters.
    const auto length = static_cast<std::size_t>(text.size());
    std::vector<bool> reached(length + 1, false);
    reached[0] = true;
    const auto isSlash = [&text](std::size_t i) {
        return text.at(static_cast<qsizetype>(i)) == QLatin1Char('/');
    };
    for (qsizetype g = 0; g < glob.size(); ++g) {
        const QChar c = glob.at(g);
        if (c == QLatin1Char('*')) {
            const bool isDeep = g + 1 < glob.size() && glob.at(g + 1) == QLatin1Char('*');
            g += isDeep ? 1 : 0;
            for (std::size_t i = 0; i < length; ++i) {
                if (reached[i] && (isDeep || !isSlash(i)))
                    reached[i + 1] = true;
            }
            continue;
        }
        for (std::size_t i = length; i > 0; --i) {
            const QChar t = text.at(static_cast<qsizetype>(i - 1));
            reached[i] = reached[i - 1] && (c == QLatin1Char('?') ? t != QLatin1Char('/') : t == c);
        }
        reached[0] = false;
    }
    return reached[length];
}

} // namespace agent
