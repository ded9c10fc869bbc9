// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"
#include "support/verifyresult.h"
#include "tray/erroraction.h"
#include "tray/phrases.h"

using namespace tray;
using namespace std::chrono_literals;

//! The room's words for times, kinds and deeds.
class PhrasesTest : public QObject
{
    Q_OBJECT

    const QDateTime now{{2026, 11, 22}, {15, 42}, Qt::UTC};

private Q_SLOTS:
    void spellsSpans_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << qint64(0) << "0 s";
        QTest::newRow("below two minutes") << qint64(119) << "119 s";
        QTest::newRow("two minutes") << qint64(120) << "2 min";
        QTest::newRow("minutes, rounded down") << qint64(42 * 60 + 59) << "42 min";
        QTest::newRow("an hour") << qint64(3600) << "1 h";
        QTest::newRow("hours and minutes") << qint64(108 * 60) << "1 h 48 min";
        QTest::newRow("many hours") << qint64(15 * 3600 + 700) << "15 h";
        QTest::newRow("over a day") << qint64(30 * 3600) << "30 h";
        QTest::newRow("days") << qint64(6 * 86400 + 5) << "6 days";
        QTest::newRow("half a year") << qint64(181 * 86400) << "181 days";
        QTest::newRow("years") << qint64(800 * 86400) << "2 years";
        QTest::newRow("negative") << qint64(-5) << "0 s";
    }
    void spellsSpans()
    {
        QFETCH(const qint64, seconds);
        QTEST(Phrases::span(std::chrono::seconds(seconds)), "words");
    }

    void spellsThePast_data()
    {
        QTest::addColumn<QDateTime>("at");
        QTest::addColumn<QString>("words");
        QTest::newRow("just now") << now.addSecs(-59) << "just now";
        QTest::newRow("ahead by a wrong clock") << now.addSecs(30) << "just now";
        QTest::newRow("minutes") << now.addSecs(-8 * 60) << "8 min ago";
        QTest::newRow("hours") << now.addSecs(-3 * 3600) << "3 h ago";
        QTest::newRow("this morning") << now.addSecs(-15 * 3600) << "15 h ago";
        QTest::newRow("yesterday") << now.addSecs(-20 * 3600) << "yesterday";
        QTest::newRow("four days") << now.addDays(-4) << "4 days ago";
        QTest::newRow("this year") << now.addDays(-40) << "13 October";
        QTest::newRow("another year") << now.addDays(-400) << "18 October 2025";
    }
    void spellsThePast()
    {
        QFETCH(const QDateTime, at);
        QTEST(Phrases::since(at, now).text, "words");
    }

    //! Whatever is said, it changes exactly when it says that it will.
    void saysUntilWhenTheWordsAreTrue_data()
    {
        QTest::addColumn<qint64>("ms");
        for (const qint64 ms : {61'500LL,
                                119'999LL,
                                120'000LL,
                                121'234LL,
                                2'525'000LL,
                                3'600'000LL,
                                6'480'000LL,
                                54'000'000LL,
                                100'000'000LL,
                                518'403'000LL})
            QTest::addRow("%lld ms", ms) << ms;
    }
    void saysUntilWhenTheWordsAreTrue()
    {
        QFETCH(const qint64, ms);
        const QDateTime end = now.addMSecs(ms);
        const TimedWords words = Phrases::until(end, now);
        const auto at = [](qint64 stamp) { return QDateTime::fromMSecsSinceEpoch(stamp, Qt::UTC); };

        QVERIFY(words.until > now.toMSecsSinceEpoch());
        QCOMPARE(Phrases::until(end, at(words.until - 1)).text, words.text);
        QVERIFY(Phrases::until(end, at(words.until)).text != words.text);

        const QDateTime past = now.addMSecs(-ms);
        const TimedWords since = Phrases::since(past, now);
        QCOMPARE(Phrases::since(past, at(since.until - 1)).text, since.text);
    }

    void countsCalmRowsInMinutesOnly()
    {
        core::AccountState state;
        state.expiresAt = now.addSecs(90);

        QCOMPARE(Phrases::standing(state, core::Standing::Valid, now, TimeStyle::Relative).text,
                 QStringLiteral("1 min"));
        QCOMPARE(Phrases::standing(state, core::Standing::Expiring, now, TimeStyle::Relative).text,
                 QStringLiteral("in 90 s"));
    }

    void spellsStandings_data()
    {
        QTest::addColumn<core::Standing>("standing");
        QTest::addColumn<qint64>("left");
        QTest::addColumn<bool>("clock");
        QTest::addColumn<QString>("words");
        using enum core::Standing;
        QTest::newRow("valid") << Valid << qint64(42 * 60) << false << "42 min";
        QTest::newRow("valid by the clock") << Valid << qint64(42 * 60) << true << "until 16:24";
        QTest::newRow("valid, renewed when used")
            << Valid << qint64(-60) << false << "renewed when used";
        QTest::newRow("expiring") << Expiring << qint64(42 * 60) << false << "in 42 min";
        QTest::newRow("expiring in days") << Expiring << qint64(6 * 86400) << false << "in 6 days";
        QTest::newRow("expiring in days by the clock")
            << Expiring << qint64(6 * 86400) << true << "until 28 November";
        QTest::newRow("expired") << Expired << qint64(-3 * 3600) << false << "3 h ago";
        QTest::newRow("expired by the clock") << Expired << qint64(-3 * 3600) << true << "12:42";
        QTest::newRow("no end") << NoExpiry << qint64(0) << false << "";
        QTest::newRow("sign in") << NeedsSignIn << qint64(-60) << false << "";
    }
    void spellsStandings()
    {
        QFETCH(const core::Standing, standing);
        QFETCH(const qint64, left);
        QFETCH(const bool, clock);
        core::AccountState state;
        if (left != 0)
            state.expiresAt = now.addSecs(left);
        QTEST(
            Phrases::standing(state, standing, now, clock ? TimeStyle::Clock : TimeStyle::Relative)
                .text,
            "words");
    }

    void spellsMoments_data()
    {
        QTest::addColumn<QDateTime>("at");
        QTest::addColumn<QString>("words");
        QTest::newRow("today") << now.addSecs(-18 * 60) << "today at 15:24";
        QTest::newRow("yesterday") << now.addDays(-1) << "yesterday at 15:42";
        QTest::newRow("tomorrow") << now.addDays(1) << "tomorrow at 15:42";
        QTest::newRow("later") << now.addDays(22) << "14 December at 15:42";
        QTest::newRow("never") << QDateTime() << "";
    }
    void spellsMoments()
    {
        QFETCH(const QDateTime, at);
        QTEST(Phrases::moment(at, now), "words");
    }

    void spellsWarnings_data()
    {
        QTest::addColumn<QString>("span");
        QTest::addColumn<QString>("words");
        QTest::newRow("24h") << "24h"
                             << "24 hours before";
        QTest::newRow("1h") << "1h"
                            << "1 hour before";
        QTest::newRow("5m") << "5m"
                            << "5 minutes before";
        QTest::newRow("7d") << "7d"
                            << "7 days before";
        QTest::newRow("not a span") << "soon"
                                    << "soon";
    }
    void spellsWarnings()
    {
        QFETCH(const QString, span);
        QTEST(Phrases::warning(span), "words");
    }

    void takesDates_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDateTime>("end");
        const QDateTime end({2026, 12, 31}, {23, 59, 59, 999}, Qt::UTC);
        QTest::newRow("as written in files") << "2026-12-31" << end;
        QTest::newRow("as written in German") << " 31.12.2026 " << end;
        QTest::newRow("none") << "" << QDateTime();
    }
    void takesDates()
    {
        QFETCH(const QString, typed);
        const auto end = endOfDay(typed);
        VERIFY_RESULT(end);
        QTEST(*end, "end");
    }
    void refusesWhatIsNoDate()
    {
        VERIFY_ERROR(endOfDay(QStringLiteral("soon")), base::ErrorCode::InvalidInput);
    }

    void namesActors()
    {
        QCOMPARE(Phrases::actor(QStringLiteral("tray")), QStringLiteral("You"));
        QCOMPARE(Phrases::actor(QStringLiteral("scheduler")), QStringLiteral("Latchkey"));
        QCOMPARE(Phrases::actor(QStringLiteral("git")), QStringLiteral("git"));
    }

    void hasWordsForEveryDeedAndOutcome()
    {
        for (int kind = 0; kind <= static_cast<int>(core::AuditKind::Unlocked); ++kind) {
            for (int outcome = 0; outcome <= static_cast<int>(core::AuditOutcome::Refused);
                 ++outcome) {
                core::AuditEvent event;
                event.kind = static_cast<core::AuditKind>(kind);
                event.outcome = static_cast<core::AuditOutcome>(outcome);
                QVERIFY(!Phrases::deed(event).isEmpty());
                QVERIFY(!Phrases::detail(event).isEmpty());
            }
        }
    }

    void tellsTheSentenceOfAnErrorCode()
    {
        core::AuditEvent event;
        event.outcome = core::AuditOutcome::Refused;
        event.detail = QStringLiteral("sign_in_required");

        QCOMPARE(Phrases::detail(event), QStringLiteral("A new sign-in is needed"));
        QCOMPARE(Phrases::outcomeKey(event), QStringLiteral("signin"));
    }

    void tellsWhatBecameOfAQuestion_data()
    {
        QTest::addColumn<core::AuditKind>("kind");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("deed");
        QTest::addColumn<QString>("words");
        using enum core::AuditKind;
        QTest::newRow("once") << ConsentGiven << "once; /usr/bin/git; use; by window"
                              << "was allowed the token"
                              << "Once · /usr/bin/git";
        QTest::newRow("a script") << ConsentGiven
                                  << "session; /usr/bin/python3.11 /srv/notes/a b.py; change"
                                  << "was allowed to change it"
                                  << "This session · /srv/notes/a b.py";
        QTest::newRow("silence") << ConsentRefused << "silence; /usr/bin/git; use"
                                 << "was denied the token"
                                 << "Nobody answered · /usr/bin/git";
        QTest::newRow("removal") << ConsentRefused << "person; /usr/bin/git; remove; by tray"
                                 << "was not allowed to remove it"
                                 << "You said no · /usr/bin/git";
        QTest::newRow("taken back") << ConsentRevoked << "revoked; /usr/bin/git; use; by window"
                                    << "lost its approval"
                                    << "It has to ask again · /usr/bin/git";
        QTest::newRow("another end") << ConsentRevoked << "end_changed; ; use"
                                     << "may have it until another day"
                                     << "Another end";
        QTest::newRow("a word of later") << ConsentRefused << "moonlight; /usr/bin/git; use"
                                         << "was denied the token"
                                         << "Moonlight · /usr/bin/git";
    }
    void tellsWhatBecameOfAQuestion()
    {
        QFETCH(core::AuditKind, kind);
        QFETCH(QString, written);
        core::AuditEvent event;
        event.kind = kind;
        event.actor = QStringLiteral("git");
        event.detail = written;
        QTEST(Phrases::deed(event), "deed");
        QTEST(Phrases::detail(event), "words");
    }

    void knowsAProgramByWhatItDoes_data()
    {
        QTest::addColumn<QString>("icon");
        QTest::newRow("git") << "git-branch";
        QTest::newRow("git-remote-https") << "git-branch";
        QTest::newRow("python3.11") << "code";
        QTest::newRow("VS Code") << "code";
        QTest::newRow("docker") << "container";
        QTest::newRow("git.sh") << "terminal";
        QTest::newRow("upload.sh") << "terminal";
        QTest::newRow("window") << "user";
    }
    void knowsAProgramByWhatItDoes()
    {
        QTEST(Phrases::actorIcon(QString::fromLatin1(QTest::currentDataTag())), "icon");
    }

    void hasATitleForEveryErrorAndALabelForEveryAction()
    {
        for (int code = 0; code <= static_cast<int>(base::ErrorCode::Internal); ++code) {
            const ErrorAction action = errorAction(static_cast<base::ErrorCode>(code));
            QVERIFY(!action.title.isEmpty());
            QCOMPARE(action.key.isEmpty(), action.label.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(PhrasesTest)
#include "tst_phrases.moc"
