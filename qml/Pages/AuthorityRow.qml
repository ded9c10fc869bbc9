// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! One thing that the authority keeps: mark, name, a second line, small words, when; under the pointer its verbs.
Item {
    id: root

    property string key
    property string iconName
    property string title
    property string aside
    property string detail
    property string last
    //! What its small words say, for a screen reader.
    property string also
    //! What can be copied from it, in words; "" for nothing.
    property string copies
    property bool ticks: false
    property bool ticked: false
    property bool dim: false
    property bool menu: true
    property bool keyed: false
    default property alias words: tail.data
    readonly property bool active: pointer.hovered || keyed
    readonly property var spoken: [title, aside, detail, also, last]
    readonly property bool wide: width > 700

    signal opened()
    signal toggled(bool on)
    signal copyRequested()
    signal menuRequested(Item place, real x, real y)

    function openMenu() {
        root.menuRequested(root, root.width - 220, root.height - 4)
    }

    implicitHeight: Metrics.row
    Accessible.role: Accessible.ListItem
    Accessible.name: spoken.filter(part => part !== "").join(", ")
    Accessible.selectable: ticks
    Accessible.selected: ticked
    Accessible.onPressAction: root.opened()

    HoverHandler { id: pointer }
    TapHandler { acceptedModifiers: Qt.NoModifier; onTapped: root.opened() }
    TapHandler { acceptedModifiers: Qt.ControlModifier; onTapped: root.toggled(!root.ticked) }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: point => root.menuRequested(root, point.position.x, point.position.y)
    }
    Rectangle {
        anchors { fill: parent; leftMargin: Metrics.s12; rightMargin: Metrics.s12; topMargin: 1; bottomMargin: 1 }
        radius: 8
        color: root.ticked ? Theme.selected : root.active ? Theme.hover : "transparent"
        FocusRing { shown: root.keyed; around: 5; anchors.margins: 0 }
    }
    ProgramMark {
        anchors { left: parent.left; leftMargin: Metrics.s24; verticalCenter: parent.verticalCenter }
        visible: !tick.visible
        opacity: root.dim ? 0.5 : 1
        iconName: root.iconName
        size: 32
    }
    Tick {
        id: tick
        anchors { left: parent.left; leftMargin: 32; verticalCenter: parent.verticalCenter }
        visible: root.ticks && (root.active || root.ticked)
        focusPolicy: Qt.NoFocus
        checked: root.ticked
        onToggled: root.toggled(checked)
        Accessible.name: qsTr("Select %1").arg(root.title)
    }
    Item {
        id: lines
        anchors { left: parent.left; leftMargin: 68; right: tail.left; rightMargin: Metrics.s12; verticalCenter: parent.verticalCenter }
        height: root.detail === "" ? 18 : 34

        Body {
            id: name
            anchors { left: parent.left }
            width: Math.min(implicitWidth, lines.width)
            text: root.title
            font.weight: Type.medium
            color: root.dim ? Theme.ink3 : Theme.ink
            Accessible.ignored: true
        }
        Body {
            anchors { left: name.right; leftMargin: 6 }
            width: Math.min(implicitWidth, Math.max(0, lines.width - name.width - 6))
            text: root.aside
            color: Theme.ink2
            Accessible.ignored: true
        }
        Note {
            y: 18
            width: lines.width
            text: root.detail
            Accessible.ignored: true
        }
    }
    Row {
        id: tail
        anchors { right: parent.right; rightMargin: Metrics.s24 + 112 + Metrics.s12; verticalCenter: parent.verticalCenter }
        spacing: 6
    }
    Note {
        anchors { right: parent.right; rightMargin: Metrics.s24; verticalCenter: parent.verticalCenter }
        width: 112
        visible: !root.active
        text: root.last
        color: Theme.ink2
        Accessible.ignored: true
    }
    Present {
        wanted: root.active

        Row {
            anchors { right: root.right; rightMargin: Metrics.s24 - 2; verticalCenter: root.verticalCenter }
            spacing: 4

            CopyButton {
                focusPolicy: Qt.NoFocus
                size: 30
                visible: root.copies !== ""
                what: root.copies
                onCopyRequested: root.copyRequested()
            }
            IconButton {
                id: more
                focusPolicy: Qt.NoFocus
                size: 30
                visible: root.menu
                iconName: "ellipsis"
                text: qsTr("More")
                onClicked: root.menuRequested(more, 0, more.height + 4)
            }
        }
    }
}
