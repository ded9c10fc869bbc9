// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! One account: mark, name, standing, last use; under the pointer its verbs.
Item {
    id: root

    required property int index
    required property string service
    required property string account
    required property string accountKey
    required property string letters
    required property int tone
    required property string identity
    required property string kind
    required property string standing
    required property string when
    required property string exact
    required property string usedBy
    required property string usedAt
    required property bool selected
    required property bool busy
    required property bool renewable
    property bool open: false
    property bool compact: false
    property bool keyed: false
    readonly property bool active: pointer.hovered || keyed
    readonly property bool over: standing === "signin" || standing === "expired"
    readonly property bool wide: width > 780
    readonly property int lastWidth: wide ? 150 : 104

    signal opened()
    signal toggled(bool on)
    signal rangeRequested()
    signal verbRequested(string verb)
    signal menuRequested(Item place, real x, real y)

    implicitHeight: compact ? 38 : Metrics.row
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1 %2, %3, %4, last used %5").arg(service).arg(account).arg(kind).arg(chip.Accessible.name).arg(usedAt || qsTr("never"))
    Accessible.description: identity
    Accessible.selectable: true
    Accessible.selected: selected
    Accessible.onPressAction: root.opened()

    HoverHandler { id: pointer }
    TapHandler { acceptedModifiers: Qt.NoModifier; onTapped: root.opened() }
    TapHandler { acceptedModifiers: Qt.ControlModifier; onTapped: root.toggled(!root.selected) }
    TapHandler { acceptedModifiers: Qt.ShiftModifier; onTapped: root.rangeRequested() }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: point => root.menuRequested(root, point.position.x, point.position.y)
    }
    Rectangle {
        anchors { fill: parent; leftMargin: Metrics.s12; rightMargin: Metrics.s12; topMargin: 1; bottomMargin: 1 }
        radius: 8
        color: root.open || root.selected ? Theme.selected : root.active ? Theme.hover : "transparent"
        FocusRing { shown: root.keyed; around: 5; anchors.margins: 0 }
    }
    Monogram {
        anchors { left: parent.left; leftMargin: Metrics.s24 + (root.compact ? 4 : 0); verticalCenter: parent.verticalCenter }
        visible: !tick.visible
        letters: root.letters
        tone: root.tone
        size: root.compact ? 24 : 32
    }
    Tick {
        id: tick
        anchors { left: parent.left; leftMargin: 32; verticalCenter: parent.verticalCenter }
        visible: root.active || root.selected
        focusPolicy: Qt.NoFocus
        checked: root.selected
        onToggled: root.toggled(checked)
        Accessible.name: qsTr("Select %1 %2").arg(root.service).arg(root.account)
    }
    Item {
        id: words
        anchors { left: parent.left; leftMargin: 68; right: kindColumn.left; rightMargin: Metrics.s12; verticalCenter: parent.verticalCenter }
        height: root.compact || root.identity === "" ? 18 : 34

        Body {
            id: name
            anchors { left: parent.left }
            width: Math.min(implicitWidth, words.width)
            text: root.service
            font.weight: Type.medium
            Accessible.ignored: true
        }
        Body {
            id: accountName
            anchors { left: name.right; leftMargin: 6 }
            width: Math.min(implicitWidth, Math.max(0, words.width - name.width - 6))
            text: root.account
            color: Theme.ink2
            Accessible.ignored: true
        }
        Note {
            anchors { left: parent.left; leftMargin: root.compact ? name.width + accountName.width + 16 : 0 }
            y: root.compact ? 1 : 18
            width: Math.max(0, words.width - anchors.leftMargin)
            text: root.identity
            Accessible.ignored: true
        }
    }
    Note {
        id: kindColumn
        anchors { right: parent.right; rightMargin: Metrics.s24 + root.lastWidth + 176 + 2 * Metrics.s12; verticalCenter: parent.verticalCenter }
        width: root.wide ? 84 : 0
        visible: root.wide
        text: root.kind
        color: Theme.ink2
        Accessible.ignored: true
    }
    StatusChip {
        id: chip
        anchors { right: parent.right; rightMargin: Metrics.s24 + root.lastWidth + Metrics.s12 + 176 - width; verticalCenter: parent.verticalCenter }
        width: Math.min(implicitWidth, 176)
        standing: root.busy ? "checking" : root.standing
        when: root.busy ? "" : root.when
        HoverHandler { id: chipPointer }
        Hint { text: root.exact; shown: chipPointer.hovered }
    }
    Item {
        anchors { right: parent.right; rightMargin: Metrics.s24; verticalCenter: parent.verticalCenter }
        width: root.lastWidth
        height: root.compact || root.identity === "" ? 18 : 34
        visible: !root.active

        Note {
            width: parent.width
            text: root.compact && root.usedBy && root.usedAt ? qsTr("%1 · %2").arg(root.usedBy).arg(root.usedAt) : root.usedBy || root.usedAt
            color: Theme.ink2
            Accessible.ignored: true
        }
        Note {
            y: 17
            width: parent.width
            visible: !root.compact && root.usedBy !== ""
            text: root.usedAt
            Accessible.ignored: true
        }
    }
    Present {
        wanted: root.active

        Row {
            anchors { right: parent.right; rightMargin: Metrics.s24 - 2; verticalCenter: parent.verticalCenter }
            spacing: 4

            IconButton {
                focusPolicy: Qt.NoFocus
                size: 30
                iconName: root.over ? "log-in" : "copy"
                text: root.standing === "signin" ? qsTr("Sign in again") : root.over ? qsTr("Renew…") : qsTr("Copy token")
                onClicked: root.verbRequested(root.over ? "signin" : "copy")
            }
            IconButton {
                focusPolicy: Qt.NoFocus
                size: 30
                visible: root.renewable
                iconName: "refresh-cw"
                text: qsTr("Refresh now")
                onClicked: root.verbRequested("refresh")
            }
            IconButton {
                id: more
                focusPolicy: Qt.NoFocus
                size: 30
                iconName: "ellipsis"
                text: qsTr("More")
                onClicked: root.menuRequested(more, 0, more.height + 4)
            }
        }
    }
}
