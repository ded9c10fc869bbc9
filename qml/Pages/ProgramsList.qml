// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Controls
import Latchkey.Desktop

//! What is remembered about programs, and what can be done with it.
AuthorityRows {
    id: root

    required property ProgramsModel list
    readonly property ProgramRow chosen: currentItem as ProgramRow

    signal activityRequested(string program)
    signal accountRequested(string accountKey)

    function act(verb: string, of: ProgramRow) {
        if (!of)
            return
        switch (verb) {
        case "open": return of.isRule ? activityRequested(of.program) : end.show(of)
        case "menu": return of.openMenu()
        case "remove":
            if (!of.isRule)
                confirm.ask("remove", of.key, of.allowed ? qsTr("Take %2 back from %1?").arg(of.program).arg(of.accountKey) : qsTr("Forget this no?"), qsTr("The next time %1 wants %2, you are asked again.").arg(of.program).arg(of.accountKey), of.allowed ? qsTr("Take back") : qsTr("Forget it"), qsTr("Keep"))
        }
    }

    model: list
    Accessible.name: qsTr("Programs")
    onVerbRequested: verb => root.act(verb, root.chosen)
    delegate: ProgramRow {
        width: root.width
        keyed: root.byKeys && root.activeFocus && ListView.isCurrentItem
        onOpened: root.use(index)
        onEndRequested: {
            root.use(index)
            end.show(this)
        }
        onMenuRequested: (place, x, y) => {
            root.use(index)
            more.openFor(this, place, x, y)
        }
    }

    PopupMenu {
        id: more

        property ProgramRow row
        readonly property bool fixed: !row || row.isRule

        function openFor(of: ProgramRow, place: Item, x: real, y: real) {
            row = of
            popup(place, x, y)
        }

        // What the menu has opened keeps the keyboard.
        onClosed: if (!confirm.visible && !end.visible) root.forceActiveFocus(Qt.PopupFocusReason)

        MenuEntry { iconName: "activity"; text: qsTr("Its activity"); onTriggered: root.activityRequested(more.row.program) }
        MenuEntry { iconName: "users"; text: qsTr("The account"); onTriggered: root.accountRequested(more.row.accountKey) }
        MenuLine { visible: !more.fixed }
        MenuEntry { visible: !more.fixed; iconName: "calendar"; text: qsTr("Set its end…"); keyHint: qsTr("Return"); onTriggered: root.act("open", more.row) }
        MenuEntry { visible: !more.fixed; danger: true; iconName: "trash-2"; text: more.row?.allowed ? qsTr("Take back…") : qsTr("Forget it…"); keyHint: qsTr("Del"); onTriggered: root.act("remove", more.row) }
    }
    AuthorityConfirm {
        id: confirm
        onConfirmed: (verb, key) => root.list.revoke(key)
    }
    ProgramEndDialog {
        id: end
        list: root.list
    }
}
