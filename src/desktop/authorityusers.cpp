// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/authorityusers.h"

#include "tray/phrases.h"

namespace desktop {

namespace {

constexpr auto searchPause = std::chrono::milliseconds(120);

} // namespace

AuthorityUsers::AuthorityUsers(core::AuthorityService &authority,
                               const base::Clock &clock,
                               QObject *parent)
    : AuthorityList(parent)
    , m_authority(authority)
    , m_clock(clock)
{
    m_searchPause.setSingleShot(true);
    m_searchPause.setInterval(searchPause);
    connect(&m_searchPause, &QTimer::timeout, this, &AuthorityUsers::reload);
}

int AuthorityUsers::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AuthorityUsers::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::AuthorityUser &user = m_rows[index.row()];
    switch (role) {
    case UserIdRole:
        return user.id;
    case Qt::DisplayRole:
    case NameRole:
        return user.name;
    case DisplayNameRole:
        return user.displayName.isEmpty() ? user.name : user.displayName;
    case EmailRole:
        return user.email;
    case RolesRole:
        return user.roles;
    case ActiveRole:
        return user.isActive;
    case OwnerRole:
        return user.isOwner;
    case SecondRole:
        return user.hasTotp;
    case SignedInRole:
        return user.signedInAt.isValid()
                   ? tr("seen %1", "then '3 h ago'")
                         .arg(tray::Phrases::since(user.signedInAt, m_clock.now()).text)
                   : tr("never seen");
    case SelectedRole:
        return m_selected.contains(user.id);
    default:
        return {};
    }
}

QHash<int, QByteArray> AuthorityUsers::roleNames() const
{
    return {{UserIdRole, "userId"},
            {NameRole, "name"},
            {DisplayNameRole, "displayName"},
            {EmailRole, "email"},
            {RolesRole, "roles"},
            {ActiveRole, "active"},
            {OwnerRole, "owner"},
            {SecondRole, "second"},
            {SignedInRole, "signedIn"},
            {SelectedRole, "selected"}};
}

void AuthorityUsers::setSearch(const QString &search)
{
    if (search == m_search)
        return;
    m_search = search;
    m_page = 1;
    Q_EMIT searchChanged();
    m_searchPause.start();
}

QString AuthorityUsers::pageWords() const
{
    const int first = (m_page - 1) * pageSize + 1;
    return tr("%1–%2 of %3", "the users that are shown, of all")
        .arg(first)
        .arg(first + count() - 1)
        .arg(m_total);
}

void AuthorityUsers::reload()
{
    m_searchPause.stop();
    const int epoch = ++m_epoch;
    QCoro::connect(
        m_authority.users(m_search.trimmed(), m_page, pageSize),
        this,
        [this, epoch](base::Result<core::AuthorityUserPage> answer) {
            if (epoch != m_epoch)
                return;
            if (!answer)
                return fail(answer.error());
            m_total = answer->total;
            if (answer->users.isEmpty() && m_page > pages())
                return turnTo(pages()); // the last page has gone
            place(m_rows, std::move(answer->users), [](const auto &row) { return row.id; });
            settle(!m_search.trimmed().isEmpty());
        });
}

void AuthorityUsers::turnTo(int page)
{
    m_page = std::clamp(page, 1, pages());
    reload();
}

void AuthorityUsers::setSelected(const QString &userId, bool selected)
{
    if (selected)
        m_selected.insert(userId);
    else
        m_selected.remove(userId);
    freshen();
    Q_EMIT selectionChanged();
}

void AuthorityUsers::clearSelection()
{
    m_selected.clear();
    freshen();
    Q_EMIT selectionChanged();
}

const core::AuthorityUser *AuthorityUsers::find(const QString &userId) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const auto &row) { return row.id == userId; });
    return found == m_rows.end() ? nullptr : &*found;
}

QVariantMap AuthorityUsers::form(const QString &userId) const
{
    const core::AuthorityUser *known = find(userId);
    const core::AuthorityUser user = known ? *known : core::AuthorityUser{};
    return {{QStringLiteral("id"), user.id},
            {QStringLiteral("name"), user.name},
            {QStringLiteral("displayName"), user.displayName},
            {QStringLiteral("email"), user.email},
            {QStringLiteral("roles"), user.roles.join(QLatin1Char(' '))},
            {QStringLiteral("second"), user.hasTotp}};
}

void AuthorityUsers::keep(const QVariantMap &form, const QString &password)
{
    QString typed = password;
    auto secret = base::Secret::take(typed.toUtf8());
    base::wipe(typed);
    const auto text = [&form](const char *key) {
        return form.value(QLatin1String(key)).toString().trimmed();
    };
    const core::AuthorityUser *known = find(text("id"));
    core::AuthorityUser user = known ? *known : core::AuthorityUser{};
    user.name = text("name");
    user.displayName = text("displayName");
    user.email = text("email");
    user.roles = text("roles").split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto finish = [this](const QString &words) {
        Q_EMIT kept();
        Q_EMIT done(words);
        reload();
    };
    if (known)
        run<void>(m_authority.changeUser(user, std::move(secret)),
                  [finish, name = user.name] { finish(tr("%1 is changed.").arg(name)); });
    else
        run<core::AuthorityUser>(m_authority.addUser(user, std::move(secret)),
                                 [finish](const core::AuthorityUser &made) {
                                     finish(tr("%1 is added.").arg(made.name));
                                 });
}

void AuthorityUsers::resetSecondFactor(const QString &userId)
{
    const core::AuthorityUser *user = find(userId);
    if (!user)
        return;
    run<void>(m_authority.resetTotp(userId), [this, name = user->name] {
        Q_EMIT done(tr("%1 sets up a second factor anew at the next sign-in.").arg(name));
        reload();
    });
}

void AuthorityUsers::change(const QString &verb, const QString &userId)
{
    const QStringList ids = userId.isEmpty() ? m_selected.values() : QStringList{userId};
    if (ids.isEmpty())
        return;
    const core::BulkVerb bulk = verb == QLatin1String("remove")     ? core::BulkVerb::Remove
                                : verb == QLatin1String("activate") ? core::BulkVerb::Activate
                                                                    : core::BulkVerb::Deactivate;
    run<core::BulkSummary>(m_authority.changeUsers(ids, bulk),
                           [this, bulk](const core::BulkSummary &summary) {
                               clearSelection();
                               report(bulk, summary);
                               reload();
                           });
}

void AuthorityUsers::report(core::BulkVerb verb, const core::BulkSummary &summary)
{
    QString words;
    switch (verb) {
    case core::BulkVerb::Activate:
        words = tr("%1 of %2 activated.").arg(summary.changed).arg(summary.asked);
        break;
    case core::BulkVerb::Deactivate:
        words = tr("%1 of %2 deactivated.").arg(summary.changed).arg(summary.asked);
        break;
    case core::BulkVerb::Remove:
        words = tr("%1 of %2 removed.").arg(summary.changed).arg(summary.asked);
        break;
    }
    if (!summary.unchanged.isEmpty())
        words = tr("%1 Already so: %2.").arg(words).arg(summary.unchanged.size());
    if (summary.refused.isEmpty()) {
        Q_EMIT done(words);
        return;
    }
    setProblems(QStringList{words} + summary.refused);
}

} // namespace desktop
