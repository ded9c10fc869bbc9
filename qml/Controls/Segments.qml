// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! One of two to four short words; one tab stop, arrows choose.
Rectangle {
    id: root

    required property var options
    property int current: 0
    property string name

    signal chosen(int index)

    function choose(index: int) {
        const wrapped = (index + options.length) % options.length
        choices.itemAt(wrapped)?.forceActiveFocus(Qt.TabFocusReason)
        chosen(wrapped)
    }

    implicitWidth: row.implicitWidth + 4
    implicitHeight: Metrics.control
    radius: Metrics.radiusControl + 1
    color: Theme.dark ? Theme.sunken : Theme.pressed
    border { width: Theme.dark ? 1 : 0; color: Theme.hairline }
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Row {
        id: row
        anchors { left: parent.left; leftMargin: 2 }
        y: 2

        Repeater {
            id: choices
            model: root.options

            T.Button {
                id: option

                required property string modelData
                required property int index

                checked: index === root.current
                activeFocusOnTab: checked
                implicitWidth: Math.max(48, label.implicitWidth + 24)
                implicitHeight: 28
                text: modelData
                Accessible.role: Accessible.RadioButton
                Accessible.name: text
                Accessible.checkable: true
                Accessible.checked: checked
                Keys.onLeftPressed: root.choose(index + (root.LayoutMirroring.enabled ? 1 : -1))
                Keys.onRightPressed: root.choose(index + (root.LayoutMirroring.enabled ? -1 : 1))
                onClicked: root.chosen(index)

                contentItem: Body { // qmllint disable deferred-property-id
                    id: label
                    text: option.text
                    horizontalAlignment: Text.AlignHCenter
                    font.pixelSize: Type.small
                    font.weight: Type.medium
                    color: option.checked || option.hovered ? Theme.ink : Theme.ink2
                    Accessible.ignored: true
                }
                background: Rectangle {
                    radius: Metrics.radiusControl - 1
                    visible: option.checked || option.visualFocus
                    color: option.checked ? (Theme.dark ? Theme.pressed : Theme.surface) : "transparent"
                    border { width: 1; color: Theme.dark ? Theme.outline : "#14000000" }
                    FocusRing { shown: option.visualFocus; around: 5 }
                }
            }
        }
    }
}
