// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! A service that is not in the catalog: by the address of its OpenID provider, or with a key.
WizardFrame {
    id: root

    required property SignInWizard wizard
    property bool byKey: false
    readonly property bool ready: service.text.trim() !== "" && (byKey || address.text.trim() !== "")

    function go() {
        if (!ready)
            return
        if (byKey)
            wizard.useOtherKey(service.text.trim())
        else
            wizard.useIssuer(address.text.trim(), service.text.trim())
    }

    step: 1
    canGoBack: true
    columnWidth: 480
    title: qsTr("Which service is it?")
    sentence: qsTr("A service that speaks OpenID tells us the rest by itself; for any other a key is enough.")

    Segments {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Metrics.s24
        name: qsTr("It works with")
        options: [qsTr("An OpenID address"), qsTr("A key")]
        current: root.byKey ? 1 : 0
        onChosen: index => root.byKey = index === 1
    }
    Field {
        label: qsTr("Address of its sign-in")
        visible: !root.byKey
        problem: address.text !== "" ? root.wizard.fieldProblem : ""

        TextBox {
            id: address
            Layout.fillWidth: true
            iconName: "globe"
            placeholderText: "https://id.example.org"
            name: qsTr("Address of its sign-in")
            text: root.wizard.issuer
            focus: !root.byKey
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
            wrong: text !== "" && root.wizard.fieldProblem !== ""
            onAccepted: service.forceActiveFocus(Qt.TabFocusReason)
        }
    }
    Field {
        label: qsTr("What you call it")
        problem: root.byKey ? root.wizard.fieldProblem : ""

        TextBox {
            id: service
            Layout.fillWidth: true
            placeholderText: qsTr("grafana")
            name: qsTr("What you call it")
            onAccepted: root.go()
        }
    }
    PushButton {
        Layout.alignment: Qt.AlignRight
        kind: PushButton.Primary
        text: qsTr("Continue")
        trailingIcon: "arrow-right"
        enabled: root.ready
        onClicked: root.go()
    }
}
