// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Taking the key of the vault file along: who knows the passphrase gets it into a file or onto the clipboard.
Dialog {
    id: root

    required property StoreView store
    readonly property bool working: store.recovery === StoreView.Working
    readonly property bool over: store.recovery === StoreView.Done
    readonly property bool ready: !working && passphrase.length > 0

    function ask() {
        store.beginRecovery()
        file.text = store.recoveryFile
        open()
    }
    function save() {
        store.saveRecoveryKey(passphrase.text, file.text)
    }

    title: over ? qsTr("Keep it where you keep important papers") : qsTr("Take the recovery key along?")
    sentence: over ? store.recoveryMessage : qsTr("It opens the file with any age program, also when the passphrase is forgotten. Whoever has it and the file has the secrets. A new passphrase makes a new key.")
    onOpened: passphrase.forceActiveFocus(Qt.TabFocusReason)
    onClosed: passphrase.clearSecret()
    onOverChanged: if (over) passphrase.clearSecret()

    body: [
        SecretBox {
            id: passphrase
            Layout.fillWidth: true
            visible: !root.over
            enabled: !root.working
            iconName: "lock"
            placeholderText: qsTr("Passphrase")
            onAccepted: if (root.ready && file.length > 0) root.save()
        },
        TextBox {
            id: file
            Layout.fillWidth: true
            visible: !root.over
            enabled: !root.working
            iconName: "file-key"
            name: qsTr("File for the recovery key")
            placeholderText: name
            onAccepted: if (root.ready && length > 0) root.save()
        },
        Note {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.store.recovery === StoreView.Refused ? root.store.recoveryMessage : ""
            color: Theme.warn
            wrapMode: Text.Wrap
        }
    ]
    actions: [
        PushButton {
            visible: !root.over
            kind: PushButton.Primary
            text: qsTr("Save to the file")
            enabled: root.ready && file.length > 0
            onClicked: root.save()
        },
        PushButton {
            visible: !root.over
            text: qsTr("Copy")
            enabled: root.ready
            onClicked: root.store.copyRecoveryKey(passphrase.text)
        },
        PushButton {
            text: root.over ? qsTr("Close") : qsTr("Cancel")
            onClicked: root.close()
        }
    ]
}
