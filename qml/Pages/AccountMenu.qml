// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Controls
import Latchkey.Desktop

//! What can be done with one account; the same verbs as in its row and its drawer.
PopupMenu {
    id: root

    required property AccountsModel accounts
    property string accountKey
    property string standing
    property bool renewable: false

    signal openRequested(string accountKey)
    signal removeRequested(string accountKey)

    function openFor(row: AccountRow, place: Item, x: real, y: real) {
        accountKey = row.accountKey
        standing = row.standing
        renewable = row.renewable
        popup(place, x, y)
    }

    MenuEntry { iconName: "info"; text: qsTr("Details"); keyHint: qsTr("Return"); onTriggered: root.openRequested(root.accountKey) }
    MenuLine { }
    MenuEntry { visible: /signin|expired/.test(root.standing); iconName: "log-in"; text: root.standing === "signin" ? qsTr("Sign in again") : qsTr("Renew…"); onTriggered: root.accounts.signInAgain(root.accountKey) }
    MenuEntry { visible: !/signin|expired/.test(root.standing); iconName: "copy"; text: qsTr("Copy token"); keyHint: qsTr("Ctrl+C"); onTriggered: root.accounts.copy(root.accountKey) }
    MenuEntry { iconName: "link"; text: qsTr("Copy reference"); onTriggered: root.accounts.copyReference(root.accountKey) }
    MenuEntry { visible: root.renewable; iconName: "refresh-cw"; text: qsTr("Refresh now"); keyHint: "F5"; onTriggered: root.accounts.refresh(root.accountKey) }
    MenuLine { }
    MenuEntry { danger: true; iconName: "trash-2"; text: qsTr("Remove…"); keyHint: qsTr("Del"); onTriggered: root.removeRequested(root.accountKey) }
}
