// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! A signing key's life: published, signing, still verifying; the line through all rows is now.
Item {
    id: root

    required property string keyId
    required property string algorithm
    required property string stage
    required property string stageWords
    required property string when
    required property real from
    required property real signs
    required property real retires
    required property real gone
    required property real present
    property bool keyed: false
    readonly property bool active: pointer.hovered || keyed
    readonly property bool over: stage === "revoked"
    readonly property int words: width > 700 ? 300 : 200
    readonly property real span: bar.width

    signal chosen()
    signal copyRequested()
    signal revokeRequested()

    implicitHeight: Metrics.row
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2, %3").arg(algorithm).arg(stageWords).arg(when)
    Accessible.description: keyId

    HoverHandler { id: pointer }
    TapHandler { onTapped: root.chosen() }
    Rectangle {
        anchors { fill: parent; leftMargin: Metrics.s12; rightMargin: Metrics.s12; topMargin: 1; bottomMargin: 1 }
        radius: 8
        color: root.active ? Theme.hover : "transparent"
        FocusRing { shown: root.keyed; around: 5; anchors.margins: 0 }
    }
    Item {
        id: label
        anchors { left: parent.left; leftMargin: Metrics.s24; verticalCenter: parent.verticalCenter }
        width: root.words
        height: 34

        Body {
            id: name
            anchors { left: parent.left }
            text: root.algorithm
            font.weight: Type.medium
            color: root.over ? Theme.ink3 : Theme.ink
            Accessible.ignored: true
        }
        Body {
            anchors { left: name.right; leftMargin: Metrics.s8; right: parent.right }
            text: root.stageWords
            color: root.over ? Theme.bad : root.stage === "active" ? Theme.accent : Theme.ink2
            Accessible.ignored: true
        }
        Note {
            y: 18
            width: parent.width
            text: root.when
            Accessible.ignored: true
        }
    }
    Item {
        id: bar
        anchors { left: label.right; leftMargin: Metrics.s16; right: parent.right; rightMargin: Metrics.s24 + 92; verticalCenter: parent.verticalCenter }
        height: parent.height

        Rectangle {
            anchors { left: parent.left; leftMargin: root.from * root.span; verticalCenter: parent.verticalCenter }
            width: Math.max(3, (root.gone - root.from) * root.span)
            height: 6
            radius: 3
            color: Theme.lowFill
            opacity: root.over ? 0.4 : 1
        }
        Rectangle {
            anchors { left: parent.left; leftMargin: root.retires * root.span; verticalCenter: parent.verticalCenter }
            width: Math.max(0, (root.gone - root.retires) * root.span)
            height: 6
            radius: 3
            color: root.over ? Theme.badFill : Theme.validFill
            opacity: root.over ? 0.4 : 1
        }
        Rectangle {
            anchors { left: parent.left; leftMargin: root.signs * root.span; verticalCenter: parent.verticalCenter }
            width: Math.max(0, (root.retires - root.signs) * root.span)
            height: 8
            radius: 4
            color: root.over ? Theme.badFill : Theme.accentFill
            opacity: root.over ? 0.4 : 1
        }
        Rectangle {
            anchors { left: parent.left; leftMargin: Math.round(root.present * root.span) }
            width: 1
            height: parent.height
            color: Theme.outlineStrong
        }
    }
    Present {
        wanted: root.active

        Row {
            anchors { right: root.right; rightMargin: Metrics.s24 - 2; verticalCenter: root.verticalCenter }
            spacing: 4

            CopyButton {
                focusPolicy: Qt.NoFocus
                size: 30
                what: qsTr("the key id")
                onCopyRequested: root.copyRequested()
            }
            IconButton {
                focusPolicy: Qt.NoFocus
                size: 30
                visible: !root.over
                iconName: "ban"
                text: qsTr("Revoke…")
                onClicked: root.revokeRequested()
            }
        }
    }
}
