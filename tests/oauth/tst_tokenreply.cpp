// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenreply.h"
#include "support/verifyresult.h"

#include <QRandomGenerator>
#include <QTest>

using base::ErrorCode;
using core::TokenReplyQuirks;
using oauth::parseTokenAnswer;
using oauth::parseTokenReply;

namespace {
const QDateTime now({2026, 11, 22}, {12, 0}, Qt::UTC);
} // namespace

class TokenReplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAWholeReply();
    void understandsLifetimes_data();
    void understandsLifetimes();
    void splitsScopes_data();
    void splitsScopes();
    void refusesTokensThatCannotBeOnes_data();
    void refusesTokensThatCannotBeOnes();
    void onlyBearerTokensAreUsed_data();
    void onlyBearerTokensAreUsed();
    void readsSlacksNestedTokens();
    void tellsRefusalsFromReplies_data();
    void tellsRefusalsFromReplies();
    void mapsRefusalsToErrors_data();
    void mapsRefusalsToErrors();
    void providersWordsAreShownTidied();
    void survivesRandomDamage();
};

void TokenReplyTest::readsAWholeReply()
{
    const QByteArray body(R"({"access_token":"at","token_type":"bearer","expires_in":3600,
        "refresh_token":"rt","id_token":"a.b.c","scope":"openid email","custom":{"x":1}})");

    const auto reply = parseTokenReply(body, {}, now);

    VERIFY_RESULT(reply);
    QVERIFY(reply->accessToken.equals("at"));
    QVERIFY(reply->refreshToken.equals("rt"));
    QVERIFY(reply->idToken.equals("a.b.c"));
    QCOMPARE(reply->tokenType, QStringLiteral("Bearer"));
    QCOMPARE(reply->issuedAt, now);
    QCOMPARE(reply->expiresAt, now.addSecs(3600));
    QCOMPARE(reply->scopes.value(),
             QStringList({QStringLiteral("openid"), QStringLiteral("email")}));
}

void TokenReplyTest::understandsLifetimes_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<qint64>("seconds"); // -1: not known

    QTest::newRow("number") << QByteArray(R"(,"expires_in":3600)") << qint64(3600);
    QTest::newRow("string") << QByteArray(R"(,"expires_in":"3600")") << qint64(3600);
    QTest::newRow("fraction") << QByteArray(R"(,"expires_in":3599.9)") << qint64(3599);
    QTest::newRow("exponent") << QByteArray(R"(,"expires_in":3.6e3)") << qint64(3600);
    QTest::newRow("a year") << QByteArray(R"(,"expires_in":31536000)") << qint64(31536000);
    QTest::newRow("missing") << QByteArray() << qint64(-1);
    QTest::newRow("null") << QByteArray(R"(,"expires_in":null)") << qint64(-1);
    QTest::newRow("zero") << QByteArray(R"(,"expires_in":0)") << qint64(-1);
    QTest::newRow("negative") << QByteArray(R"(,"expires_in":-5)") << qint64(-1);
    QTest::newRow("absurd") << QByteArray(R"(,"expires_in":1e300)") << qint64(-1);
    QTest::newRow("infinite") << QByteArray(R"(,"expires_in":1e999)") << qint64(-1);
    QTest::newRow("infinite word") << QByteArray(R"(,"expires_in":"inf")") << qint64(-1);
    QTest::newRow("words") << QByteArray(R"(,"expires_in":"soon")") << qint64(-1);
    QTest::newRow("object") << QByteArray(R"(,"expires_in":{})") << qint64(-1);
    QTest::newRow("64 bits") << QByteArray(R"(,"expires_in":9223372036854775807)") << qint64(-1);
}

void TokenReplyTest::understandsLifetimes()
{
    QFETCH(QByteArray, member);
    QFETCH(qint64, seconds);
    const QByteArray body = R"({"access_token":"at","token_type":"Bearer")" + member + "}";

    const auto reply = parseTokenReply(body, {}, now);

    VERIFY_RESULT(reply);
    QCOMPARE(reply->expiresAt.isValid() ? now.secsTo(reply->expiresAt) : -1, seconds);
}

