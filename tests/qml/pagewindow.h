// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakedesk.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

//! The real window on a desk of fakes. Motion is off, so that what is asked for is there at once.
class PageWindow
{
public:
    explicit PageWindow(QSize size, bool dark)
    {
        set(core::setting::motion, QStringLiteral("none"));
        set(core::setting::theme, dark ? QStringLiteral("dark") : QStringLiteral("light"));
        desk.app->install(engine);
        engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(desk.app.get())}});
        engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Latchkey/Shell/Main.qml")));
        if (engine.rootObjects().isEmpty())
            qFatal("The window cannot be loaded.");
        window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
        desk.app->setActive(true);
        window->resize(size);
        window->show();
        window->requestActivate();
        static_cast<void>(QTest::qWaitForWindowActive(window));
    }

    void set(const QString &key, const QVariant &value)
    {
        if (!desk.settings.set(key, value))
            qFatal("A setting cannot be set.");
    }

    //! Lets bindings, layouts and polishing come to rest.
    void settle() const
    {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QTest::qWait(20);
    }

    [[nodiscard]] QImage grab() const
    {
        settle();
        return window->grabWindow();
    }

    //! The first visible item of a QML type, by its file's name.
    [[nodiscard]] QQuickItem *find(const char *type) const
    {
        for (QQuickItem *item : items()) {
            if (QByteArray(item->metaObject()->className())
                    .startsWith(QByteArray(type) + "_QMLTYPE"))
                return item;
        }
        return nullptr;
    }

    //! Calls a function of the first object of a QML type that is no item: a dialog.
    void call(const char *type, const char *function, const QVariant &argument = {}) const
    {
        for (QObject *object : objects()) {
            if (!QByteArray(object->metaObject()->className())
                     .startsWith(QByteArray(type) + "_QMLTYPE"))
                continue;
            if (argument.isValid())
                QMetaObject::invokeMethod(object, function, Q_ARG(QString, argument.toString()));
            else
                QMetaObject::invokeMethod(object, function);
            return;
        }
        qFatal("There is no such dialog.");
    }

    //! Every visible item, popups included.
    [[nodiscard]] QList<QQuickItem *> items() const
    {
        QList<QQuickItem *> found;
        gather(window->contentItem(), found);
        return found;
    }

    FakeDesk desk;
    QQmlApplicationEngine engine;
    QQuickWindow *window = nullptr;

private:
    //! What the visible items own: their popups, shut or open.
    [[nodiscard]] QList<QObject *> objects() const
    {
        QList<QObject *> found;
        for (const QQuickItem *item : items())
            found += item->findChildren<QObject *>();
        return found;
    }

    static void gather(QQuickItem *item, QList<QQuickItem *> &found)
    {
        if (!item->isVisible() || item->opacity() <= 0.0)
            return;
        found += item;
        for (QQuickItem *child : item->childItems())
            gather(child, found);
    }
};
