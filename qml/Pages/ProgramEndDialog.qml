// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Controls
import Latchkey.Desktop

//! The day until which a program's yes or no holds.
Dialog {
    id: root

    required property ProgramsModel list
    property string approvalId

    function show(row: ProgramRow) {
        approvalId = row.approvalId
        title = row.allowed ? qsTr("Until when may %1 have %2?").arg(row.program).arg(row.accountKey) : qsTr("Until when is %2 denied to %1?").arg(row.program).arg(row.accountKey)
        date.text = row.until
        open()
    }

    title: ""
    sentence: qsTr("To the end of that day. Leave it empty for no end.")
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
                root.list.setEnd(root.approvalId, date.text)
                root.close()
            }
        },
        PushButton { text: qsTr("Cancel"); onClicked: root.close() }
    ]
}
