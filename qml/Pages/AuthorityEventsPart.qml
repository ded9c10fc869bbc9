// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! What the authority remembers, newest first.
AuthorityShelf {
    id: root

    required property AuthorityEvents events

    signal copyRequested(string text)
    signal partRequested(int part)

    list: events
    emptyIcon: "activity"
    emptyTitle: qsTr("Nothing has happened yet")
    emptySentence: qsTr("Sign-ins, refusals, tokens and changes of keys appear here. Never a secret.")
    noMatch: qsTr("There is no event of this kind.")
    onEverythingRequested: events.clearFilters()
    tools: [
        Segments {
            name: qsTr("What is shown")
            options: [qsTr("Requests"), qsTr("Events")]
            current: 1
            onChosen: index => root.partRequested(index)
        },
        ChipStrip {
            Layout.fillWidth: true
            Layout.preferredHeight: 30

            FilterChip { text: qsTr("Everything"); checked: root.events.outcome === ""; onClicked: root.events.outcome = "" }
            FilterChip { text: qsTr("Refused"); checked: root.events.outcome === "refused"; onClicked: root.events.outcome = "refused" }
            FilterChip { text: qsTr("Failed"); checked: root.events.outcome === "failed"; onClicked: root.events.outcome = "failed" }
        },
        TextBox {
            Layout.preferredWidth: root.width > 760 ? 150 : 110
            iconName: "user"
            placeholderText: qsTr("User")
            name: qsTr("Only of this user")
            text: root.events.user
            onTextEdited: root.events.user = text
        },
        Dropdown {
            Layout.preferredWidth: root.width > 760 ? 170 : 132
            options: root.events.kinds
            value: root.events.kind
            Accessible.name: qsTr("Kind of event")
            onChosen: kind => root.events.kind = kind
        }
    ]

    AuthorityRows {
        id: view
        anchors.fill: parent
        focus: true
        model: root.events
        Accessible.name: qsTr("Events")
        onVerbRequested: verb => { if (view.row && view.row.key !== "" && (verb === "copy" || verb === "open")) root.copyRequested(view.row.key) }
        delegate: AuthorityRow {
            id: line

            required property int index
            required property string time
            required property string what
            required property string outcome
            required property string who
            required property string client
            required property string trace

            required property var model

            width: view.width
            key: trace
            iconName: outcome === "refused" ? "ban" : outcome === "failed" ? "octagon-x" : "check"
            title: who || qsTr("The authority")
            aside: what
            detail: [client, model.detail].filter(part => part !== "").join(" · ")
            also: outcome === "refused" ? qsTr("Refused") : outcome === "failed" ? qsTr("Failed") : ""
            last: time
            copies: trace ? qsTr("the trace id") : ""
            menu: false
            keyed: view.byKeys && view.activeFocus && ListView.isCurrentItem
            onOpened: view.use(index)
            onCopyRequested: root.copyRequested(trace)

            Note {
                anchors.verticalCenter: parent.verticalCenter
                visible: line.outcome !== "done"
                text: line.outcome === "refused" ? qsTr("Refused") : qsTr("Failed")
                color: Theme.bad
                font.weight: Type.medium
                Accessible.ignored: true
            }
        }
    }
}
