// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls

//! New entries appear by themselves, or wait.
T.Button {
    id: root

    property int waiting: 0

    checkable: true
    text: checked ? qsTr("Live") : waiting > 0 ? qsTr("Paused, %1 new").arg(waiting) : qsTr("Paused")
    implicitWidth: label.implicitWidth + 40
    implicitHeight: Metrics.control
    Accessible.name: text

    contentItem: Item { // qmllint disable deferred-property-id
        Rectangle {
            anchors { left: parent.left; leftMargin: 12; verticalCenter: parent.verticalCenter }
            width: 8
            height: 8
            radius: 4
            color: root.checked ? Theme.valid : Theme.ink3

            Rectangle {
                anchors.centerIn: parent
                width: 16
                height: 16
                radius: 8
                color: parent.color
                opacity: root.checked ? 0.2 : 0
            }
        }
        Body {
            id: label
            anchors { left: parent.left; leftMargin: 28; verticalCenter: parent.verticalCenter }
            text: root.text
            font.weight: Type.medium
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Metrics.radiusControl
        color: root.hovered ? Theme.hover : Theme.raised
        border { width: 1; color: Theme.outline }
        FocusRing { shown: root.visualFocus }
    }
}
