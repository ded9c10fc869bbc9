// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Controls
import Latchkey.Desktop

//! The browsers that are signed in here.
AuthorityShelf {
    id: root

    required property AuthoritySessions sessions

    function end(row: AuthorityRow) {
        if (row)
            confirm.ask("end", row.key, qsTr("End the session of %1?").arg(row.title), qsTr("That browser has to sign in again."), qsTr("End it"), qsTr("Keep"))
    }

    list: sessions
    emptyIcon: "monitor"
    emptyTitle: qsTr("Nobody is signed in")
    emptySentence: qsTr("A session begins when somebody signs in with a browser. It ends after ten idle minutes, or half an hour.")
    tools: [
        Note { Layout.fillWidth: true; text: qsTr("Browsers that are signed in.") }
    ]

    AuthorityRows {
        id: view
        anchors.fill: parent
        focus: true
        model: root.sessions
        Accessible.name: qsTr("Sessions")
        onVerbRequested: verb => { if (verb === "remove" || verb === "open") root.end(view.row) }
        delegate: AuthorityRow {
            id: line

            required property int index
            required property string handle
            required property string user
            required property string agent
            required property string peer
            required property string since
            required property string seen
            required property string remains

            width: view.width
            key: handle
            iconName: "monitor"
            title: user
            aside: agent
            detail: qsTr("from %1 · signed in %2 · seen %3").arg(peer).arg(since).arg(seen)
            last: qsTr("ends %1", "then 'in 12 min'").arg(remains)
            menu: false
            keyed: view.byKeys && view.activeFocus && ListView.isCurrentItem
            onOpened: view.use(index)

            PushButton {
                visible: line.active
                focusPolicy: Qt.NoFocus
                small: true
                text: qsTr("End…")
                onClicked: {
                    view.use(line.index)
                    root.end(line)
                }
            }
        }
    }
    AuthorityConfirm {
        id: confirm
        onConfirmed: (verb, key) => root.sessions.end(key)
    }
}
