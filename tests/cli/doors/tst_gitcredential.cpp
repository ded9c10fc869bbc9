// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/gitcredential.h"

#include <QTest>

namespace {

using cli::GitChoice;
using cli::GitRequest;
using latchkey::Account;

Account account(const std::string &service,
                const std::string &name,
                const std::string &provider = {},
                const std::string &identity = {},
                const std::string &kind = "oauth")
{
    Account made;
    made.service = service;
    made.account = name;
    made.provider = provider;
    made.identity = identity;
    made.kind = kind;
    return made;
}

//! GitRequest::read of lines.
GitRequest request(const std::string &lines)
{
    auto read = GitRequest::read(lines);
    return read ? std::move(*read) : GitRequest();
}

QByteArray answerTo(const GitRequest &asked, const Account &who)
{
    const auto answer = cli::gitAnswer(asked, who, "TOKEN", 1'795'370'400);
    return answer ? QByteArray(answer->data(), static_cast<qsizetype>(answer->size()))
                  : QByteArray::fromStdString(answer.error().message);
}

//! "one:github/work", "several:2", "none".
QByteArray chosen(const std::string &lines, const std::vector<Account> &accounts)
{
    const std::vector<cli::GitHost> hosts{{"git.acme.dev", "acme"}};
    const GitChoice choice = cli::chooseAccount(request(lines), accounts, hosts);
    if (choice.how == GitChoice::How::None)
        return "none";
    if (choice.how == GitChoice::How::Several)
        return "several:" + QByteArray::number(choice.candidates.size());
    return QByteArray::fromStdString("one:" + choice.account.service + '/'
                                     + choice.account.account);
}

} // namespace

//! What git says, and what is said to git.
class GitCredentialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARequest()
    {
        const GitRequest read = request("capability[]=authtype\n"
                                        "capability[]=state\n"
                                        "protocol=HTTPS\n"
                                        "host=GitHub.com:443\n"
                                        "path=acme/app.git\n"
                                        "username=maria\n"
                                        "password=a=b\n"
                                        "wwwauth[]=Basic realm=\"GitHub\"\n"
                                        "state[]=other.thing=1\n"
                                        "state[]=latchkey.account=github/work\n"
                                        "unknown=whatever\n"
                                        "\n"
                                        "host=behind.the.end\n");
        QCOMPARE(read.protocol, std::string("https"));
        QCOMPARE(read.host, std::string("github.com:443"));
        QCOMPARE(read.hostName(), std::string("github.com"));
        QCOMPARE(read.path, std::string("acme/app.git"));
        QCOMPARE(read.username, std::string("maria"));
        QVERIFY(read.password.expose() == "a=b");
        QCOMPARE(read.challenges.size(), std::size_t(1));
        QVERIFY(read.knowsAuthTypes);
        QVERIFY(read.knowsState);
        QCOMPARE(read.account, std::string("github/work"));
    }

    void anEmptyValueForgetsAList()
    {
        const GitRequest read = request("wwwauth[]=Basic\nwwwauth[]=\nwwwauth[]=Bearer\n"
                                        "capability[]=state\ncapability[]=\n");
        QCOMPARE(read.challenges, std::vector<std::string>{"Bearer"});
        QVERIFY(!read.knowsState);
    }

