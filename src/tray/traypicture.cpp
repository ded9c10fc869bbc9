// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/traypicture.h"

#include "tray/pictures.h"

#include <QPainter>
#include <QPixmap>

namespace tray {

namespace {

QString fileOf(TrayState state, PanelGround ground, TrayInk ink)
{
    const char *kind = ink == TrayInk::Plain         ? "template"
                       : ground == PanelGround::Dark ? "ondark"
                                                     : "onlight";
    return QStringLiteral("tray/latchkey-%1-%2").arg(nameOf(state), QLatin1String(kind));
}

} // namespace

QString nameOf(TrayState state)
{
    switch (state) {
    case TrayState::Locked:
        return QStringLiteral("locked");
    case TrayState::Attention:
        return QStringLiteral("attention");
    case TrayState::Offline:
        return QStringLiteral("offline");
    case TrayState::Expiring:
        return QStringLiteral("expiring");
    case TrayState::Busy:
        return QStringLiteral("busy");
    case TrayState::Ok:
        return QStringLiteral("ok");
    }
    Q_UNREACHABLE();
}

QIcon trayPicture(TrayState state, PanelGround ground, TrayInk ink)
{
#if defined(Q_OS_MACOS)
    ink = TrayInk::Plain;
#endif
    struct Fit
    {
        int side;
        const char *suffix;
    };
    QIcon icon;
    const QString base = fileOf(state, ground, ink);
    // Drawn one by one: QIcon's own SVG engine keeps only the last file that is added.
    for (const Fit fit :
         {Fit{16, "-16"}, {22, ""}, {24, "-24"}, {32, "-16"}, {44, ""}, {48, "-24"}}) {
        QImage image = drawnBrand(base + QLatin1String(fit.suffix), {}, QSize(fit.side, fit.side));
#if !defined(Q_OS_MACOS)
        if (ink == TrayInk::Plain) {
            // The template is black: it takes the panel's ink here, as macOS does by itself.
            QPainter painter(&image);
            painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
            painter.fillRect(image.rect(),
                             ground == PanelGround::Dark ? QColor(0xec, 0xee, 0xf8)
                                                         : QColor(0x2a, 0x2d, 0x45));
        }
#endif
        icon.addPixmap(QPixmap::fromImage(std::move(image)));
    }
    icon.setIsMask(ink == TrayInk::Plain);
    return icon;
}

QIcon menuPicture(const QString &name, const QColor &color)
{
    QIcon icon;
    for (const int side : {16, 32})
        icon.addPixmap(QPixmap::fromImage(drawnIcon(name, color, QSize(side, side))));
    return icon;
}

} // namespace tray
