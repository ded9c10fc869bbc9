// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Step 2: how to sign in, and what the account is called.
WizardFrame {
    id: root

    required property SignInWizard wizard
    readonly property bool ready: wizard.name !== "" && wizard.nameProblem === ""

    step: 2
    columnWidth: 520
    title: qsTr("How do you want to sign in to %1?").arg(wizard.serviceName)
    sentence: qsTr("You can change this later without losing the account.")

    Repeater {
        id: cards
        model: root.wizard.methods

        ChoiceCard {
            required property var modelData
            required property int index

            Layout.fillWidth: true
            Layout.topMargin: index > 0 ? Metrics.s8 : 0
            iconName: modelData.icon
            text: modelData.title
            badge: modelData.badge
            detail: modelData.detail
            // The card may outlive the page for a moment when the step changes.
            checked: root ? root.wizard.method === modelData.method : false
            onClicked: root.wizard.chooseMethod(modelData.method)
        }
    }
    RowLayout {
        Layout.topMargin: Metrics.s16
        spacing: Metrics.s12

        Note { text: qsTr("Name it") }
        TextBox {
            id: name
            Layout.preferredWidth: 150
            text: root.wizard.name
            name: qsTr("Name it")
            focus: true
            wrong: root.wizard.nameProblem !== ""
            onTextEdited: root.wizard.name = text
            onAccepted: if (root.ready) root.wizard.begin()
        }
        Mono {
            Layout.fillWidth: true
            text: root.wizard.nameProblem ? "" : root.wizard.reference
            color: Theme.ink3
            elide: Text.ElideMiddle
        }
        PushButton {
            kind: PushButton.Primary
            text: qsTr("Continue")
            trailingIcon: "arrow-right"
            enabled: root.ready
            onClicked: root.wizard.begin()
        }
    }
    Note {
        Layout.fillWidth: true
        Layout.topMargin: Metrics.s8
        visible: text !== ""
        text: root.wizard.nameProblem || root.wizard.nameNote
        color: root.wizard.nameProblem ? Theme.bad : Theme.ink3
        wrapMode: Text.Wrap
    }
    RowLayout {
        id: may
        property bool open: false

        Layout.topMargin: Metrics.s16
        visible: root.wizard.method !== "api_key"
        spacing: Metrics.s12

        PushButton {
            visible: !may.open
            small: true
            kind: PushButton.Plain
            leftPadding: 0
            text: qsTr("What the token may do…")
            onClicked: {
                may.open = true
                scopes.forceActiveFocus(Qt.TabFocusReason)
            }
        }
        Note { visible: may.open; text: qsTr("It may") }
        TextBox {
            id: scopes
            Layout.fillWidth: true
            visible: may.open
            text: root.wizard.scopes
            font.family: Type.mono
            name: qsTr("Scopes, with spaces between")
            placeholderText: qsTr("what the service gives by itself")
            onTextEdited: root.wizard.scopes = text
        }
    }
}
