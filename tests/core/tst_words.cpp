// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accountid.h"
#include "core/auditevent.h"
#include "core/credentialref.h"
#include "core/provider.h"
#include "core/settingspecs.h"
#include "support/verifyresult.h"

#include <QRegularExpression>
#include <QSet>

//! The words of the product: account names, references, spans, kinds.
class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsAccountNames_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("joined"); // empty: refused
        QTest::newRow("plain") << "github"
                               << "work"
                               << "github/work";
        QTest::newRow("case and space") << " GitHub "
                                        << "My  Work"
                                        << "github/my-work";
        QTest::newRow("dots") << "gitlab.acme.dev"
                              << "maria_k"
                              << "gitlab.acme.dev/maria_k";
        QTest::newRow("no service") << ""
                                    << "work"
                                    << "";
        QTest::newRow("no account") << "github"
                                    << "  "
                                    << "";
        QTest::newRow("slash") << "git/hub"
                               << "work"
                               << "";
        QTest::newRow("hidden file") << ".ssh"
                                     << "work"
                                     << "";
        QTest::newRow("reserved _provider") << "github"
                                            << "_provider"
                                            << "";
        QTest::newRow("umlaut") << "büro"
                                << "work"
                                << "";
        QTest::newRow("line break becomes a dash") << "a"
                                                   << "b\nc"
                                                   << "a/b-c";
        QTest::newRow("too long") << QString(65, u'a') << "b"
                                  << "";
    }

    void foldsAccountNames()
    {
        QFETCH(const QString, service);
        QFETCH(const QString, account);
        QFETCH(const QString, joined);

        const auto id = core::AccountId::parse(service, account);

        if (joined.isEmpty()) {
            VERIFY_ERROR(id, base::ErrorCode::InvalidInput);
            QVERIFY(!id.error().remedy.isEmpty());
            return;
        }
        VERIFY_RESULT(id);
        QCOMPARE(id->joined(), joined);
        QCOMPARE(*core::AccountId::parse(joined), *id);
    }

    void readsReferences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("entry"); // empty: refused
        QTest::newRow("token") << "auth://github/work/token"
                               << "latchkey/github/work/token";
        QTest::newRow("alias") << "auth://github/work/access_token"
                               << "latchkey/github/work/token";
        QTest::newRow("api key") << "auth://openai/lab/apikey"
                                 << "latchkey/openai/lab/api_key";
        QTest::newRow("custom") << "auth://db/main/password"
                                << "latchkey/db/main/password";
        QTest::newRow("two parts") << "auth://github/work"
                                   << "";
        QTest::newRow("four parts") << "auth://github/work/token/x"
                                    << "";
        QTest::newRow("empty part") << "auth://github//token"
                                    << "";
        QTest::newRow("other scheme") << "vault://github/work/token"
                                      << "";
        QTest::newRow("climbing") << "auth://../etc/token"
                                  << "";
        QTest::newRow("line break") << "auth://github/work/token\n"
                                    << "";
    }

    void readsReferences()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, entry);

        const auto reference = core::CredentialRef::parse(text);

        if (entry.isEmpty()) {
            VERIFY_ERROR(reference, base::ErrorCode::InvalidInput);
            return;
        }
        VERIFY_RESULT(reference);
        QCOMPARE(reference->entryName(), entry);
        QCOMPARE(*core::CredentialRef::parse(reference->toString()), *reference);
    }

    void readsSpans_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds"); // 0: refused
        QTest::newRow("hours") << "24h" << qint64(86400);
        QTest::newRow("minutes") << "5m" << qint64(300);
        QTest::newRow("seconds with space") << "30 s" << qint64(30);
        QTest::newRow("days") << "7d" << qint64(604800);
        QTest::newRow("no unit") << "5" << qint64(0);
        QTest::newRow("zero") << "0m" << qint64(0);
        QTest::newRow("minus") << "-5m" << qint64(0);
        QTest::newRow("empty") << "" << qint64(0);
    }

    void readsSpans()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, seconds);

        const auto span = core::parseSpan(text);

        if (seconds == 0) {
            VERIFY_ERROR(span, base::ErrorCode::InvalidInput);
            return;
        }
        VERIFY_RESULT(span);
        QCOMPARE(qint64(span->count()), seconds);
    }

    void auditWordsGoBothWays()
    {
        for (int kind = 0; kind <= int(core::AuditKind::Unlocked); ++kind) {
            const auto value = static_cast<core::AuditKind>(kind);
            QCOMPARE(*core::auditKindFrom(core::nameOf(value)), value);
        }
        VERIFY_ERROR(core::auditKindFrom(QStringLiteral("nothing")), base::ErrorCode::InvalidInput);
    }

    void namesProvidersByAddress_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("id");
        QTest::newRow("catalog id") << "github"
                                    << "github";
        QTest::newRow("host") << "https://id.acme.dev"
                              << "id.acme.dev";
        QTest::newRow("port") << "http://127.0.0.1:4010/"
                              << "127.0.0.1-4010";
        QTest::newRow("path") << "https://ID.acme.dev/realms/a/"
                              << "id.acme.dev-realms-a";
        QTest::newRow("where its description is")
            << "https://id.acme.dev/realms/a/.well-known/openid-configuration"
            << "id.acme.dev-realms-a";
    }

    void namesProvidersByAddress()
    {
        QFETCH(const QString, given);
        QFETCH(const QString, id);
        QCOMPARE(core::providerIdOf(given), id);
    }

    //! Under a provider's id lie its client's id and secret: no other address may come to them.
    void noTwoAddressesGiveOneProvider()
    {
        const QString longHost =
            QStringLiteral("https://a.very-long.name.of.an.acme.example/tenant/");
        const QStringList issuers{QStringLiteral("https://github"),
                                  QStringLiteral("https://localhost:9000"),
                                  QStringLiteral("https://id.acme.dev/realms/a-b"),
                                  QStringLiteral("https://id.acme.dev/realms/a/b"),
                                  QStringLiteral("https://id.acme.dev/realms/a%2Fb"),
                                  QStringLiteral("https://id.acme.dev/realms//a/b"),
                                  QStringLiteral("https://id.acme.dev/Realms/a/b"),
                                  QStringLiteral("https://id.acme.dev/realms/a b"),
                                  QStringLiteral("https://id.acme.dev:8443"),
                                  QStringLiteral("https://id.acme.dev/8443"),
                                  QStringLiteral("https://id.acme.dev-8443"),
                                  QStringLiteral("https://[::1]:9000"),
                                  QStringLiteral("https://[::2]:9000"),
                                  QStringLiteral("https://xn--mnchen-3ya.example"),
                                  QStringLiteral("https://m-nchen.example"),
                                  longHost + QStringLiteral("an-organisation-of-people"),
                                  longHost + QStringLiteral("an-organisation-of-others")};
        const QRegularExpression shape(QStringLiteral("\\A[a-z0-9][a-z0-9._-]{0,63}\\z"));
        QSet<QString> ids{QStringLiteral("github")};
        for (const QString &issuer : issuers) {
            const QString id = core::providerIdOf(issuer);
            QVERIFY2(shape.match(id).hasMatch(), qPrintable(id));
            QVERIFY2(!ids.contains(id), qPrintable(issuer + QStringLiteral(" → ") + id));
            ids.insert(id);
        }
    }

    void everySettingHasAUsableBuiltInValue()
    {
        QSet<QString> seen;
        for (const base::SettingSpec &spec : core::settingSpecs()) {
            QVERIFY2(!seen.contains(spec.key), qPrintable(spec.key));
            seen.insert(spec.key);
            QVERIFY2(!spec.summary.isEmpty(), qPrintable(spec.key));
            if (!spec.choices.isEmpty())
                QVERIFY2(spec.choices.contains(spec.fallback.toString()), qPrintable(spec.key));
            if (spec.fallback.typeId() == QMetaType::LongLong) {
                const qint64 number = spec.fallback.toLongLong();
                QVERIFY2(number >= spec.least && number <= spec.most, qPrintable(spec.key));
            }
        }
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
