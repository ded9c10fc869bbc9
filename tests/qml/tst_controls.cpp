// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/imageproviders.h"

#include <QQmlEngine>
#include <QtQuickTest>

//! The engine of the tst_*.qml beside this file: the real modules, the real pictures.
class ControlsSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(QStringLiteral(":/qt/qml"));
        engine->addImageProvider(QStringLiteral("icon"), new desktop::IconProvider);
        engine->addImageProvider(QStringLiteral("brand"), new desktop::BrandProvider);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, ControlsSetup)

#include "tst_controls.moc"
