// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! What happens when a program asks for an account.
ColumnLayout {
    id: root

    required property Preferences preferences
    readonly property var waits: [15, 30, 60, 120, 300]

    spacing: Metrics.s24

    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("Programs")

        SettingRow {
            label: qsTr("When a new program asks")
            detail: qsTr("For accounts that say nothing else. Remembered answers and rules come first.")
            fixed: root.preferences.fixedBy("consentPolicy")

            Dropdown {
                options: [
                    { value: "ask", text: qsTr("Ask me") },
                    { value: "allow", text: qsTr("Allow it") },
                    { value: "deny", text: qsTr("Deny it") }
                ]
                value: root.preferences.consentPolicy
                Accessible.name: qsTr("When a new program asks")
                onChosen: policy => root.preferences.consentPolicy = policy
            }
        }
        SettingRow {
            label: qsTr("Silence is a no")
            detail: qsTr("The program waits so long for your answer.")
            fixed: root.preferences.fixedBy("consentWaitSeconds")

            Dropdown {
                options: (root.waits.includes(root.preferences.consentWaitSeconds) ? root.waits : root.waits.concat([root.preferences.consentWaitSeconds])).map(seconds => ({ value: seconds, text: seconds < 120 ? qsTr("after %1 seconds").arg(seconds) : qsTr("after %1 minutes").arg(Math.round(seconds / 60)) }))
                value: root.preferences.consentWaitSeconds
                Accessible.name: qsTr("Silence is a no")
                onChosen: seconds => root.preferences.consentWaitSeconds = seconds
            }
        }
        SettingRow {
            label: qsTr("Answers from the command line")
            detail: qsTr("A program that runs as you could then allow itself.")
            fixed: root.preferences.fixedBy("consentAnswerByCli")

            Dropdown {
                options: [
                    { value: "auto", text: qsTr("without a screen") },
                    { value: "always", text: qsTr("always") },
                    { value: "never", text: qsTr("never") }
                ]
                value: root.preferences.consentAnswerByCli
                Accessible.name: qsTr("Answers from the command line")
                onChosen: way => root.preferences.consentAnswerByCli = way
            }
        }
        SettingRow {
            label: qsTr("Programs made for oidc-agent")
            detail: qsTr("They are answered at a socket of their own, from the next start on.")
            fixed: root.preferences.fixedBy("socketOidcAgent")
            last: true

            Toggle { checked: root.preferences.socketOidcAgent; Accessible.name: qsTr("Programs made for oidc-agent"); onToggled: root.preferences.socketOidcAgent = checked }
        }
    }
}
