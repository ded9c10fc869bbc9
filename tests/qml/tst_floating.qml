// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Latchkey.Controls

Item {
    id: root

    width: 500
    height: 400

    PushButton { id: opener; text: "Open"; onClicked: dialog.open() }
    PopupMenu {
        id: menu

        MenuEntry { id: copy; text: "Copy"; onTriggered: root.did = "copy" }
        MenuLine { }
        MenuEntry { text: "Gone"; visible: false; onTriggered: root.did = "gone" }
        MenuEntry { text: "Remove…"; danger: true; onTriggered: root.did = "remove" }
    }
    Dialog {
        id: dialog

        title: "Remove it?"
        sentence: "Its secrets are deleted here."
        onOpened: keep.forceActiveFocus(Qt.TabFocusReason)
        actions: [
            PushButton { kind: PushButton.Danger; text: "Remove"; onClicked: root.did = "remove" },
            PushButton { id: keep; text: "Keep"; onClicked: dialog.close() }
        ]
    }
    property string did

    TestCase {
        name: "Floating"
        when: windowShown

        function test_aMenuIsWalkedWithArrowsAndHiddenVerbsAreSkipped() {
            root.did = ""
            menu.popup(root, 10, 10)
            tryVerify(() => menu.opened)

            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Return)

            compare(root.did, "remove")
        }
        function test_escapeClosesADialogAndKeepsThings() {
            root.did = ""
            opener.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            tryVerify(() => dialog.opened)

            keyClick(Qt.Key_Escape)

            tryVerify(() => !dialog.visible)
            compare(root.did, "")
        }
        function test_theSafeAnswerHasTheKeyboardFirst() {
            dialog.open()
            tryVerify(() => dialog.opened)
            verify(keep.activeFocus)

            keyClick(Qt.Key_Space)

            tryVerify(() => !dialog.visible)
        }
    }
}
