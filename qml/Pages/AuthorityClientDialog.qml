// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! A client: what it is called, where people return to, how it may ask.
Dialog {
    id: root

    required property AuthorityClients clients
    property string clientId
    property var form: ({})
    readonly property bool fresh: clientId === ""
    readonly property string redirectProblem: clients.redirectProblem(redirects.text)
    //! A client without a secret cannot ask for itself.
    readonly property bool byItself: itself.checked && kind.current === 1
    readonly property bool asks: browser.checked || device.checked || byItself
    readonly property bool ready: name.text.trim() !== "" && redirectProblem === "" && asks && (!browser.checked || redirects.text.trim() !== "")

    function show(id: string) {
        form = clients.form(id)
        clientId = id
        name.text = form.name
        redirects.text = form.redirects
        kind.current = form.publicly ? 0 : 1
        browser.checked = form.browser
        device.checked = form.device
        itself.checked = form.itself
        refresh.checked = form.refresh
        scopes.text = form.scopes
        resources.text = form.resources
        bound.checked = form.bound
        clients.forgetProblems()
        open()
    }
    function keep() {
        if (ready && !clients.busy)
            clients.keep({ id: clientId, name: name.text, redirects: redirects.text, publicly: kind.current === 0, browser: browser.checked, device: device.checked, itself: byItself, refresh: refresh.checked, scopes: scopes.text, resources: resources.text, bound: bound.checked })
    }

    title: fresh ? qsTr("Add a client") : qsTr("Change the client")
    columnWidth: 480
    onOpened: name.forceActiveFocus(Qt.TabFocusReason)
    onClosed: clients.forgetProblems()

    body: [
        DialogForm {
            Field {
                label: qsTr("Name")
                hint: qsTr("People see it when they are asked to allow it.")

                TextBox { id: name; Layout.fillWidth: true; name: qsTr("Name"); onAccepted: root.keep() }
            }
            Field {
                label: qsTr("Return addresses, one a line")
                hint: qsTr("On this computer, such as http://127.0.0.1/callback, any port matches. Everything else must match to the letter.")
                problem: redirects.text.trim() !== "" ? root.redirectProblem : ""

                TextLines { id: redirects; Layout.fillWidth: true; name: qsTr("Return addresses, one a line"); wrong: root.redirectProblem !== "" }
            }
            Field {
                visible: root.fresh
                label: qsTr("Kind")
                hint: kind.current === 0 ? qsTr("Runs where people could read a secret: on desktops, on phones, in browsers.") : qsTr("Runs on a server, and proves who it is by a secret that we show once.")

                Segments {
                    id: kind
                    name: qsTr("Kind")
                    options: [qsTr("Public"), qsTr("With a secret")]
                    onChosen: index => kind.current = index
                }
            }
            Field {
                label: qsTr("It asks for tokens")
                problem: root.asks ? "" : qsTr("Choose at least one way.")

                GridLayout {
                    Layout.fillWidth: true
                    columns: root.width < 420 ? 1 : 2
                    columnSpacing: Metrics.s24
                    rowSpacing: Metrics.s4

                    Tick { id: browser; text: qsTr("in the browser") }
                    Tick { id: device; text: qsTr("by a code on another device") }
                    Tick { id: itself; text: qsTr("for itself"); enabled: kind.current === 1 }
                    Tick { id: refresh; text: qsTr("again, without asking") }
                }
            }
            Field {
                label: qsTr("Scopes, with spaces between")

                TextBox { id: scopes; Layout.fillWidth: true; font.family: Type.mono; font.pixelSize: Type.small; name: qsTr("Scopes, with spaces between"); onAccepted: root.keep() }
            }
            Field {
                label: qsTr("Its tokens are for, one address a line")
                hint: qsTr("Services that accept its tokens. With the scope admin or policy and no address it is Latchkey itself.")

                TextLines { id: resources; Layout.fillWidth: true; name: qsTr("Its tokens are for, one address a line") }
            }
            Tick {
                id: bound
                Layout.bottomMargin: Metrics.s4
                text: qsTr("Bind its tokens to its key (DPoP)")
            }
        },
        AuthorityProblems { lines: root.clients.problems }
    ]
    actions: [
        PushButton {
            kind: PushButton.Primary
            text: root.fresh ? qsTr("Add client") : qsTr("Save")
            enabled: root.ready && !root.clients.busy
            onClicked: root.keep()
        },
        PushButton { text: qsTr("Cancel"); onClicked: root.close() }
    ]

    Connections {
        target: root.clients
        function onKept() { root.close() }
    }
}
