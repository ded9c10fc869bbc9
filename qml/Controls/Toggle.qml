// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! On or off, at once.
T.Switch {
    id: root

    implicitWidth: 34
    implicitHeight: 20
    opacity: enabled ? 1 : 0.45

    indicator: Rectangle {
        implicitWidth: 34
        implicitHeight: 20
        radius: 10
        color: root.checked ? Theme.accentFill : Theme.dark ? Theme.pressed : "#C9CAD4"
        border { width: root.checked ? 0 : 1; color: Theme.outlineStrong }

        Behavior on color { ColorAnimation { duration: Motion.quick } }
        Rectangle {
            anchors { left: parent.left; leftMargin: root.checked ? 16 : 2 }
            y: 2
            width: 16
            height: 16
            radius: 8
            color: root.checked || !Theme.dark ? "white" : Theme.ink2
            Behavior on anchors.leftMargin { NumberAnimation { duration: Motion.quick; easing.type: Motion.curve } }
        }
        FocusRing { shown: root.visualFocus; around: 10 }
    }
}
