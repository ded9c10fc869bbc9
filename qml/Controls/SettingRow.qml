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
    //! What holds the setting so that it cannot be changed here, for people; "" when it can be.
    property string fixed
    property bool last: false
    //! The control stands under the words, over the whole width.
    property bool stacked: false
    default property alias control: tail.data

    implicitHeight: Math.max(52, grid.implicitHeight + 20)
    Layout.fillWidth: true

    GridLayout {
        id: grid
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Metrics.s16; rightMargin: Metrics.s16 }
        columns: root.stacked ? 1 : 2
        columnSpacing: Metrics.s24
        rowSpacing: Metrics.s12

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Body {
                Layout.fillWidth: true
                text: root.label
                wrapMode: Text.Wrap
            }
            Note {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.fixed || root.detail
                wrapMode: Text.Wrap
            }
        }
        RowLayout {
            id: tail
            Layout.fillWidth: root.stacked
            Layout.alignment: Qt.AlignVCenter
            spacing: Metrics.s8
            enabled: root.fixed === ""
        }
    }
    Hairline {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Metrics.s16 }
        visible: !root.last
    }
}
