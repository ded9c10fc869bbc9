// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls

//! A place to go to.
T.Button {
    id: root

    required property string iconName
    property int badge: 0
    property bool narrow: false

    implicitHeight: 34
    Accessible.name: badge ? qsTr("%1, %2 need you").arg(text).arg(badge) : text

    contentItem: Item { // qmllint disable deferred-property-id
        Icon {
            id: icon
            anchors { left: parent.left; leftMargin: root.narrow ? Math.round((parent.width - width) / 2) : 10; verticalCenter: parent.verticalCenter }
            name: root.iconName
            size: root.narrow ? 20 : 18
            color: root.checked ? Theme.accent : Theme.ink2
        }
        Body {
            anchors { left: icon.right; leftMargin: 10; right: count.left; rightMargin: 6; verticalCenter: parent.verticalCenter }
            visible: !root.narrow
            text: root.text
            font.weight: Type.medium
            color: root.checked ? Theme.ink : Theme.ink2
            Accessible.ignored: true
        }
        Note {
            id: count
            anchors { right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
            visible: root.badge > 0 && !root.narrow
            text: root.badge > 0 ? root.badge : ""
            color: Theme.ink2
            Accessible.ignored: true
        }
        Rectangle {
            anchors { left: icon.right; leftMargin: -5 }
            y: icon.y - 3
            width: 9
            height: 9
            radius: 5
            visible: root.badge > 0 && root.narrow
            color: Theme.accentFill
            border { width: 2; color: Theme.canvas }
        }
    }
    background: Rectangle {
        radius: 8
        color: root.checked ? Theme.pressed : root.hovered ? Qt.alpha(Theme.pressed, 0.6) : "transparent"
        FocusRing { shown: root.visualFocus; around: 5; anchors.margins: 0 }
    }
    Hint {
        text: root.text
        beside: true
        shown: root.narrow && (root.hovered || root.visualFocus)
    }
}
