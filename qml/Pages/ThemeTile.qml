// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls

//! A theme to choose, as a small window in it. The colours are the themes' own, whichever holds now.
T.RadioButton {
    id: root

    required property string near
    required property string far

    implicitHeight: 132
    autoExclusive: false
    Accessible.name: text

    contentItem: Item { // qmllint disable deferred-property-id
        Row {
            id: picture
            width: parent.width
            height: 100

            Repeater {
                model: root.near === root.far ? [root.near] : [root.near, root.far]

                Rectangle {
                    id: half

                    required property string modelData
                    readonly property bool dark: modelData === "dark"
                    readonly property color soft: dark ? "#34343E" : "#E3E3EA"

                    width: picture.width / (root.near === root.far ? 1 : 2)
                    height: 100
                    radius: 8
                    color: dark ? "#1A1A1F" : "#FFFFFF"
                    border { width: 1; color: Theme.hairline }

                    Rectangle { x: 1; y: 1; width: 28; height: 98; radius: 7; color: half.dark ? "#141418" : "#F5F5F8" }
                    Rectangle { x: 8; y: 10; width: 12; height: 12; radius: 3; color: half.dark ? "#5A5FE0" : "#4B50D2" }
                    Repeater {
                        model: 3

                        Rectangle { required property int index; x: 8; y: 32 + index * 12; width: 14; height: 4; radius: 2; color: half.soft }
                    }
                    Repeater {
                        model: 4

                        Item {
                            id: line

                            required property int index

                            x: 40
                            y: 14 + index * 20

                            Rectangle { width: 12; height: 12; radius: 3; color: Theme.mark([9, 3, 4, 1][line.index]) }
                            Rectangle { x: 18; y: 4; width: Math.max(10, half.width - 104 + (line.index % 2) * 12); height: 4; radius: 2; color: half.soft }
                            Rectangle { x: half.width - 70; y: 2; width: 20; height: 8; radius: 3; visible: half.width > 120; color: line.index === 1 ? (half.dark ? "#362810" : "#FCF0DB") : half.soft; opacity: line.index === 1 ? 1 : 0.5 }
                        }
                    }
                }
            }
        }
        Rectangle {
            anchors.fill: picture
            anchors.margins: -3
            radius: 11
            color: "transparent"
            border { width: 2; color: Theme.accent }
            visible: root.checked
        }
        Row {
            id: caption
            anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
            spacing: 6

            Icon { anchors.verticalCenter: parent.verticalCenter; name: "check"; size: 14; color: Theme.accent; visible: root.checked }
            Body {
                width: Math.min(implicitWidth, root.width - 20)
                text: root.text
                font.weight: root.checked ? Type.medium : Type.regular
                Accessible.ignored: true
            }
        }
    }
    FocusRing { shown: root.visualFocus; around: 8; anchors.margins: -6 }
}
