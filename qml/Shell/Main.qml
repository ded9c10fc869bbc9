// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop
import Latchkey.Pages
import Latchkey.Wizard

//! The window: the pages, the wizard over them, the locked door over both; and the keys that work everywhere.
Window {
    id: root

    required property DesktopApp app
    property bool adding: false
    property bool locked: false
    readonly property bool open: !locked && !adding
    // No dialog and no menu has the word.
    readonly property bool free: !T.Overlay.overlay?.visible

    function settle() {
        // While it is being opened the page stays as it is, whichever that was.
        if (app.lock.state !== LockView.Unlocking)
            locked = app.lock.state === LockView.Locked
    }
    function add() {
        app.services.search = ""
        app.services.reload()
        app.wizard.restart()
        adding = true
    }
    function focusWizard() {
        (wizard.item as SignInPages)?.focusPage()
    }
    function showPage(page: string) {
        adding = false
        pages.show(page)
    }

    width: 1200
    height: 760
    minimumWidth: 720
    minimumHeight: 480
    color: Theme.surface
    title: "Latchkey"
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true
    onAddingChanged: if (adding) turned.restart(); else pages.focusPage()
    onActiveChanged: if (active) app.lock.touch()
    Component.onCompleted: settle()

    Binding { target: Theme; property: "dark"; value: root.app.preferences.dark }
    Binding { target: Motion; property: "reduced"; value: root.app.preferences.reducedMotion }
    Connections {
        target: root.app.lock
        function onChanged() { root.settle() }
    }
    Connections {
        target: root.app
        function onPageRequested(page) { root.showPage(page) }
        function onAddAccountRequested() { root.adding = true }
        function onSignInRequested(accountKey) { root.adding = true }
        function onAccountRequested(accountKey) { root.showPage("accounts") }
    }
    Connections {
        target: root.app.wizard
        function onClosed() { root.adding = false }
    }
    Stage {
        id: pages
        anchors.fill: parent
        visible: root.open
        enabled: visible
        app: root.app
        focus: root.open
        onAddRequested: root.add()
        onPracticeRequested: {
            root.add()
            if (root.app.services.practice)
                root.app.wizard.chooseService("practice")
        }
    }
    Present {
        id: wizard
        wanted: root.adding

        SignInPages {
            anchors.fill: parent
            visible: !root.locked
            enabled: visible
            focus: true
            wizard: root.app.wizard
            services: root.app.services
            onFinished: root.adding = false
            onAnotherRequested: root.add()
            onCopyRequested: text => root.app.copyText(text)
            onTokenRequested: key => root.app.accounts.copy(key)
            onSettingsRequested: {
                root.adding = false
                pages.showStore()
            }
            onUnlockRequested: root.app.lock.unlock("")
        }
    }
    Present {
        wanted: root.locked

        LockedPage {
            anchors.fill: parent
            focus: true
            lock: root.app.lock
        }
    }
    // A person at the keys or the pointer keeps the store open.
    HoverHandler { onPointChanged: idle.restart() }
    // The wizard is made after the change is known.
    Timer { id: turned; interval: 0; onTriggered: root.focusWizard() }
    Timer { id: idle; interval: 1000; onTriggered: root.app.lock.touch() }

    Shortcut { sequence: "Ctrl+F"; enabled: root.free && !root.locked; onActivated: root.adding ? (wizard.item as SignInPages)?.find() : pages.find() }
    Shortcut { sequence: "Ctrl+1"; enabled: root.free && root.open; onActivated: root.showPage("accounts") }
    Shortcut { sequence: "Ctrl+2"; enabled: root.free && root.open; onActivated: root.showPage("activity") }
    Shortcut { sequence: "Ctrl+3"; enabled: root.free && root.open; onActivated: root.showPage("programs") }
    Shortcut { sequence: "Ctrl+4"; enabled: root.free && root.open; onActivated: root.showPage("authority") }
    Shortcut { sequences: ["Ctrl+5", "Ctrl+,"]; enabled: root.free && root.open; onActivated: root.showPage("settings") }
    Shortcut { sequence: "Ctrl+N"; enabled: root.free && root.open; onActivated: root.add() }
    Shortcut { sequence: "F5"; enabled: root.free && root.open; onActivated: pages.refresh() }
    Shortcut { sequence: "Ctrl+L"; enabled: !root.locked; onActivated: root.app.lock.lock() }
    Shortcut { sequence: "Ctrl+W"; onActivated: root.close() }
    Shortcut { sequence: "Ctrl+Q"; onActivated: root.app.quit() }
}
