// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls

//! The frame of every step: back, where one is, out; the step stands in the middle of the page.
FocusScope {
    id: root

    required property int step
    required property string title
    property string sentence
    property int columnWidth: 560
    property bool canGoBack: step > 1
    property bool centred: true
    property alias art: stand.children
    default property alias body: column.data
    readonly property int room: height - bar.height - Metrics.s24

    signal backRequested()
    signal cancelled()

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: title

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    Item {
        id: bar
        width: parent.width
        height: 56

        IconButton {
            anchors { left: parent.left; leftMargin: Metrics.s16; verticalCenter: parent.verticalCenter }
            visible: root.canGoBack
            iconName: "arrow-left"
            text: qsTr("Back")
            size: 32
            onClicked: root.backRequested()
        }
        Row {
            anchors.centerIn: parent
            spacing: 6
            Accessible.role: Accessible.ProgressBar
            Accessible.name: qsTr("Step %1 of 3").arg(root.step)

            Repeater {
                model: 3

                Rectangle {
                    required property int index

                    width: index + 1 === root.step ? 24 : 8
                    height: 4
                    radius: 2
                    color: index < root.step ? Theme.accent : Theme.outline
                    Behavior on width { NumberAnimation { duration: Motion.calm; easing.type: Motion.curve } }
                }
            }
        }
        IconButton {
            anchors { right: parent.right; rightMargin: Metrics.s16; verticalCenter: parent.verticalCenter }
            iconName: "x"
            text: qsTr("Cancel")
            size: 32
            onClicked: root.cancelled()
        }
    }
    Flickable {
        id: scroll
        anchors { fill: parent; topMargin: bar.height }
        contentHeight: root.centred ? column.y + column.implicitHeight + Metrics.s24 : height
        interactive: contentHeight > height
        clip: interactive
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinBar { }

        ColumnLayout {
            id: column
            x: Math.round((scroll.width - width) / 2)
            y: root.centred ? Math.round(Math.max(0, (root.room - implicitHeight) * 0.38)) : 0
            width: Math.min(root.columnWidth, scroll.width - 2 * Metrics.s24)
            height: root.centred ? implicitHeight : scroll.height
            spacing: 0

            Item {
                id: stand
                visible: children.length > 0 && root.height > 560
                Layout.alignment: Qt.AlignHCenter
                Layout.bottomMargin: children.length ? Metrics.s24 : 0
                implicitWidth: childrenRect.width
                implicitHeight: childrenRect.height
            }
            Title {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: root.title
                wrapMode: Text.Wrap
            }
            Body {
                Layout.fillWidth: true
                Layout.topMargin: 6
                Layout.bottomMargin: Metrics.s24
                visible: text !== ""
                horizontalAlignment: Text.AlignHCenter
                text: root.sentence
                color: Theme.ink2
                wrapMode: Text.Wrap
                lineHeight: 1.3
            }
        }
    }
}
