// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Controls

//! What a verb that cannot be taken back means, in words, before it is done.
Dialog {
    id: root

    property string verb
    property string key
    property string action
    property string keep

    signal confirmed(string verb, string key)

    function ask(what: string, of: string, head: string, words: string, yes: string, no: string) {
        verb = what
        key = of
        title = head
        sentence = words
        action = yes
        keep = no
        open()
    }

    title: ""
    onOpened: no.forceActiveFocus(Qt.TabFocusReason)

    actions: [
        PushButton {
            kind: PushButton.Danger
            text: root.action
            onClicked: {
                root.close()
                root.confirmed(root.verb, root.key)
            }
        },
        PushButton {
            id: no
            text: root.keep
            onClicked: root.close()
        }
    ]
}
