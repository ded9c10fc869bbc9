// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Latchkey.Theme

//! One of a few ways to go on, each with a sentence.
T.RadioButton {
    id: root

    required property string iconName
    required property string detail
    property string badge

    implicitHeight: contentItem.implicitHeight + 28
    padding: 14
    leftPadding: 16
    rightPadding: 16
    Accessible.name: text
    Accessible.description: detail

    contentItem: RowLayout {
        spacing: Metrics.s16

        Icon {
            name: root.iconName
            size: 20
            color: root.checked ? Theme.accent : Theme.ink2
        }
        ColumnLayout {
            spacing: 2

            RowLayout {
                spacing: Metrics.s8

                Body {
                    text: root.text
                    font.weight: Type.medium
                }
                Tag {
                    visible: root.badge !== ""
                    text: root.badge
                    mono: false
                    words: Theme.accent
                    color: Theme.selected
                    implicitHeight: 18
                }
            }
            Note {
                Layout.fillWidth: true
                text: root.detail
                wrapMode: Text.Wrap
            }
        }
        Rectangle {
            implicitWidth: 18
            implicitHeight: 18
            radius: 9
            color: root.checked ? Theme.accentFill : "transparent"
            border { width: root.checked ? 0 : 1; color: Theme.outlineStrong }

            Rectangle {
                anchors.centerIn: parent
                width: 6
                height: 6
                radius: 3
                color: Theme.accentInk
                visible: root.checked
            }
        }
    }
    background: Rectangle {
        radius: Metrics.radiusCard
        color: root.hovered ? Theme.hover : Theme.surface
        border.width: root.checked ? 2 : 1
        border.color: root.checked ? Theme.accent : Theme.outline
        FocusRing { shown: root.visualFocus; around: Metrics.radiusCard }
    }
}
