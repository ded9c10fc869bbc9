// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/consent/consentrule.h"
#include "support/verifyresult.h"

#include <QRandomGenerator>
#include <QTest>

using namespace agent;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class ConsentRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleReadsAsItIsMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("spelling");
        QTest::newRow("shortest") << s("allow /usr/bin/git github/*")
                                  << s("allow /usr/bin/git github/* for use");
        QTest::newRow("deny is for everything")
            << s("deny * github/work") << s("deny * github/work for use,change,remove");
        QTest::newRow("wishes") << s("  allow\t/a  b/c for remove,use ")
                                << s("allow /a b/c for use,remove");
        QTest::newRow("everything")
            << s("allow /a */* for everything") << s("allow /a */* for use,change,remove");
        QTest::newRow("home") << s("allow ~/bin/* a/b") << s("allow /home/maria/bin/* a/b for use");
        QTest::newRow("spaces") << s("allow \"/opt/My Tool/run\" a/b")
                                << s("allow \"/opt/My Tool/run\" a/b for use");
        QTest::newRow("quotes") << s("allow \"/opt/a\\\"b\\\\c\" a/b")
                                << s("allow \"/opt/a\\\"b\\\\c\" a/b for use");
    }
    void aRuleReadsAsItIsMeant()
    {
        QFETCH(const QString, text);
        const auto rule = ConsentRule::parse(text, s("/home/maria"));
        VERIFY_RESULT(rule);
        QTEST(rule->toString(), "spelling");
        const auto again = ConsentRule::parse(rule->toString(), s("/home/maria"));
        VERIFY_RESULT(again);
        QCOMPARE(*again, *rule);
    }

    void whatIsNoRuleIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "allow",
                                 "permit /a b/c",
                                 "Allow /a b/c",
                                 "allow git github/work",
                                 "allow ./git github/work",
                                 "allow / github/work",
                                 "allow /usr/../bin/git github/work",
                                 "allow //bin/git github/work",
                                 "allow ** github/work",
                                 "allow /a github",
                                 "allow /a github/",
                                 "allow /a /work",
                                 "allow /a git/hub/work",
                                 "allow /a GitHub/work",
                                 "allow /a b/c use",
                                 "allow /a b/c for",
                                 "allow /a b/c for reading",
                                 "allow /a b/c for use,",
                                 "allow /a b/c for use change",
                                 "allow \"/a b/c",
                                 "allow \"/a\"b c/d",
                                 "allow /a\"b\" c/d"})
            QTest::newRow(text) << s(text);
        QTest::newRow("endless") << s("allow /") + QString(5000, QLatin1Char('a')) + s(" b/c");
    }
    void whatIsNoRuleIsRefused()
    {
        QFETCH(const QString, text);
        const auto rule = ConsentRule::parse(text, s("/home/maria"));
        VERIFY_ERROR(rule, base::ErrorCode::InvalidInput);
        QVERIFY(!rule.error().message.isEmpty());
        QVERIFY(!rule.error().remedy.isEmpty());
    }

    void shapesStopAtSlashes_data()
    {
        QTest::addColumn<QString>("glob");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        QTest::newRow("itself") << s("/usr/bin/git") << s("/usr/bin/git") << true;
        QTest::newRow("longer") << s("/usr/bin/git") << s("/usr/bin/gitk") << false;
        QTest::newRow("star") << s("/usr/bin/*") << s("/usr/bin/git") << true;
        QTest::newRow("star takes nothing") << s("/usr/bin/git*") << s("/usr/bin/git") << true;
        QTest::newRow("star and slash") << s("/usr/*") << s("/usr/bin/git") << false;
        QTest::newRow("two stars") << s("/usr/**") << s("/usr/local/bin/git") << true;
        QTest::newRow("two stars inside") << s("/opt/**/run") << s("/opt/a/b/run") << true;
        QTest::newRow("three stars") << s("/opt/***") << s("/opt/a/b") << true;
        QTest::newRow("question mark") << s("/bin/?sh") << s("/bin/zsh") << true;
        QTest::newRow("question mark and slash") << s("/bin?sh") << s("/bin/sh") << false;
        QTest::newRow("nothing") << s("") << s("") << true;
        QTest::newRow("star and nothing") << s("*") << s("") << true;
        QTest::newRow("new line") << s("/a*") << s("/a\nb") << true;
        QTest::newRow("brackets are plain") << s("/a[b]") << s("/ab") << false;
    }
    void shapesStopAtSlashes()
    {
        QFETCH(const QString, glob);
        QFETCH(const QString, text);
        QTEST(matchesGlob(glob, text), "matches");
    }

    void aHostileShapeIsNoWork()
    {
        const QString glob = s("/") + s("*a").repeated(2000) + s("b");
        const QString text = s("/") + s("a").repeated(4000);
        QVERIFY(!matchesGlob(glob, text));
    }

    void whoIsMeant_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("executable");
        QTest::addColumn<QString>("script");
        QTest::addColumn<bool>("isOpaque");
        QTest::addColumn<bool>("isAtPath");
        QTest::addColumn<bool>("matches");
        const QString python = s("/usr/bin/python3.11");
        const QString script = s("/home/maria/bin/up.py");
        const QString none;
        QTest::newRow("the program") << s("allow /usr/bin/git github/*") << s("/usr/bin/git")
                                     << none << false << true << true;
        QTest::newRow("the script")
            << s("allow /home/maria/bin/* github/*") << python << script << false << true << true;
        QTest::newRow("an interpreter is not each of its scripts")
            << s("allow /usr/bin/python3* github/*") << python << script << false << true << false;
        QTest::newRow("nor whatever it is told")
            << s("allow /usr/bin/python3* github/*") << python << none << true << true << false;
        QTest::newRow("denied by its interpreter")
            << s("deny /usr/bin/python3* github/*") << python << script << false << true << true;
        QTest::newRow("denied by its script")
            << s("deny /home/** github/*") << python << script << false << false << true;
        QTest::newRow("another file under that name")
            << s("allow /usr/bin/git github/*") << s("/usr/bin/git") << none << false << false
            << false;
        QTest::newRow("denied all the same") << s("deny /usr/bin/git github/*") << s("/usr/bin/git")
                                             << none << false << false << true;
        QTest::newRow("anybody") << s("allow * github/*") << none << none << true << false << true;
        QTest::newRow("another account")
            << s("allow * gitlab/*") << s("/usr/bin/git") << none << false << true << false;
        QTest::newRow("part of a name")
            << s("allow * git*/w?rk") << s("/usr/bin/git") << none << false << true << true;
        QTest::newRow("another wish") << s("allow * github/* for remove") << s("/usr/bin/git")
                                      << none << false << true << false;
    }
    void whoIsMeant()
    {
        QFETCH(const QString, rule);
        const auto parsed = ConsentRule::parse(rule, s("/home/maria"));
        VERIFY_RESULT(parsed);
        QFETCH(const QString, executable);
        QFETCH(const QString, script);
        QFETCH(const bool, isOpaque);
        QFETCH(const bool, isAtPath);
        core::Program program;
        program.executable = executable;
        program.script = script;
        program.isOpaque = isOpaque;
        program.isAtPath = isAtPath;
        QTEST(parsed->matches(program, {s("github"), s("work")}, core::Wish::Use), "matches");
    }

    void ourOwnKeepingIsOnlyGivenByName_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<bool>("matches");
        QTest::newRow("any account") << s("allow * github/*") << false;
        QTest::newRow("any at all") << s("allow * */*") << false;
        QTest::newRow("any letter") << s("allow * github/?provider") << false;
        QTest::newRow("by name") << s("allow * github/_provider") << true;
        QTest::newRow("by its beginning") << s("allow * github/_*") << true;
        QTest::newRow("a deny means all of them") << s("deny * github/*") << true;
    }
    void ourOwnKeepingIsOnlyGivenByName()
    {
        QFETCH(const QString, rule);
        const auto parsed = ConsentRule::parse(rule, s("/home/maria"));
        VERIFY_RESULT(parsed);
        const core::Program program;
        QTEST(parsed->matches(program, {s("github"), s("_provider")}, core::Wish::Use), "matches");
    }

    void whateverIsReadIsSpelledAndReadAgain()
    {
        // Words that rules are made of, thrown together.
        const QStringList words = {
            s("allow"),      s("deny"), s("for"), s("use"),        s("use,change"), s("everything"),
            s("*"),          s("**"),   s("/a"),  s("/usr/bin/*"), s("~/x"),        s("\"/a b\""),
            s("\"/a\\\"\""), s("\""),   s("\\"),  s("a/b"),        s("*/*"),        s("git*/?"),
            s(""),           s(" "),    s("ü/ü")};
        QRandomGenerator random(20261122);
        int read = 0;
        for (int i = 0; i < 200'000; ++i) {
            QString text = random.bounded(2) == 0 ? s("allow /a* a/b") : QString();
            const int count = random.bounded(6);
            for (int k = 0; k < count; ++k)
                text += s(" ") + words.at(random.bounded(int(words.size())));
            const auto rule = ConsentRule::parse(text, s("/home/maria"));
            if (!rule)
                continue;
            ++read;
            const auto again = ConsentRule::parse(rule->toString(), s("/elsewhere"));
            QVERIFY2(again && *again == *rule, qPrintable(text));
        }
        QVERIFY(read > 1000);
    }
};

QTEST_GUILESS_MAIN(ConsentRuleTest)
#include "tst_consentrule.moc"
