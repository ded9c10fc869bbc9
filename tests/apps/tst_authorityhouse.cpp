// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/authorityhouse.h"
#include "authority/people/frontdoor.h"
#include "net/httpclient.h"
#include "policy/policyfolder.h"
#include "support/verifyresult.h"
#include "vault/memorystore.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>

//! What the authority says when something it was given is not as it should be.
class AuthorityHouseTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    base::SystemClock m_clock;
    vault::MemoryStore m_vault;
    std::unique_ptr<apps::AuthorityHouse> m_house;

    apps::AuthorityHouse::Options options() const
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        apps::AuthorityHouse::Options options;
        options.databaseFile = m_folder->filePath(QStringLiteral("latchkey.db"));
        options.policyFolder = m_folder->filePath(QStringLiteral("policies"));
        options.port = server.serverPort();
        options.isOnDesktop = false;
        options.metricsArePublic = true;
        return options;
    }

    base::Result<> open(const apps::AuthorityHouse::Options &options)
    {
        TRY(m_house, apps::AuthorityHouse::open(options, {}, m_vault, m_clock));
        return QCoro::waitFor(m_house->unlock());
    }

    //! "" takes it away.
    bool writePolicy(const QByteArray &text)
    {
        const QString path = m_folder->filePath(QStringLiteral("policies/own.cedar"));
        QFile file(path);
        if (text.isEmpty())
            return file.remove();
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }

    net::Response fetch(const QString &path)
    {
        net::HttpClient http;
        net::Request request(net::Method::Get, QUrl(m_house->issuer() + path));
        auto answer = QCoro::waitFor(http.send(std::move(request), {}));
        return answer ? *std::move(answer) : net::Response();
    }

    //! The status, and what the check says.
    QString ready()
    {
        const net::Response answer = fetch(QStringLiteral("/health/ready"));
        const QJsonObject said = QJsonDocument::fromJson(answer.body).object();
        return QStringLiteral("%1 %2")
            .arg(answer.status)
            .arg(said.value(u"checks").toObject().value(u"policies").toString());
    }

    //! Kind and detail of what is in the authority's own log about policies, oldest first.
    QStringList events()
    {
        QStringList lines;
        const auto found = m_house->front().events().find({});
        for (const core::AuthorityEvent &event : found.value_or(QList<core::AuthorityEvent>())) {
            if (event.kind.startsWith(u"policies"))
                lines.prepend((event.kind + u' ' + event.detail.section(QStringLiteral(": "), 0, 0))
                                  .trimmed());
        }
        return lines;
    }

    static void expect(const char *pattern, QtMsgType type = QtWarningMsg)
    {
        QTest::ignoreMessage(type, QRegularExpression(QString::fromLatin1(pattern)));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("policies")));
    }

    void cleanup()
    {
        if (m_house)
            VERIFY_RESULT(QCoro::waitFor(m_house->drain()));
        m_house.reset();
    }

    void policiesThatBreakAreToldAndTheOldOnesStay()
    {
        VERIFY_RESULT(open(options()));
        QCOMPARE(ready(), QStringLiteral("200 ok"));
        QVERIFY(fetch(QStringLiteral("/metrics")).body.contains("latchkey_policy_trouble 0"));

        expect("stay in force: own\\.cedar:2:1: ");
        QVERIFY(writePolicy("permit (\n= principal, action, resource);"));
        QTRY_VERIFY(m_house->policies().trouble());

        QCOMPARE(ready(), QStringLiteral("200 ok"));
        QVERIFY(fetch(QStringLiteral("/metrics")).body.contains("latchkey_policy_trouble 1"));
        const QString refused = QStringLiteral("policies_refused own.cedar:2:1");
        QCOMPARE(events(), QStringList{refused});

        expect("policies are mended", QtInfoMsg);
        QVERIFY(writePolicy(""));
        QTRY_VERIFY(!m_house->policies().trouble());

        QVERIFY(fetch(QStringLiteral("/metrics")).body.contains("latchkey_policy_trouble 0"));
        QCOMPARE(events(), (QStringList{refused, QStringLiteral("policies_mended")}));
    }

    void withoutAnyPoliciesItIsNotReady()
    {
        QVERIFY(writePolicy("permit ("));
        expect("everything is denied until they are mended: own\\.cedar:1:9: ");
        VERIFY_RESULT(open(options()));

        QCOMPARE(ready(), QStringLiteral("503 failed"));
        QVERIFY(fetch(QStringLiteral("/metrics")).body.contains("latchkey_policy_trouble 1"));
        QCOMPARE(events(), QStringList{QStringLiteral("policies_refused own.cedar:1:9")});
        QCOMPARE(m_house->policyStatus().policies, 0);

        expect("policies are mended", QtInfoMsg);
        QVERIFY(writePolicy("permit (principal, action, resource);"));
        QTRY_COMPARE(ready(), QStringLiteral("200 ok"));
        QCOMPARE(m_house->policyStatus().policies, 1);
        QVERIFY(m_house->policyStatus().loadedAt.isValid());
    }

    //! A command beside the one that serves: the log says it there, the events have it from here.
    void whoOnlyWorksOnTheTablesWritesNoEvent()
    {
        QVERIFY(writePolicy("permit ("));
        apps::AuthorityHouse::Options wanted = options();
        wanted.isServing = false;
        expect("everything is denied");
        VERIFY_RESULT(open(wanted));
        QCOMPARE(events(), QStringList());
    }

    void aListOfBreachedPasswordsIsThereOrNothingStarts()
    {
        apps::AuthorityHouse::Options wanted = options();
        wanted.breachedFile = m_folder->filePath(QStringLiteral("nowhere"));
        for (const bool isServing : {true, false}) {
            wanted.isServing = isServing;
            const auto opened = open(wanted);
            VERIFY_ERROR(opened, base::ErrorCode::NotFound);
            QVERIFY(opened.error().message.contains(wanted.breachedFile));
            QVERIFY(!QFile::exists(wanted.databaseFile));
        }
        QFile list(wanted.breachedFile);
        QVERIFY(list.open(QIODevice::WriteOnly));
        VERIFY_RESULT(open(wanted));
    }

    void plainHttpForEverybodyIsWarnedAbout()
    {
        apps::AuthorityHouse::Options wanted = options();
        wanted.address = QHostAddress(QHostAddress::AnyIPv4);
        expect("Plain HTTP for everybody who reaches 0\\.0\\.0\\.0 .*--public-url");
        VERIFY_RESULT(open(wanted));
    }

    void behindAProxyItIsNot()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("Plain HTTP|trusted proxy")));
        apps::AuthorityHouse::Options wanted = options();
        wanted.address = QHostAddress(QHostAddress::AnyIPv4);
        wanted.publicUrl = QUrl(QStringLiteral("https://id.example.org"));
        wanted.trustedProxies = {QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/24"))};
        VERIFY_RESULT(open(wanted));
    }

    void toTrustEverybodyIsWarnedAbout_data()
    {
        QTest::addColumn<QString>("network");
        QTest::newRow("IPv4") << QStringLiteral("0.0.0.0/0");
        QTest::newRow("IPv6") << QStringLiteral("::/0");
    }

    void toTrustEverybodyIsWarnedAbout()
    {
        QFETCH(const QString, network);
        apps::AuthorityHouse::Options wanted = options();
        wanted.publicUrl = QUrl(QStringLiteral("https://id.example.org"));
        wanted.trustedProxies = {QHostAddress::parseSubnet(network)};
        expect("anybody may write X-Forwarded-For");
        VERIFY_RESULT(open(wanted));
    }

    //! rate() in Prometheus wants counters, and people know them by their names.
    void whatOnlyGrowsIsACounter()
    {
        VERIFY_RESULT(open(options()));
        const QByteArray first = fetch(QStringLiteral("/metrics")).body;
        const QByteArray again = fetch(QStringLiteral("/metrics")).body;
        for (const char *known : {"limiter_allowed",
                                  "limiter_refused",
                                  "limiter_leases",
                                  "events_lost",
                                  "policy_allowed",
                                  "policy_denied",
                                  "policy_errors",
                                  "policy_timed_out",
                                  "policy_cache_hits",
                                  "policy_cache_misses",
                                  "policy_cache_evicted",
                                  "policy_cache_expired",
                                  "policy_cache_invalidated"}) {
            const QByteArray name(known);
            QVERIFY2(again.contains("# TYPE latchkey_" + name + "_total counter"),
                     name.constData());
            QVERIFY2(!again.contains("# TYPE latchkey_" + name + " "), name.constData());
        }
        QVERIFY(first.contains("# TYPE latchkey_policy_cache_entries gauge"));
        // Looking does not count twice.
        QVERIFY(again.contains("\nlatchkey_policy_denied_total 0\n"));
    }
};

QTEST_GUILESS_MAIN(AuthorityHouseTest)
#include "tst_authorityhouse.moc"
