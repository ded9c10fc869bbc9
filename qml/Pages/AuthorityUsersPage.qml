// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! The people who can sign in here.
AuthorityShelf {
    id: root

    required property AuthorityUsers users

    function find() {
        box.forceActiveFocus(Qt.ShortcutFocusReason)
        box.selectAll()
    }
    function removeTicked() {
        confirm.ask("remove", "", users.selectedCount === 1 ? qsTr("Remove 1 user?") : qsTr("Remove %1 users?").arg(users.selectedCount), qsTr("Their sessions and tokens end, and they cannot sign in any more."), qsTr("Remove"), qsTr("Keep them"))
    }
    function act(verb: string, row: AuthorityRow) {
        if (!row)
            return
        switch (verb) {
        case "open": return dialog.show(row.key)
        case "tick": return users.setSelected(row.key, !row.ticked)
        case "menu": return row.openMenu()
        case "reset": return confirm.ask("reset", row.key, qsTr("Reset the second factor of %1?").arg(row.title), qsTr("Their app gives codes that hold no more. They set up a new one at the next sign-in."), qsTr("Reset"), qsTr("Keep"))
        case "remove": return users.selectedCount > 0 ? removeTicked() : confirm.ask("remove", row.key, qsTr("Remove %1?").arg(row.title), qsTr("Their sessions and tokens end, and they cannot sign in any more."), qsTr("Remove"), qsTr("Keep"))
        }
    }

    list: users
    quiet: dialog.opened
    noMatch: qsTr("No user matches ‘%1’.").arg(users.search)
    emptyIcon: "users"
    emptyTitle: qsTr("Nobody here yet")
    emptySentence: qsTr("Add the people who are to sign in here. You are added by the first approval on this computer.")
    onEverythingRequested: users.search = ""
    tools: [
        TextBox {
            id: box
            Layout.fillWidth: true
            Layout.maximumWidth: 300
            iconName: "search"
            keyHint: qsTr("Ctrl F")
            placeholderText: qsTr("Search")
            name: qsTr("Search the users")
            text: root.users.search
            onTextEdited: root.users.search = text
            Keys.onDownPressed: view.forceActiveFocus(Qt.TabFocusReason)
        },
        Item { Layout.fillWidth: true },
        PushButton { kind: PushButton.Primary; iconName: "plus"; text: qsTr("Add user…"); onClicked: dialog.show("") }
    ]

    AuthorityRows {
        id: view
        anchors { fill: parent; bottomMargin: pager.visible ? pager.height : 0 }
        focus: true
        bottomMargin: root.users.selectedCount > 0 ? 76 : Metrics.s8
        model: root.users
        Accessible.name: qsTr("Users")
        onVerbRequested: verb => root.act(verb, view.row)
        delegate: AuthorityRow {
            id: line

            required property int index
            required property string userId
            required property string name
            required property string displayName
            required property string email
            required property var roles
            required property bool owner
            required property bool second
            required property string signedIn
            required property bool selected
            // "active" is the row's own word for being pointed at.
            readonly property bool enrolled: model.active
            readonly property var smallWords: [owner ? qsTr("You") : "", roles, second ? qsTr("has a second factor") : ""]

            required property var model

            width: view.width
            key: userId
            iconName: owner ? "user-check" : enrolled ? "user" : "user-x"
            title: displayName
            aside: name !== displayName && wide ? name : ""
            detail: email
            last: enrolled ? signedIn : qsTr("deactivated")
            also: smallWords.join(" ")
            dim: !enrolled
            ticks: true
            ticked: selected
            keyed: view.byKeys && view.activeFocus && ListView.isCurrentItem
            onOpened: {
                view.use(index)
                root.act("open", line)
            }
            onToggled: on => {
                view.use(index)
                root.users.setSelected(userId, on)
            }
            onMenuRequested: (place, x, y) => {
                view.use(index)
                more.openFor(line, second, enrolled, place, x, y)
            }

            Tag { visible: line.owner; mono: false; text: qsTr("You"); words: Theme.accent; color: Theme.selected }
            Repeater {
                model: line.roles

                Tag {
                    required property string modelData
                    required property int index

                    visible: index < (line.wide ? 3 : 1)
                    mono: false
                    text: modelData
                }
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: line.second
                name: "smartphone"
                size: 14
            }
        }
    }
    Rectangle {
        id: pager
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 44
        visible: root.users.pages > 1
        color: Theme.surface

        Hairline { anchors { left: parent.left; right: parent.right; top: parent.top } }
        RowLayout {
            anchors { fill: parent; leftMargin: Metrics.s24; rightMargin: Metrics.s24 }
            spacing: Metrics.s4

            Note { Layout.fillWidth: true; text: root.users.pageWords }
            IconButton { iconName: "chevron-left"; text: qsTr("The page before"); enabled: root.users.page > 1; onClicked: root.users.turnTo(root.users.page - 1) }
            IconButton { iconName: "chevron-right"; text: qsTr("The next page"); enabled: root.users.page < root.users.pages; onClicked: root.users.turnTo(root.users.page + 1) }
        }
    }
    AuthorityUserBar {
        anchors { bottom: parent.bottom; bottomMargin: Metrics.s16 + (pager.visible ? pager.height : 0); horizontalCenter: parent.horizontalCenter }
        visible: root.users.selectedCount > 0
        count: root.users.selectedCount
        room: root.width - 2 * Metrics.s24
        onChangeRequested: verb => verb === "remove" ? root.removeTicked() : root.users.change(verb, "")
        onCleared: root.users.clearSelection()
    }
    PopupMenu {
        id: more

        property AuthorityRow row
        property bool second: false
        property bool enrolled: true

        function openFor(of: AuthorityRow, hasSecond: bool, isActive: bool, place: Item, x: real, y: real) {
            row = of
            second = hasSecond
            enrolled = isActive
            popup(place, x, y)
        }

        // What the menu has opened keeps the keyboard.
        onClosed: if (!confirm.visible && !dialog.visible) view.forceActiveFocus(Qt.PopupFocusReason)

        MenuEntry { iconName: "pencil"; text: qsTr("Change…"); keyHint: qsTr("Return"); onTriggered: root.act("open", more.row) }
        MenuEntry { visible: more.second; iconName: "smartphone"; text: qsTr("Reset the second factor…"); onTriggered: root.act("reset", more.row) }
        MenuEntry { iconName: more.enrolled ? "user-x" : "user-check"; text: more.enrolled ? qsTr("Deactivate") : qsTr("Activate"); onTriggered: root.users.change(more.enrolled ? "deactivate" : "activate", more.row.key) }
        MenuLine { }
        MenuEntry { danger: true; iconName: "trash-2"; text: qsTr("Remove…"); keyHint: qsTr("Del"); onTriggered: root.act("remove", more.row) }
    }
    AuthorityConfirm {
        id: confirm
        onConfirmed: (verb, key) => verb === "reset" ? root.users.resetSecondFactor(key) : root.users.change("remove", key)
    }
    AuthorityUserDialog {
        id: dialog
        users: root.users
    }
}
