// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! How much of a credential's life remains, with the places where it is refreshed and where we warn (0 to 1, from the start; below 0: none).
Item {
    id: root

    required property real remaining
    property real refreshAt: -1
    property real warnAt: -1
    property string standing: "valid"
    readonly property color fill: ({ expiring: Theme.warnFill, expired: Theme.badFill, signin: Theme.needsFill })[standing] ?? Theme.validFill
    readonly property real now: Math.max(0, Math.min(1, 1 - remaining))

    implicitHeight: 16
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 percent of its life remains").arg(Math.round((1 - now) * 100))

    Rectangle {
        y: 5
        width: root.width
        height: 6
        radius: 3
        color: root.fill

        Rectangle {
            anchors { left: parent.left }
            width: Math.max(6, root.width * root.now)
            height: 6
            radius: 3
            color: Theme.pressed
        }
    }
    Rectangle {
        anchors { left: parent.left; leftMargin: Math.round((root.width - width) * root.warnAt) }
        y: 1
        width: 2
        height: 14
        visible: root.warnAt >= 0
        color: Theme.warn
    }
    Rectangle {
        anchors { left: parent.left; leftMargin: Math.round((root.width - width) * root.refreshAt) }
        y: 1
        width: 2
        height: 14
        visible: root.refreshAt >= 0
        color: Theme.accent
    }
    Rectangle {
        anchors { left: parent.left; leftMargin: (root.width - width) * root.now }
        y: 2
        width: 12
        height: 12
        radius: 6
        color: root.fill
        border { width: 2; color: Theme.surface }
    }
}
