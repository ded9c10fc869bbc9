// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/authorityverbs.h"

#include "apps/daemon/verbworks.h"
#include "apps/desk/publicurl.h"
#include "core/settingspecs.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>
#include <array>

namespace apps {

namespace {

using base::ErrorCode;

QString tr(const char *text)
{
    return QCoreApplication::translate("apps", text);
}

//! These verbs need no key: what is in the vault stays there.
class ClosedVault final : public core::SecretStore
{
public:
    [[nodiscard]] base::Task<base::Secret> read(QString) override { co_return refuse(); }
    [[nodiscard]] base::Task<> write(QString, base::Secret) override { co_return refuse(); }
    [[nodiscard]] base::Task<> remove(QString) override { co_return refuse(); }
    [[nodiscard]] core::StoreState state() const override { return core::StoreState::Locked; }
    [[nodiscard]] base::Task<> unlock(base::Secret) override { co_return refuse(); }
    void lock() override {}

private:
    [[nodiscard]] static tl::unexpected<base::Error> refuse()
    {
        return base::fail(ErrorCode::Locked,
                          QCoreApplication::translate("apps", "The store is not opened for this."));
    }
};

enum class Behind { Nothing, Word, PerhapsWord };

struct KnownVerb
{
    QLatin1String name;
    VerbWork work;
    Behind behind;
    const char *what; //!< the word
};

constexpr std::array knownVerbs{
    KnownVerb{QLatin1String("add-user"),
              addUser,
              Behind::Word,
              QT_TRANSLATE_NOOP("apps", "the user’s name")},
    KnownVerb{QLatin1String("users"), listUsers, Behind::Nothing, ""},
    KnownVerb{QLatin1String("change-user"),
              changeUser,
              Behind::Word,
              QT_TRANSLATE_NOOP("apps", "the user’s name")},
    KnownVerb{QLatin1String("remove-user"),
              removeUser,
              Behind::Word,
              QT_TRANSLATE_NOOP("apps", "the user’s name")},
    KnownVerb{QLatin1String("reset-totp"),
              resetTotp,
              Behind::Word,
              QT_TRANSLATE_NOOP("apps", "the user’s name")},
    KnownVerb{QLatin1String("set-password"),
              setPassword,
              Behind::Word,
              QT_TRANSLATE_NOOP("apps", "the user’s name")},
    KnownVerb{QLatin1String("sessions"),
              listSessions,
              Behind::PerhapsWord,
              QT_TRANSLATE_NOOP("apps", "the user’s name")},
    KnownVerb{QLatin1String("end-session"),
              endSession,
              Behind::Word,
              QT_TRANSLATE_NOOP("apps", "the session’s id")},
    KnownVerb{QLatin1String("add-client"),
              addClient,
              Behind::Word,
              QT_TRANSLATE_NOOP("apps", "the client’s name")},
    KnownVerb{QLatin1String("clients"), listClients, Behind::Nothing, ""},
    KnownVerb{QLatin1String("remove-client"),
              removeClient,
              Behind::Word,
              QT_TRANSLATE_NOOP("apps", "the client’s id")},
    KnownVerb{QLatin1String("add-token"),
              addToken,
              Behind::Word,
              QT_TRANSLATE_NOOP("apps", "metrics, policy or registration")},
    KnownVerb{QLatin1String("keys"), listKeys, Behind::Nothing, ""},
    KnownVerb{QLatin1String("rotate"), rotateKeys, Behind::Nothing, ""},
    KnownVerb{QLatin1String("revoke-key"),
              revokeKey,
              Behind::Word,
              QT_TRANSLATE_NOOP("apps", "the key’s kid")},
    KnownVerb{QLatin1String("logs"), listEvents, Behind::Nothing, ""},
};

base::Result<> checkWords(const KnownVerb &known, const AuthorityVerb &verb)
{
    const auto words = verb.words.size();
    const bool fits = known.behind == Behind::Nothing ? words == 0
                      : known.behind == Behind::Word  ? words == 1
                                                      : words <= 1;
    if (fits)
        return {};
    return base::fail(ErrorCode::InvalidInput,
                      known.behind == Behind::Nothing
                          ? tr("“%1” wants no word behind it.").arg(verb.name)
                          : tr("“%1” wants one word behind it: %2.").arg(verb.name, tr(known.what)),
                      tr("See latchkeyd authority --help."));
}

} // namespace

void print(const QJsonObject &object)
{
    QTextStream(stdout) << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))
                        << '\n';
}

