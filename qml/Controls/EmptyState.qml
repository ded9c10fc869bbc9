// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme

//! A page without things yet: what belongs here, why it is good, how to begin.
ColumnLayout {
    id: root

    property string iconName
    required property string title
    required property string sentence
    property Item art
    default property alias actions: buttons.data

    spacing: 0
    width: 420

    Rectangle {
        Layout.alignment: Qt.AlignHCenter
        implicitWidth: root.art ? root.art.width : 64
        implicitHeight: root.art ? root.art.height : 64
        radius: 18
        color: root.art ? "transparent" : Theme.selected
        Component.onCompleted: if (root.art) root.art.parent = this

        Icon {
            visible: !root.art
            anchors.centerIn: parent
            name: root.iconName
            size: 28
            color: Theme.accent
        }
    }
    Title {
        Layout.fillWidth: true
        Layout.topMargin: Metrics.s24
        horizontalAlignment: Text.AlignHCenter
        text: root.title
        wrapMode: Text.Wrap
    }
    Body {
        Layout.fillWidth: true
        Layout.topMargin: Metrics.s8
        horizontalAlignment: Text.AlignHCenter
        text: root.sentence
        color: Theme.ink2
        wrapMode: Text.Wrap
        lineHeight: 1.35
    }
    Row {
        id: buttons
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Metrics.s24
        spacing: Metrics.s8
    }
}
