// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Where the secrets are, and how long copies and the record last.
ColumnLayout {
    id: root

    required property StoreView store
    required property Preferences preferences
    required property string accountsFile
    property string wanted: store.kind
    readonly property var clearings: [10, 30, 60, 120]
    readonly property var keepings: [30, 90, 180, 365, 730]

    signal accountsFileRequested()

    spacing: Metrics.s24

    ColumnLayout {
        spacing: Metrics.s8

        SectionLabel { Layout.leftMargin: Metrics.s4; text: qsTr("Secrets are kept in") }
        ChoiceCard {
            Layout.fillWidth: true
            enabled: root.store.keyringAvailable || root.store.kind === "keyring"
            iconName: "key-round"
            text: qsTr("The system’s keyring")
            badge: root.store.kind === "keyring" ? qsTr("In use") : ""
            detail: root.store.kind === "keyring" ? root.store.words : root.store.keyringAvailable ? qsTr("Opened with your session; other programs of yours can read it while it is open.") : qsTr("No keyring answers on this desktop.")
            checked: root.wanted === "keyring"
            onClicked: root.wanted = "keyring"
        }
        ChoiceCard {
            Layout.fillWidth: true
            iconName: "file-key"
            text: qsTr("An encrypted file")
            badge: root.store.kind === "age_file" ? qsTr("In use") : ""
            detail: root.store.kind === "age_file" ? root.store.words : qsTr("age, opened with a passphrase or a key file. For computers without a keyring.")
            checked: root.wanted === "age_file"
            onClicked: root.wanted = "age_file"
        }
        Banner {
            Layout.fillWidth: true
            visible: root.store.reason !== ""
            text: root.store.reason
        }
        Banner {
            Layout.fillWidth: true
            visible: root.store.remark !== ""
            text: root.store.remark
            action: qsTr("I put it back")
            onActionRequested: root.store.keepOlderCopy()
        }
        Banner {
            Layout.fillWidth: true
            visible: root.store.message !== "" && !move.opened
            tone: root.store.messageIsTrouble ? Banner.Bad : Banner.Good
            text: root.store.message
        }
        RowLayout {
            Layout.topMargin: Metrics.s4
            spacing: Metrics.s8

            Note {
                Layout.fillWidth: true
                text: qsTr("A move copies, checks every entry, and only then removes the old ones.")
                wrapMode: Text.Wrap
            }
            PushButton {
                visible: root.store.hasRecoveryKey
                text: qsTr("Recovery key…")
                onClicked: recovery.ask()
            }
            PushButton {
                text: qsTr("Move secrets…")
                enabled: root.wanted !== root.store.kind && root.store.state === StoreView.Ready
                onClicked: move.ask(root.wanted)
            }
        }
    }
    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("Clipboard")

        SettingRow {
            label: qsTr("Clear what was copied")
            detail: qsTr("Only if it is still ours. Clipboard managers are asked not to keep it.")
            fixed: root.preferences.fixedBy("clipboardSeconds")
            last: true

            Dropdown {
                options: root.clearings.map(seconds => ({ value: seconds, text: qsTr("after %1 seconds").arg(seconds) })).concat([{ value: 0, text: qsTr("never") }])
                value: root.preferences.clipboardSeconds
                Accessible.name: qsTr("Clear what was copied")
                onChosen: seconds => root.preferences.clipboardSeconds = seconds
            }
        }
    }
    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("Files")

        SettingRow {
            label: qsTr("Accounts")
            detail: root.accountsFile

            PushButton { small: true; text: qsTr("Open"); Accessible.name: qsTr("Open the accounts file"); onClicked: root.accountsFileRequested() }
        }
        SettingRow {
            label: qsTr("The record of what happened")
            detail: qsTr("Older entries are removed; the seal of what stays holds.")
            fixed: root.preferences.fixedBy("auditKeepDays")
            last: true

            Dropdown {
                options: root.keepings.map(days => ({ value: days, text: qsTr("kept for %1 days").arg(days) }))
                value: root.preferences.auditKeepDays
                Accessible.name: qsTr("How long the record is kept")
                onChosen: days => root.preferences.auditKeepDays = days
            }
        }
    }
    RecoveryDialog {
        id: recovery
        store: root.store
    }
    MoveDialog {
        id: move
        store: root.store
        onClosed: root.wanted = Qt.binding(() => root.store.kind)
    }
}
