// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! A list that has nothing for what was asked, and the way back.
Item {
    id: root

    required property string text
    required property string action
    property string iconName: "search"

    signal actionRequested()

    Column {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -Metrics.s24
        width: Math.min(420, root.width - 2 * Metrics.s24)
        spacing: Metrics.s16

        Icon { anchors.horizontalCenter: parent.horizontalCenter; name: root.iconName; size: 28; color: Theme.ink3 }
        Body {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.text
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        PushButton {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            text: root.action
            onClicked: root.actionRequested()
        }
    }
}
