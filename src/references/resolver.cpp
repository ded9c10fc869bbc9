// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/resolver.h"

#include "crypto/digest.h"
#include "references/documents/json.h"
#include "references/documents/scalars.h"
#include "references/documents/secrettext.h"
#include "references/documents/yaml.h"
#include "references/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace references {

namespace {

//! A backend with this scheme takes what nobody else does.
const QString everyScheme = QStringLiteral("*");

void writeWords(SecretText &out, const Node &node)
{
    if (node.isScalar()) {
        if (node.kind == Kind::Null)
            out << "<nil>";
        else if (node.kind == Kind::Boolean || node.kind == Kind::Float)
            out << jsonSpelling(node).value_or(node.view().toByteArray());
        else
            out << node.view();
        return;
    }
    std::vector<const Entry *> entries;
    for (const Entry &entry : node.entries) {
        if (!entry.isComment)
            entries.push_back(&entry);
    }
    if (node.isMap()) {
        std::sort(entries.begin(), entries.end(), [](const Entry *a, const Entry *b) {
            return a->key < b->key;
        });
    }
    out << (node.isMap() ? "map[" : "[");
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0)
            out << ' ';
        if (node.isMap())
            out << entries[i]->key << ':';
        writeWords(out, entries[i]->node);
    }
    out << ']';
}

//! Goes down into a document by keys, as vals does: maps only.
base::Result<Node> walk(const Node &root,
                        const core::BackendUri &uri,
                        const QString &name,
                        bool missingIsNull)
{
    const Node *at = &root;
    for (qsizetype i = 0; i < uri.fragment.size(); ++i) {
        if (!at->isMap())
            return base::fail(base::ErrorCode::InvalidInput,
                              Words::tr("%1 goes through something that is no map (%2).")
                                  .arg(name, uri.fragment.mid(0, i).join(QLatin1Char('/'))));
        const Node *const next = at->find(uri.fragment[i].toUtf8());
        if (next == nullptr && missingIsNull)
            return Node();
        if (next == nullptr)
            return base::fail(base::ErrorCode::NotFound,
                              Words::tr("%1 names a key that is not there.").arg(name),
                              Words::tr("Check what stands behind the #."));
        at = next;
    }
    return at->clone();
}

//! What an inner reference may not bring into the address around it.
bool staysInside(QByteArrayView value)
{
    return std::none_of(value.begin(), value.end(), [](char c) {
        return QByteArrayView(" \n\t\r+\",?#").contains(c);
    });
}

} // namespace

base::Secret plainWords(const Node &node)
{
    SecretText out;
    writeWords(out, node);
    return std::move(out).take();
}

Resolver::Resolver(ResolverNeeds needs, Backends backends, std::chrono::seconds keepFor)
    : m_needs(needs)
    , m_backends(std::move(backends))
    , m_keepFor(keepFor)
{}

Resolver::~Resolver() = default;

void Resolver::forget()
{
    ++m_epoch;
    m_kept.clear();
    for (const auto &backend : m_backends)
        backend->forget();
}

core::ReferenceBackend *Resolver::backendFor(const QString &scheme) const
{
    core::ReferenceBackend *rest = nullptr;
    for (const auto &backend : m_backends) {
        const QStringList schemes = backend->schemes();
        if (schemes.contains(scheme))
            return backend.get();
        if (schemes.contains(everyScheme))
            rest = backend.get();
    }
    return rest;
}

base::Task<base::Secret> Resolver::resolve(core::ReferenceRequest request, std::stop_token stop)
{
    CO_TRY(const Node node, co_await value(std::move(request), stop));
    co_return plainWords(node);
}

base::Task<Node> Resolver::value(core::ReferenceRequest request, std::stop_token stop)
{
    if (request.text.startsWith(QLatin1String("auth://"))) {
        CO_TRY(Node node, co_await auth(std::move(request), stop));
        co_return std::move(node);
    }
    CO_TRY(const std::vector<Piece> pieces, splitReferences(request.text, request.kinds));
    const auto shared = std::make_shared<const core::ReferenceRequest>(request);
    SecretText text;
    for (const Piece &piece : pieces) {
        if (!piece.isReference()) {
            text << piece.words.toUtf8();
            continue;
        }
        const auto one = std::make_shared<const Piece>(piece);
        CO_TRY(Node node, co_await backendValue(one, shared, stop));
        if (pieces.size() == 1)
            co_return std::move(node);
        text << plainWords(node).expose();
    }
    Node whole(Kind::Text, std::move(text).take());
    co_return std::move(whole);
}

