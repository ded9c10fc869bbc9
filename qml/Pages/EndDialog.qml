// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Controls
import Latchkey.Desktop

//! The day on which a key ends; its maker knows it, we cannot.
Dialog {
    id: root

    required property AccountDetails details

    function show() {
        date.text = details.expires
        open()
    }

    title: qsTr("When does the key of %1 %2 end?").arg(details.service).arg(details.account)
    sentence: qsTr("Latchkey warns you before. Leave it empty when the key has no end.")
    onOpened: date.forceActiveFocus(Qt.TabFocusReason)

    body: DateBox {
        id: date
        Layout.fillWidth: true
        onAccepted: save.clicked()
    }
    actions: [
        PushButton {
            id: save
            kind: PushButton.Primary
            text: qsTr("Keep this end")
            enabled: date.good
            onClicked: {
                root.details.setExpires(date.text)
                root.close()
            }
        },
        PushButton { text: qsTr("Cancel"); onClicked: root.close() }
    ]
}
