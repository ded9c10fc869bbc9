// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! A new secret: copied once, never shown.
Dialog {
    id: root

    required property AuthorityClients clients
    readonly property string of: clients.secretOf

    title: qsTr("The secret of %1").arg(clients.secretName)
    sentence: qsTr("Copy it now and put it where the program reads it. We keep only its hash: afterwards it can be renewed, not read.")
    closePolicy: Dialog.NoAutoClose
    onOfChanged: of === "" ? close() : open()
    onOpened: go.forceActiveFocus(Qt.TabFocusReason)
    Component.onCompleted: if (of !== "") open()

    body: [
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 40
            radius: Metrics.radiusControl
            color: Theme.sunken

            Mono {
                anchors { left: parent.left; right: parent.right; leftMargin: 12; rightMargin: 12; verticalCenter: parent.verticalCenter }
                text: "••••••••••••••••••••••••"
                color: Theme.ink2
                Accessible.name: qsTr("Hidden")
            }
        }
    ]
    actions: [
        PushButton {
            id: go
            kind: PushButton.Primary
            iconName: "copy"
            text: qsTr("Copy the secret")
            onClicked: root.clients.copySecret()
        },
        PushButton { text: qsTr("Leave without it"); onClicked: root.clients.forgetSecret() }
    ]
}