base::Task<> Resolver::permit(Request request, core::AccountId account, std::stop_token stop)
{
    if (request->program == nullptr)
        co_return {};
    if (m_needs.consent == nullptr)
        co_return base::fail(base::ErrorCode::Denied,
                             Words::tr("Nobody can say whether %1 may use %2.")
                                 .arg(request->program->name, account.joined()));
    core::ConsentRequest question;
    question.program = request->program;
    question.account = std::move(account);
    question.traceId = request->traceId;
    CO_TRY_VOID(co_await m_needs.consent->permit(std::move(question), stop));
    co_return {};
}

base::Task<Node> Resolver::auth(core::ReferenceRequest request, std::stop_token stop)
{
    CO_TRY(const core::Reference reference, core::Reference::parse(request.text));
    const QString type = reference.target.type;
    const core::AccountId account = reference.target.account;
    if (type == QLatin1String("refresh_token"))
        co_return base::fail(base::ErrorCode::Denied,
                             Words::tr("Latchkey gives refresh tokens to nobody."),
                             Words::tr("Ask for auth://%1/token.").arg(account.joined()));
    if (type == QLatin1String("aws"))
        co_return base::fail(
            base::ErrorCode::Unsupported,
            Words::tr("auth://…/aws comes with AWS accounts, which this version lacks."));
    const bool isOfAccount = type == QLatin1String("token") || type == QLatin1String("api_key");
    if (isOfAccount && m_needs.accounts != nullptr && !m_needs.accounts->find(account))
        co_return base::fail(base::ErrorCode::NotFound,
                             Words::tr("account not found: %1").arg(account.joined()),
                             Words::tr("`latchkey list-accounts` shows the accounts there are."));
    // What all accounts of a service share is no account's: a yes for one of them is no yes for it.
    const bool isClient =
        type == QLatin1String("client_id") || type == QLatin1String("client_secret");
    core::AccountId owner = account;
    if (isClient)
        owner.account = QStringLiteral("_provider");
    const auto asked = std::make_shared<const core::ReferenceRequest>(request);
    if (isOfAccount) {
        CO_TRY_VOID(co_await permit(asked, owner, stop));
        if (!reference.scopes.isEmpty()) {
            CO_TRY(const core::TokenSet facts, co_await m_needs.tokens.facts(account));
            for (const QString &scope : reference.scopes) {
                if (!facts.scopes.contains(scope))
                    co_return base::fail(base::ErrorCode::SignInRequired,
                                         Words::tr("The token of %1 does not have the scope ‘%2’.")
                                             .arg(account.joined(), scope),
                                         Words::tr("Sign in again and ask for that scope."));
            }
        }
        const QString actor = request.actor;
        const std::chrono::seconds minValid = reference.minValid;
        CO_TRY(core::AccessToken token,
               co_await m_needs.tokens.take(
                   account, minValid, actor, core::AuditKind::TokenIssued, stop));
        co_return Node(Kind::Text, std::move(token.value));
    }
    if (m_needs.store == nullptr)
        co_return base::fail(base::ErrorCode::NotFound,
                             Words::tr("%1 is not kept here.").arg(request.text));
    const QString provider = account.service;
    const QString entry = type == QLatin1String("client_id") ? core::clientIdEntry(provider)
                          : type == QLatin1String("client_secret")
                              ? core::clientSecretEntry(provider)
                              : reference.target.entryName();
    // Nobody is asked about what is not there.
    CO_TRY(base::Secret secret, co_await m_needs.store->read(entry));
    CO_TRY_VOID(co_await permit(asked, owner, stop));
    co_return Node(Kind::Text, std::move(secret));
}

