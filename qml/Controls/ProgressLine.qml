// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme

//! How many of how many.
ColumnLayout {
    id: root

    required property int done
    required property int total
    readonly property real fraction: total > 0 ? done / total : 0

    spacing: 6
    Accessible.role: Accessible.ProgressBar
    Accessible.name: words.text

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 6
        radius: 3
        color: Theme.pressed

        Rectangle {
            anchors { left: parent.left }
            width: Math.max(6, parent.width * root.fraction)
            height: 6
            radius: 3
            color: Theme.accentFill
            Behavior on width { NumberAnimation { duration: Motion.quick } }
        }
    }
    Note {
        id: words
        text: qsTr("%1 of %2").arg(root.done).arg(root.total)
    }
}
