// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Which entries of the record are shown.
Item {
    id: root

    required property ActivityModel activity
    readonly property var spans: [
        { days: 1, text: qsTr("Today") },
        { days: 7, text: qsTr("Last 7 days") },
        { days: 30, text: qsTr("Last 30 days") },
        { days: 0, text: qsTr("Everything") }
    ]

    implicitHeight: 42

    RowLayout {
        anchors { fill: parent; leftMargin: Metrics.s24; rightMargin: Metrics.s24; bottomMargin: Metrics.s12 }
        spacing: Metrics.s12

        ChipStrip {
            Layout.fillWidth: true
            Layout.fillHeight: true

            FilterChip { text: qsTr("Everything"); checked: root.activity.sort === ActivityModel.Everything; onClicked: root.activity.sort = ActivityModel.Everything }
            FilterChip { text: qsTr("Reads"); checked: root.activity.sort === ActivityModel.Reads; onClicked: root.activity.sort = ActivityModel.Reads }
            FilterChip { text: qsTr("Changes"); checked: root.activity.sort === ActivityModel.Changes; onClicked: root.activity.sort = ActivityModel.Changes }
            FilterChip { text: qsTr("Programs"); checked: root.activity.sort === ActivityModel.Programs; onClicked: root.activity.sort = ActivityModel.Programs }
            FilterChip { text: qsTr("Refused"); checked: root.activity.sort === ActivityModel.Refused; onClicked: root.activity.sort = ActivityModel.Refused }
            FilterChip { text: qsTr("Failed"); checked: root.activity.sort === ActivityModel.Failed; onClicked: root.activity.sort = ActivityModel.Failed }
        }
        AccountPicker {
            Layout.maximumWidth: root.width < 720 ? 200 : 240
            choices: root.activity.choices
            accountKey: root.activity.account
            onChosen: key => root.activity.account = key
        }
        Dropdown {
            implicitHeight: Metrics.controlSmall
            options: root.spans.map(span => ({ value: span.days, text: span.text }))
            value: root.activity.days
            Accessible.name: qsTr("How far back")
            onChosen: days => root.activity.days = days
        }
    }
}
