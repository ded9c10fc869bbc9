// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! What the person has to know before anything else on the page: no tray here, the store does not answer, a verb failed.
ColumnLayout {
    id: root

    required property DesktopApp app
    readonly property bool storeAway: app.lock.state === LockView.StoreUnavailable
    readonly property bool failed: app.notice.kind === Notice.Trouble
    readonly property bool any: app.trayMissing || storeAway || failed

    spacing: Metrics.s8

    Banner {
        Layout.fillWidth: true
        visible: root.storeAway
        text: root.app.lock.reason || qsTr("The store does not answer. Your accounts are safe; their tokens cannot be read just now.")
        action: qsTr("Try again")
        onActionRequested: root.app.lock.unlock("")
    }
    Banner {
        Layout.fillWidth: true
        visible: root.app.trayMissing
        tone: Banner.Calm
        text: qsTr("This desktop has no tray. Latchkey goes on working when the window is closed; start it again to see the window, or press Ctrl+Q to end it.")
        closable: true
        onClosed: root.app.dismissTrayMissing()
    }
    Banner {
        Layout.fillWidth: true
        visible: root.failed
        tone: Banner.Bad
        text: root.app.notice.detail ? qsTr("%1 %2").arg(root.app.notice.text).arg(root.app.notice.detail) : root.app.notice.text
        action: root.app.notice.actionLabel
        closable: true
        onActionRequested: root.app.notice.act()
        onClosed: root.app.notice.dismiss()
    }
}
