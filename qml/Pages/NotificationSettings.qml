// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! What may interrupt, and when.
ColumnLayout {
    id: root

    required property Preferences preferences
    readonly property var spans: ["7d", "24h", "1h", "30m", "5m"]
    readonly property var warned: preferences.warnBefore
    readonly property bool quiet: preferences.quietHours !== ""
    readonly property string from: quiet ? preferences.quietHours.split("-")[0] : "20:00"
    readonly property string to: quiet ? preferences.quietHours.split("-")[1] : "08:00"

    function warn(span: string, on: bool) {
        preferences.warnBefore = spans.filter(other => other === span ? on : warned.includes(other))
    }
    function hours(kept: string): var {
        const list = Array.from({ length: 24 }, (unused, hour) => String(hour).padStart(2, "0") + ":00")
        if (!list.includes(kept))
            list.push(kept)
        return list.sort().map(hour => ({ value: hour, text: hour }))
    }

    spacing: Metrics.s24

    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("Tell me about")

        SettingRow {
            label: qsTr("Accounts that need a new sign-in")
            fixed: root.preferences.fixedBy("notifySignIn")

            Toggle { checked: root.preferences.notifySignIn; Accessible.name: qsTr("Accounts that need a new sign-in"); onToggled: root.preferences.notifySignIn = checked }
        }
        SettingRow {
            label: qsTr("Keys and tokens that end soon")
            detail: qsTr("Only those that Latchkey cannot renew by itself.")
            fixed: root.preferences.fixedBy("notifyExpiry")

            Toggle { checked: root.preferences.notifyExpiry; Accessible.name: qsTr("Keys and tokens that end soon"); onToggled: root.preferences.notifyExpiry = checked }
        }
        SettingRow {
            label: qsTr("Accounts that work again")
            detail: qsTr("After refreshing has failed for a while.")
            fixed: root.preferences.fixedBy("notifyRecovery")
            last: true

            Toggle { checked: root.preferences.notifyRecovery; Accessible.name: qsTr("Accounts that work again"); onToggled: root.preferences.notifyRecovery = checked }
        }
    }
    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("How early")

        SettingRow {
            label: qsTr("Before an end")
            detail: qsTr("An account can have times of its own; they are in its details.")
            fixed: root.preferences.fixedBy("warnBefore")
            stacked: true
            last: true

            Flow {
                Layout.fillWidth: true
                spacing: Metrics.s16

                Repeater {
                    model: root.spans

                    Tick {
                        required property string modelData

                        text: root.preferences.spanWords(modelData)
                        checked: root.warned.includes(modelData)
                        // The last one stays: without any there would be no warning at all; the switch above is for that.
                        enabled: !checked || root.warned.length > 1
                        onToggled: root.warn(modelData, checked)
                    }
                }
            }
        }
    }
    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("Quiet")

        SettingRow {
            label: qsTr("Quiet hours")
            detail: qsTr("What waits is told in one notice afterwards.")
            fixed: root.preferences.fixedBy("quietHours")
            last: true

            Dropdown {
                visible: root.quiet
                implicitWidth: 92
                options: root.hours(root.from)
                value: root.from
                Accessible.name: qsTr("From")
                onChosen: hour => root.preferences.quietHours = `${hour}-${root.to}`
            }
            Note { visible: root.quiet; text: qsTr("to") }
            Dropdown {
                visible: root.quiet
                implicitWidth: 92
                options: root.hours(root.to)
                value: root.to
                Accessible.name: qsTr("Until")
                onChosen: hour => root.preferences.quietHours = `${root.from}-${hour}`
            }
            Toggle { checked: root.quiet; Accessible.name: qsTr("Quiet hours"); onToggled: root.preferences.quietHours = checked ? "20:00-08:00" : "" }
        }
    }
}
