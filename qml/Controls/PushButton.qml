// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! A button with words. At most one Primary on a page.
T.Button {
    id: root

    enum Kind { Secondary, Primary, Plain, Danger }

    property int kind: PushButton.Secondary
    property string iconName
    property string trailingIcon
    property bool small: false
    property bool bare: false
    // Without a frame, for bars that have one of their own.
    property bool quiet: kind === PushButton.Plain
    readonly property real fullWidth: leftPadding + rightPadding + Math.ceil(words.implicitWidth) + (iconName ? 22 : 0)
    readonly property bool filled: kind === PushButton.Primary
    readonly property color tint: filled ? Theme.accentInk : kind === PushButton.Danger ? Theme.bad : Theme.ink

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: small ? Metrics.controlSmall : Metrics.control
    leftPadding: small ? 9 : 12
    rightPadding: leftPadding
    Accessible.name: text
    opacity: enabled ? 1 : 0.45
    font.family: Type.family
    font.pixelSize: small ? Type.small : Type.body
    font.weight: Type.medium

    contentItem: Item { // qmllint disable deferred-property-id
        implicitWidth: (root.bare ? 0 : Math.ceil(words.implicitWidth)) + (root.iconName ? (root.text && !root.bare ? 22 : 16) : 0) + (root.trailingIcon ? 20 : 0)

        Row {
            id: row
            anchors.centerIn: parent
            spacing: 6

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.iconName !== ""
                name: root.iconName
                size: root.small ? 14 : 16
                color: root.filled || root.kind === PushButton.Danger ? root.tint : Theme.ink2
            }
            Body {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== "" && !root.bare
                text: root.text
                font: root.font
                color: root.tint
                width: Math.min(Math.ceil(implicitWidth), Math.max(24, root.availableWidth - (root.iconName ? 22 : 0) - (root.trailingIcon ? 20 : 0)))
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.trailingIcon !== ""
                name: root.trailingIcon
                size: 14
                color: root.filled ? root.tint : Theme.ink3
            }
        }
    }
    background: Rectangle {
        radius: Metrics.radiusControl
        color: root.filled
            ? (root.down ? Theme.accentFillPressed : root.hovered ? Theme.accentFillHover : Theme.accentFill)
            : root.down ? Theme.pressed : root.hovered ? Theme.hover : root.quiet ? "transparent" : Theme.raised
        border.width: root.filled || root.quiet ? 0 : 1
        border.color: Theme.outline

        Behavior on color { ColorAnimation { duration: Motion.quick } }
        FocusRing { shown: root.visualFocus }
    }
    Hint {
        text: root.text
        shown: root.bare && (root.hovered || root.visualFocus)
    }
}
