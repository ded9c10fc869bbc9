// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Controls
import Latchkey.Desktop

//! A person: names, roles, and a password when it is to change.
Dialog {
    id: root

    required property AuthorityUsers users
    property string userId
    property var form: ({})
    property var roles: []
    readonly property bool fresh: userId === ""
    readonly property var known: ["admin", "developer", "user"]
    readonly property bool ready: name.text.trim() !== "" && (!fresh || password.length > 0)

    function show(id: string) {
        form = users.form(id)
        userId = id
        name.text = form.name
        displayName.text = form.displayName
        email.text = form.email
        roles = form.roles.split(" ").filter(role => role !== "")
        password.clearSecret()
        users.forgetProblems()
        open()
    }
    function turn(role: string) {
        roles = roles.includes(role) ? roles.filter(other => other !== role) : roles.concat([role])
    }
    function keep() {
        if (ready && !users.busy)
            users.keep({ id: userId, name: name.text, displayName: displayName.text, email: email.text, roles: roles.join(" ") }, password.text)
    }

    title: fresh ? qsTr("Add a user") : qsTr("Change the user")
    columnWidth: 460
    onOpened: name.forceActiveFocus(Qt.TabFocusReason)
    onClosed: {
        password.clearSecret()
        users.forgetProblems()
    }

    body: [
        DialogForm {
            Field {
                label: qsTr("Name for signing in")

                TextBox { id: name; Layout.fillWidth: true; name: qsTr("Name for signing in"); onAccepted: root.keep() }
            }
            Field {
                label: qsTr("Full name")

                TextBox { id: displayName; Layout.fillWidth: true; name: qsTr("Full name"); onAccepted: root.keep() }
            }
            Field {
                label: qsTr("E-mail")

                TextBox { id: email; Layout.fillWidth: true; name: qsTr("E-mail"); inputMethodHints: Qt.ImhEmailCharactersOnly; onAccepted: root.keep() }
            }
            Field {
                label: qsTr("Roles")

                Flow {
                    Layout.fillWidth: true
                    spacing: 6

                    Repeater {
                        model: root.known.concat(root.roles.filter(role => !root.known.includes(role)))

                        FilterChip {
                            required property string modelData

                            text: modelData
                            iconName: checked ? "check" : ""
                            checked: root.roles.includes(modelData)
                            Accessible.role: Accessible.CheckBox
                            onClicked: root.turn(modelData)
                        }
                    }
                }
            }
            Field {
                Layout.bottomMargin: 0
                label: qsTr("Password")
                hint: root.fresh ? qsTr("At least 10 characters, and not one that is easily guessed.") : qsTr("Leave it empty to keep the old one.")

                SecretBox { id: password; Layout.fillWidth: true; name: qsTr("Password"); onAccepted: root.keep() }
            }
        },
        AuthorityProblems { lines: root.users.problems }
    ]
    actions: [
        PushButton {
            kind: PushButton.Primary
            text: root.fresh ? qsTr("Add user") : qsTr("Save")
            enabled: root.ready && !root.users.busy
            onClicked: root.keep()
        },
        PushButton { text: qsTr("Cancel"); onClicked: root.close() }
    ]

    Connections {
        target: root.users
        function onKept() { root.close() }
    }
}
