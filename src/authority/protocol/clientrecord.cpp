// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/clientrecord.h"

#include "authority/protocol/grammar.h"
#include "authority/protocol/redirecturi.h"
#include "authority/words.h"
#include "crypto/signingkey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace authority {

namespace {

constexpr qsizetype mostEntries = 20;
constexpr qsizetype longestName = 100;
constexpr qsizetype longestJwks = 16 * 1024;

bool isPrintable(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); });
}

bool isOrigin(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.path().isEmpty() && !url.hasQuery()
           && !url.hasFragment() && url.userInfo().isEmpty()
           && (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
           && url.toString(QUrl::FullyEncoded) == text;
}

//! A set of public keys of which at least one can be used. One with a private half is refused: it
//! was sent to the wrong place.
bool isKeySet(const QString &json)
{
    const QByteArray bytes = json.toUtf8();
    const auto keys = crypto::parseJwkSet(bytes);
    if (!keys || keys->isEmpty() || bytes.size() > longestJwks)
        return false;
    const QJsonArray array = QJsonDocument::fromJson(bytes).object().value(u"keys").toArray();
    return std::none_of(array.begin(), array.end(), [](const QJsonValue &key) {
        return key.toObject().contains(u"d") || key.toObject().contains(u"k");
    });
}

class Examination
{
public:
    void unless(bool holds, const char *field, const QString &message)
    {
        if (!holds)
            m_faults += {field, message};
    }
    //! Every entry has to be what \a fits says.
    template<typename Fits>
    void each(const QStringList &list, const char *field, const QString &message, Fits fits)
    {
        unless(list.size() <= mostEntries, field, Words::tr("There are more than 20 entries."));
        for (const QString &entry : list)
            unless(fits(entry), field, message.arg(entry.left(200)));
    }
    [[nodiscard]] QList<ClientFault> faults() const { return m_faults; }

private:
    QList<ClientFault> m_faults;
};

bool isClientId(const QString &id)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9][A-Za-z0-9._~-]{2,63}")));
    return pattern.match(id).hasMatch();
}

} // namespace

const QStringList &knownGrants()
{
    static const QStringList grants{QStringLiteral("authorization_code"),
                                    QStringLiteral("refresh_token"),
                                    QStringLiteral("client_credentials"),
                                    QStringLiteral("urn:ietf:params:oauth:grant-type:device_code")};
    return grants;
}

const QStringList &knownAuthMethods()
{
    static const QStringList methods{QStringLiteral("none"),
                                     QStringLiteral("client_secret_basic"),
                                     QStringLiteral("client_secret_post"),
                                     QStringLiteral("private_key_jwt")};
    return methods;
}

const QStringList &proofAlgorithms()
{
    static const QStringList algorithms{QStringLiteral("ES256"),
                                        QStringLiteral("RS256"),
                                        QStringLiteral("PS256"),
                                        QStringLiteral("EdDSA")};
    return algorithms;
}

QList<ClientFault> faultsOf(const core::AuthorityClient &client)
{
    Examination look;
    look.unless(client.id.isEmpty() || isClientId(client.id),
                "client_id",
                Words::tr("The id has 3 to 64 letters, digits, dots, dashes or underscores."));
    look.unless(!client.name.trimmed().isEmpty() && client.name.size() <= longestName
                    && isPrintable(client.name),
                "client_name",
                Words::tr("The name has 1 to 100 characters."));
    look.unless(knownAuthMethods().contains(client.authMethod),
                "token_endpoint_auth_method",
                Words::tr("This way for a client to prove itself is not known."));
    look.unless(!client.grants.isEmpty() && isWithin(client.grants, knownGrants()),
                "grant_types",
                Words::tr("One of the grant types is not known."));
    look.unless(client.authMethod != QLatin1String("none")
                    || !client.grants.contains(QStringLiteral("client_credentials")),
                "grant_types",
                Words::tr("Client credentials need a client with a secret or a key."));
    look.unless(!client.redirectUris.isEmpty()
                    || !client.grants.contains(QStringLiteral("authorization_code")),
                "redirect_uris",
                Words::tr("Enter at least one redirect address."));
    look.each(client.redirectUris,
              "redirect_uris",
              Words::tr("%1 cannot be a redirect address: use https, http://127.0.0.1 or a "
                        "private scheme with a dot, and no #."),
              isAcceptableRedirect);
    look.each(client.postLogoutRedirectUris,
              "post_logout_redirect_uris",
              Words::tr("%1 cannot be an address to return to after signing out."),
              isAcceptableRedirect);
    look.each(client.origins,
              "origins",
              Words::tr("%1 is not an origin such as https://app.example."),
              isOrigin);
    look.each(client.resources,
              "resources",
              Words::tr("%1 is not an absolute address without #."),
              isResource);
    look.each(client.scopes, "scope", Words::tr("%1 cannot be a scope."), [](const QString &scope) {
        return parseScopes(scope).value_or(QStringList()).size() == 1;
    });
    look.unless(crypto::signingAlgorithmFrom(client.signingAlgorithm).has_value(),
                "id_token_signed_response_alg",
                Words::tr("Tokens are signed with ES256, RS256 or EdDSA."));
    const bool needsKeys = client.authMethod == QLatin1String("private_key_jwt");
    look.unless(needsKeys ? isKeySet(client.jwks) : client.jwks.isEmpty() || isKeySet(client.jwks),
                "jwks",
                Words::tr("The keys are a JSON Web Key Set of public RSA, P-256 or Ed25519 keys."));
    return look.faults();
}

} // namespace authority
