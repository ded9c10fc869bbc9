// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! One of several ways to look at a list; shows how many there are.
T.Button {
    id: root

    property int count: -1
    property string iconName

    implicitWidth: row.implicitWidth + 20
    implicitHeight: Metrics.controlSmall
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.name: count < 0 ? text : qsTr("%1, %2").arg(text).arg(count)

    contentItem: Item { // qmllint disable deferred-property-id
        Row {
            id: row
            anchors.centerIn: parent
            spacing: 6

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.iconName !== ""
                name: root.iconName
                size: 14
                color: label.color
            }
            Note {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                font.weight: Type.medium
                color: root.checked ? Theme.accent : Theme.ink2
            }
            Note {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.count >= 0
                text: root.count
                color: root.checked ? Theme.accent : Theme.ink3
            }
        }
    }
    background: Rectangle {
        radius: height / 2
        color: root.checked ? Theme.selected : root.hovered ? Theme.hover : "transparent"
        border.width: 1
        border.color: root.checked ? Theme.selected : Theme.outline
        FocusRing { shown: root.visualFocus; around: 13 }
    }
}
