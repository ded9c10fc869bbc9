// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! One request, read across: when, what was asked, how it was answered, how long it took, its trace.
Item {
    id: root

    required property string time
    required property string method
    required property string route
    required property int status
    required property string took
    required property string trace
    required property string peer
    property bool keyed: false
    readonly property bool wide: width > 700
    readonly property color tint: status >= 500 ? Theme.bad : status >= 400 ? Theme.warn : Theme.ink2

    signal chosen()
    signal copyRequested()

    implicitHeight: Metrics.tableRow
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2 %3, status %4, %5").arg(time).arg(method).arg(route).arg(status).arg(took)

    HoverHandler { id: pointer }
    TapHandler { onTapped: root.chosen() }
    Rectangle {
        anchors { fill: parent; leftMargin: Metrics.s12; rightMargin: Metrics.s12 }
        radius: Metrics.radiusControl
        color: pointer.hovered || root.keyed ? Theme.hover : "transparent"
        FocusRing { shown: root.keyed; anchors.margins: 0; around: 3 }
    }
    Figures {
        anchors { left: parent.left; leftMargin: Metrics.s24; verticalCenter: parent.verticalCenter }
        text: root.time
        color: Theme.ink3
        Accessible.ignored: true
    }
    Icon {
        anchors { left: parent.left; leftMargin: 92; verticalCenter: parent.verticalCenter }
        name: root.status >= 500 ? "octagon-x" : root.status >= 400 ? "ban" : "check"
        size: 14
        color: root.status >= 400 ? root.tint : Theme.valid
    }
    Figures {
        anchors { left: parent.left; leftMargin: 112; verticalCenter: parent.verticalCenter }
        text: String(root.status)
        color: root.tint
        weight: Type.medium
        Accessible.ignored: true
    }
    Mono {
        anchors { left: parent.left; leftMargin: 152; verticalCenter: parent.verticalCenter }
        width: 52
        text: root.method
        color: Theme.ink3
        Accessible.ignored: true
    }
    Mono {
        anchors { left: parent.left; leftMargin: 208; right: peer.left; rightMargin: Metrics.s12; verticalCenter: parent.verticalCenter }
        text: root.route
        elide: Text.ElideMiddle
        Accessible.ignored: true
    }
    Note {
        id: peer
        anchors { right: took.left; rightMargin: Metrics.s12; verticalCenter: parent.verticalCenter }
        width: root.wide ? 110 : 0
        visible: root.wide
        text: root.peer
        Accessible.ignored: true
    }
    Note {
        id: took
        anchors { right: trace.left; rightMargin: Metrics.s16; verticalCenter: parent.verticalCenter }
        width: 64
        horizontalAlignment: Text.AlignRight
        text: root.took
        color: Theme.ink2
        Accessible.ignored: true
    }
    Mono {
        id: trace
        anchors { right: parent.right; rightMargin: Metrics.s24 + 32; verticalCenter: parent.verticalCenter }
        width: root.wide ? 116 : 60
        text: root.trace
        color: Theme.ink3
        Accessible.ignored: true
    }
    Present {
        wanted: pointer.hovered || root.keyed

        CopyButton {
            anchors { right: root.right; rightMargin: Metrics.s24 - 4; verticalCenter: root.verticalCenter }
            focusPolicy: Qt.NoFocus
            what: qsTr("the trace id")
            onCopyRequested: root.copyRequested()
        }
    }
}
