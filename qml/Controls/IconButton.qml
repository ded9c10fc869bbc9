// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! A button that is an icon; its text is the tip and the name a screen reader says.
T.Button {
    id: root

    required property string iconName
    property color tint: Theme.ink2
    property int size: 28
    property bool framed: false

    implicitWidth: size
    implicitHeight: size
    opacity: enabled ? 1 : 0.45
    Accessible.name: text

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            color: root.hovered || root.checked ? Theme.ink : root.tint
        }
    }
    background: Rectangle {
        radius: Metrics.radiusControl
        color: root.down ? Theme.pressed : root.hovered || root.checked ? (root.framed ? Theme.hover : Theme.pressed) : root.framed ? Theme.raised : "transparent"
        border.width: root.framed ? 1 : 0
        border.color: Theme.outline
        FocusRing { shown: root.visualFocus }
    }
    Hint {
        text: root.text
        shown: root.hovered || root.visualFocus
    }
}
