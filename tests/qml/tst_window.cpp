// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagewindow.h"

#include <QQmlComponent>

#include <cmath>

namespace {
double luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF())
           + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double two = luminance(b) + 0.05;
    return one > two ? one / two : two / one;
}

bool isBelow(const QQuickItem *item, const QQuickItem *ancestor)
{
    for (; item; item = item->parentItem()) {
        if (item == ancestor)
            return true;
    }
    return false;
}
} // namespace

//! The window under keys: where they lead, what has the focus; and the colours' contrast.
class WindowTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageWindow> page;

    [[nodiscard]] QQuickItem *focused() const { return page->window->activeFocusItem(); }
    [[nodiscard]] bool hasFocus(const char *type) const
    {
        const QQuickItem *item = page->find(type);
        return item && isBelow(focused(), item);
    }
    [[nodiscard]] QString place() const
    {
        const QQuickItem *stage = page->find("Stage");
        return stage ? stage->property("place").toString() : QString();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(page->window, key, with);
        page->settle();
    }

private Q_SLOTS:
    void init() { page = std::make_unique<PageWindow>(QSize(1200, 760), false); }
    void cleanup() { page.reset(); }

    void textOnEveryGroundIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textOnEveryGroundIsReadable()
    {
        QFETCH(bool, dark);
        page->set(core::setting::theme, dark ? QStringLiteral("dark") : QStringLiteral("light"));
        page->settle();
        QQmlComponent component(&page->engine);
        component.setData("import QtQml\nimport Latchkey.Theme\n"
                          "QtObject { readonly property QtObject theme: Theme }",
                          {});
        const std::unique_ptr<QObject> holder(component.create());
        QVERIFY2(holder, qPrintable(component.errorString()));
        const auto *theme = holder->property("theme").value<QObject *>();
        QVERIFY(theme);
        const auto colour = [theme](const char *name) {
            return theme->property(name).value<QColor>();
        };
        QStringList faint;
        const auto check = [&](const char *words, const char *ground, double least) {
            const double ratio = contrast(colour(words), colour(ground));
            if (ratio < least)
                faint += QStringLiteral("%1 on %2: %3")
                             .arg(QLatin1String(words), QLatin1String(ground))
                             .arg(ratio);
        };

        for (const char *words :
             {"ink", "ink2", "ink3", "accent", "valid", "warn", "bad", "needs", "high"}) {
            for (const char *ground :
                 {"canvas", "surface", "raised", "sunken", "hover", "pressed", "selected"})
                check(words, ground, 4.5);
        }
        for (const auto &[words, ground] : {std::pair{"valid", "validTint"},
                                            {"warn", "warnTint"},
                                            {"bad", "badTint"},
                                            {"needs", "needsTint"},
                                            {"ink2", "neutralTint"},
                                            {"accentInk", "accentFill"},
                                            {"accentInk", "accentFillHover"},
                                            {"accentInk", "accentFillPressed"},
                                            {"inverseInk", "inverse"}})
            check(words, ground, 4.5);
        for (const char *ground : {"canvas", "surface", "raised"})
            check("outlineStrong", ground, 3.0);

        QCOMPARE(faint.join(u'\n'), QString());
    }

    void controlAndDigitsGoToThePages()
    {
        press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(place(), QStringLiteral("activity"));
        press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(place(), QStringLiteral("programs"));
        press(Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(place(), QStringLiteral("authority"));
        press(Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(place(), QStringLiteral("settings"));
        press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(place(), QStringLiteral("accounts"));
    }

    void controlFFindsAndEscapeUndoesIt()
    {
        press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(hasFocus("AccountsHeader"));
        for (const Qt::Key key : {Qt::Key_N, Qt::Key_P, Qt::Key_M})
            press(key);
        QCOMPARE(page->desk.app->accounts()->count(), 1);

        press(Qt::Key_Escape);

        QCOMPARE(page->desk.app->accounts()->count(), page->desk.app->accounts()->total());
    }

    void theListIsWalkedOpenedAndTickedByKeys()
    {
        page->find("AccountList")->forceActiveFocus(Qt::TabFocusReason);

        press(Qt::Key_Down);
        press(Qt::Key_Space);
        QCOMPARE(page->desk.app->accounts()->selectedCount(), 1);
        press(Qt::Key_Return);
        QCOMPARE(page->desk.app->details()->accountKey(), page->desk.app->accounts()->keyAt(1));

        press(Qt::Key_Escape);
        QCOMPARE(page->desk.app->details()->state(), desktop::AccountDetails::State::Closed);
        press(Qt::Key_Escape);
        QCOMPARE(page->desk.app->accounts()->selectedCount(), 0);
    }

    void endAndHomeReachTheEnds()
    {
        QQuickItem *list = page->find("AccountList");
        list->forceActiveFocus(Qt::TabFocusReason);

        press(Qt::Key_End);
        QCOMPARE(list->property("currentIndex").toInt(), page->desk.app->accounts()->count() - 1);
        press(Qt::Key_Home);

        QCOMPARE(list->property("currentIndex").toInt(), 0);
    }

    void deleteAsksAndEscapeKeepsTheAccount()
    {
        page->find("AccountList")->forceActiveFocus(Qt::TabFocusReason);

        press(Qt::Key_Delete);
        press(Qt::Key_Escape);
        QCOMPARE(page->desk.app->accounts()->total(), int(sampleRows().size()));

        press(Qt::Key_Delete);
        press(Qt::Key_Backtab);
        press(Qt::Key_Space);
        QTRY_COMPARE(page->desk.app->accounts()->total(), int(sampleRows().size()) - 1);
    }

    void controlNOpensTheWizardWithTheSearchReady()
    {
        press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(hasFocus("ChooseService"));
        for (const Qt::Key key : {Qt::Key_G, Qt::Key_I, Qt::Key_T, Qt::Key_H})
            press(key);
        press(Qt::Key_Return);
        QCOMPARE(page->desk.app->wizard()->serviceName(), QStringLiteral("GitHub"));
        QVERIFY(hasFocus("ChooseMethod"));

        press(Qt::Key_Escape);

        QVERIFY(!page->find("SignInPages"));
        QCOMPARE(place(), QStringLiteral("accounts"));
    }

    void controlLLocksAndThePassphraseOpens()
    {
        page->desk.lock.passphraseNeeded = true;
        press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(page->find("LockedPage"));
        QVERIFY(!page->find("Stage"));
        QVERIFY(hasFocus("SecretBox"));

        for (const Qt::Key key : {Qt::Key_O, Qt::Key_P, Qt::Key_E, Qt::Key_N, Qt::Key_Space})
            QTest::keyClick(page->window, key);
        for (const char c : {'s', 'e', 's', 'a', 'm', 'e'})
            QTest::keyClick(page->window, c);
        press(Qt::Key_Return);

        QTRY_VERIFY(page->find("Stage"));
        QVERIFY(!page->find("LockedPage"));
    }

    void lockingShutsAQuestionToo()
    {
        page->find("AccountList")->forceActiveFocus(Qt::TabFocusReason);
        press(Qt::Key_Delete);

        QVERIFY(page->find("Heading"));

        page->desk.lock.lock(QStringLiteral("tray"));
        page->settle();

        QVERIFY(page->find("LockedPage"));
        QTRY_VERIFY(!page->find("Heading"));
    }

    void aWrongPassphraseIsSaidAndTheFieldIsEmpty()
    {
        page->desk.lock.passphraseNeeded = true;
        press(Qt::Key_L, Qt::ControlModifier);

        QTest::keyClick(page->window, 'x');
        press(Qt::Key_Return);

        QTRY_COMPARE(page->desk.app->lock()->problem(),
                     QStringLiteral("That passphrase does not open the store."));
        QCOMPARE(page->find("SecretBox")->property("text").toString(), QString());
    }

    //! The rows stay when the search changes what they say; the heads over them must follow.
    void headsFollowTheSearch()
    {
        const auto heads = [this] {
            QMap<qreal, QString> found;
            for (QQuickItem *item : page->items()) {
                if (QByteArray(item->metaObject()->className()).startsWith("AccountSection_QML"))
                    found.insert(item->mapToScene({}).y(), item->property("section").toString());
            }
            return QStringList(found.values());
        };
        desktop::AccountsModel *accounts = page->desk.app->accounts();
        const QStringList both{QStringLiteral("attention"), QStringLiteral("working")};
        QCOMPARE(heads(), both);

        accounts->setSearch(QStringLiteral("github work"));
        page->settle();
        QCOMPARE(heads(), QStringList{QStringLiteral("working")});
        accounts->setSearch(QStringLiteral("slack"));
        page->settle();
        QCOMPARE(heads(), QStringList{QStringLiteral("attention")});
        accounts->setSearch({});
        page->settle();
        QCOMPARE(heads(), both);
        accounts->setOrder(desktop::AccountsModel::Order::ByName);
        page->settle();
        accounts->setOrder(desktop::AccountsModel::Order::AttentionFirst);
        page->settle();
        QCOMPARE(heads(), both);
        QCOMPARE(page->find("AccountList")->property("currentIndex").toInt(), 0);
    }

    void theActivityOfOneAccountIsPickedByTyping()
    {
        desktop::ActivityModel *activity = page->desk.app->activity();
        page->desk.app->requestPage(QStringLiteral("activity"));
        page->settle();
        QQuickItem *picker = page->find("AccountPicker");
        QVERIFY(picker);
        picker->forceActiveFocus(Qt::TabFocusReason);
        press(Qt::Key_Down);
        for (const Qt::Key key : {Qt::Key_S, Qt::Key_L, Qt::Key_A})
            press(key);
        press(Qt::Key_Return);
        QCOMPARE(activity->account(), QStringLiteral("slack/ops"));
        QCOMPARE(picker->property("text").toString(), QStringLiteral("Slack ops"));
        QVERIFY(picker->hasActiveFocus());

        press(Qt::Key_Space);
        for (int times = 0; times < 4; ++times)
            press(Qt::Key_PageUp);
        press(Qt::Key_Return);
        QCOMPARE(activity->account(), QString());
    }

    void tabReachesEveryPartAndComesRound_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *each : {"accounts", "activity", "settings"})
            QTest::newRow(each) << QString::fromLatin1(each);
    }
    void tabReachesEveryPartAndComesRound()
    {
        QFETCH(QString, name);
        page->desk.app->requestPage(name);
        page->settle();
        QList<QQuickItem *> visited;
        press(Qt::Key_Tab);

        while (!visited.contains(focused()) && visited.size() < 80) {
            visited += focused();
            press(Qt::Key_Tab);
        }

        QVERIFY2(visited.size() < 80, "Tab never comes round.");
        for (QQuickItem *item : page->items()) {
            if (item->inherits("QQuickAbstractButton") && item->activeFocusOnTab()
                && item->isEnabled() && item->property("focusPolicy").toInt() & Qt::TabFocus)
                QVERIFY2(
                    visited.contains(item),
                    qPrintable(item->property("text").toString() + QStringLiteral(" is skipped")));
        }
    }
};

QTEST_MAIN(WindowTest)

#include "tst_window.moc"
