// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Step 2 for the practice account: nothing to choose but its name.
WizardFrame {
    id: root

    required property SignInWizard wizard
    readonly property bool ready: wizard.name !== "" && wizard.nameProblem === ""

    step: 2
    columnWidth: 480
    title: qsTr("Try Latchkey with its own provider")
    sentence: qsTr("It runs on this computer, and nothing leaves it. We open your browser, and a window asks whether to allow it: so you see every step of a real sign-in.")

    Field {
        Layout.topMargin: Metrics.s8
        label: qsTr("Name it")
        hint: root.wizard.nameNote || root.wizard.reference
        problem: root.wizard.nameProblem

        TextBox {
            id: name
            Layout.fillWidth: true
            text: root.wizard.name
            name: qsTr("Name it")
            focus: true
            wrong: root.wizard.nameProblem !== ""
            onTextEdited: root.wizard.name = text
            onAccepted: if (root.ready) root.wizard.begin()
        }
        PushButton {
            kind: PushButton.Primary
            text: qsTr("Continue")
            trailingIcon: "arrow-right"
            enabled: root.ready
            onClicked: root.wizard.begin()
        }
    }
}
