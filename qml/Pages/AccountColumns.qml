// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! The names of the columns, on the line of the first group's head.
Item {
    id: root

    property bool grouped: true
    readonly property bool wide: width > 780
    readonly property int lastWidth: wide ? 150 : 104

    // With groups the first head's line is shared; without, it is a line of its own.
    height: grouped ? 0 : 36

    Note {
        anchors { right: parent.right; rightMargin: Metrics.s24 + root.lastWidth + 176 + 2 * Metrics.s12 }
        y: 12
        width: 84
        visible: root.wide
        text: qsTr("Kind")
        font.pixelSize: Type.caption
    }
    Note {
        anchors { right: parent.right; rightMargin: Metrics.s24 + root.lastWidth + Metrics.s12 }
        y: 12
        width: 168
        text: qsTr("Standing")
        font.pixelSize: Type.caption
    }
    Note {
        anchors { right: parent.right; rightMargin: Metrics.s24 }
        y: 12
        width: root.lastWidth
        text: qsTr("Last used")
        font.pixelSize: Type.caption
    }
}
