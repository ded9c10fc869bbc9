// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/passwordrules.h"
#include "authority/people/passwordworks.h"
#include "crypto/digest.h"
#include "support/settle.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <ctime>

using authority::PasswordRules;
using authority::PasswordWorks;

class PasswordRulesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static QStringList codes(const PasswordRules &rules, const QByteArray &password)
    {
        QStringList found;
        const auto errors = rules.complaints(base::Secret(password),
                                             {QStringLiteral("ada"),
                                              QStringLiteral("Ada Lovelace"),
                                              QStringLiteral("ada.lovelace@example.org")});
        for (const web::FieldError &error : errors) {
            if (error.field != QLatin1String("password") || error.message.isEmpty())
                return {QStringLiteral("badly said")};
            found.append(QString::fromLatin1(error.code));
        }
        return found;
    }

    static PasswordWorks::Rule cheap()
    {
        PasswordWorks::Rule rule;
        rule.cost = {.passes = 1, .kibibytes = 64, .lanes = 1};
        return rule;
    }

private Q_SLOTS:
    void cleanupTestCase() { settleEverything(); }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &password, const char *codes) {
            QTest::newRow(name) << password << QString::fromLatin1(codes);
        };
        row("four words", "seven-otters-juggle-quartz", "");
        row("letters of other alphabets", "καλημέρα-όμορφε-κόσμε", "");
        row("random", "kX9#vq2LmT", "");
        row("short", "kX9#vq2Lm", "too_short");
        row("empty", "", "too_short");
        row("short and easy", "password", "too_short too_easy");
        row("easy", "password123", "too_easy");
        row("keys in a row", "qwertyuiop[]", "too_easy");
        row("repeats", "aaaaaaaaaaaaaaaa", "too_easy");
        row("the name", "Ada Lovelace", "same_as_name");
        row("the mail address", "ada.lovelace@example.org", "same_as_name");
        row("before the at", "ada.lovelace", "same_as_name");
        row("name and year", "lovelace2024", "too_easy");
        row("129 letters", QByteArray(128, 'x').append('y'), "too_long too_easy");
        row("one letter of another alphabet", "ααααααααααααα", "too_easy");
        row("two letters again and again", "密码密码密码密码密码密码", "too_easy");
        row("no text", QByteArray("\xff\xfe secret words here"), "not_text");
        row("a NUL", QByteArray("seven-otters\0quartz", 19), "not_text");
    }

    void saysWhatIsWrong()
    {
        QFETCH(const QByteArray, password);
        QFETCH(const QString, expected);

        QCOMPARE(codes(PasswordRules(), password).join(u' '), expected);
    }

    //! Debian's library is the C port, whose guesses are near those of the original, not the same.
    void scoresAreNearThoseOfTheOriginal()
    {
        QFile file(QStringLiteral(TEST_DATA "/zxcvbn/scores.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray vectors = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(vectors.size() > 300);
        int near = 0;
        int tooKind = 0; // takes what the original refuses by more than one
        QStringList far;
        for (const QJsonValue &vector : vectors) {
            const QString password = vector[QStringLiteral("password")].toString();
            const int theirs = vector[QStringLiteral("score")].toInt();
            const int ours = PasswordRules::score(base::Secret(password.toUtf8()), {});
            near += qAbs(ours - theirs) <= 1 ? 1 : 0;
            tooKind += theirs < 2 && ours >= PasswordRules::leastScore ? 1 : 0;
            if (qAbs(ours - theirs) > 1)
                far.append(QStringLiteral("%1: %2, not %3").arg(password).arg(ours).arg(theirs));
        }

        qInfo("%d of %lld within 1, %d too kind: %s",
              near,
              static_cast<long long>(vectors.size()),
              tooKind,
              qPrintable(far.join(QStringLiteral(" | ")).left(2000)));
        QVERIFY(near * 100 >= vectors.size() * 90);
        QVERIFY(tooKind * 100 <= vectors.size() * 3);
    }

    void aVeryLongOneIsRatedQuickly()
    {
        QElapsedTimer timer;
        timer.start();

        static_cast<void>(PasswordRules::score(base::Secret(QByteArray(100'000, 'a')), {}));

        QVERIFY(timer.elapsed() < 2000);
    }

    void knowsWhatWasBreached_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("hasCounts");
        for (const int lines : {0, 1, 2, 3, 10, 1000}) {
            QTest::addRow("%d lines", lines) << lines << true;
            QTest::addRow("%d bare lines", lines) << lines << false;
        }
    }

    void knowsWhatWasBreached()
    {
        QFETCH(const int, lines);
        QFETCH(const bool, hasCounts);
        QByteArrayList hashes;
        for (int i = 0; i < lines; ++i) {
            hashes.append(crypto::digest(crypto::Hash::Sha1, "breached " + QByteArray::number(i))
                              .toHex()
                              .toUpper());
        }
        std::sort(hashes.begin(), hashes.end());
        QFile file(m_folder.filePath(QStringLiteral("breached")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const QByteArray &hash : hashes)
            file.write(hash
                       + (hasCounts ? QByteArray(":") + QByteArray::number(hash.front() * 37)
                                    : QByteArray())
                       + '\n');
        file.close();

        const authority::BreachedPasswords breached(file.fileName());

        for (int i = 0; i < lines; ++i)
            QVERIFY(*breached.contains(base::Secret("breached " + QByteArray::number(i))));
        for (int i = lines; i < lines + 100; ++i)
            QVERIFY(!*breached.contains(base::Secret("breached " + QByteArray::number(i))));
        if (lines > 0) {
            QVERIFY(codes(PasswordRules(file.fileName()), "breached 0")
                        .contains(QStringLiteral("breached")));
            QCOMPARE(codes(PasswordRules(file.fileName()), "seven-otters-juggle-quartz"),
                     QStringList());
        }
    }

    void withoutAListNothingIsRefused()
    {
        VERIFY_RESULT(authority::BreachedPasswords({}).check());
        QCOMPARE(codes(PasswordRules(), "seven-otters-juggle-quartz"), QStringList());
    }

    //! A password that could not be looked up is not accepted without a word.
    void aListThatIsLostIsSaidOnceAndRefuses()
    {
        const QString path = m_folder.filePath(QStringLiteral("lost"));
        const auto write = [&path] {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write("00\n") > 0;
        };
        QVERIFY(write());
        const PasswordRules rules(path);
        const QRegularExpression said(QStringLiteral("breached passwords .*lost cannot be read"));
        const QStringList refused{QStringLiteral("not_checked")};
        QCOMPARE(codes(rules, "seven-otters-juggle-quartz"), QStringList());

        for (int times = 0; times < 2; ++times) {
            QVERIFY(QFile::remove(path));
            QTest::ignoreMessage(QtWarningMsg, said);
            QCOMPARE(codes(rules, "seven-otters-juggle-quartz"), refused);
            QTest::failOnWarning(said);
            QCOMPARE(codes(rules, "seven-otters-juggle-quartz"), refused);
            QVERIFY(write());
            QCOMPARE(codes(rules, "seven-otters-juggle-quartz"), QStringList());
        }
    }

    void whatIsNoFileIsNoList_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("nothing") << QStringLiteral("/nowhere/list");
        QTest::newRow("a folder") << m_folder.path();
    }

    void whatIsNoFileIsNoList()
    {
        QFETCH(const QString, path);
        const auto checked = authority::BreachedPasswords(path).check();
        VERIFY_ERROR(checked, base::ErrorCode::NotFound);
        QVERIFY(checked.error().message.contains(path));
        QVERIFY(!checked.error().remedy.isEmpty());
    }

    void hashesAndChecks()
    {
        PasswordWorks works(cheap());
        const auto hash = QCoro::waitFor(works.hash(base::Secret("seven otters")));
        VERIFY_RESULT(hash);
        QVERIFY(hash->startsWith("$argon2id$v=19$m=64,t=1,p=1$"));

        VERIFY_RESULT(QCoro::waitFor(works.check(base::Secret("seven otters"), *hash)));
        VERIFY_ERROR(QCoro::waitFor(works.check(base::Secret("eight otters"), *hash)),
                     base::ErrorCode::Denied);
        VERIFY_ERROR(QCoro::waitFor(works.check(base::Secret("seven otters"), {})),
                     base::ErrorCode::Denied);
        QCOMPARE(works.underWay(), 0);
    }

    void tooManyAtOnceAreTurnedAway()
    {
        PasswordWorks::Rule rule = cheap();
        rule.atOnce = 1;
        rule.waiting = 2;
        PasswordWorks works(rule);
        std::vector<base::Task<QByteArray>> under;
        for (int i = 0; i < 3; ++i)
            under.push_back(works.hash(base::Secret("x")));

        const auto refused = QCoro::waitFor(works.hash(base::Secret("x")));

        VERIFY_ERROR(refused, base::ErrorCode::TimedOut);
        QCOMPARE(refused.error().retryable, base::Retryable::Yes);
        for (auto &task : under)
            VERIFY_RESULT(QCoro::waitFor(task));
        QCOMPARE(works.underWay(), 0);
    }

    //! The dummy takes the same work: within a factor that no network hides but no bug meets.
    void nobodyTakesAsLongAsSomebody()
    {
        PasswordWorks::Rule rule;
        rule.cost = {.passes = 2, .kibibytes = 8 * 1024, .lanes = 1};
        PasswordWorks works(rule);
        const auto hash = QCoro::waitFor(works.hash(base::Secret("seven otters")));
        const auto time = [&](const QByteArray &phc) {
            // The processor's time: a busy machine must not speak here.
            std::clock_t best = std::numeric_limits<std::clock_t>::max();
            for (int i = 0; i < 7; ++i) {
                const std::clock_t begin = std::clock();
                static_cast<void>(QCoro::waitFor(works.check(base::Secret("wrong"), phc)));
                best = std::min(best, std::clock() - begin);
            }
            return double(best);
        };

        const double somebody = time(*hash);
        const double nobody = time({});

        QVERIFY2(nobody / somebody > 0.5 && nobody / somebody < 2,
                 qPrintable(QString::number(nobody / somebody)));
    }
};

QTEST_GUILESS_MAIN(PasswordRulesTest)
#include "tst_passwordrules.moc"
