// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/accountsfile.h"

#include "base/tomleditor.h"
#include "base/tomlscan.h"

#include <algorithm>
#include <chrono>

namespace vault {

namespace {

using base::TomlEditor;
using base::tomlLiteral;

const QString list = QStringLiteral("accounts");

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

QString spanText(std::chrono::seconds span)
{
    using namespace std::chrono;
    const auto in = [span](seconds unit, const char *letter) {
        return QString::number(span / unit) + QLatin1String(letter);
    };
    if (span % hours(24) == seconds(0) && span > hours(24))
        return in(hours(24), "d");
    if (span % hours(1) == seconds(0))
        return in(hours(1), "h");
    if (span % minutes(1) == seconds(0))
        return in(minutes(1), "m");
    return in(seconds(1), "s");
}

QString literalOf(const QString &text)
{
    return text.isEmpty() ? QString() : tomlLiteral(text);
}

QString literalOf(const QStringList &texts)
{
    return texts.isEmpty() ? QString() : tomlLiteral(texts);
}

QString literalOf(const QDateTime &time)
{
    return time.isValid() ? tomlLiteral(time.toUTC()) : QString();
}

QString literalOf(const QList<std::chrono::seconds> &spans)
{
    QStringList texts;
    for (const auto span : spans)
        texts.append(spanText(span));
    return literalOf(texts);
}

//! Key and literal of everything but the id, in the order of writing. An empty literal: no value.
QList<QPair<QString, QString>> valuesOf(const core::Account &account)
{
    return {{s("kind"), tomlLiteral(core::nameOf(account.kind))},
            {s("provider"), literalOf(account.provider)},
            {s("identity"), literalOf(account.identity)},
            {s("scopes"), literalOf(account.scopes)},
            {s("labels"), literalOf(account.labels)},
            {s("created"), literalOf(account.created)},
            {s("expires"), literalOf(account.expires)},
            {s("warn_before"), literalOf(account.warnBefore)},
            {s("consent"),
             literalOf(account.consent == core::ConsentPolicy::Default
                           ? QString()
                           : core::nameOf(account.consent))}};
}

//! Writes what differs, and nothing else.
base::Result<> writeChanges(TomlEditor &editor,
                            qsizetype block,
                            const core::Account &before,
                            const core::Account &after)
{
    const auto old = valuesOf(before);
    const auto fresh = valuesOf(after);
    for (qsizetype i = 0; i < fresh.size(); ++i) {
        const auto &[key, literal] = fresh.at(i);
        if (literal == old.at(i).second)
            continue;
        if (key == QLatin1String("created")) // Sigilforge's name for it must not win
            TRY_VOID(editor.removeIn(list, block, s("created_at")));
        if (literal.isEmpty())
            TRY_VOID(editor.removeIn(list, block, key));
        else
            TRY_VOID(editor.setIn(list, block, key, literal));
    }
    return {};
}

} // namespace

base::Result<AccountsFile> AccountsFile::open(const QByteArray &text, const QString &fileName)
{
    AccountsFile file;
    file.m_fileName = fileName;
    TRY(file.m_accounts, parseAccounts(text, fileName));
    if (!file.split(text)) {
        file.m_whole = true;
        file.m_parts = {{text, false}};
    }
    return file;
}

//! False when the accounts are not all [[accounts]] blocks of their own.
bool AccountsFile::split(const QByteArray &text)
{
    qsizetype begin = 0;
    Part part;
    qsizetype found = 0;
    const auto close = [&](qsizetype end) {
        part.text = text.mid(begin, end - begin);
        if (!part.text.isEmpty())
            m_parts.push_back(part);
        begin = end;
    };
    for (const auto &section : base::tomlscan::sectionsOf(text)) {
        const bool isInside = !section.path.isEmpty() && section.path.first().name == list;
        const bool isBlock = isInside && section.isBlock && section.path.size() == 1;
        if (isInside && !isBlock) {
            if (!part.isAccount)
                return false; // a sub-table far from its account
            continue;
        }
        close(section.lineBegin);
        part.isAccount = isBlock;
        found += isBlock ? 1 : 0;
    }
    close(text.size());
    return found == m_accounts.size();
}

QByteArray AccountsFile::text() const
{
    qsizetype size = 0;
    for (const Part &part : m_parts)
        size += part.text.size();
    QByteArray text;
    text.reserve(size);
    for (const Part &part : m_parts)
        text += part.text;
    return text;
}

size_t AccountsFile::partOf(qsizetype index) const
{
    for (size_t i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i].isAccount && index-- == 0)
            return i;
    }
    Q_UNREACHABLE();
    return 0;
}

base::Result<> AccountsFile::append(const core::Account &account)
{
    QList<QPair<QString, QString>> values = {{s("service"), tomlLiteral(account.id.service)},
                                             {s("account"), tomlLiteral(account.id.account)}};
    for (const auto &value : valuesOf(account)) {
        if (!value.second.isEmpty())
            values.append(value);
    }
    // The new block is made beside the last part, so that it takes over its line endings.
    const QByteArray last = m_parts.empty() ? QByteArray() : m_parts.back().text;
    TRY(auto editor, TomlEditor::open(last, m_fileName));
    TRY_VOID(editor.appendBlock(list, values));
    const QByteArray both = editor.text();
    if (m_whole) {
        m_parts.back().text = both;
    } else if (both.startsWith(last)) {
        m_parts.push_back({both.mid(last.size()), true});
    } else { // a missing line break was added to the last line
        const qsizetype header = both.lastIndexOf("[[accounts]]");
        m_parts.back().text = both.left(header);
        m_parts.push_back({both.mid(header), true});
    }
    m_accounts.append(account);
    return {};
}

base::Result<> AccountsFile::replace(qsizetype index, const core::Account &account)
{
    Q_ASSERT(m_accounts.at(index).id == account.id);
    Part &part = m_whole ? m_parts.front() : m_parts[partOf(index)];
    TRY(auto editor, TomlEditor::open(part.text, m_fileName));
    TRY_VOID(writeChanges(editor, m_whole ? index : 0, m_accounts.at(index), account));
    part.text = editor.text();
    m_accounts[index] = account;
    return {};
}

base::Result<> AccountsFile::remove(qsizetype index)
{
    if (m_whole) {
        TRY(auto editor, TomlEditor::open(m_parts.front().text, m_fileName));
        TRY_VOID(editor.removeBlock(list, index));
        m_parts.front().text = editor.text();
        m_accounts.removeAt(index);
        return {};
    }
    const size_t place = partOf(index);
    // Comment lines right above the header stand at the end of the part before.
    const bool isFirst = place == 0;
    const bool followsAccount = !isFirst && m_parts[place - 1].isAccount;
    const QByteArray before = isFirst ? QByteArray() : m_parts[place - 1].text;
    TRY(auto editor, TomlEditor::open(before + m_parts[place].text, m_fileName));
    TRY_VOID(editor.removeBlock(list, followsAccount ? 1 : 0));
    if (!isFirst)
        m_parts[place - 1].text = editor.text();
    const auto gone = m_parts.begin() + std::ptrdiff_t(place);
    if (isFirst && !editor.text().isEmpty())
        *gone = {editor.text(), false};
    else
        m_parts.erase(gone);
    m_accounts.removeAt(index);
    return {};
}

} // namespace vault