void TokenReplyTest::splitsScopes_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QString>("separator");
    QTest::addColumn<QString>("joined");

    QTest::newRow("spaces") << QByteArray(R"("a  b")") << QStringLiteral(" ") << "a|b";
    QTest::newRow("commas") << QByteArray(R"("repo,gist")") << QStringLiteral(",") << "repo|gist";
    QTest::newRow("commas and spaces")
        << QByteArray(R"("repo, gist")") << QStringLiteral(",") << "repo|gist";
    QTest::newRow("array") << QByteArray(R"(["a","b"])") << QStringLiteral(" ") << "a|b";
    QTest::newRow("empty") << QByteArray(R"("")") << QStringLiteral(" ") << "";
    QTest::newRow("null") << QByteArray("null") << QStringLiteral(" ") << "none";
}

void TokenReplyTest::splitsScopes()
{
    QFETCH(QByteArray, scope);
    QFETCH(QString, separator);
    QFETCH(QString, joined);
    TokenReplyQuirks quirks;
    quirks.scopeSeparator = separator;

    const auto reply =
        parseTokenReply(R"({"access_token":"at","scope":)" + scope + "}", quirks, now);

    VERIFY_RESULT(reply);
    QCOMPARE(reply->scopes ? reply->scopes->join(u'|') : QStringLiteral("none"), joined);
}

void TokenReplyTest::refusesTokensThatCannotBeOnes_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("none") << QByteArray(R"({"token_type":"Bearer"})");
    QTest::newRow("empty") << QByteArray(R"({"access_token":""})");
    QTest::newRow("number") << QByteArray(R"({"access_token":12})");
    QTest::newRow("line break") << QByteArray(R"({"access_token":"a\nb"})");
    QTest::newRow("carriage return") << QByteArray(R"({"access_token":"a\rb"})");
    QTest::newRow("null byte") << QByteArray(R"({"access_token":"a\u0000b"})");
    QTest::newRow("not ASCII") << QByteArray(R"({"access_token":"aäb"})");
    QTest::newRow("refresh token with line break")
        << QByteArray(R"({"access_token":"a","refresh_token":"a\nb"})");
    QTest::newRow("id token with line break")
        << QByteArray(R"({"access_token":"a","id_token":"a\nb"})");
    QTest::newRow("html") << QByteArray("<html>Sign in to the hotel's network</html>");
    QTest::newRow("form") << QByteArray("access_token=a&token_type=bearer");
    QTest::newRow("empty body") << QByteArray();
}

void TokenReplyTest::refusesTokensThatCannotBeOnes()
{
    QFETCH(QByteArray, body);

    QVERIFY(!parseTokenReply(body, {}, now));
    const auto answer = parseTokenAnswer(200, body, {}, now);
    QVERIFY(!answer || !answer->reply);
}

void TokenReplyTest::onlyBearerTokensAreUsed_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("okField");
    QTest::addColumn<bool>("used");

    QTest::newRow("Bearer") << QByteArray("Bearer") << false << true;
    QTest::newRow("lower case") << QByteArray("bearer") << false << true;
    QTest::newRow("DPoP") << QByteArray("DPoP") << false << false;
    QTest::newRow("mac") << QByteArray("mac") << false << false;
    QTest::newRow("N_A") << QByteArray("N_A") << false << false;
    QTest::newRow("Slack's bot") << QByteArray("bot") << true << true;
    QTest::newRow("somebody's bot") << QByteArray("bot") << false << false;
}

void TokenReplyTest::onlyBearerTokensAreUsed()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, okField);
    QFETCH(bool, used);
    TokenReplyQuirks quirks;
    quirks.okField = okField;

    const auto reply =
        parseTokenReply(R"({"access_token":"at","token_type":")" + type + "\"}", quirks, now);

    QCOMPARE(reply.has_value(), used);
    if (used)
        QCOMPARE(reply->tokenType, QStringLiteral("Bearer"));
    else
        QCOMPARE(reply.error().code, ErrorCode::Unsupported);
}

