// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/authorityclients.h"

#include "tray/clipboardguard.h"
#include "tray/phrases.h"

#include <QUrl>

namespace desktop {

namespace {

const auto noSecret = QStringLiteral("none");

bool isLoopback(const QString &host)
{
    return host == QLatin1String("127.0.0.1") || host == QLatin1String("::1")
           || host == QLatin1String("localhost");
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    const auto parts = text.split(QLatin1Char('\n'));
    for (const QString &part : parts) {
        if (const QString line = part.trimmed(); !line.isEmpty())
            lines << line;
    }
    return lines;
}

QString hostsOf(const QStringList &redirects)
{
    QStringList hosts;
    for (const QString &redirect : redirects) {
        const QUrl url(redirect);
        hosts << (url.host().isEmpty() ? url.scheme() + QLatin1Char(':') : url.host());
    }
    hosts.removeDuplicates();
    return hosts.join(QStringLiteral(" · "));
}

} // namespace

AuthorityClients::AuthorityClients(core::AuthorityService &authority,
                                   const base::Clock &clock,
                                   tray::ClipboardGuard &clipboard,
                                   QObject *parent)
    : AuthorityList(parent)
    , m_authority(authority)
    , m_clock(clock)
    , m_clipboard(clipboard)
{}

int AuthorityClients::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AuthorityClients::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::AuthorityClient &client = m_rows[index.row()];
    switch (role) {
    case ClientIdRole:
        return client.id;
    case Qt::DisplayRole:
    case NameRole:
        return client.name.isEmpty() ? client.id : client.name;
    case PubliclyRole:
        return client.authMethod == noSecret;
    case FirstPartyRole:
        return client.isFirstParty;
    case BoundRole:
        return client.isDpopBound;
    case ActiveRole:
        return client.isActive;
    case WhereRole:
        return client.redirectUris.isEmpty() ? tr("no address: codes and programs only")
                                             : hostsOf(client.redirectUris);
    case UsedRole:
        return client.usedAt.isValid()
                   ? tr("used %1", "then '3 h ago'")
                         .arg(tray::Phrases::since(client.usedAt, m_clock.now()).text)
                   : tr("never used");
    default:
        return {};
    }
}

QHash<int, QByteArray> AuthorityClients::roleNames() const
{
    return {{ClientIdRole, "clientId"},
            {NameRole, "name"},
            {PubliclyRole, "publicly"},
            {FirstPartyRole, "firstParty"},
            {BoundRole, "bound"},
            {ActiveRole, "active"},
            {WhereRole, "where"},
            {UsedRole, "used"}};
}

void AuthorityClients::reload()
{
    const int epoch = ++m_epoch;
    QCoro::connect(m_authority.clients(),
                   this,
                   [this, epoch](base::Result<QList<core::AuthorityClient>> clients) {
                       if (epoch != m_epoch)
                           return;
                       if (!clients)
                           return fail(clients.error());
                       place(m_rows, std::move(*clients), [](const auto &row) { return row.id; });
                       settle();
                   });
}

const core::AuthorityClient *AuthorityClients::find(const QString &clientId) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const auto &row) { return row.id == clientId; });
    return found == m_rows.end() ? nullptr : &*found;
}

QVariantMap AuthorityClients::form(const QString &clientId) const
{
    const core::AuthorityClient *known = find(clientId);
    const core::AuthorityClient client = known ? *known : core::AuthorityClient{};
    const auto has = [&client](const QString &grant) { return client.grants.contains(grant); };
    return {{QStringLiteral("id"), client.id},
            {QStringLiteral("name"), client.name},
            {QStringLiteral("redirects"),
             known ? client.redirectUris.join(QLatin1Char('\n'))
                   : QStringLiteral("http://127.0.0.1/callback")},
            {QStringLiteral("publicly"), client.authMethod == noSecret},
            {QStringLiteral("browser"), has(QStringLiteral("authorization_code"))},
            {QStringLiteral("device"), has(core::deviceCodeGrant)},
            {QStringLiteral("itself"), has(QStringLiteral("client_credentials"))},
            {QStringLiteral("refresh"), has(QStringLiteral("refresh_token"))},
            {QStringLiteral("scopes"), client.scopes.join(QLatin1Char(' '))},
            {QStringLiteral("resources"), client.resources.join(QLatin1Char('\n'))},
            {QStringLiteral("bound"), client.isDpopBound}};
}

