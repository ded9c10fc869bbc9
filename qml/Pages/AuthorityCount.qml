// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls

//! How many there are of something; leads to it.
T.Button {
    id: root

    required property string label
    property int value: 0
    property string words

    Layout.fillWidth: true
    Layout.preferredWidth: 10
    implicitHeight: 68
    Accessible.name: qsTr("%1: %2").arg(label).arg(number.text)

    contentItem: Item { // qmllint disable deferred-property-id
        Body {
            id: number
            anchors { left: parent.left; leftMargin: 14 }
            y: 10
            width: parent.width - 22
            text: root.words || String(root.value)
            font.pixelSize: root.words ? Type.heading : Type.title
            font.weight: Type.strong
            height: 28
            Accessible.ignored: true
        }
        Note {
            anchors { left: parent.left; leftMargin: 14 }
            y: 40
            width: parent.width - 22
            text: root.label
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Metrics.radiusCard
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : Theme.surface
        border { width: 1; color: root.hovered ? Theme.outlineStrong : Theme.hairline }
        FocusRing { shown: root.visualFocus; around: Metrics.radiusCard }
    }
}