void TokenReplyTest::readsSlacksNestedTokens()
{
    TokenReplyQuirks quirks;
    quirks.okField = true;
    quirks.nestedIn = QStringLiteral("authed_user");
    quirks.scopeSeparator = QStringLiteral(",");
    const QByteArray body(R"({"ok":true,"access_token":"xoxb","token_type":"bot","authed_user":
        {"id":"U1","scope":"search:read,chat:write","access_token":"xoxp","token_type":"user"}})");
    const QByteArray botOnly(R"({"ok":true,"access_token":"xoxb","authed_user":{"id":"U1"}})");

    const auto reply = parseTokenReply(body, quirks, now);
    const auto bot = parseTokenReply(botOnly, quirks, now);

    VERIFY_RESULT(reply);
    QVERIFY(reply->accessToken.equals("xoxp"));
    QCOMPARE(reply->scopes->size(), 2);
    VERIFY_RESULT(bot);
    QVERIFY(bot->accessToken.equals("xoxb"));
}

void TokenReplyTest::tellsRefusalsFromReplies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<TokenReplyQuirks>("quirks");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("description");

    const TokenReplyQuirks none;
    TokenReplyQuirks github;
    github.errorsWithOk = true;
    TokenReplyQuirks slack;
    slack.okField = true;
    TokenReplyQuirks twitch;
    twitch.pendingField = QStringLiteral("message");

    QTest::newRow("RFC 6749 5.2") << 400 << QByteArray(R"({"error":"invalid_grant"})") << none
                                  << "invalid_grant"
                                  << "";
    QTest::newRow("description")
        << 400 << QByteArray(R"({"error":"invalid_scope","error_description":"No such"})") << none
        << "invalid_scope"
        << "No such";
    QTest::newRow("GitHub with 200")
        << 200 << QByteArray(R"({"error":"bad_refresh_token","error_description":"Expired."})")
        << github << "invalid_grant"
        << "Expired.";
    QTest::newRow("GitHub's client")
        << 200 << QByteArray(R"({"error":"incorrect_client_credentials"})") << github
        << "invalid_client"
        << "";
    QTest::newRow("Google pending with 428")
        << 428 << QByteArray(R"({"error":"authorization_pending"})") << none
        << "authorization_pending"
        << "";
    QTest::newRow("Slack") << 200 << QByteArray(R"({"ok":false,"error":"invalid_refresh_token"})")
                           << slack << "invalid_grant"
                           << "";
    QTest::newRow("Slack without a word") << 200 << QByteArray(R"({"ok":false})") << slack << ""
                                          << "";
    QTest::newRow("Twitch pending")
        << 400 << QByteArray(R"({"status":400,"message":"authorization_pending"})") << twitch
        << "authorization_pending"
        << "";
    QTest::newRow("Twitch refresh")
        << 400 << QByteArray(R"({"status":400,"message":"Invalid refresh token"})") << twitch
        << "invalid_grant"
        << "";
    QTest::newRow("Microsoft declined")
        << 400 << QByteArray(R"({"error":"authorization_declined"})") << none << "access_denied"
        << "";
    QTest::newRow("error object") << 403
                                  << QByteArray(R"({"error":{"code":403,"message":"Not enabled"}})")
                                  << none << ""
                                  << "Not enabled";
    QTest::newRow("html") << 502 << QByteArray("<html>") << none << ""
                          << "";
    QTest::newRow("empty") << 401 << QByteArray() << none << ""
                           << "";
    QTest::newRow("redirect") << 302 << QByteArray() << none << ""
                              << "";
    QTest::newRow("no content") << 204 << QByteArray() << none << ""
                                << "";
    QTest::newRow("both") << 200 << QByteArray(R"({"error":"invalid_grant","access_token":"a"})")
                          << none << "invalid_grant"
                          << "";
}

void TokenReplyTest::tellsRefusalsFromReplies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(TokenReplyQuirks, quirks);
    QFETCH(QString, code);
    QFETCH(QString, description);

    const auto answer = parseTokenAnswer(status, body, quirks, now);

    VERIFY_RESULT(answer);
    QVERIFY(!answer->reply);
    QCOMPARE(answer->refusal.status, status);
    QCOMPARE(answer->refusal.code, code);
    QCOMPARE(answer->refusal.description, description);
}

