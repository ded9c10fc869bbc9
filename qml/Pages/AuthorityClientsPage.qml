// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Controls
import Latchkey.Desktop

//! The programs that may send people here to sign in.
AuthorityShelf {
    id: root

    required property AuthorityClients clients

    signal copyRequested(string text)

    function act(verb: string, row: AuthorityRow) {
        if (!row)
            return
        switch (verb) {
        case "open": return dialog.show(row.key)
        case "copy": return root.copyRequested(row.key)
        case "menu": return row.openMenu()
        case "renew": return confirm.ask("renew", row.key, qsTr("Renew the secret of %1?").arg(row.title), qsTr("The old secret ends at once. The program signs nobody in until it has the new one."), qsTr("Renew"), qsTr("Keep the old one"))
        case "remove": return confirm.ask("remove", row.key, qsTr("Remove %1?").arg(row.title), qsTr("Its tokens end, and it cannot sign anybody in any more."), qsTr("Remove"), qsTr("Keep"))
        }
    }

    list: clients
    quiet: dialog.opened
    emptyIcon: "id-card"
    emptyTitle: qsTr("No client yet")
    emptySentence: qsTr("A client is a program that sends people here to sign in. It needs a name and the address that people return to.")
    tools: [
        Note { Layout.fillWidth: true; text: qsTr("Programs that send people here to sign in.") },
        PushButton { kind: PushButton.Primary; iconName: "plus"; text: qsTr("Add client…"); onClicked: dialog.show("") }
    ]

    AuthorityRows {
        id: view
        anchors.fill: parent
        focus: true
        model: root.clients
        Accessible.name: qsTr("Clients")
        onVerbRequested: verb => root.act(verb, view.row)
        delegate: AuthorityRow {
            id: line

            required property int index
            required property string clientId
            required property string name
            required property string where
            required property string used
            required property bool publicly
            required property bool firstParty
            required property bool bound
            // "active" is the row's own word for being pointed at.
            readonly property bool enrolled: model.active

            required property var model

            width: view.width
            key: clientId
            iconName: publicly ? "globe" : "key-round"
            title: name
            aside: wide ? clientId : ""
            detail: where
            also: publicly ? qsTr("Public") : qsTr("With a secret")
            last: enrolled ? used : qsTr("switched off")
            dim: !enrolled
            copies: qsTr("the client id")
            keyed: view.byKeys && view.activeFocus && ListView.isCurrentItem
            onOpened: {
                view.use(index)
                root.act("open", line)
            }
            onCopyRequested: root.copyRequested(clientId)
            onMenuRequested: (place, x, y) => {
                view.use(index)
                more.openFor(line, publicly, place, x, y)
            }

            Tag { visible: line.firstParty; mono: false; text: "Latchkey" }
            Tag { visible: line.bound && line.wide; mono: false; text: "DPoP" }
            Tag { mono: false; text: line.publicly ? qsTr("Public") : qsTr("With a secret") }
        }
    }
    PopupMenu {
        id: more

        property AuthorityRow row
        property bool publicly: false

        function openFor(of: AuthorityRow, isPublic: bool, place: Item, x: real, y: real) {
            row = of
            publicly = isPublic
            popup(place, x, y)
        }

        // What the menu has opened keeps the keyboard.
        onClosed: if (!confirm.visible && !dialog.visible) view.forceActiveFocus(Qt.PopupFocusReason)

        MenuEntry { iconName: "pencil"; text: qsTr("Change…"); keyHint: qsTr("Return"); onTriggered: root.act("open", more.row) }
        MenuEntry { iconName: "copy"; text: qsTr("Copy the client id"); keyHint: qsTr("Ctrl+C"); onTriggered: root.act("copy", more.row) }
        MenuEntry { visible: !more.publicly; iconName: "refresh-cw"; text: qsTr("Renew the secret…"); onTriggered: root.act("renew", more.row) }
        MenuLine { }
        MenuEntry { danger: true; iconName: "trash-2"; text: qsTr("Remove…"); keyHint: qsTr("Del"); onTriggered: root.act("remove", more.row) }
    }
    AuthorityConfirm {
        id: confirm
        onConfirmed: (verb, key) => verb === "renew" ? root.clients.renewSecret(key) : root.clients.remove(key)
    }
    AuthorityClientDialog {
        id: dialog
        clients: root.clients
    }
    AuthoritySecretDialog {
        id: secret
        clients: root.clients
    }
}
