// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! The programs that wait for an answer.
Rectangle {
    id: root

    required property ProgramsView programs

    implicitHeight: column.implicitHeight + 2 * Metrics.s8
    radius: Metrics.radiusCard
    color: Theme.surface
    border { width: 1; color: Theme.outline }
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Waiting for your answer")

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Metrics.s8; leftMargin: Metrics.s12 }
        spacing: 4

        Repeater {
            model: root.programs.waiting

            RowLayout {
                id: row

                required property var modelData
                required property int index

                Layout.fillWidth: true
                Layout.preferredHeight: 36
                visible: index < 3
                spacing: Metrics.s12

                ProgramMark { iconName: row.modelData.icon }
                Body {
                    Layout.fillWidth: true
                    text: row.modelData.title
                    font.weight: Type.medium
                }
                Note { text: row.modelData.left; color: Theme.ink2 }
                PushButton {
                    // The others keep its room: what stands under one another stays so.
                    opacity: row.index === 0 ? 1 : 0
                    enabled: row.index === 0
                    kind: PushButton.Primary
                    small: true
                    text: qsTr("Show")
                    onClicked: root.programs.showQuestions()
                }
            }
        }
        Note {
            Layout.leftMargin: 40
            Layout.bottomMargin: 4
            visible: root.programs.waiting.length > 3
            text: qsTr("and %1 more").arg(root.programs.waiting.length - 3)
        }
    }
}
