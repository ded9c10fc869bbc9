// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! One verb of a menu; or one choice, with a check at the chosen one.
T.MenuItem {
    id: root

    property string iconName
    property string keyHint
    property bool danger: false

    implicitWidth: words.implicitWidth + 34 + (keyHint ? keys.implicitWidth + 24 : 0) + 16
    implicitHeight: visible ? 32 : 0
    // Qt's menu walks to whatever may have the focus, seen or not.
    activeFocusOnTab: visible
    opacity: enabled ? 1 : 0.45
    Accessible.name: text

    contentItem: Item { // qmllint disable deferred-property-id
        Icon {
            anchors { left: parent.left; leftMargin: 10; verticalCenter: parent.verticalCenter }
            name: root.checkable ? (root.checked ? "check" : "") : root.iconName
            color: root.danger ? Theme.bad : root.checkable ? Theme.accent : Theme.ink2
        }
        Body {
            id: words
            anchors { left: parent.left; leftMargin: 36; right: keys.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
            text: root.text
            color: root.danger ? Theme.bad : Theme.ink
            Accessible.ignored: true
        }
        Note {
            id: keys
            anchors { right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
            text: root.keyHint
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Metrics.radiusControl
        color: root.highlighted ? Theme.pressed : "transparent"
    }
}
