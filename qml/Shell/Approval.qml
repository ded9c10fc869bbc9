// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Latchkey.Theme
import Latchkey.Desktop
import Latchkey.Pages

//! The window in which the person allows or denies; it is as tall as its question. Closing it denies.
Window {
    id: root

    required property DesktopApp app

    width: 460
    height: Math.max(420, Math.ceil(page.wanted))
    minimumWidth: 460
    maximumWidth: 460
    minimumHeight: height
    maximumHeight: height
    color: Theme.raised
    title: qsTr("Allow a sign-in")
    flags: Qt.Dialog | Qt.WindowStaysOnTopHint | Qt.WindowTitleHint | Qt.WindowCloseButtonHint
    onVisibleChanged: if (visible) page.begin()
    onActiveChanged: if (active) page.mark()
    onClosing: root.app.approval.denyAll()

    Binding { target: Theme; property: "dark"; value: root.app.preferences.dark }
    Binding { target: Motion; property: "reduced"; value: root.app.preferences.reducedMotion }
    ApprovalPage {
        id: page
        anchors.fill: parent
        focus: true
        approval: root.app.approval
    }
}