base::Task<Node> Resolver::backendValue(std::shared_ptr<const Piece> piece,
                                        Request request,
                                        std::stop_token stop)
{
    QString address;
    bool holdsAnother = false;
    for (const Piece &part : piece->address) {
        if (!part.isReference()) {
            address += part.words;
            continue;
        }
        holdsAnother = true;
        const auto inner = std::make_shared<const Piece>(part);
        CO_TRY(const Node node, co_await backendValue(inner, request, stop));
        if (!node.isScalar() || node.kind == Kind::Null || !staysInside(node.view()))
            co_return base::fail(
                base::ErrorCode::InvalidInput,
                Words::tr(
                    "The value of an inner reference does not fit into the address around it."),
                Words::tr("It must be one word without + ? # and quotation marks."));
        const base::Secret words = plainWords(node);
        address += QString::fromUtf8(words.expose());
    }
    QString text = piece->scheme + QStringLiteral("://") + address;
    base::wipe(address);
    // An inner value is a part of the address now, and no error may show it.
    const QString name = piece->scheme + QStringLiteral("://") + joined(piece->address);
    const auto unnamed = [&name](const base::Error &error) {
        return base::fail(error.code,
                          Words::tr("%1 cannot be resolved.").arg(name),
                          Words::tr("Try the inner reference by itself."),
                          error.retryable);
    };
    auto parsed = core::BackendUri::parse(text);
    base::wipe(text);
    if (!parsed && holdsAnother)
        co_return unnamed(parsed.error());
    CO_TRY(core::BackendUri uri, std::move(parsed));
    // The program vals is given its reference on a command line, which others can see.
    const core::ReferenceBackend *const place = backendFor(uri.scheme);
    if (holdsAnother && place != nullptr && place->schemes().contains(everyScheme))
        co_return base::fail(
            base::ErrorCode::Unsupported,
            Words::tr("%1 would show the value of its inner reference to other programs.")
                .arg(name),
            Words::tr("Write the inner value into the reference, if it is no secret."));
    auto answer = co_await fetched(uri, request, stop);
    if (!answer && holdsAnother)
        co_return unnamed(answer.error());
    CO_TRY(base::Secret value, std::move(answer));
    const core::ReferenceBackend *const backend = backendFor(uri.scheme);
    if (uri.fragment.isEmpty() || backend == nullptr || backend->takesFragment())
        co_return Node(Kind::Text, std::move(value));
    CO_TRY(const Documents documents, readYaml(value.expose()));
    const Node &root = documents.front();
    if (!root.isMap())
        co_return base::fail(base::ErrorCode::InvalidInput,
                             Words::tr("%1 goes into a document that is no map.").arg(name));
    const bool missingIsNull = request->missing == core::ReferenceRequest::Missing::IsNull;
    CO_TRY(Node node, walk(root, uri, name, missingIsNull));
    co_return std::move(node);
}

base::Task<base::Secret> Resolver::fetched(core::BackendUri uri,
                                           Request request,
                                           std::stop_token stop)
{
    const QString folder = request->folder;
    for (auto each = m_defaults.cbegin(); each != m_defaults.cend(); ++each) {
        if (!each.key().startsWith(QLatin1String("VALS_")))
            continue;
        const QString name = each.key().mid(5).toLower();
        if (!uri.params.contains(name) && !each.value().isEmpty())
            uri.params.insert(name, each.value());
    }
    core::ReferenceBackend *const backend = backendFor(uri.scheme);
    if (backend == nullptr)
        co_return base::fail(base::ErrorCode::Unsupported,
                             Words::tr("There is no backend named ‘%1’.").arg(uri.scheme));
    // Two fragments of one document are one question.
    core::BackendUri place = uri;
    if (!place.fragment.isEmpty() && !backend->takesFragment())
        place.fragment = QStringList{QStringLiteral("*")};
    QByteArray question = (folder + QLatin1Char('\n') + place.toString()).toUtf8();
    question += '\n' + backend->mark(uri, folder);
    const QByteArray name = crypto::digest(crypto::Hash::Sha256, question);
    base::wipe(question);
    const auto known = m_kept.find(name);
    const QDateTime now = m_needs.clock.now();
    const int epoch = m_epoch;
    if (known != m_kept.end() && known->second.until > now) {
        base::Secret kept = known->second.value.clone();
        const QList<core::AccountId> accounts = known->second.accounts;
        for (const core::AccountId &account : accounts)
            CO_TRY_VOID(co_await permit(request, account, stop));
        if (epoch != m_epoch)
            co_return base::fail(base::ErrorCode::Locked,
                                 Words::tr("Latchkey was locked meanwhile."));
        co_return std::move(kept);
    }
    const auto used = std::make_shared<QList<core::AccountId>>();
    core::ReferencePermit permitted = [this, used, request, stop](core::AccountId account) {
        used->append(account);
        return permit(request, std::move(account), stop);
    };
    CO_TRY(base::Secret value, co_await backend->fetchFor(uri, folder, std::move(permitted), stop));
    if (epoch != m_epoch)
        co_return base::fail(base::ErrorCode::Locked, Words::tr("Latchkey was locked meanwhile."));
    if (m_keepFor.count() > 0 && backend->isCacheable()) {
        std::erase_if(m_kept, [&now](const auto &kept) { return kept.second.until <= now; });
        const QDateTime until = m_needs.clock.now().addSecs(m_keepFor.count());
        m_kept.insert_or_assign(name, Kept{value.clone(), until, *used});
    }
    co_return std::move(value);
}

} // namespace references
