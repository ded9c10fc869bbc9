// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! A service wants to know the app that asks: once, a person registers it there and brings its id.
WizardFrame {
    id: root

    required property SignInWizard wizard
    readonly property bool ready: clientId.text.trim() !== "" && (!wizard.clientSecretNeeded || secret.length > 0)

    signal copyRequested(string text)

    function save() {
        if (!ready)
            return
        wizard.saveClient(clientId.text.trim(), secret.text)
        secret.clearSecret()
    }

    step: 2
    columnWidth: 520
    title: qsTr("Tell %1 about Latchkey, once").arg(wizard.serviceName)
    sentence: qsTr("Register an app there and bring its id here. It serves all your %1 accounts.").arg(wizard.serviceName)

    Field {
        label: qsTr("1. Make an app with this redirect address")

        CopyLine {
            Layout.fillWidth: true
            text: root.wizard.redirectToRegister
            onCopyRequested: text => root.copyRequested(text)
        }
        PushButton {
            visible: root.wizard.clientPage !== ""
            iconName: "external-link"
            text: qsTr("Open page")
            onClicked: root.wizard.openPage(root.wizard.clientPage)
        }
    }
    Field {
        label: qsTr("2. Bring the client id")

        TextBox {
            id: clientId
            Layout.fillWidth: true
            font.family: Type.mono
            name: qsTr("Client id")
            focus: true
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            onAccepted: secret.forceActiveFocus(Qt.TabFocusReason)
        }
    }
    Field {
        label: root.wizard.clientSecretNeeded ? qsTr("3. And its secret") : qsTr("3. And its secret, if it has one")
        hint: qsTr("Kept in the store like every other secret.")
        problem: root.wizard.fieldProblem

        SecretBox {
            id: secret
            Layout.fillWidth: true
            name: qsTr("Client secret")
            onAccepted: root.save()
        }
    }
    PushButton {
        Layout.alignment: Qt.AlignRight
        kind: PushButton.Primary
        text: qsTr("Continue")
        trailingIcon: "arrow-right"
        enabled: root.ready
        onClicked: root.save()
    }
}
