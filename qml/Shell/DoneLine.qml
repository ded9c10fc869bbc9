// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! What has just been done, in one quiet line at the foot; it goes by itself.
Rectangle {
    id: root

    required property Notice notice
    readonly property bool shown: notice.kind === Notice.Done

    implicitHeight: shown ? 38 : 0
    visible: height > 0
    clip: true
    color: Theme.surface
    Accessible.role: Accessible.StatusBar
    Accessible.name: shown ? notice.text : ""

    Behavior on implicitHeight { NumberAnimation { duration: Motion.quick; easing.type: Motion.curve } }
    Hairline { anchors { left: parent.left; right: parent.right; top: parent.top } }
    RowLayout {
        anchors { left: parent.left; right: parent.right; leftMargin: Metrics.s24; rightMargin: Metrics.s16; top: parent.top }
        height: 38
        spacing: Metrics.s8

        Icon { name: "check"; size: 14; color: Theme.valid }
        Note {
            Layout.fillWidth: true
            text: root.notice.detail ? qsTr("%1 %2").arg(root.notice.text).arg(root.notice.detail) : root.notice.text
            color: Theme.ink2
            Accessible.ignored: true
        }
        IconButton { iconName: "x"; text: qsTr("Close"); size: 26; onClicked: root.notice.dismiss() }
    }
    Timer {
        id: away
        running: root.shown
        interval: 8000
        onTriggered: root.notice.dismiss()
    }
    Connections {
        target: root.notice
        function onChanged() { if (root.shown) away.restart() }
    }
}
