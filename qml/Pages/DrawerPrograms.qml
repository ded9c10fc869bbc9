// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! What happens when a program asks for this account.
ColumnLayout {
    id: root

    required property AccountDetails details
    required property Preferences preferences
    readonly property string general: ({ ask: qsTr("As usual: ask"), allow: qsTr("As usual: allow"), deny: qsTr("As usual: deny") })[preferences.consentPolicy] ?? ""

    spacing: Metrics.s8

    SectionLabel { text: qsTr("Programs that ask") }
    Dropdown {
        Layout.fillWidth: true
        options: [
            { value: "default", text: root.general },
            { value: "ask", text: qsTr("Ask me") },
            { value: "allow", text: qsTr("Allow every program") },
            { value: "deny", text: qsTr("Deny every program") }
        ]
        value: root.details.consent
        Accessible.name: qsTr("Programs that ask")
        onChosen: policy => root.details.setConsent(policy)
    }
    Note {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.details.consent === "allow" ? qsTr("Everything that runs as you can have it, without a question.") : root.details.consent === "deny" ? qsTr("Only you can copy it; rules of config.toml still hold.") : ""
        wrapMode: Text.Wrap
    }
}
