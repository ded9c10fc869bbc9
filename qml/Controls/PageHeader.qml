// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme

//! The head of a page: its name, one line about it, what can be done.
Item {
    id: root

    required property string title
    property string note
    default property alias actions: tail.data

    implicitHeight: Metrics.header

    RowLayout {
        anchors { fill: parent; leftMargin: Metrics.s24; rightMargin: Metrics.s24 }
        spacing: Metrics.s12

        Title {
            text: root.title
        }
        Note {
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            Layout.topMargin: 4
            text: root.note
        }
        RowLayout {
            id: tail
            Layout.fillWidth: false
            spacing: Metrics.s8
        }
    }
}
