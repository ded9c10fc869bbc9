// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Controls

//! What removing means, in words, before it is done.
Dialog {
    id: root

    property string accountKey
    property int count: 1

    signal confirmed(string accountKey)

    function ask(key: string, name: string, service: string) {
        accountKey = key
        count = 1
        title = qsTr("Remove %1?").arg(name)
        sentence = qsTr("Its secrets are deleted here, and %1 is told to end the sign-in where it listens. Programs that ask for it get nothing.").arg(service)
        open()
    }
    function askAll(howMany: int) {
        accountKey = ""
        count = howMany
        title = howMany === 1 ? qsTr("Remove 1 account?") : qsTr("Remove %1 accounts?").arg(howMany)
        sentence = qsTr("Their secrets are deleted here, and the services are told to end the sign-ins where they listen. Programs that ask for them get nothing.")
        open()
    }

    title: ""
    onOpened: keep.forceActiveFocus(Qt.TabFocusReason)

    actions: [
        PushButton {
            kind: PushButton.Danger
            iconName: "trash-2"
            text: qsTr("Remove")
            onClicked: {
                root.close()
                root.confirmed(root.accountKey)
            }
        },
        PushButton {
            id: keep
            text: root.count > 1 ? qsTr("Keep them") : qsTr("Keep")
            onClicked: root.close()
        }
    ]
}
