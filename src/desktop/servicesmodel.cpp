// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/servicesmodel.h"

#include "tray/phrases.h"

#include <QUrl>

#include <algorithm>

namespace desktop {

namespace {

//! The catalog's entry of Latchkey's own provider.
const auto practiceId = QStringLiteral("practice");

} // namespace

ServicesModel::ServicesModel(core::SignInService &signIn, QObject *parent)
    : QAbstractListModel(parent)
    , m_signIn(signIn)
{
    reload();
}

int ServicesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant ServicesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry =
        m_all[static_cast<std::size_t>(m_shown[static_cast<std::size_t>(index.row())])];
    switch (role) {
    case ProviderIdRole:
        return entry.id;
    case Qt::DisplayRole:
    case NameRole:
        return entry.name;
    case LettersRole:
        return entry.letters;
    case ToneRole:
        return entry.tone;
    case WaysRole:
        return entry.ways;
    default:
        return {};
    }
}

QHash<int, QByteArray> ServicesModel::roleNames() const
{
    return {{ProviderIdRole, "providerId"},
            {NameRole, "name"},
            {LettersRole, "letters"},
            {ToneRole, "tone"},
            {WaysRole, "ways"}};
}

void ServicesModel::setSearch(const QString &search)
{
    if (search == m_search)
        return;
    m_search = search;
    Q_EMIT searchChanged();
    show();
}

QString ServicesModel::address() const
{
    const QString typed = m_search.trimmed();
    if (!typed.startsWith(QLatin1String("https://"), Qt::CaseInsensitive))
        return {};
    const QUrl url(typed, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() ? typed : QString();
}

void ServicesModel::reload()
{
    m_all.clear();
    const auto providers = m_signIn.providers();
    for (const core::Provider &provider : providers) {
        const QStringList names = QStringList{provider.id, provider.name} + provider.aliases;
        m_all.push_back({provider.id,
                         provider.name,
                         provider.letters,
                         provider.tone,
                         provider.id == practiceId ? tr("No service needed")
                                                   : tray::Phrases::ways(provider.methods),
                         names.join(QLatin1Char('\n')).toCaseFolded()});
    }
    // Who has no service at hand finds the way in first.
    std::stable_partition(
        m_all.begin(), m_all.end(), [](const Entry &entry) { return entry.id == practiceId; });
    show();
}

bool ServicesModel::hasPractice() const
{
    return !m_all.empty() && m_all.front().id == practiceId;
}

QString ServicesModel::firstId() const
{
    return m_shown.empty() ? QString() : m_all[static_cast<std::size_t>(m_shown.front())].id;
}

void ServicesModel::show()
{
    const QString needle = m_search.trimmed().toCaseFolded();
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (needle.isEmpty() || m_all[i].haystack.contains(needle))
            m_shown.push_back(static_cast<int>(i));
    }
    // What begins with the typed word comes before what merely has it inside.
    if (!needle.isEmpty()) {
        std::stable_partition(m_shown.begin(), m_shown.end(), [&](int place) {
            return m_all[static_cast<std::size_t>(place)].name.toCaseFolded().startsWith(needle);
        });
    }
    endResetModel();
    Q_EMIT countChanged();
}

} // namespace desktop
