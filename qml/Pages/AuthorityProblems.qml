// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls

//! Why something was refused, each reason on a line of its own.
ColumnLayout {
    id: root

    required property var lines

    Layout.fillWidth: true
    visible: lines.length > 0
    spacing: Metrics.s4
    Accessible.role: Accessible.AlertMessage
    Accessible.name: lines.join(" ")

    Repeater {
        model: root.lines

        RowLayout {
            id: line

            required property string modelData

            Layout.fillWidth: true
            spacing: Metrics.s8

            Icon { name: "octagon-x"; size: 14; color: Theme.bad; Layout.alignment: Qt.AlignTop; Layout.topMargin: 1 }
            Note { Layout.fillWidth: true; text: line.modelData; color: Theme.bad; wrapMode: Text.Wrap; Accessible.ignored: true }
        }
    }
}
