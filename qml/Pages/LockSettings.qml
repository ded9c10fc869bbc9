// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! When the store shuts.
ColumnLayout {
    id: root

    required property Preferences preferences

    signal lockRequested()

    spacing: Metrics.s24

    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("Lock")

        SettingRow {
            label: qsTr("When idle")
            fixed: root.preferences.fixedBy("lockIdleMinutes")

            Dropdown {
                options: [
                    { value: 5, text: qsTr("after 5 minutes") },
                    { value: 15, text: qsTr("after 15 minutes") },
                    { value: 60, text: qsTr("after 1 hour") },
                    { value: 240, text: qsTr("after 4 hours") },
                    { value: 0, text: qsTr("never") }
                ]
                value: root.preferences.lockIdleMinutes
                Accessible.name: qsTr("Lock when idle")
                onChosen: minutes => root.preferences.lockIdleMinutes = minutes
            }
        }
        SettingRow {
            label: qsTr("When the computer sleeps")
            fixed: root.preferences.fixedBy("lockOnSuspend")

            Toggle { checked: root.preferences.lockOnSuspend; Accessible.name: qsTr("When the computer sleeps"); onToggled: root.preferences.lockOnSuspend = checked }
        }
        SettingRow {
            label: qsTr("When the screen locks")
            fixed: root.preferences.fixedBy("lockOnScreenLock")

            Toggle { checked: root.preferences.lockOnScreenLock; Accessible.name: qsTr("When the screen locks"); onToggled: root.preferences.lockOnScreenLock = checked }
        }
        SettingRow {
            label: qsTr("Now")
            detail: qsTr("Programs that ask are told that the store is locked.")
            last: true

            PushButton { iconName: "lock"; text: qsTr("Lock"); onClicked: root.lockRequested() }
        }
    }
}
