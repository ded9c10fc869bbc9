// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Moving every secret to the other store: how it will be opened, then how far it is, then how it ended.
Dialog {
    id: root

    required property StoreView store
    property string kind: "age_file"
    property bool withKeyFile: false
    property bool begun: false
    readonly property bool moving: store.state === StoreView.Moving
    readonly property bool over: begun && !moving
    readonly property bool asksPassphrase: kind === "age_file" && !withKeyFile && !begun

    function ask(target: string) {
        kind = target
        withKeyFile = false
        begun = false
        open()
    }
    function forget() {
        passphrase.clearSecret()
        again.clearSecret()
    }
    function move() {
        begun = true
        store.moveTo(kind, asksPassphraseFor() ? passphrase.text : "")
        forget()
    }
    function asksPassphraseFor(): bool {
        return kind === "age_file" && !withKeyFile
    }

    title: over ? (store.messageIsTrouble ? qsTr("The secrets stay where they were") : qsTr("The secrets have moved"))
        : kind === "age_file" ? qsTr("Move every secret into an encrypted file?") : qsTr("Move every secret into the keyring?")
    sentence: over ? store.message
        : begun ? qsTr("Each one is copied, then read back. The old ones go when all are there.")
        : kind === "age_file" ? qsTr("Choose how the file is opened. Nobody can open it without, and nobody can reset it.") : qsTr("The keyring opens with your session. The file is removed when every entry has been checked.")
    closePolicy: moving ? Dialog.NoAutoClose : Dialog.CloseOnEscape
    onOpened: {
        if (asksPassphrase)
            passphrase.forceActiveFocus(Qt.TabFocusReason)
        else
            go.forceActiveFocus(Qt.TabFocusReason)
    }
    onClosed: forget()

    body: [
        Segments {
            visible: root.kind === "age_file" && !root.begun
            name: qsTr("Opened by")
            options: [qsTr("A passphrase"), qsTr("A key file")]
            current: root.withKeyFile ? 1 : 0
            onChosen: index => root.withKeyFile = index === 1
        },
        Note {
            Layout.fillWidth: true
            visible: root.kind === "age_file" && root.withKeyFile && !root.begun
            text: qsTr("A key file is made next to the store and opens it without a question. Whoever has both files has the secrets.")
            wrapMode: Text.Wrap
        },
        SecretBox {
            id: passphrase
            Layout.fillWidth: true
            visible: root.asksPassphrase
            iconName: "lock"
            placeholderText: qsTr("Passphrase")
            onTextChanged: root.store.checkPassphrase(text, again.text)
            onAccepted: again.forceActiveFocus(Qt.TabFocusReason)
        },
        SecretBox {
            id: again
            Layout.fillWidth: true
            visible: root.asksPassphrase
            iconName: "lock"
            placeholderText: qsTr("The same again")
            onTextChanged: root.store.checkPassphrase(passphrase.text, text)
            onAccepted: if (go.enabled) root.move()
        },
        Note {
            Layout.fillWidth: true
            visible: root.asksPassphrase && text !== ""
            text: passphrase.length > 0 ? root.store.passphraseProblem : ""
            color: Theme.warn
            wrapMode: Text.Wrap
        },
        ProgressLine {
            Layout.fillWidth: true
            visible: root.moving
            done: root.store.done
            total: root.store.total
        }
    ]
    actions: [
        PushButton {
            id: go
            visible: !root.begun
            kind: PushButton.Primary
            text: qsTr("Move secrets")
            enabled: !root.asksPassphrase || (passphrase.length > 0 && again.length > 0 && root.store.passphraseProblem === "")
            onClicked: root.move()
        },
        PushButton {
            text: root.over ? qsTr("Close") : root.moving ? qsTr("Stop") : qsTr("Cancel")
            onClicked: root.moving ? root.store.cancelMove() : root.close()
        }
    ]
}
