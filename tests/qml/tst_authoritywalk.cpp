// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagewindow.h"
#include "support/authoritysamples.h"

namespace {

bool isBelow(const QQuickItem *item, const QQuickItem *ancestor)
{
    for (; item; item = item->parentItem()) {
        if (item == ancestor)
            return true;
    }
    return false;
}

} // namespace

//! The page Authority without a mouse: every part is reached, every verb has a key.
class AuthorityWalkTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageWindow> page;

    [[nodiscard]] QQuickItem *focused() const { return page->window->activeFocusItem(); }
    [[nodiscard]] bool hasFocus(const char *type) const
    {
        const QQuickItem *item = page->find(type);
        return item && isBelow(focused(), item);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(page->window, key, with);
        page->settle();
    }
    //! By Tab to the first item of a type; fails after a whole round.
    [[nodiscard]] bool tabTo(const char *type)
    {
        for (int i = 0; i < 40; ++i) {
            if (hasFocus(type))
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
    //! From wherever to a part of the page, by Tab and arrows.
    void walkTo(int section)
    {
        press(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(tabTo("SegmentStrip"));
        while (page->find("AuthorityPage")->property("section").toInt() != section)
            press(Qt::Key_Right);
        QCOMPARE(page->find("AuthorityPage")->property("section").toInt(), section);
    }
    [[nodiscard]] QString word() const { return focused()->property("text").toString(); }

private Q_SLOTS:
    void init()
    {
        page = std::make_unique<PageWindow>(QSize(1200, 760), false);
        fillAuthority(page->desk.authority, page->desk.clock.now());
    }
    void cleanup() { page.reset(); }

    void everyPartIsReachedByArrowsAndHasSomethingToReach()
    {
        walkTo(0);
        for (int section = 1; section < 7; ++section) {
            press(Qt::Key_Right);
            QCOMPARE(page->find("AuthorityPage")->property("section").toInt(), section);
            press(Qt::Key_Tab);
            QVERIFY2(!hasFocus("SegmentStrip"), qPrintable(QString::number(section)));
            QVERIFY(isBelow(focused(), page->find("AuthorityPage")));
            QVERIFY(tabTo("SegmentStrip"));
        }
    }

    void aClientIsAddedChangedAndRemoved()
    {
        walkTo(1);
        press(Qt::Key_Tab);
        QCOMPARE(word(), QStringLiteral("Add client…"));
        press(Qt::Key_Space);
        for (const Qt::Key key : {Qt::Key_P, Qt::Key_A, Qt::Key_D})
            press(key);
        press(Qt::Key_Return);
        QCOMPARE(page->desk.authority.knownClients.constLast().name, QStringLiteral("pad"));
        QVERIFY(page->desk.app->authority()->clientList()->secretOf().isEmpty());

        QVERIFY(tabTo("AuthorityRows"));
        press(Qt::Key_End);
        press(Qt::Key_Return);
        press(Qt::Key_End);
        press(Qt::Key_S);
        press(Qt::Key_Return);
        QCOMPARE(page->desk.authority.knownClients.constLast().name, QStringLiteral("pads"));
        QVERIFY(hasFocus("AuthorityRows"));

        press(Qt::Key_Delete);
        QCOMPARE(word(), QStringLiteral("Keep"));
        press(Qt::Key_Escape);
        QCOMPARE(page->desk.authority.knownClients.size(), 5);
        press(Qt::Key_Delete);
        press(Qt::Key_Backtab);
        QCOMPARE(word(), QStringLiteral("Remove"));
        press(Qt::Key_Space);
        QCOMPARE(page->desk.authority.knownClients.size(), 4);
    }

    void aSecretIsRenewedThroughTheMenuAndCopied()
    {
        walkTo(1);
        QVERIFY(tabTo("AuthorityRows"));
        press(Qt::Key_Down);
        press(Qt::Key_Menu);
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(word(), QStringLiteral("Keep the old one"));
        press(Qt::Key_Backtab);
        press(Qt::Key_Space);
        QCOMPARE(word(), QStringLiteral("Copy the secret"));
        press(Qt::Key_Space);
        QVERIFY(page->desk.clipboard.holdsOurs());
    }

    void usersAreTickedAndSearched()
    {
        walkTo(2);
        QVERIFY(tabTo("AuthorityRows"));
        press(Qt::Key_Down);
        press(Qt::Key_Space);
        press(Qt::Key_Down);
        press(Qt::Key_Space);
        QCOMPARE(page->desk.app->authority()->userList()->selectedCount(), 2);
        QVERIFY(tabTo("AuthorityUserBar"));

        press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(focused()->inherits("QQuickTextField"));
        for (const Qt::Key key : {Qt::Key_N, Qt::Key_O, Qt::Key_O})
            press(key);
        QTRY_COMPARE(page->desk.app->authority()->userList()->count(), 1);
        press(Qt::Key_Escape);
        QTRY_COMPARE(page->desk.app->authority()->userList()->count(), 5);
    }

    void aKeyIsRevokedOnlyAfterTheQuestion()
    {
        walkTo(4);
        QVERIFY(tabTo("AuthorityRows"));
        press(Qt::Key_Delete);
        QCOMPARE(word(), QStringLiteral("Keep"));
        press(Qt::Key_Backtab);
        press(Qt::Key_Space);
        QCOMPARE(page->desk.authority.knownKeys.at(1).state, core::AuthorityKey::State::Revoked);
    }

    void requestsArePausedAndThePolicyIsAsked()
    {
        walkTo(5);
        QVERIFY(tabTo("LiveButton"));
        press(Qt::Key_Space);
        QVERIFY(!page->desk.app->authority()->requestList()->isLive());

        walkTo(6);
        QVERIFY(tabTo("AuthorityTester"));
        press(Qt::Key_Return);
        QCOMPARE(page->desk.app->authority()->policies()->verdict(),
                 desktop::AuthorityPolicies::Verdict::Allowed);
    }
};

QTEST_MAIN(AuthorityWalkTest)

#include "tst_authoritywalk.moc"