void TokenReplyTest::mapsRefusalsToErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<ErrorCode>("expected");
    QTest::addColumn<bool>("passing");

    QTest::newRow("invalid_grant") << 400 << "invalid_grant" << ErrorCode::SignInRequired << false;
    QTest::newRow("invalid_client") << 401 << "invalid_client" << ErrorCode::Denied << false;
    QTest::newRow("401 alone") << 401 << "" << ErrorCode::Denied << false;
    QTest::newRow("unauthorized_client")
        << 400 << "unauthorized_client" << ErrorCode::Unsupported << false;
    QTest::newRow("unsupported_grant_type")
        << 400 << "unsupported_grant_type" << ErrorCode::Unsupported << false;
    QTest::newRow("invalid_scope") << 400 << "invalid_scope" << ErrorCode::InvalidInput << false;
    QTest::newRow("invalid_request") << 400 << "invalid_request" << ErrorCode::ToolFailed << false;
    QTest::newRow("access_denied") << 400 << "access_denied" << ErrorCode::Denied << false;
    QTest::newRow("expired_token") << 400 << "expired_token" << ErrorCode::Expired << false;
    QTest::newRow("unknown") << 400 << "something_new" << ErrorCode::ToolFailed << false;
    QTest::newRow("405") << 405 << "" << ErrorCode::ToolFailed << false;
    QTest::newRow("temporarily_unavailable")
        << 400 << "temporarily_unavailable" << ErrorCode::Unreachable << true;
    QTest::newRow("429") << 429 << "" << ErrorCode::Unreachable << true;
    QTest::newRow("503") << 503 << "" << ErrorCode::Unreachable << true;
    QTest::newRow("a broken proxy's word")
        << 503 << "invalid_grant" << ErrorCode::Unreachable << true;
}

void TokenReplyTest::mapsRefusalsToErrors()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(ErrorCode, expected);
    QFETCH(bool, passing);
    oauth::Refusal refusal;
    refusal.status = status;
    refusal.code = code;

    const base::Error error = toError(refusal, QStringLiteral("Slack"));

    QCOMPARE(error.code, expected);
    QCOMPARE(error.retryable == base::Retryable::Yes, passing);
    QVERIFY(error.message.contains(QLatin1String("Slack")));
    QVERIFY(!error.remedy.isEmpty());
}

void TokenReplyTest::providersWordsAreShownTidied()
{
    const QByteArray body(
        "{\"error\":\"invalid_grant\",\"error_description\":\"Gone\\n\\u202e for \\u0007good\"}");

    const auto answer = parseTokenAnswer(400, body, {}, now);

    VERIFY_RESULT(answer);
    QCOMPARE(answer->refusal.description, QStringLiteral("Gone for good"));
    QCOMPARE(toError(answer->refusal, QStringLiteral("Slack")).message,
             QStringLiteral("Slack has ended this sign-in. It says: Gone for good"));
}

void TokenReplyTest::survivesRandomDamage()
{
    QRandomGenerator random(6749);
    const QByteArray whole(
        R"({"ok":true,"error":"x","access_token":"at","token_type":"bearer","expires_in":"3600",)"
        R"("refresh_token":"rt","scope":["a","b"],"authed_user":{"access_token":"x"},"interval":5})");
    TokenReplyQuirks quirks;
    quirks.nestedIn = QStringLiteral("authed_user");
    quirks.pendingField = QStringLiteral("message");
    for (int round = 0; round < 20'000; ++round) {
        QByteArray body = whole;
        quirks.okField = random.bounded(2);
        for (int hits = random.bounded(6); hits > 0; --hits) {
            const int at = random.bounded(static_cast<int>(body.size()));
            if (random.bounded(3) == 0)
                body.remove(at, random.bounded(8));
            else
                body[at] = static_cast<char>(random.bounded(256));
            if (body.isEmpty())
                body = "{";
        }

        const auto answer = parseTokenAnswer(random.bounded(2) ? 200 : 400, body, quirks, now);

        if (answer && answer->reply) {
            const QByteArrayView token = answer->reply->accessToken.expose();
            QVERIFY(!token.isEmpty() && !token.contains('\n') && !token.contains('\r'));
            QVERIFY(!answer->reply->expiresAt.isValid() || answer->reply->expiresAt > now);
        }
    }
}

Q_DECLARE_METATYPE(core::TokenReplyQuirks)
QTEST_GUILESS_MAIN(TokenReplyTest)
#include "tst_tokenreply.moc"
