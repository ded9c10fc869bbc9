// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pseudo.h"
#include "scenes.h"

#include <QAccessible>
#include <QDir>
#include <QScopeGuard>

namespace {
QStringList said;

void listen(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        said += message;
    fprintf(stderr, "%s\n", qPrintable(message));
}

const QList<QSize> sizes{{1200, 760}, {720, 480}};

bool isIn(const QQuickItem *item, const char *type)
{
    for (const QQuickItem *at = item; at; at = at->parentItem()) {
        if (at->inherits(type))
            return true;
    }
    return false;
}

bool isVerb(const QQuickItem *item)
{
    return item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField")
           || item->inherits("QQuickComboBox");
}
} // namespace

//! Every page in both themes and two sizes, as pictures in build/…/shots; and the rules that hold
//! for all of them: no warning, no nameless control, no word that is cut off, all within reach.
class PagesTest : public QObject
{
    Q_OBJECT

private:
    static void addRows()
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        const QList<Scene> all = scenes();
        for (int i = 0; i < all.size(); ++i) {
            for (const bool dark : {false, true}) {
                for (const QSize size : sizes) {
                    const QByteArray name = QByteArray(size.width() < 1000 ? "narrow-" : "")
                                            + all[i].name + (dark ? "-dark" : "-light");
                    QTest::newRow(name.constData()) << i << dark << size;
                }
            }
        }
    }

    //! Words that have less room than they need and neither wrap nor elide.
    static QStringList cutOff(const PageWindow &page)
    {
        QStringList cut;
        for (QQuickItem *item : page.items()) {
            if (!item->inherits("QQuickText") || item->property("text").toString().isEmpty())
                continue;
            const bool gives = item->property("elide").toInt() != Qt::ElideNone
                               || item->property("wrapMode").toInt() != 0;
            if (!gives && item->implicitWidth() > item->width() + 1.0)
                cut += item->property("text").toString();
            // A button's or a chip's word must be whole: it is what one decides by.
            if (item->property("truncated").toBool() && isIn(item, "QQuickButton")
                && !isIn(item, "QQuickItemView"))
                cut += QStringLiteral("in a button: ") + item->property("text").toString();
        }
        return cut;
    }

    //! Where the letters are, not the room that they have.
    static QRectF inkOf(const QQuickItem *text)
    {
        const double wide = std::min(text->property("paintedWidth").toDouble(), text->width());
        const int side = text->property("effectiveHorizontalAlignment").toInt();
        const double left = side == Qt::AlignRight     ? text->width() - wide
                            : side == Qt::AlignHCenter ? (text->width() - wide) / 2
                                                       : 0;
        return text->mapRectToScene({left, 0, wide, text->height()});
    }

    //! Words over words, of one row or one card.
    static QStringList overlapping(const PageWindow &page)
    {
        QStringList over;
        QHash<QQuickItem *, QList<QQuickItem *>> families;
        for (QQuickItem *item : page.items()) {
            if (item->inherits("QQuickText") && !item->property("text").toString().isEmpty())
                families[item->parentItem()] += item;
        }
        for (const QList<QQuickItem *> &family : std::as_const(families)) {
            for (qsizetype i = 0; i < family.size(); ++i) {
                for (qsizetype j = i + 1; j < family.size(); ++j) {
                    const QRectF both = inkOf(family[i]).intersected(inkOf(family[j]));
                    if (both.width() > 1.0 && both.height() > 8.0)
                        over += family[i]->property("text").toString() + u'|'
                                + family[j]->property("text").toString();
                }
            }
        }
        return over;
    }

    //! Codes and times keep the order of their signs, whichever way the words run.
    static QStringList reversed(const PageWindow &page)
    {
        QStringList wrong;
        for (const QQuickItem *item : page.items()) {
            const QByteArray type(item->metaObject()->className());
            if (!type.startsWith("CodeBoxes_QML") && !type.startsWith("Figures_QML"))
                continue;
            const auto signs = item->childItems();
            double before = -1;
            for (const QQuickItem *sign : signs) {
                if (sign->width() <= 0)
                    continue; // the repeater
                if (sign->x() < before)
                    wrong += QString::fromLatin1(type);
                before = sign->x();
            }
        }
        return wrong;
    }

    static QStringList outOfSight(const PageWindow &page)
    {
        QStringList out;
        const QRectF room(QPointF(), QSizeF(page.window->size()));
        for (QQuickItem *item : page.items()) {
            if (!isVerb(item) || isIn(item->parentItem(), "QQuickFlickable"))
                continue;
            const QRectF place = item->mapRectToScene({0, 0, item->width(), item->height()});
            if (!room.contains(place))
                out += QLatin1String(item->metaObject()->className()) + u' '
                       + item->property("text").toString();
        }
        return out;
    }

    static QStringList nameless(const PageWindow &page)
    {
        QStringList found;
        for (QQuickItem *item : page.items()) {
            if (!isVerb(item))
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
            if (!face
                || (face->text(QAccessible::Name).isEmpty()
                    && face->text(QAccessible::Description).isEmpty()))
                found += QLatin1String(item->metaObject()->className()) + u' '
                         + item->property("text").toString();
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qInstallMessageHandler(listen);
        QAccessible::setActive(true);
        QVERIFY(QDir().mkpath(QStringLiteral(SHOTS)));
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(13);
        font.setHintingPreference(QFont::PreferNoHinting);
        QGuiApplication::setFont(font);
        QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    }

    void init() { said.clear(); }
    void cleanup() { QVERIFY2(said.isEmpty(), qPrintable(said.join(u'\n'))); }

    void everyPageIsDrawnWithoutAWarning_data() { addRows(); }
    void everyPageIsDrawnWithoutAWarning()
    {
        QFETCH(int, scene);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        PageWindow page(size, dark);

        scenes()[scene].play(page);
        const QImage picture = page.grab();

        QVERIFY(picture.save(
            QStringLiteral(SHOTS "/%1.png").arg(QLatin1String(QTest::currentDataTag()))));
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY2(colours.size() > 24, "The window is blank.");
        QCOMPARE(nameless(page).join(u'\n'), QString());
        QCOMPARE(cutOff(page).join(u'\n'), QString());
        QCOMPARE(outOfSight(page).join(u'\n'), QString());
        QCOMPARE(overlapping(page).join(u'\n'), QString());
    }

    void longWordsFit_data() { addRows(); }
    void longWordsFit()
    {
        QFETCH(int, scene);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        if (dark)
            return;
        Pseudo pseudo;
        QCoreApplication::installTranslator(&pseudo);
        PageWindow page(size, dark);

        scenes()[scene].play(page);
        const QImage picture = page.grab();
        QCoreApplication::removeTranslator(&pseudo);

        QVERIFY(picture.save(
            QStringLiteral(SHOTS "/long-%1.png").arg(QLatin1String(QTest::currentDataTag()))));
        QCOMPARE(cutOff(page).join(u'\n'), QString());
        QCOMPARE(outOfSight(page).join(u'\n'), QString());
    }

    //! Where one reads from the right the window is its own mirror image: what is at the left edge
    //! is as far from the right one.
    void pagesAreMirroredForWhoReadsFromTheRight_data() { addRows(); }
    void pagesAreMirroredForWhoReadsFromTheRight()
    {
        QFETCH(int, scene);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        if (dark || size != sizes.constFirst())
            return;
        PseudoFromTheRight pseudo;
        QCoreApplication::installTranslator(&pseudo);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([&] {
            QGuiApplication::setLayoutDirection(Qt::LeftToRight);
            QCoreApplication::removeTranslator(&pseudo);
        });
        PageWindow page(size, dark);

        scenes()[scene].play(page);
        const QImage picture = page.grab();

        QVERIFY(picture.save(
            QStringLiteral(SHOTS "/rtl-%1.png").arg(QLatin1String(QTest::currentDataTag()))));
        QCOMPARE(cutOff(page).join(u'\n'), QString());
        QCOMPARE(outOfSight(page).join(u'\n'), QString());
        QCOMPARE(overlapping(page).join(u'\n'), QString());
        QCOMPARE(reversed(page).join(u'\n'), QString());
        if (const QQuickItem *rail = page.find("NavigationRail"))
            QCOMPARE(rail->mapToScene({rail->width(), 0}).x(), page.window->width());
    }
};

QTEST_MAIN(PagesTest)

#include "tst_pages.moc"
