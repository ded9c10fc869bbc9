// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Controls
import Latchkey.Desktop

//! The requests that were answered last, each on a line.
AuthorityShelf {
    id: root

    required property AuthorityRequests requests

    signal copyRequested(string text)
    signal partRequested(int part)

    list: requests
    emptyIcon: "activity"
    emptyTitle: qsTr("No request yet")
    emptySentence: qsTr("As soon as a program or a browser asks the authority something, a line appears here.")
    noMatch: qsTr("No request has failed.")
    onEverythingRequested: requests.failures = false
    tools: [
        Segments {
            name: qsTr("What is shown")
            options: [qsTr("Requests"), qsTr("Events")]
            current: 0
            onChosen: index => root.partRequested(index)
        },
        Item { Layout.fillWidth: true },
        FilterChip { text: qsTr("Failures"); checked: root.requests.failures; Accessible.role: Accessible.CheckBox; onClicked: root.requests.failures = !root.requests.failures },
        LiveButton {
            checked: root.requests.live
            waiting: root.requests.waiting
            onToggled: root.requests.live = checked
        }
    ]

    AuthorityRows {
        id: view
        anchors.fill: parent
        focus: true
        model: root.requests
        Accessible.name: qsTr("Requests")
        onVerbRequested: verb => {
            const line = view.currentItem as AuthorityRequestRow
            if (line && line.trace !== "" && (verb === "copy" || verb === "open"))
                root.copyRequested(line.trace)
        }
        delegate: AuthorityRequestRow {
            required property int index

            width: view.width
            keyed: view.byKeys && view.activeFocus && ListView.isCurrentItem
            onChosen: view.use(index)
            onCopyRequested: root.copyRequested(trace)
        }
    }
}
