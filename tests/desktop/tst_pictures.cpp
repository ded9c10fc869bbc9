// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/imageproviders.h"
#include "desktop/qrpicture.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace desktop;

//! Icons, brand pictures and QR codes.
class PicturesTest : public QObject
{
    Q_OBJECT

    static bool hasColour(const QImage &image, const QColor &wanted)
    {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor found = image.pixelColor(x, y);
                if (found.alpha() > 250 && qAbs(found.red() - wanted.red()) < 4
                    && qAbs(found.green() - wanted.green()) < 4
                    && qAbs(found.blue() - wanted.blue()) < 4)
                    return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void drawsIconsInTheColourAsked()
    {
        QSize size;
        const QImage image =
            IconProvider().requestImage(QStringLiteral("copy/b4232c"), &size, QSize(32, 32));
        QCOMPARE(size, QSize(32, 32));
        QCOMPARE(image.size(), size);
        QVERIFY(hasColour(image, QColor(0xb4232c)));
    }

    void drawsAnEmptyPictureForAnUnknownIcon()
    {
        QTest::ignoreMessage(QtWarningMsg, "There is no picture :/icons/no-such.svg.");
        const QImage image =
            IconProvider().requestImage(QStringLiteral("no-such/000000"), nullptr, {});
        QCOMPARE(image.size(), QSize(24, 24));
    }

    void recoloursIllustrations()
    {
        QSize size;
        const QImage image = BrandProvider().requestImage(
            QStringLiteral("illustrations/locked/aab0c4/2dd4bf"), &size, QSize(320, 240));
        QVERIFY(hasColour(image, QColor(0xaab0c4)));
        QVERIFY(!hasColour(image, QColor(0x5b6178)));
    }

    void drawsBrandAsItIs()
    {
        const QImage image =
            BrandProvider().requestImage(QStringLiteral("app/latchkey"), nullptr, {64, 64});
        QVERIFY(hasColour(image, QColor(0xfbfbff)));
    }

    void drawsQrCodesWithTheirFinders()
    {
        QrPicture qr;
        QSignalSpy changed(&qr, &QrPicture::textChanged);
        qr.setText(QStringLiteral("https://github.com/login/device?user_code=WDJB-MJHT"));
        QCOMPARE(changed.size(), 1);
        const int side = qr.modules();
        QVERIFY(side >= 21);
        // The three finders: dark corner, light ring, dark heart.
        const QList<QPoint> corners{{0, 0}, {side - 7, 0}, {0, side - 7}};
        for (const QPoint corner : corners) {
            QVERIFY(qr.isDark(corner.x(), corner.y()));
            QVERIFY(!qr.isDark(corner.x() + 1, corner.y() + 1));
            QVERIFY(qr.isDark(corner.x() + 3, corner.y() + 3));
        }
        QVERIFY(!qr.isDark(-1, 0));

        qr.setSize(QSizeF(200, 200));
        QImage image(200, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        qr.paint(&painter);
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        QVERIFY(hasColour(image, QColor(0x16161c)));
    }

    void drawsNothingForWhatDoesNotFit()
    {
        QrPicture qr;
        qr.setText(QString(5000, QLatin1Char('x')));
        QCOMPARE(qr.modules(), 0);
        qr.setText(QString());
        QCOMPARE(qr.modules(), 0);
    }
};

QTEST_MAIN(PicturesTest)
#include "tst_pictures.moc"
