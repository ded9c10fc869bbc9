// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Latchkey's own provider: whether it starts, where it listens, how long its keys sign.
ColumnLayout {
    id: root

    required property Preferences preferences
    readonly property var periods: [6, 12, 24, 72, 168]

    function wordsOf(hours: int): string {
        return hours % 24 ? qsTr("every %1 hours").arg(hours) : hours === 24 ? qsTr("every day") : qsTr("every %1 days").arg(hours / 24)
    }

    spacing: Metrics.s24

    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("Authority")

        SettingRow {
            label: qsTr("On when Latchkey starts")
            detail: qsTr("Latchkey’s own OpenID provider, for practice accounts and for programs that you write.")
            fixed: root.preferences.fixedBy("authorityEnabled")

            Toggle { checked: root.preferences.authorityEnabled; Accessible.name: qsTr("On when Latchkey starts"); onToggled: root.preferences.authorityEnabled = checked }
        }
        SettingRow {
            label: qsTr("Port")
            detail: qsTr("Part of its address: tokens and clients that know the old one stop working.")
            fixed: root.preferences.fixedBy("authorityPort")

            TextBox {
                id: port
                implicitWidth: 88
                text: root.preferences.authorityPort
                name: qsTr("Port")
                inputMethodHints: Qt.ImhDigitsOnly
                maximumLength: 5
                validator: IntValidator { bottom: 1024; top: 65535 }
                wrong: !acceptableInput
                onEditingFinished: root.preferences.authorityPort = Number(text)
                onActiveFocusChanged: if (!activeFocus && !acceptableInput) text = root.preferences.authorityPort
            }
        }
        SettingRow {
            label: qsTr("New signing keys")
            detail: qsTr("Old keys verify until what they signed has ended.")
            fixed: root.preferences.fixedBy("authorityKeyPeriodHours")
            last: true

            Dropdown {
                options: (root.periods.includes(root.preferences.authorityKeyPeriodHours) ? root.periods : root.periods.concat([root.preferences.authorityKeyPeriodHours])).map(hours => ({ value: hours, text: root.wordsOf(hours) }))
                value: root.preferences.authorityKeyPeriodHours
                Accessible.name: qsTr("New signing keys")
                onChosen: hours => root.preferences.authorityKeyPeriodHours = hours
            }
        }
    }
    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("Questions")

        SettingRow {
            label: qsTr("Offer to remember a client")
            detail: qsTr("“Do not ask again for this” is ticked on the page that asks after a password.")
            fixed: root.preferences.fixedBy("authorityRememberConsent")
            last: true

            Toggle { checked: root.preferences.authorityRememberConsent; Accessible.name: qsTr("Offer to remember a client"); onToggled: root.preferences.authorityRememberConsent = checked }
        }
    }
}
