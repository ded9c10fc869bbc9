// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! One of many words. Options are {value, text}; the choice is announced, and held by who asked.
T.ComboBox {
    id: root

    required property var options
    required property var value

    signal chosen(value: var)

    model: options
    textRole: "text"
    valueRole: "value"
    currentIndex: Math.max(0, options.findIndex(option => option.value === root.value))
    implicitWidth: Math.max(132, label.implicitWidth)
    implicitHeight: Metrics.control
    wheelEnabled: false
    onActivated: index => root.chosen(root.options[index].value)

    contentItem: Body { // qmllint disable deferred-property-id
        id: label
        leftPadding: root.mirrored ? 30 : 10
        rightPadding: root.mirrored ? 10 : 30
        text: root.displayText
        Accessible.ignored: true
    }
    indicator: Icon {
        anchors { right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
        name: "chevron-down"
        size: 14
        color: Theme.ink3
    }
    background: Rectangle {
        radius: Metrics.radiusControl
        color: root.hovered ? Theme.hover : Theme.raised
        border { width: 1; color: Theme.outline }
        FocusRing { shown: root.visualFocus }
    }
    delegate: T.ItemDelegate {
        id: entry

        required property var modelData
        required property int index

        width: ListView.view ? ListView.view.width : 0
        implicitHeight: 30
        implicitWidth: words.implicitWidth + 36
        text: modelData.text
        highlighted: root.highlightedIndex === index
        contentItem: Item { // qmllint disable deferred-property-id
            Body {
                id: words
                anchors { left: parent.left; leftMargin: 8; right: parent.right; rightMargin: 26; verticalCenter: parent.verticalCenter }
                text: entry.text
                Accessible.ignored: true
            }
            Icon {
                anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
                visible: root.currentIndex === entry.index
                name: "check"
                size: 14
                color: Theme.accent
            }
        }
        background: Rectangle {
            radius: Metrics.radiusTag
            color: entry.highlighted ? Theme.pressed : "transparent"
        }
    }
    popup: T.Popup {
        y: root.height + 4
        width: root.width
        padding: 4
        margins: 8
        implicitHeight: Math.min(contentItem.implicitHeight + 8, 330)
        contentItem: ListView {
            implicitHeight: contentHeight
            clip: true
            model: root.delegateModel
            currentIndex: root.highlightedIndex
            T.ScrollBar.vertical: ThinBar { }
        }
        background: Rectangle {
            radius: Metrics.radiusCard
            color: Theme.raised
            border { width: 1; color: Theme.outline }
            Elevation { z: -1; anchors.fill: parent }
        }
    }
}
