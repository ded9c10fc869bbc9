// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/authorizationreply.h"
#include "support/verifyresult.h"

#include <QTest>

using base::ErrorCode;
using Kind = oauth::ReplyJudgement::Kind;
using Parameters = QMap<QString, QString>;

namespace {

const oauth::ReplyExpectation expectation{QStringLiteral("Acme"),
                                          QStringLiteral("the-state"),
                                          QStringLiteral("https://id.acme.dev"),
                                          false};

Parameters with(std::initializer_list<std::pair<const char *, const char *>> pairs)
{
    Parameters out;
    for (const auto &[name, value] : pairs)
        out.insert(QString::fromUtf8(name), QString::fromUtf8(value));
    return out;
}

} // namespace

class AuthorizationReplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsACodeWithOurState();
    void withoutOurStateNothingCounts_data();
    void withoutOurStateNothingCounts();
    void anotherIssuerIsRefused();
    void aCompulsoryIssuerMayNotBeMissing();
    void theProvidersWordsArePassedOn();
    void troubleThatPassesIsRetryable();
    void aReplyWithoutCodeIsRefused();
    void anErrorBeatsACode();
    void issuersMatchToTheLetter_data();
    void issuersMatchToTheLetter();
    void foreignWordsAreTidied();
};

void AuthorizationReplyTest::acceptsACodeWithOurState()
{
    const auto judged = oauth::judgeReply(
        with({{"code", "abc"}, {"state", "the-state"}, {"iss", "https://id.acme.dev"}}),
        expectation);

    QCOMPARE(judged.kind, Kind::Accepted);
    QVERIFY(judged.code.equals("abc"));
}

void AuthorizationReplyTest::withoutOurStateNothingCounts_data()
{
    QTest::addColumn<Parameters>("parameters");

    QTest::newRow("none") << with({{"code", "abc"}});
    QTest::newRow("empty") << with({{"code", "abc"}, {"state", ""}});
    QTest::newRow("wrong") << with({{"code", "abc"}, {"state", "the-State"}});
    QTest::newRow("longer") << with({{"code", "abc"}, {"state", "the-state2"}});
    QTest::newRow("shorter") << with({{"code", "abc"}, {"state", "the-stat"}});
    QTest::newRow("an error without it") << with({{"error", "access_denied"}});
    QTest::newRow("nothing at all") << Parameters{};
}

void AuthorizationReplyTest::withoutOurStateNothingCounts()
{
    QFETCH(const Parameters, parameters);

    const auto judged = oauth::judgeReply(parameters, expectation);

    QCOMPARE(judged.kind, Kind::Stray);
    QVERIFY(judged.code.isEmpty());

    // An expectation that was never filled in accepts nothing either.
    QCOMPARE(oauth::judgeReply(parameters, {}).kind, Kind::Stray);
}

void AuthorizationReplyTest::anotherIssuerIsRefused()
{
    const auto judged = oauth::judgeReply(
        with({{"code", "abc"}, {"state", "the-state"}, {"iss", "https://id.acme.dev/"}}),
        expectation);

    QCOMPARE(judged.kind, Kind::Refused);
    QCOMPARE(judged.error->code, ErrorCode::Denied);
}

void AuthorizationReplyTest::aCompulsoryIssuerMayNotBeMissing()
{
    auto strict = expectation;
    strict.issuerCompulsory = true;

    QCOMPARE(oauth::judgeReply(with({{"code", "abc"}, {"state", "the-state"}}), strict).kind,
             Kind::Refused);
    QCOMPARE(oauth::judgeReply(with({{"code", "abc"}, {"state", "the-state"}}), expectation).kind,
             Kind::Accepted);
}

void AuthorizationReplyTest::theProvidersWordsArePassedOn()
{
    const auto judged = oauth::judgeReply(with({{"error", "access_denied"},
                                                {"error_description", "Not <b>you</b>"},
                                                {"state", "the-state"}}),
                                          expectation);

    QCOMPARE(judged.kind, Kind::Refused);
    QCOMPARE(judged.error->code, ErrorCode::Denied);
    QVERIFY(judged.error->message.contains(QStringLiteral("Not <b>you</b>")));
}

void AuthorizationReplyTest::troubleThatPassesIsRetryable()
{
    const auto judged = oauth::judgeReply(
        with({{"error", "temporarily_unavailable"}, {"state", "the-state"}}), expectation);

    QCOMPARE(judged.error->code, ErrorCode::Unreachable);
    QCOMPARE(judged.error->retryable, base::Retryable::Yes);
}

void AuthorizationReplyTest::aReplyWithoutCodeIsRefused()
{
    const auto judged =
        oauth::judgeReply(with({{"state", "the-state"}, {"code", ""}}), expectation);

    QCOMPARE(judged.kind, Kind::Refused);
    QCOMPARE(judged.error->code, ErrorCode::InvalidInput);
}

void AuthorizationReplyTest::anErrorBeatsACode()
{
    const auto judged = oauth::judgeReply(
        with({{"state", "the-state"}, {"code", "abc"}, {"error", "access_denied"}}), expectation);

    QCOMPARE(judged.kind, Kind::Refused);
    QVERIFY(judged.code.isEmpty());
}

void AuthorizationReplyTest::issuersMatchToTheLetter_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("tenant");
    QTest::addColumn<bool>("matches");

    const auto row = [](const char *name,
                        const char *expected,
                        const char *issuer,
                        const char *tenant,
                        bool matches) {
        QTest::newRow(name) << QString::fromUtf8(expected) << QString::fromUtf8(issuer)
                            << QString::fromUtf8(tenant) << matches;
    };
    const char *pattern = "https://login.microsoftonline.com/{tenantid}/v2.0";
    const char *tenant = "9188040d-6c67-4c5b-b112-36a304b66dad";
    const char *real =
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0";
    row("same", "https://a.dev", "https://a.dev", "", true);
    row("slash", "https://a.dev", "https://a.dev/", "", false);
    row("case", "https://a.dev", "https://A.dev", "", false);
    row("unknown", "", "", "", false);
    row("tenant", pattern, real, tenant, true);
    row("any tenant", pattern, real, "", true);
    row("another tenant", pattern, real, "00000000-6c67-4c5b-b112-36a304b66dad", false);
    row("no GUID", pattern, "https://login.microsoftonline.com/evil/v2.0", "", false);
    row("a path as tenant", pattern, "https://login.microsoftonline.com/a/b/v2.0", "", false);
    row("another host",
        pattern,
        "https://evil.dev/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
        tenant,
        false);
    row("too short", pattern, "https://login.microsoftonline.com//v2.0", "", false);
}

void AuthorizationReplyTest::issuersMatchToTheLetter()
{
    QFETCH(const QString, expected);
    QFETCH(const QString, issuer);
    QFETCH(const QString, tenant);
    QFETCH(const bool, matches);

    QCOMPARE(oauth::issuerMatches(expected, issuer, tenant), matches);
}

void AuthorizationReplyTest::foreignWordsAreTidied()
{
    QCOMPARE(oauth::tidied(QString::fromUtf8(" a\r\nb\tc\u202e \u0007d ")),
             QStringLiteral("a b c d"));
    QCOMPARE(oauth::tidied(QString(1000, u'a')).size(), 300);
}

QTEST_GUILESS_MAIN(AuthorizationReplyTest)
#include "tst_authorizationreply.moc"
