// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! The signing keys on one line of time: published, signing, still verifying.
AuthorityShelf {
    id: root

    required property AuthorityKeys keys

    signal copyRequested(string text)

    function revoke(row: AuthorityKeyRow) {
        if (row)
            confirm.ask("revoke", row.keyId, qsTr("Revoke this %1 key?").arg(row.algorithm), qsTr("For emergencies: everything it has signed stops being valid now. Everyone signs in again, and every program asks for new tokens."), qsTr("Revoke"), qsTr("Keep"))
    }

    list: keys
    emptyIcon: "key-round"
    emptyTitle: qsTr("No key yet")
    emptySentence: qsTr("Keys are made when the authority first runs.")
    tools: [
        Note { Layout.fillWidth: true; text: root.keys.nextWords },
        PushButton { iconName: "refresh-cw"; text: qsTr("Roll over now"); enabled: !root.keys.busy; onClicked: root.keys.rollOver() }
    ]

    AuthorityRows {
        id: view
        anchors { fill: parent; bottomMargin: scale.height }
        focus: true
        model: root.keys
        Accessible.name: qsTr("Signing keys")
        onVerbRequested: verb => {
            if (verb === "remove")
                root.revoke(view.currentItem as AuthorityKeyRow)
            else if (verb === "copy" && view.currentItem)
                root.copyRequested((view.currentItem as AuthorityKeyRow).keyId)
        }
        delegate: AuthorityKeyRow {
            id: line

            required property int index

            width: view.width
            present: root.keys.present
            keyed: view.byKeys && view.activeFocus && ListView.isCurrentItem
            onChosen: view.use(index)
            onCopyRequested: root.copyRequested(keyId)
            onRevokeRequested: {
                view.use(index)
                root.revoke(line)
            }
        }
    }
    Item {
        id: scale
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 40

        Hairline { anchors { left: parent.left; right: parent.right; top: parent.top } }
        RowLayout {
            anchors { left: parent.left; leftMargin: Metrics.s24; top: parent.top; bottom: parent.bottom }
            spacing: Metrics.s12

            AuthorityKeyMark { tint: Theme.lowFill; text: qsTr("published") }
            AuthorityKeyMark { tint: Theme.accentFill; text: qsTr("signs") }
            AuthorityKeyMark { tint: Theme.validFill; text: qsTr("verifies") }
            AuthorityKeyMark { tint: Theme.outlineStrong; moment: true; text: qsTr("now") }
        }
        Note {
            anchors { right: parent.right; rightMargin: Metrics.s24 + 92; verticalCenter: parent.verticalCenter }
            text: root.keys.lastWords
        }
        Note {
            id: first
            anchors { left: parent.left; leftMargin: Metrics.s24 + (root.width > 700 ? 300 : 200) + Metrics.s16; verticalCenter: parent.verticalCenter }
            visible: root.width > 700
            text: root.keys.firstWords
        }
    }
    AuthorityConfirm {
        id: confirm
        onConfirmed: (verb, key) => root.keys.revoke(key)
    }
}
