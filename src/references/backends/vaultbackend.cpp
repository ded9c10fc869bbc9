// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/backends/vaultbackend.h"

#include "base/atomicfile.h"
#include "crypto/digest.h"
#include "references/documents/json.h"
#include "references/words.h"

#include <QCoreApplication>
#include <QProcessEnvironment>
#include <QUrlQuery>

namespace references {

namespace {

constexpr qint64 answerLimit = 4 * 1024 * 1024;

//! A path as it stands in an address; a question mark in it is no query.
QString escapedPath(const QString &path)
{
    return QString::fromLatin1(path.toUtf8().toPercentEncoding("/"));
}

//! What Vault says went wrong: {"errors": ["…"]}. Its words name paths and rights, no secrets.
QString complaintOf(QByteArrayView body)
{
    const auto answer = readJson(body);
    const Node *const errors = answer ? answer->find("errors") : nullptr;
    if (errors == nullptr || errors->entries.empty())
        return {};
    return QString::fromUtf8(errors->entries.front().node.view()).simplified().left(200);
}

base::Result<Node> fieldOf(const base::Secret &text, std::initializer_list<QByteArrayView> path)
{
    TRY(Node root, readJson(text.expose()));
    const Node *at = &root;
    for (const QByteArrayView key : path) {
        at = at->find(key);
        if (at == nullptr)
            return base::fail(base::ErrorCode::Corrupt,
                              Words::tr("Vault’s answer is not understood."));
    }
    return at->clone();
}

//! A variable that a reference names: only what is meant for Vault.
QString namedVariable(const QString &name)
{
    const bool isVaults =
        name.startsWith(QLatin1String("VAULT_")) || name.startsWith(QLatin1String("BAO_"));
    return isVaults ? qEnvironmentVariable(name.toLatin1().constData()) : QString();
}

} // namespace

VaultBackend::VaultBackend(net::HttpClient &http,
                           base::Clock &clock,
                           QHash<QString, QString> environment)
    : m_http(http)
    , m_clock(clock)
    , m_environment(std::move(environment))
{}

QHash<QString, QString> VaultBackend::processEnvironment()
{
    QHash<QString, QString> result;
    const auto ours = QProcessEnvironment::systemEnvironment();
    for (const QString &name : ours.keys()) {
        if (name == QLatin1String("HOME") || name.startsWith(QLatin1String("VAULT_"))
            || name.startsWith(QLatin1String("BAO_")))
            result.insert(name, ours.value(name));
    }
    return result;
}

QStringList VaultBackend::schemes() const
{
    return {QStringLiteral("vault"), QStringLiteral("openbao")};
}

void VaultBackend::forget()
{
    m_sessions.clear();
}

QString VaultBackend::variable(const Question &question, const char *name) const
{
    const QString plain = QString::fromLatin1(name);
    const QString bao = m_environment.value(QStringLiteral("BAO_") + plain);
    if (question.isOpenBao && !bao.isEmpty())
        return bao;
    return m_environment.value(QStringLiteral("VAULT_") + plain);
}

base::Result<VaultBackend::Question> VaultBackend::questionOf(const core::BackendUri &uri) const
{
    Question question;
    question.isOpenBao = uri.scheme == QLatin1String("openbao");
    question.path = uri.path;
    QString server = uri.params.value(QStringLiteral("address"));
    const QString proto = uri.params.value(QStringLiteral("proto"));
    if (server.isEmpty() && !proto.isEmpty()) {
        server = proto + QStringLiteral("://") + uri.path.section(QLatin1Char('/'), 0, 0);
        question.path = uri.path.section(QLatin1Char('/'), 1);
    }
    if (server.isEmpty())
        server = variable(question, "ADDR");
    if (server.isEmpty())
        return base::fail(base::ErrorCode::InvalidInput,
                          Words::tr("It is not known where Vault is."),
                          Words::tr("Set VAULT_ADDR where Latchkey is started."));
    question.server = QUrl(server, QUrl::StrictMode);
    TRY_VOID(net::checkAddress(question.server));
    // A reference may come from anywhere; our token goes where the person said it may.
    const QString ours = variable(question, "ADDR");
    const bool isNamed = ours.isEmpty() ? net::isLoopback(question.server)
                                        : net::isSameOrigin(question.server, QUrl(ours));
    if (!isNamed)
        return base::fail(base::ErrorCode::Denied,
                          Words::tr("The reference names a Vault that VAULT_ADDR does not."),
                          Words::tr("Set VAULT_ADDR to that server."));
    QString space = uri.params.value(QStringLiteral("namespace"));
    if (space.isEmpty())
        space = variable(question, "NAMESPACE");
    question.space = space.toUtf8();
    if (question.space.contains('\n') || question.space.contains('\r'))
        return base::fail(base::ErrorCode::InvalidInput, Words::tr("The namespace is malformed."));
    for (const QString &step : question.path.split(QLatin1Char('/'))) {
        if (step.isEmpty() || step == QLatin1String(".") || step == QLatin1String(".."))
            return base::fail(base::ErrorCode::InvalidInput,
                              Words::tr("‘%1’ is no path of Vault.").arg(uri.path));
    }
    return question;
}

base::Task<base::Secret> VaultBackend::ask(std::shared_ptr<const Question> question,
                                           QString path,
                                           base::Secret token,
                                           base::Secret body,
                                           std::stop_token stop)
{
    QUrl url = question->server;
    const QString query = path.section(QLatin1Char('?'), 1);
    const QString before = url.path(QUrl::FullyEncoded);
    url.setPath((before.endsWith(QLatin1Char('/')) ? before.chopped(1) : before)
                    + QStringLiteral("/v1/") + path.section(QLatin1Char('?'), 0, 0),
                QUrl::StrictMode);
    if (!query.isEmpty())
        url.setQuery(query);
    net::Request request(body.isEmpty() ? net::Method::Get : net::Method::Post, url);
    request.with("X-Vault-Request", "true");
    if (!question->space.isEmpty())
        request.with("X-Vault-Namespace", question->space);
    if (!token.isEmpty())
        request.withSecret("X-Vault-Token", std::move(token));
    if (!body.isEmpty())
        request.withBody("application/json", std::move(body));
    request.bodyLimit = answerLimit;
    CO_TRY(net::Response response, co_await m_http.send(std::move(request), stop));
    if (response.isSuccess())
        co_return base::Secret::take(std::move(response.body));
    const QString complaint = complaintOf(response.body);
    base::wipe(response.body);
    if (response.status == 404)
        co_return base::fail(base::ErrorCode::NotFound,
                             Words::tr("Vault has nothing at %1.").arg(question->path));
    if (response.status == 403 || response.status == 401)
        co_return base::fail(
            base::ErrorCode::Denied,
            Words::tr("Vault refuses %1. %2").arg(question->path, complaint).trimmed(),
            Words::tr("Check the token (VAULT_TOKEN) and its policy."));
    const bool passes = response.status == 429 || response.status >= 500;
    co_return base::fail(passes ? base::ErrorCode::Unreachable : base::ErrorCode::InvalidInput,
                         Words::tr("Vault answered with status %1. %2")
                             .arg(response.status)
                             .arg(complaint)
                             .trimmed(),
                         {},
                         passes ? base::Retryable::Yes : base::Retryable::No);
}

base::Task<base::Secret> VaultBackend::token(std::shared_ptr<const Question> question,
                                             QMap<QString, QString> params,
                                             std::stop_token stop)
{
    QString method = params.value(QStringLiteral("auth_method"));
    const QString named = params.value(QStringLiteral("token_env"));
    const QString direct = named.isEmpty() ? variable(*question, "TOKEN") : namedVariable(named);
    if (method.isEmpty())
        method = direct.isEmpty() && !variable(*question, "ROLE_ID").isEmpty()
                     ? QStringLiteral("approle")
                     : QStringLiteral("token");
    if (method == QLatin1String("approle")) {
        CO_TRY(base::Secret granted, co_await signIn(question, params, stop));
        co_return std::move(granted);
    }
    if (method != QLatin1String("token"))
        co_return base::fail(
            base::ErrorCode::Unsupported,
            Words::tr("Latchkey signs in to Vault by token or AppRole, not by ‘%1’.").arg(method));
    if (!direct.isEmpty())
        co_return base::Secret::take(direct.trimmed().toUtf8());
    QStringList files{params.value(QStringLiteral("token_file")),
                      variable(*question, "TOKEN_FILE")};
    const QString home = m_environment.value(QStringLiteral("HOME"));
    if (!home.isEmpty())
        files.append(home + QStringLiteral("/.vault-token"));
    for (const QString &path : files) {
        if (path.isEmpty())
            continue;
        auto bytes = base::readFile(path, 64 * 1024);
        if (!bytes)
            continue;
        base::Secret trimmed(QByteArrayView(*bytes).trimmed());
        base::wipe(*bytes);
        if (!trimmed.isEmpty())
            co_return std::move(trimmed);
    }
    co_return base::fail(base::ErrorCode::Denied,
                         Words::tr("There is no token for Vault."),
                         Words::tr("Set VAULT_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID."));
}

base::Task<base::Secret> VaultBackend::signIn(std::shared_ptr<const Question> question,
                                              QMap<QString, QString> params,
                                              std::stop_token stop)
{
    QString role = params.value(QStringLiteral("role_id"));
    if (role.isEmpty())
        role = variable(*question, "ROLE_ID");
    const QString named = params.value(QStringLiteral("secret_id_env"));
    const QString secret =
        named.isEmpty() ? variable(*question, "SECRET_ID") : namedVariable(named);
    if (role.isEmpty() || secret.isEmpty())
        co_return base::fail(base::ErrorCode::Denied,
                             Words::tr("An AppRole needs its two ids."),
                             Words::tr("Set VAULT_ROLE_ID and VAULT_SECRET_ID."));
    const QByteArray name = crypto::digest(
        crypto::Hash::Sha256,
        QStringList{question->server.toString(), QString::fromUtf8(question->space), role, secret}
            .join(QLatin1Char('\n'))
            .toUtf8());
    const auto known = m_sessions.find(name);
    if (known != m_sessions.end() && known->second.until > m_clock.now())
        co_return known->second.token.clone();
    Node login = Node::map();
    login.set("role_id", Node::text(role.toUtf8()));
    login.set("secret_id", Node::text(secret.toUtf8()));
    CO_TRY(base::Secret body, writeJson(login, JsonStyle::Compact));
    const QString mount = params.value(QStringLiteral("mount_path"), QStringLiteral("approle"));
    const QString path = QStringLiteral("auth/%1/login").arg(escapedPath(mount));
    base::Secret nobody;
    CO_TRY(const base::Secret answer,
           co_await ask(question, path, std::move(nobody), std::move(body), stop));
    CO_TRY(Node granted, fieldOf(answer, {"auth", "client_token"}));
    CO_TRY(const Node lease, fieldOf(answer, {"auth", "lease_duration"}));
    // A little earlier than Vault, so that no request is sent with a token that just ended.
    const qint64 seconds = std::min<qint64>(lease.view().toByteArray().toLongLong(), 3600) - 10;
    if (seconds > 0)
        m_sessions.insert_or_assign(name,
                                    Session{granted.value.clone(), m_clock.now().addSecs(seconds)});
    co_return std::move(granted.value);
}

base::Task<base::Secret> VaultBackend::fetchFor(core::BackendUri uri,
                                                QString folder,
                                                core::ReferencePermit permit,
                                                std::stop_token stop)
{
    // It signs in as whoever started the agent.
    const core::AccountId account{QStringLiteral("references"), uri.scheme};
    if (permit)
        CO_TRY_VOID(co_await permit(account));
    CO_TRY(base::Secret value, co_await fetch(uri, folder, stop));
    co_return std::move(value);
}

base::Task<base::Secret> VaultBackend::fetch(core::BackendUri uri, QString, std::stop_token stop)
{
    CO_TRY(Question parsed, questionOf(uri));
    // Without a fragment the last word of the path is the key.
    QByteArray key;
    if (uri.fragment.isEmpty()) {
        key = parsed.path.section(QLatin1Char('/'), -1).toUtf8();
        parsed.path = parsed.path.section(QLatin1Char('/'), 0, -2);
    }
    if (!parsed.path.contains(QLatin1Char('/')))
        co_return base::fail(base::ErrorCode::InvalidInput,
                             Words::tr("‘%1’ is no path of Vault.").arg(uri.path),
                             Words::tr("Write vault://MOUNT/PATH#/KEY."));
    const auto question = std::make_shared<const Question>(std::move(parsed));
    const QMap<QString, QString> params = uri.params;
    CO_TRY(base::Secret granted, co_await token(question, params, stop));

    // The mount says which version of KV it is; an old server does not know the question.
    const QString mounts = QStringLiteral("sys/internal/ui/mounts/") + escapedPath(question->path);
    base::Secret again = granted.clone();
    base::Secret nothing;
    const auto mount = co_await ask(question, mounts, std::move(again), std::move(nothing), stop);
    if (!mount && mount.error().code != base::ErrorCode::NotFound)
        co_return base::fail(mount.error());
    QString path = escapedPath(question->path);
    bool isSecond = false;
    if (mount) {
        const auto version = fieldOf(*mount, {"data", "options", "version"});
        CO_TRY(const Node name, fieldOf(*mount, {"data", "path"}));
        const QString place = QString::fromUtf8(name.view());
        isSecond = version && version->view() == QByteArrayView("2");
        if (isSecond && question->path.startsWith(place)) {
            path = escapedPath(place) + QStringLiteral("data/")
                   + escapedPath(question->path.mid(place.size()));
            const QString number = params.value(QStringLiteral("version"));
            if (!number.isEmpty())
                path += QStringLiteral("?version=") + escapedPath(number);
        }
    }
    base::Secret none;
    CO_TRY(const base::Secret answer,
           co_await ask(question, path, std::move(granted), std::move(none), stop));
    CO_TRY(const Node data,
           isSecond ? fieldOf(answer, {"data", "data"}) : fieldOf(answer, {"data"}));
    if (!uri.fragment.isEmpty()) {
        CO_TRY(base::Secret text, writeJson(data, JsonStyle::Compact));
        co_return std::move(text);
    }
    const Node *const found = data.find(key);
    if (found == nullptr)
        co_return base::fail(
            base::ErrorCode::NotFound,
            Words::tr("Vault has no ‘%1’ at %2.").arg(QString::fromUtf8(key), question->path));
    if (found->kind == Kind::Text)
        co_return found->value.clone();
    CO_TRY(base::Secret text, writeJson(*found, JsonStyle::Compact));
    co_return std::move(text);
}

} // namespace references
