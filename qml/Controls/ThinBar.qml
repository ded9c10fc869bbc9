// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! A scroll bar that is seen while it is needed.
T.ScrollBar {
    id: root

    implicitWidth: 10
    implicitHeight: 10
    padding: 2
    visible: size < 1

    contentItem: Rectangle {
        implicitWidth: 6
        radius: 3
        color: Theme.outlineStrong
        opacity: root.pressed ? 0.9 : root.hovered ? 0.7 : 0.22
        Behavior on opacity { NumberAnimation { duration: Motion.quick } }
    }
}
