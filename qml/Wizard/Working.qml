// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Controls
import Latchkey.Desktop

//! Between two steps: what Latchkey is doing just now.
WizardFrame {
    id: root

    required property SignInWizard wizard
    readonly property bool finishing: wizard.state === SignInWizard.Finishing

    step: 3
    canGoBack: false
    columnWidth: 480
    title: finishing ? qsTr("Almost there") : qsTr("One moment")
    sentence: finishing ? qsTr("We are storing what %1 gives us.").arg(wizard.serviceName) : qsTr("We are asking %1 how to sign in.").arg(wizard.serviceName)
    art: Meeting { letters: root.wizard.letters; tone: root.wizard.tone }

    PushButton {
        Layout.alignment: Qt.AlignHCenter
        kind: PushButton.Plain
        text: qsTr("Cancel")
        focus: true
        onClicked: root.cancelled()
    }
}
