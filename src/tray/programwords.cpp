// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/programwords.h"

#include "tray/phrases.h"

#include <QDir>
#include <QHash>

namespace tray {

namespace {

constexpr int longestName = 48;

QHash<QString, QString> knownPrograms()
{
    struct Family
    {
        const char *icon;
        const char *names;
    };
    // No trademarks: a program is known by what it does.
    constexpr Family families[]{
        {"git-branch", "git gh glab hg svn jj tig lazygit gitk"},
        {"code",
         "code codium vim nvim emacs idea pycharm clion zed kate node npm npx yarn pnpm python "
         "python3 ruby perl java cargo go make cmake ninja"},
        {"container", "docker podman buildah skopeo kubectl helm k9s nerdctl"},
        {"cloud", "aws gcloud az terraform tofu pulumi ansible s3cmd rclone doctl"},
        {"globe", "curl wget http xh firefox chromium chrome"},
        {"mail", "thunderbird mutt neomutt aerc msmtp fetchmail mbsync offlineimap"},
        {"file-key", "sops age vals gpg"},
    };
    QHash<QString, QString> icons;
    for (const Family &family : families) {
        const QStringList names = QString::fromLatin1(family.names).split(QLatin1Char(' '));
        for (const QString &name : names)
            icons.insert(name, QString::fromLatin1(family.icon));
    }
    return icons;
}

QString serviceOf(const core::ConsentQuestion &question,
                  const std::optional<core::AccountView> &account)
{
    return account ? Phrases::service(*account) : question.account.service;
}

//! What an account that is no account opens.
enum class Door { Account, SopsKey, Values };

Door doorOf(const core::AccountId &id)
{
    if (id.service == QLatin1String("sops"))
        return Door::SopsKey;
    return id.service == QLatin1String("references") ? Door::Values : Door::Account;
}

bool isEnvironment(const core::AccountId &id)
{
    return doorOf(id) == Door::Values && id.account == QLatin1String("env");
}

} // namespace

QString ProgramWords::icon(const QString &program)
{
    static const QHash<QString, QString> known = knownPrograms();
    const QString name = program.toLower();
    const auto whole = known.constFind(name);
    if (whole != known.constEnd())
        return *whole;
    // "git-remote-https", "python3.11", "VS Code"
    for (const QChar edge : {QLatin1Char('-'), QLatin1Char('.')}) {
        const auto first = known.constFind(name.section(edge, 0, 0));
        if (first != known.constEnd() && !name.endsWith(QLatin1String(".sh")))
            return *first;
    }
    const auto last = known.constFind(name.section(QLatin1Char(' '), -1));
    return last != known.constEnd() ? *last : QStringLiteral("terminal");
}

QString ProgramWords::name(const core::ConsentQuestion &question)
{
    if (!question.program)
        return tr("A program");
    const QString name = plain(question.program->name);
    if (!name.isEmpty()) {
        // Whose account it is must stay in sight.
        return name.size() <= longestName
                   ? name
                   : name.left(longestName / 2) + QChar(0x2026) + name.right(longestName / 2 - 1);
    }
    return question.program->peer.pid > 0 ? tr("Process %1").arg(question.program->peer.pid)
                                          : tr("A program");
}

QString ProgramWords::asks(const core::ConsentQuestion &question)
{
    const QString account = question.account.joined();
    switch (question.wish) {
    case core::Wish::Use:
        return tr("%1 asks for %2…").arg(name(question), account);
    case core::Wish::Change:
        return tr("%1 asks to change %2…").arg(name(question), account);
    case core::Wish::Remove:
        return tr("%1 asks to remove %2…").arg(name(question), account);
    }
    Q_UNREACHABLE();
}

QString ProgramWords::wants(const core::ConsentQuestion &question)
{
    const QString account = question.account.joined();
    switch (question.wish) {
    case core::Wish::Use:
        return tr("%1 wants %2").arg(name(question), account);
    case core::Wish::Change:
        return tr("%1 wants to change %2").arg(name(question), account);
    case core::Wish::Remove:
        return tr("%1 wants to remove %2").arg(name(question), account);
    }
    Q_UNREACHABLE();
}

QString ProgramWords::wish(const core::ConsentQuestion &question,
                           const std::optional<core::AccountView> &account)
{
    if (question.wish != core::Wish::Use)
        return wants(question);
    if (!account && doorOf(question.account) == Door::SopsKey)
        return tr("%1 wants to open a SOPS file").arg(name(question));
    if (!account && isEnvironment(question.account))
        return tr("%1 wants a value of Latchkey’s environment").arg(name(question));
    if (!account && doorOf(question.account) == Door::Values)
        return tr("%1 wants values from %2").arg(name(question), question.account.account);
    const bool isKey = account && account->account.kind == core::AccountKind::ApiKey;
    return (isKey ? tr("%1 wants the key of %2") : tr("%1 wants the token of %2"))
        .arg(name(question), question.account.joined());
}

QString ProgramWords::consequence(const core::ConsentQuestion &question,
                                  const std::optional<core::AccountView> &account)
{
    const QString service = serviceOf(question, account);
    switch (question.wish) {
    case core::Wish::Use:
        if (!account && doorOf(question.account) == Door::SopsKey)
            return tr("It can then read what is encrypted for your age key.");
        if (!account && isEnvironment(question.account))
            return tr("It can then read the variables that Latchkey was started with.");
        if (!account && doorOf(question.account) == Door::Values)
            return tr("It can then read there what you can read.");
        if (account && !account->account.identity.isEmpty())
            return tr("It can then act as %1 on %2.").arg(account->account.identity, service);
        return tr("It can then act for you on %1.").arg(service);
    case core::Wish::Change:
        return tr("It then puts another key or sign-in in the place of this one. Every program "
                  "that asks later gets the new one.");
    case core::Wish::Remove:
        return tr("Its token is ended at %1 and deleted here. This cannot be taken back.")
            .arg(service);
    }
    Q_UNREACHABLE();
}

QString ProgramWords::plain(QString text)
{
    for (QChar &letter : text) {
        const auto category = letter.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
            letter = QChar::ReplacementCharacter;
    }
    return text;
}

QString ProgramWords::path(const QString &told)
{
    const QString path = plain(told);
    const QString home = QDir::homePath();
    if (path == home)
        return QStringLiteral("~");
    if (home.size() > 1 && path.startsWith(home + QLatin1Char('/')))
        return QLatin1Char('~') + path.mid(home.size());
    return path;
}

} // namespace tray
