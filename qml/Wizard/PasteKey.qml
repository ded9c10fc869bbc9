// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Controls
import Latchkey.Desktop

//! Step 3, with a key: paste it; obvious mistakes are said while it is typed.
WizardFrame {
    id: root

    required property SignInWizard wizard
    readonly property bool ready: key.length > 0 && wizard.fieldProblem === "" && expires.good

    function save() {
        if (!ready)
            return
        wizard.beginWithKey(key.text, identity.text.trim(), expires.text)
        key.clearSecret()
    }

    step: 3
    columnWidth: 480
    title: qsTr("Paste the key of %1").arg(wizard.serviceName)
    sentence: qsTr("It goes straight into the store and is never shown again.")

    Field {
        label: qsTr("Key")
        hint: root.wizard.keyHint ? qsTr("It looks like %1").arg(root.wizard.keyHint) : ""
        problem: key.length > 0 ? root.wizard.fieldProblem : ""

        SecretBox {
            id: key
            Layout.fillWidth: true
            iconName: "key-round"
            name: qsTr("Key")
            focus: true
            wrong: length > 0 && root.wizard.fieldProblem !== ""
            onTextChanged: root.wizard.checkKey(text)
            onAccepted: root.save()
        }
        PushButton {
            visible: root.wizard.keyPage !== ""
            iconName: "external-link"
            text: qsTr("Make one")
            onClicked: root.wizard.openPage(root.wizard.keyPage)
        }
    }
    Field {
        label: qsTr("Who that is, if you like")

        TextBox {
            id: identity
            Layout.fillWidth: true
            iconName: "user"
            placeholderText: qsTr("maria@example.org")
            name: qsTr("Who that is, if you like")
            onAccepted: root.save()
        }
    }
    Field {
        label: qsTr("When it ends, if it does")
        hint: qsTr("Latchkey warns you before.")
        problem: expires.wrong ? qsTr("A day looks like 2026-12-31.") : ""

        DateBox {
            id: expires
            Layout.fillWidth: true
            onAccepted: root.save()
        }
    }
    PushButton {
        Layout.alignment: Qt.AlignRight
        kind: PushButton.Primary
        text: qsTr("Keep the key")
        enabled: root.ready
        onClicked: root.save()
    }
}