void put(QJsonObject &object, const char *name, const QDateTime &time)
{
    if (time.isValid())
        object.insert(QString::fromLatin1(name), time.toUTC().toString(Qt::ISODateWithMs));
}

void addVerbOptions(QCommandLineParser &line)
{
    const auto add = [&line](const char *name, const QString &what, const char *value) {
        line.addOption(
            QCommandLineOption(QString::fromLatin1(name), what, QString::fromLatin1(value)));
    };
    add("role", tr("add-user, change-user: a role, such as admin; may be repeated."), "role");
    add("email", tr("add-user, change-user: the e-mail address."), "address");
    add("display-name", tr("add-user, change-user: the full name."), "name");
    line.addOption({QStringLiteral("activate"), tr("change-user: may sign in.")});
    line.addOption({QStringLiteral("deactivate"), tr("change-user: may not sign in any more.")});
    add("redirect", tr("add-client: a redirect address; may be repeated."), "url");
    add("grant", tr("add-client: a grant type; may be repeated."), "type");
    add("scope", tr("add-client: a scope; may be repeated."), "scope");
    add("resource",
        tr("add-client: what its tokens are for (RFC 8707); may be repeated. With the scope admin "
           "or policy it is the authority itself unless given."),
        "url");
    line.addOption({QStringLiteral("confidential"), tr("add-client: give it a secret.")});
    add("last", tr("logs: how many events; 50 unless given."), "number");
    add("kind", tr("logs: only this kind, such as sign_in_failed."), "kind");
}

QString aboutVerbs()
{
    return tr(
        "Verbs:\n"
        "  serve                 serve until SIGTERM\n"
        "  add-user NAME         make a user; the password is read from standard input\n"
        "  users                 list the users\n"
        "  change-user NAME      change roles, e-mail, name, or whether it may sign in\n"
        "  set-password NAME     read a new password from standard input; ends its sessions\n"
        "  reset-totp NAME       take the second factor away\n"
        "  remove-user NAME      remove a user and all it was given\n"
        "  sessions [NAME]       list the sessions, of one user or all\n"
        "  end-session ID        end a session and what was given by it\n"
        "  add-client NAME       register a client; prints its id and secret\n"
        "  clients               list the clients\n"
        "  remove-client ID      remove a client and all it was given\n"
        "  add-token PURPOSE     make a token for metrics, policy or registration; prints it\n"
        "  keys                  list the signing keys\n"
        "  rotate                sign with the next keys from now on\n"
        "  revoke-key KID        emergency: nothing that the key has signed is good any more\n"
        "  logs                  what has happened, the newest last");
}

base::Result<> runAuthorityVerb(const AuthorityVerb &verb,
                                AuthorityHouse::Options options,
                                base::Settings &settings)
{
    const auto known = std::find_if(knownVerbs.begin(), knownVerbs.end(), [&](const auto &one) {
        return one.name == verb.name;
    });
    if (known == knownVerbs.end())
        return base::fail(ErrorCode::InvalidInput,
                          tr("There is no verb “%1”.").arg(verb.name),
                          tr("See latchkeyd authority --help."));
    TRY_VOID(checkWords(*known, verb));
    const base::Paths paths = base::Paths::ofUser();
    TRY_VOID(paths.create());
    options.databaseFile = paths.databaseFile();
    options.policyFolder = paths.config + QStringLiteral("/policies");
    options.port = static_cast<quint16>(settings.number(core::setting::authorityPort));
    if (options.publicUrl.isEmpty()) {
        TRY(options.publicUrl, publicUrlFrom(settings.text(core::setting::authorityPublicUrl)));
    }
    options.isServing = false;
    ClosedVault vault;
    base::SystemClock clock;
    TRY(const std::unique_ptr<AuthorityHouse> house,
        AuthorityHouse::open(std::move(options), {}, vault, clock));
    return known->work(*house, verb);
}

} // namespace apps
