// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! How the window looks.
ColumnLayout {
    id: root

    required property Preferences preferences
    readonly property var languages: preferences.languages

    spacing: Metrics.s24

    ColumnLayout {
        spacing: Metrics.s8

        SectionLabel { Layout.leftMargin: Metrics.s4; text: qsTr("Theme") }
        RowLayout {
            spacing: Metrics.s12
            enabled: root.preferences.fixedBy("theme") === ""

            ThemeTile { Layout.fillWidth: true; Layout.preferredWidth: 1; text: qsTr("As the system"); near: "light"; far: "dark"; checked: root.preferences.theme === "system"; onClicked: root.preferences.theme = "system" }
            ThemeTile { Layout.fillWidth: true; Layout.preferredWidth: 1; text: qsTr("Light"); near: "light"; far: "light"; checked: root.preferences.theme === "light"; onClicked: root.preferences.theme = "light" }
            ThemeTile { Layout.fillWidth: true; Layout.preferredWidth: 1; text: qsTr("Dark"); near: "dark"; far: "dark"; checked: root.preferences.theme === "dark"; onClicked: root.preferences.theme = "dark" }
        }
    }
    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("Window")

        SettingRow {
            label: qsTr("Rows")
            fixed: root.preferences.fixedBy("rows")

            Segments {
                name: qsTr("Rows")
                options: [qsTr("Comfortable"), qsTr("Compact")]
                current: root.preferences.rows === "compact" ? 1 : 0
                onChosen: index => root.preferences.rows = ["comfortable", "compact"][index]
            }
        }
        SettingRow {
            label: qsTr("Motion")
            detail: qsTr("Follows the system unless you say otherwise.")
            fixed: root.preferences.fixedBy("motion")

            Dropdown {
                options: [{ value: "system", text: qsTr("As the system") }, { value: "full", text: qsTr("Full") }, { value: "none", text: qsTr("None") }]
                value: root.preferences.motion
                Accessible.name: qsTr("Motion")
                onChosen: motion => root.preferences.motion = motion
            }
        }
        SettingRow {
            label: qsTr("Times")
            fixed: root.preferences.fixedBy("times")

            Segments {
                name: qsTr("Times")
                options: [qsTr("in 42 min"), qsTr("16:24")]
                current: root.preferences.times === "clock" ? 1 : 0
                onChosen: index => root.preferences.times = ["relative", "clock"][index]
            }
        }
        SettingRow {
            label: qsTr("Language")
            fixed: root.preferences.fixedBy("language")
            last: true

            Dropdown {
                options: root.languages.map(language => ({ value: language.code, text: language.name }))
                value: root.preferences.language
                Accessible.name: qsTr("Language")
                onChosen: language => root.preferences.language = language
            }
        }
    }
    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("Tray")

        SettingRow {
            label: qsTr("Icon")
            detail: qsTr("Without colour it fits a plain panel; its shape still changes.")
            fixed: root.preferences.fixedBy("trayIcon")

            Segments {
                name: qsTr("Icon")
                options: [qsTr("Colour"), qsTr("Plain")]
                current: root.preferences.trayIcon === "plain" ? 1 : 0
                onChosen: index => root.preferences.trayIcon = ["colour", "plain"][index]
            }
        }
        SettingRow {
            label: qsTr("Start with the session")
            fixed: root.preferences.fixedBy("autostart")
            last: true

            Toggle { checked: root.preferences.autostart; Accessible.name: qsTr("Start with the session"); onToggled: root.preferences.autostart = checked }
        }
    }
}
