// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! It did not work: what happened, what to do, and the way to try again.
WizardFrame {
    id: root

    required property SignInWizard wizard

    signal actionRequested(string action)

    step: 3
    columnWidth: 480
    title: wizard.errorTitle
    sentence: wizard.errorSentence

    art: Rectangle {
        implicitWidth: 60
        implicitHeight: 60
        width: 60
        height: 60
        radius: 18
        color: Theme.badTint
        Icon { anchors.centerIn: parent; name: "octagon-x"; size: 28; color: Theme.bad }
    }
    Banner {
        Layout.fillWidth: true
        visible: root.wizard.errorRemedy !== ""
        tone: Banner.Calm
        text: root.wizard.errorRemedy
    }
    RowLayout {
        Layout.topMargin: Metrics.s24
        Layout.alignment: Qt.AlignHCenter
        spacing: Metrics.s8

        PushButton { text: qsTr("Cancel"); onClicked: root.cancelled() }
        PushButton {
            kind: PushButton.Primary
            text: root.wizard.errorActionLabel || qsTr("Try again")
            focus: true
            onClicked: root.actionRequested(root.wizard.errorAction)
        }
    }
}
