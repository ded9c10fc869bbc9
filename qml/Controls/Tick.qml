// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! A box to tick, with or without words.
T.CheckBox {
    id: root

    implicitWidth: text ? 16 + 8 + label.implicitWidth : 16
    implicitHeight: 20
    Accessible.name: text
    indicator: Rectangle {
        anchors { left: parent.left }
        y: 2
        implicitWidth: 16
        implicitHeight: 16
        radius: Metrics.radiusTag
        color: root.checked ? Theme.accentFill : Theme.surface
        border.width: root.checked ? 0 : 1
        border.color: Theme.outlineStrong

        Icon {
            anchors.centerIn: parent
            visible: root.checked
            name: "check"
            size: 12
            color: Theme.accentInk
        }
        FocusRing { shown: root.visualFocus; around: 4 }
    }
    contentItem: Body { // qmllint disable deferred-property-id
        id: label
        leftPadding: root.mirrored ? 0 : 24
        rightPadding: root.mirrored ? 24 : 0
        text: root.text
    }
}
