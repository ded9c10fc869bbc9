// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/accountchoices.h"

#include "tray/phrases.h"

#include <algorithm>

namespace desktop {

AccountChoices::AccountChoices(const core::AccountService &accounts, QObject *parent)
    : QAbstractListModel(parent)
    , m_accounts(accounts)
{}

int AccountChoices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant AccountChoices::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Choice &choice = m_choices[m_shown[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case AccountKeyRole:
        return choice.key;
    case Qt::DisplayRole:
    case ServiceRole:
        return choice.service;
    case AccountRole:
        return choice.account;
    case LettersRole:
        return choice.letters;
    case ToneRole:
        return choice.tone;
    default:
        return {};
    }
}

QHash<int, QByteArray> AccountChoices::roleNames() const
{
    return {{AccountKeyRole, "accountKey"},
            {ServiceRole, "service"},
            {AccountRole, "account"},
            {LettersRole, "letters"},
            {ToneRole, "tone"}};
}

void AccountChoices::setSearch(const QString &search)
{
    if (search == m_search)
        return;
    m_search = search;
    show();
}

void AccountChoices::open()
{
    m_choices.clear();
    m_choices.push_back({{}, tr("Every account"), {}, {}, 0, {}});
    const QList<core::AccountView> views = m_accounts.list();
    for (const core::AccountView &view : views) {
        const QString service = tray::Phrases::service(view);
        const QString key = view.account.id.joined();
        const QStringList found{service, key, view.account.identity};
        m_choices.push_back({key,
                             service,
                             view.account.id.account,
                             view.letters,
                             view.tone,
                             found.join(QLatin1Char('\n')).toCaseFolded()});
    }
    std::sort(m_choices.begin() + 1, m_choices.end(), [](const Choice &a, const Choice &b) {
        return a.haystack < b.haystack;
    });
    m_search.clear();
    show();
}

void AccountChoices::close()
{
    m_choices.clear();
    m_choices.shrink_to_fit();
    m_search.clear();
    show();
}

void AccountChoices::show()
{
    const QStringList needles = m_search.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    beginResetModel();
    m_shown.clear();
    for (std::size_t place = needles.isEmpty() ? 0 : 1; place < m_choices.size(); ++place) {
        const QString &haystack = m_choices[place].haystack;
        if (std::all_of(needles.begin(), needles.end(), [&haystack](const QString &needle) {
                return haystack.contains(needle);
            }))
            m_shown.push_back(place);
    }
    endResetModel();
    Q_EMIT searchChanged();
}

QString AccountChoices::keyAt(int row) const
{
    return row >= 0 && row < count() ? m_choices[m_shown[static_cast<std::size_t>(row)]].key
                                     : QString();
}

int AccountChoices::rowOf(const QString &accountKey) const
{
    const auto row = std::find_if(m_shown.begin(), m_shown.end(), [&](std::size_t place) {
        return m_choices[place].key == accountKey;
    });
    return row == m_shown.end() ? -1 : static_cast<int>(row - m_shown.begin());
}

QString AccountChoices::nameOf(const QString &accountKey) const
{
    if (accountKey.isEmpty())
        return tr("Every account");
    const auto id = core::AccountId::parse(accountKey);
    const auto view = id ? m_accounts.find(*id) : std::nullopt;
    return view ? tray::Phrases::account(tray::Phrases::service(*view), id->account) : accountKey;
}

} // namespace desktop
