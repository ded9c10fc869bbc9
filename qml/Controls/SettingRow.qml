// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme

//! One setting: its name, a sentence when the name is not enough, its control.
Item {
    id: root

    required property string label
    property string detail
    property bool last: false
    default property alias control: tail.data

    implicitHeight: Math.max(52, words.implicitHeight + 24)
    Layout.fillWidth: true

    RowLayout {
        anchors { fill: parent; leftMargin: Metrics.s16; rightMargin: Metrics.s16 }
        spacing: Metrics.s24

        ColumnLayout {
            id: words
            spacing: 2

            Body {
                Layout.fillWidth: true
                text: root.label
            }
            Note {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.detail
                wrapMode: Text.Wrap
            }
        }
        Row {
            id: tail
            Layout.alignment: Qt.AlignVCenter
            spacing: Metrics.s8
        }
    }
    Hairline {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Metrics.s16 }
        visible: !root.last
    }
}