QString AuthorityClients::redirectProblem(const QString &redirects) const
{
    const QStringList lines = linesOf(redirects);
    for (const QString &line : lines) {
        const QUrl url(line, QUrl::StrictMode);
        if (!url.isValid() || url.scheme().isEmpty() || line.contains(QLatin1Char(' ')))
            return tr("‘%1’ is no address.").arg(line);
        if (url.hasFragment())
            return tr("‘%1’ has a part after #, which a reply cannot have.").arg(line);
        if (url.scheme() == QLatin1String("http") && !isLoopback(url.host()))
            return tr("‘%1’ needs https: without it only this computer is allowed.").arg(line);
    }
    return {};
}

void AuthorityClients::keep(const QVariantMap &form)
{
    const auto flag = [&form](const char *key) { return form.value(QLatin1String(key)).toBool(); };
    const auto text = [&form](const char *key) {
        return form.value(QLatin1String(key)).toString().trimmed();
    };
    const core::AuthorityClient *known = find(text("id"));
    core::AuthorityClient client = known ? *known : core::AuthorityClient{};
    client.name = text("name");
    client.redirectUris = linesOf(text("redirects"));
    client.scopes = text("scopes").split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (form.contains(QLatin1String("resources")))
        client.resources = linesOf(text("resources"));
    client.isDpopBound = flag("bound");
    client.grants.clear();
    for (const auto &[key, grant] : {std::pair{"browser", QStringLiteral("authorization_code")},
                                     {"device", core::deviceCodeGrant},
                                     {"itself", QStringLiteral("client_credentials")},
                                     {"refresh", QStringLiteral("refresh_token")}}) {
        if (flag(key))
            client.grants << grant;
    }
    if (known) {
        // Whether it has a secret is settled when it is made.
        run<void>(m_authority.changeClient(client), [this, name = client.name] {
            Q_EMIT kept();
            Q_EMIT done(tr("%1 is changed.").arg(name));
            reload();
        });
        return;
    }
    client.authMethod = flag("publicly") ? noSecret : QStringLiteral("client_secret_basic");
    add(client, [this, name = client.name](const QString &) {
        Q_EMIT kept();
        Q_EMIT done(tr("%1 is added.").arg(name));
    });
}

void AuthorityClients::add(core::AuthorityClient client, std::function<void(QString)> then)
{
    run<core::NewAuthorityClient>(
        m_authority.addClient(client),
        [this, then = std::move(then)](core::NewAuthorityClient made) {
            if (!made.secret.isEmpty())
                hold(made.client.id, made.client.name, std::move(made.secret));
            then(made.client.id);
            reload();
        });
}

void AuthorityClients::renewSecret(const QString &clientId)
{
    const core::AuthorityClient *client = find(clientId);
    if (!client)
        return;
    run<base::Secret>(m_authority.renewClientSecret(clientId),
                      [this, clientId, name = client->name](base::Secret secret) {
                          hold(clientId, name, std::move(secret));
                      });
}

void AuthorityClients::remove(const QString &clientId)
{
    const core::AuthorityClient *client = find(clientId);
    if (!client)
        return;
    run<void>(m_authority.removeClient(clientId), [this, clientId, name = client->name] {
        if (clientId == m_secretOf)
            forgetSecret();
        Q_EMIT done(tr("%1 is removed.").arg(name));
        reload();
    });
}

void AuthorityClients::hold(const QString &clientId, const QString &name, base::Secret secret)
{
    m_secret = std::move(secret);
    m_secretOf = clientId;
    m_secretName = name.isEmpty() ? clientId : name;
    Q_EMIT secretChanged();
}

void AuthorityClients::copySecret()
{
    if (m_secret.isEmpty())
        return;
    const auto seconds = static_cast<int>(m_clipboard.span().count());
    m_clipboard.copy(std::move(m_secret));
    forgetSecret();
    Q_EMIT done(seconds > 0
                    ? tr("The secret is copied. Cleared from the clipboard in %1 s.").arg(seconds)
                    : tr("The secret is copied."));
}

void AuthorityClients::forgetSecret()
{
    m_secret.clear();
    m_secretOf.clear();
    m_secretName.clear();
    Q_EMIT secretChanged();
}

} // namespace desktop
