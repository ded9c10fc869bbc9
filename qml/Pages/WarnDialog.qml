// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! When one account's end is announced: as the settings say, or at times of its own.
Dialog {
    id: root

    required property AccountDetails details
    required property Preferences preferences
    property bool own: false
    readonly property var general: preferences.warnBefore
    property var spans: []
    readonly property var choices: ["7d", "24h", "1h", "30m", "5m"]

    function show() {
        own = details.warnBeforeIsOwn
        spans = [...details.warnBefore]
        open()
    }
    function tick(span: string, on: bool) {
        spans = choices.filter(other => other === span ? on : spans.includes(other))
    }

    title: qsTr("When do you want to be warned?")
    sentence: qsTr("Only when Latchkey cannot renew %1 %2 by itself.").arg(details.service).arg(details.account)
    onOpened: first.forceActiveFocus(Qt.TabFocusReason)

    body: [
        ChoiceCard {
            id: first
            Layout.fillWidth: true
            iconName: "settings"
            text: qsTr("As in the settings")
            detail: root.general.map(span => root.preferences.spanWords(span)).join(", ")
            checked: !root.own
            onClicked: root.own = false
        },
        ChoiceCard {
            Layout.fillWidth: true
            iconName: "bell"
            text: qsTr("At its own times")
            detail: qsTr("These hold for this account alone.")
            checked: root.own
            onClicked: root.own = true
        },
        Flow {
            Layout.fillWidth: true
            Layout.leftMargin: 52
            visible: root.own
            spacing: Metrics.s16

            Repeater {
                model: root.choices

                Tick {
                    required property string modelData

                    text: root.preferences.spanWords(modelData)
                    checked: root.spans.includes(modelData)
                    onToggled: root.tick(modelData, checked)
                }
            }
        }
    ]
    actions: [
        PushButton {
            kind: PushButton.Primary
            text: qsTr("Keep these times")
            enabled: !root.own || root.spans.length > 0
            onClicked: {
                root.details.setWarnBefore(root.own ? root.spans : [])
                root.close()
            }
        },
        PushButton { text: qsTr("Cancel"); onClicked: root.close() }
    ]
}
