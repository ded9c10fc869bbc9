// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme

//! A sentence that must not be overlooked, with at most one verb.
Rectangle {
    id: root

    enum Tone { Calm, Good, Warn, Bad }

    required property string text
    property int tone: Banner.Warn
    property string action
    property bool closable: false
    readonly property color words: [Theme.ink2, Theme.valid, Theme.warn, Theme.bad][tone]

    signal actionRequested()
    signal closed()

    implicitHeight: Math.max(36, label.implicitHeight + 18)
    radius: Metrics.radiusControl
    color: [Theme.neutralTint, Theme.validTint, Theme.warnTint, Theme.badTint][tone]
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        anchors { fill: parent; leftMargin: Metrics.s12; rightMargin: root.closable ? 5 : Metrics.s8 }
        spacing: 10

        Icon {
            name: ["info", "circle-check", "triangle-alert", "octagon-alert"][root.tone]
            color: root.words
        }
        Note {
            id: label
            Layout.fillWidth: true
            text: root.text
            color: root.words
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        PushButton {
            visible: root.action !== ""
            small: true
            text: root.action
            onClicked: root.actionRequested()
        }
        IconButton {
            visible: root.closable
            iconName: "x"
            text: qsTr("Close")
            size: 26
            tint: root.words
            onClicked: root.closed()
        }
    }
}