    void refusesWhatGitDoesNotSay_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no equals sign") << QByteArray("protocol\n");
        QTest::newRow("no key") << QByteArray("=https\n");
        QTest::newRow("a carriage return") << QByteArray("host=a\rb\n");
        QTest::newRow("lines as Windows ends them") << QByteArray("host=a\r\n");
        QTest::newRow("a zero") << QByteArray("host=a\0b\n", 9);
        QTest::newRow("too long") << QByteArray("host=") + QByteArray(70'000, 'a');
    }
    void refusesWhatGitDoesNotSay()
    {
        QFETCH(const QByteArray, text);
        const auto read =
            GitRequest::read({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(!read);
        QCOMPARE(read.error().code, latchkey::ErrorCode::InvalidInput);
    }

    void choosesTheAccount_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("choice");
        const auto row = [](const char *what, const char *lines, const char *choice) {
            QTest::newRow(what) << QByteArray(lines) << QByteArray(choice);
        };
        row("the only one", "host=gitlab.com\n", "one:gitlab/me");
        row("none", "host=bitbucket.org\n", "none");
        row("an unknown host", "host=example.org\n", "none");
        row("a host that looks like one", "host=github.com.example.org\n", "none");
        row("a host that ends like one", "host=notgithub.com\n", "none");
        row("a host deep below one", "host=a.b.ghe.com\n", "none");
        row("two, nothing said", "host=github.com\n", "several:2");
        row("two, by the account's name", "host=github.com\nusername=work\n", "one:github/work");
        row("two, by who it is", "host=github.com\nusername=Maria-K\n", "one:github/home");
        row("two, by the path", "host=github.com\npath=maria-k/dotfiles.git\n", "one:github/home");
        row("two, by git's memory",
            "host=github.com\nstate[]=latchkey.account=github/home\n",
            "one:github/home");
        row("two, by a stranger's name", "host=github.com\nusername=nobody\n", "several:2");
        row("two, by everybody's name", "host=github.com\nusername=x-access-token\n", "several:2");
        row("the only one, by a stranger's name",
            "host=gitlab.com\nusername=nobody\n",
            "one:gitlab/me");
        row("gists", "host=gist.github.com\nusername=work\n", "one:github/work");
        row("with a port", "host=gitlab.com:443\n", "one:gitlab/me");
        row("a provider of one's own", "host=git.acme.dev\n", "one:acme/bot");
        row("a service named like the host", "host=code.home.lan\n", "one:code.home.lan/me");
    }
    void choosesTheAccount()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const QByteArray, choice);
        const std::vector<Account> accounts{account("github", "work", "github", "maria@acme.dev"),
                                            account("github", "home", "github", "maria-k"),
                                            account("gitlab", "me", "gitlab"),
                                            account("spotify", "me", "spotify"),
                                            account("acme", "bot", "acme"),
                                            account("code.home.lan", "me", {}, {}, "api_key")};
        QCOMPARE(chosen("protocol=https\n" + lines.toStdString(), accounts), choice);
    }

    void answersByEachHostsCustom_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("user");
        const auto row = [](const char *host, const char *kind, const char *user) {
            QTest::addRow("%s %s", host, kind)
                << QByteArray(host) << QByteArray(kind) << QByteArray(user);
        };
        row("github.com", "oauth", "x-access-token");
        row("gitlab.com", "oauth", "oauth2");
        row("bitbucket.org", "oauth", "x-token-auth");
        row("bitbucket.org", "api_key", "maria");
        row("git.acme.dev", "oauth", "oauth2");
    }
    void answersByEachHostsCustom()
    {
        QFETCH(const QByteArray, host);
        QFETCH(const QByteArray, kind);
        QFETCH(const QByteArray, user);
        const Account who = account("s", "a", {}, "maria", kind.toStdString());
        QCOMPARE(answerTo(request("protocol=https\nhost=" + host.toStdString() + "\n"), who),
                 "username=" + user + "\npassword=TOKEN\npassword_expiry_utc=1795370400\n");
    }

    void givesABearerTokenWhereOnlyThatIsTaken()
    {
        const Account who = account("acme", "bot");
        const std::string asked = "protocol=https\nhost=git.acme.dev\nwwwauth[]=Bearer realm=x\n";
        // An older git knows passwords only.
        QVERIFY(answerTo(request(asked), who).startsWith("username=oauth2\npassword=TOKEN\n"));
        QCOMPARE(answerTo(request(asked + "capability[]=authtype\n"), who),
                 QByteArray("capability[]=authtype\nauthtype=Bearer\ncredential=TOKEN\n"
                            "password_expiry_utc=1795370400\n"));
        QVERIFY(answerTo(request(asked + "capability[]=authtype\nwwwauth[]=Basic realm=x\n"), who)
                    .contains("password=TOKEN"));
    }

    void tellsGitWhichAccountItWas()
    {
        QCOMPARE(answerTo(request("protocol=https\nhost=github.com\ncapability[]=state\n"),
                          account("github", "work")),
                 QByteArray("capability[]=state\nstate[]=latchkey.account=github/work\n"
                            "username=x-access-token\npassword=TOKEN\n"
                            "password_expiry_utc=1795370400\n"));
    }

    void givesNothingThatWouldBreakALine()
    {
        const auto answer = cli::gitAnswer(
            request("protocol=https\nhost=github.com\n"), account("a", "b"), "x\nhost=evil", {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, latchkey::ErrorCode::Unsupported);
    }
};

QTEST_APPLESS_MAIN(GitCredentialTest)
#include "tst_gitcredential.moc"
