// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakedesk.h"

#include <QDir>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

#include <functional>

//! A window that asks a person something, on a desk of fakes, without the main window.
struct AskingWindow
{
    //! \a page: "Consent" or "Approval", in Shell.
    AskingWindow(const char *page, bool dark)
        : m_page(QUrl(QStringLiteral("qrc:/qt/qml/Latchkey/Shell/%1.qml").arg(QLatin1String(page))))
    {
        set(core::setting::motion, QStringLiteral("none"));
        set(core::setting::theme, dark ? QStringLiteral("dark") : QStringLiteral("light"));
    }

    void set(const QString &key, const QVariant &value)
    {
        if (!desk.settings.set(key, value))
            qFatal("A setting cannot be set.");
    }
    //! \a activate tells the view model that its window is shown.
    void open(const std::function<void()> &activate)
    {
        desk.app->install(engine);
        engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(desk.app.get())}});
        engine.load(m_page);
        if (engine.rootObjects().isEmpty())
            qFatal("The window cannot be loaded.");
        window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
        activate();
        window->show();
        window->requestActivate();
        static_cast<void>(QTest::qWaitForWindowActive(window));
        settle();
    }
    void settle() const
    {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QTest::qWait(20);
    }
    //! Everything in the window, what repeaters made included.
    [[nodiscard]] QList<QQuickItem *> items() const
    {
        QList<QQuickItem *> found{window->contentItem()};
        for (qsizetype at = 0; at < found.size(); ++at)
            found += found.at(at)->childItems();
        return found;
    }
    //! The first button that says \a words.
    [[nodiscard]] QQuickItem *button(const QString &words) const
    {
        const auto all = items();
        for (QQuickItem *item : all) {
            if (item->inherits("QQuickAbstractButton") && item->property("text") == words)
                return item;
        }
        return nullptr;
    }
    [[nodiscard]] QPoint middleOf(const QString &words) const
    {
        const QQuickItem *item = button(words);
        if (!item)
            qFatal("There is no button \"%s\".", qPrintable(words));
        return item->mapToScene({item->width() / 2, item->height() / 2}).toPoint();
    }
    void press(Qt::Key key) const
    {
        QTest::keyClick(window, key);
        settle();
    }
    void click(const QString &words) const
    {
        QTest::mouseClick(window, Qt::LeftButton, Qt::NoModifier, middleOf(words));
        settle();
    }

    //! A row for each of \a kinds in each theme, named as its picture: "consent-git-dark".
    static void addKinds(const char *name, std::initializer_list<const char *> kinds)
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("dark");
        int kind = 0;
        for (const char *each : kinds) {
            for (const bool dark : {false, true})
                QTest::addRow("%s-%s-%s", name, each, dark ? "dark" : "light") << kind << dark;
            ++kind;
        }
    }
    //! Pictures look the same everywhere, and have a folder.
    static void preparePictures(const QString &folder)
    {
        QVERIFY(QDir().mkpath(folder));
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(13);
        font.setHintingPreference(QFont::PreferNoHinting);
        QGuiApplication::setFont(font);
        QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    }

    FakeDesk desk;
    QQmlApplicationEngine engine;
    QQuickWindow *window = nullptr;

private:
    QUrl m_page;
};
