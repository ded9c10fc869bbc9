// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! One line to type in, with room for an icon before and a key or a verb behind.
T.TextField {
    id: root

    property string iconName
    property string keyHint
    property string name
    property bool wrong: false

    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property real before: iconName ? 32 : 10
    property real behind: hint.visible ? hint.width + 14 : 10

    implicitWidth: 220
    implicitHeight: Metrics.control
    leftPadding: mirrored ? behind : before
    rightPadding: mirrored ? before : behind
    horizontalAlignment: TextInput.AlignLeft
    color: Theme.ink
    opacity: enabled ? 1 : 0.45
    font.family: Type.family
    font.pixelSize: Type.body
    placeholderTextColor: Theme.ink3
    selectionColor: Theme.accentFill
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    verticalAlignment: TextInput.AlignVCenter
    Accessible.role: Accessible.EditableText
    Accessible.name: name || placeholderText
    // Qt tells no name of a box that hides its words.
    Accessible.description: echoMode === TextInput.Normal ? "" : name || placeholderText

    Icon {
        anchors { left: parent.left; leftMargin: 9; verticalCenter: parent.verticalCenter }
        visible: root.iconName !== ""
        name: root.iconName
        color: Theme.ink3
    }
    Body {
        anchors { left: parent.left; leftMargin: root.before }
        width: root.width - root.leftPadding - root.rightPadding
        height: parent.height
        visible: !root.length && !root.preeditText
        text: root.placeholderText
        color: root.placeholderTextColor
        Accessible.ignored: true
    }
    KeyCap {
        id: hint
        anchors { right: parent.right; rightMargin: 7; verticalCenter: parent.verticalCenter }
        visible: root.keyHint !== "" && !root.activeFocus && !root.length && root.width > 150
        text: root.keyHint
    }
    background: Rectangle {
        radius: Metrics.radiusControl
        color: Theme.dark ? Theme.sunken : Theme.surface
        border.width: root.activeFocus || root.wrong ? 2 : 1
        border.color: root.wrong ? Theme.bad : root.activeFocus ? Theme.accent : root.hovered ? Theme.outlineStrong : Theme.outline
    }
}
